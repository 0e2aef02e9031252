import { newId } from '#lib/platform/ids.ts';
import type { ImportedStep } from './imported.ts';
import { columnsOf, type StateColumns, stateOf, type TermColumns } from './record.ts';
import type { Status } from './words.ts';
import { apply } from './workflow.ts';
import { WORKFLOW } from './workflow-table.ts';
import type { AssignmentEffect, Refusal } from './workflow-types.ts';

type Opening = StateColumns & TermColumns;

export type PlayedStep = ImportedStep & { from: Status; to: Status };

type AssignmentRow = {
  id: string;
  submissionId: string;
  departmentCode: string;
  openedAt: Date;
  takenAt: Date | null;
  endedAt: Date | null;
  end: string | null;
};

export type Played = {
  columns: ReturnType<typeof columnsOf> | null;
  steps: PlayedStep[];
  assignments: AssignmentRow[];
};

/**
 * Lets the workflow itself take the steps of an imported case, so that its row, its assignments and its history agree
 * as if everything had happened here. Gives the refusal when the workflow would not have allowed it.
 */
export function play(
  submissionId: string,
  opening: Opening,
  story: readonly ImportedStep[],
): Played | Refusal {
  let state = stateOf(opening, null);
  const played: Played = { columns: null, steps: [], assignments: [] };
  for (const step of story) {
    const applied = apply(state, step.command, { party: step.by, at: step.at, input: step.input });
    if (!applied.ok) return applied.refusal;
    const before = played.columns ? { ...opening, ...played.columns } : opening;
    played.columns = columnsOf(before, applied.state, step.at, isAnswer(step));
    played.steps.push({ ...step, from: state.status, to: applied.state.status });
    assign(played.assignments, submissionId, applied.assignment, step.at);
    state = applied.state;
  }
  return played;
}

/** As in the engine: whatever staff do that the resident is told or can see. */
function isAnswer({ by, command }: ImportedStep): boolean {
  return by !== 'worker' && by !== 'reporter' && WORKFLOW[command].visibility !== 'INTERNAL';
}

function assign(rows: AssignmentRow[], submissionId: string, effect: AssignmentEffect, at: Date): void {
  const open = rows.find((row) => row.endedAt === null);
  if (effect.type === 'take' && open) open.takenAt = at;
  if (effect.type === 'none' || effect.type === 'take') return;
  if (open) Object.assign(open, { endedAt: at, end: effect.type === 'open' ? 'FORWARDED' : effect.end });
  if (effect.type !== 'open') return;
  const fresh = { openedAt: at, takenAt: null, endedAt: null, end: null };
  rows.push({ id: newId(), submissionId, departmentCode: effect.department, ...fresh });
}
