import admin from './messages/uk/admin.json' with { type: 'json' };
import common from './messages/uk/common.json' with { type: 'json' };
import intake from './messages/uk/intake.json' with { type: 'json' };
import kinds from './messages/uk/kinds.json' with { type: 'json' };
import procedures from './messages/uk/procedures.json' with { type: 'json' };
import statistics from './messages/uk/statistics.json' with { type: 'json' };

export const ukrainian = {
  admin,
  common,
  intake,
  kinds,
  procedures,
  statistics,
};
