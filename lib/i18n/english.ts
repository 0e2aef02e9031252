import admin from './messages/en/admin.json' with { type: 'json' };
import browse from './messages/en/browse.json' with { type: 'json' };
import calls from './messages/en/calls.json' with { type: 'json' };
import commands from './messages/en/commands.json' with { type: 'json' };
import common from './messages/en/common.json' with { type: 'json' };
import errors from './messages/en/errors.json' with { type: 'json' };
import fault from './messages/en/fault.json' with { type: 'json' };
import filing from './messages/en/filing.json' with { type: 'json' };
import home from './messages/en/home.json' with { type: 'json' };
import ideas from './messages/en/ideas.json' with { type: 'json' };
import intake from './messages/en/intake.json' with { type: 'json' };
import kinds from './messages/en/kinds.json' with { type: 'json' };
import legal from './messages/en/legal.json' with { type: 'json' };
import list from './messages/en/list.json' with { type: 'json' };
import mail from './messages/en/mail.json' with { type: 'json' };
import media from './messages/en/media.json' with { type: 'json' };
import procedures from './messages/en/procedures.json' with { type: 'json' };
import staff from './messages/en/staff.json' with { type: 'json' };
import statistics from './messages/en/statistics.json' with { type: 'json' };
import statuses from './messages/en/statuses.json' with { type: 'json' };
import tracking from './messages/en/tracking.json' with { type: 'json' };
import validation from './messages/en/validation.json' with { type: 'json' };
import workday from './messages/en/workday.json' with { type: 'json' };

export const english = {
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
