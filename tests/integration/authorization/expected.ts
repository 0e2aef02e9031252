import { type Actor, partyOf } from '#lib/access/actor.ts';
import { GRANTS, type Permission } from '#lib/access/permissions.ts';
import type { Submission } from '#lib/generated/prisma/client.ts';
import { now } from '#lib/platform/clock.ts';
import type { ErrorCode } from '#lib/platform/errors.ts';
import { stateOf } from '#lib/submissions/record.ts';
import type { CommandInput } from '#lib/submissions/schema.ts';
import type { Command } from '#lib/submissions/words.ts';
import { apply } from '#lib/submissions/workflow.ts';
import type { Given } from '#lib/submissions/workflow-types.ts';

/** How a command ends: with nothing to complain of, or with an error of this code. */
export type Ending = 'OK' | ErrorCode;

export type Situation = { row: Submission; assigned: string | null };

const rowOfTable = (actor: Actor) => {
  if (actor.type === 'anonymous') return GRANTS.ANONYMOUS;
  if (actor.type === 'reporter') return GRANTS.REPORTER;
  return actor.type === 'system' ? GRANTS.SYSTEM : GRANTS[actor.role];
};

/** Read from the table of grants once more, in other words than the program's own. */
function granted(actor: Actor, permission: Permission, { row, assigned }: Situation): boolean {
  const department = actor.type === 'staff' ? actor.department : null;
  switch (rowOfTable(actor)[permission]) {
    case 'any':
    case 'always':
      return true;
    case 'held':
      return department !== null && assigned === department;
    case 'in-hand': {
      const mine = actor.type === 'staff' && row.handlerId === actor.id;
      return department !== null && assigned === department && (row.handlerId === null || mine);
    }
    case 'own':
      return department !== null && row.departmentCode === department;
    case 'mine':
      return actor.type === 'reporter' && actor.submissionId === row.id;
    case 'public':
      return row.kind !== 'QUESTION';
    default:
      return false;
  }
}

/** What the table of grants and the workflow together say of this command. */
export function expected<C extends Command>(
  actor: Actor,
  command: C,
  input: CommandInput[C],
  situation: Situation,
): Ending {
  if (!granted(actor, `case.${command}`, situation)) {
    const reads = ['case.read', 'case.read-internal', 'case.read-own'] as const;
    return reads.some((permission) => granted(actor, permission, situation)) ? 'FORBIDDEN' : 'NOT_FOUND';
  }
  const party = partyOf(actor);
  if (!party) return 'FORBIDDEN';
  const state = stateOf(situation.row, situation.assigned);
  return apply(state, command, { party, at: now(), input: input as Given['input'] }).ok
    ? 'OK'
    : 'NOT_ALLOWED_NOW';
}
