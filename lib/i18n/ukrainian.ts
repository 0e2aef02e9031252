import common from './messages/uk/common.json' with { type: 'json' };

export const ukrainian = {
  common,
};
