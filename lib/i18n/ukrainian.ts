import admin from './messages/uk/admin.json' with { type: 'json' };
import browse from './messages/uk/browse.json' with { type: 'json' };
import calls from './messages/uk/calls.json' with { type: 'json' };
import commands from './messages/uk/commands.json' with { type: 'json' };
import common from './messages/uk/common.json' with { type: 'json' };
import errors from './messages/uk/errors.json' with { type: 'json' };
import fault from './messages/uk/fault.json' with { type: 'json' };
import filing from './messages/uk/filing.json' with { type: 'json' };
import home from './messages/uk/home.json' with { type: 'json' };
import ideas from './messages/uk/ideas.json' with { type: 'json' };
import intake from './messages/uk/intake.json' with { type: 'json' };
import kinds from './messages/uk/kinds.json' with { type: 'json' };
import legal from './messages/uk/legal.json' with { type: 'json' };
import list from './messages/uk/list.json' with { type: 'json' };
import mail from './messages/uk/mail.json' with { type: 'json' };
import media from './messages/uk/media.json' with { type: 'json' };
import procedures from './messages/uk/procedures.json' with { type: 'json' };
import staff from './messages/uk/staff.json' with { type: 'json' };
import statistics from './messages/uk/statistics.json' with { type: 'json' };
import statuses from './messages/uk/statuses.json' with { type: 'json' };
import tracking from './messages/uk/tracking.json' with { type: 'json' };
import validation from './messages/uk/validation.json' with { type: 'json' };
import workday from './messages/uk/workday.json' with { type: 'json' };

export const ukrainian = {
  admin,
  browse,
  calls,
  commands,
  common,
  errors,
  fault,
  filing,
  home,
  ideas,
  intake,
  kinds,
  legal,
  list,
  mail,
  media,
  procedures,
  staff,
  statistics,
  statuses,
  tracking,
  validation,
  workday,
};
