import common from './messages/en/common.json' with { type: 'json' };

export const english = {
  common,
};
