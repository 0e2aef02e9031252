import { COMMANDS, type Command } from './words.ts';
import { outcomesFor } from './workflow-endings.ts';
import { WORKFLOW } from './workflow-table.ts';
import type { Applied, CaseState, Given, Party } from './workflow-types.ts';

/**
 * The workflow of all kinds, pure: the table (`workflow-table.ts`) says which command leads from where to where, by
 * whom, and what it does to the assignment. Buttons, the command route, the authorization matrix and the replay of a
 * history read the same rows.
 */

/** Applies one command to a state, or says why it cannot be. Authorization is not asked here. */
export function apply(state: CaseState, command: Command, given: Given): Applied {
  const row = WORKFLOW[command];
  if (!row.by.includes(given.party)) return { ok: false, refusal: 'WRONG_STATUS' };
  if (!row.kinds.includes(state.kind)) return { ok: false, refusal: 'WRONG_KIND' };
  if (!row.from.includes(state.status)) return { ok: false, refusal: 'WRONG_STATUS' };
  const refusal = row.guard?.(state, given) ?? null;
  if (refusal) return { ok: false, refusal };
  const { change, assignment } = row.step(state, given);
  const staffActed = state.staffActed || (given.party !== 'reporter' && given.party !== 'worker');
  return { ok: true, state: { ...state, ...change, staffActed }, assignment: assignment ?? { type: 'none' } };
}

/** Input that satisfies every guard about input, to ask whether a command is possible at all. */
function anyInput(state: CaseState, command: Command): Given['input'] {
  if (command === 'forward') return { department: '*' };
  if (command === 'propose-kind' || command === 'convert')
    return { kind: state.kind === 'IDEA' ? 'PROBLEM' : 'IDEA' };
  const outcome = outcomesFor(state.kind)[0];
  return command === 'resolve' && outcome ? { outcome } : {};
}

/** The commands this party could give now: what a button may be drawn for. */
export function possibleCommands(state: CaseState, party: Party, at: Date): Command[] {
  return COMMANDS.filter(
    (command) => apply(state, command, { party, at, input: anyInput(state, command) }).ok,
  );
}

/** Who owes the next step: never nobody while a case is open. */
export function ownerOf(state: CaseState): 'infoline' | 'department' | 'reporter' | 'nobody' {
  if (state.status === 'CLOSED') return 'nobody';
  if (state.status === 'RESOLVED' || state.waitingOn === 'REPORTER') return 'reporter';
  return state.assigned ? 'department' : 'infoline';
}
