import { type Actor, partyOf } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { now } from '#lib/platform/clock.ts';
import { factsOf, type StateColumns, stateOf } from '../record.ts';
import type { Command } from '../words.ts';
import { possibleCommands } from '../workflow.ts';

/** The commands this person may give to this case now: what the workflow allows and the policy grants. */
export function abilitiesOf(
  actor: Actor,
  row: StateColumns & { id: string; handlerId: string | null },
  assigned: string | null,
): Command[] {
  const party = partyOf(actor);
  if (!party) return [];
  const facts = factsOf(row, assigned);
  return possibleCommands(stateOf(row, assigned), party, now()).filter((command) =>
    can(actor, `case.${command}`, facts),
  );
}
