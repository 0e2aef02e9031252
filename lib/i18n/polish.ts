import admin from './messages/pl/admin.json' with { type: 'json' };
import browse from './messages/pl/browse.json' with { type: 'json' };
import calls from './messages/pl/calls.json' with { type: 'json' };
import commands from './messages/pl/commands.json' with { type: 'json' };
import common from './messages/pl/common.json' with { type: 'json' };
import errors from './messages/pl/errors.json' with { type: 'json' };
import fault from './messages/pl/fault.json' with { type: 'json' };
import filing from './messages/pl/filing.json' with { type: 'json' };
import home from './messages/pl/home.json' with { type: 'json' };
import ideas from './messages/pl/ideas.json' with { type: 'json' };
import intake from './messages/pl/intake.json' with { type: 'json' };
import kinds from './messages/pl/kinds.json' with { type: 'json' };
import legal from './messages/pl/legal.json' with { type: 'json' };
import list from './messages/pl/list.json' with { type: 'json' };
import mail from './messages/pl/mail.json' with { type: 'json' };
import media from './messages/pl/media.json' with { type: 'json' };
import procedures from './messages/pl/procedures.json' with { type: 'json' };
import staff from './messages/pl/staff.json' with { type: 'json' };
import statistics from './messages/pl/statistics.json' with { type: 'json' };
import statuses from './messages/pl/statuses.json' with { type: 'json' };
import tracking from './messages/pl/tracking.json' with { type: 'json' };
import validation from './messages/pl/validation.json' with { type: 'json' };
import workday from './messages/pl/workday.json' with { type: 'json' };

/** Every room in Polish. A new room is one file in each language, and a line in `polish`, `english` and `ukrainian`. */
export const polish = {
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
