import type { Event, Submission } from '#lib/generated/prisma/client.ts';
import { stateOf } from '#lib/submissions/record.ts';
import type { Command, Kind, Outcome } from '#lib/submissions/words.ts';
import { apply } from '#lib/submissions/workflow.ts';
import type { CaseState, Party } from '#lib/submissions/workflow-types.ts';

type Told = { imported?: Party; kind?: Kind; department?: string; outcome?: Outcome; until?: string };

/** Who acted: of an imported event its source says so. */
function partyOf(event: Event): Party {
  const { imported } = event.data as Told;
  if (imported) return imported;
  if (event.actorKind === 'REPORTER') return 'reporter';
  if (event.actorKind === 'SYSTEM') return 'worker';
  return event.departmentCode ? 'department' : 'infoline';
}

/** The state after a history, by the workflow alone. */
export function replay(one: Submission & { events: Event[] }): CaseState {
  const filed = one.events[0]?.data as Told | undefined;
  let state: CaseState = {
    ...stateOf(one, null),
    status: 'RECEIVED',
    waitingOn: 'NONE',
    waitingUntil: null,
    outcome: null,
    lastDepartment: null,
    askedAt: null,
    reminded: false,
    publishedAt: null,
    thresholdReached: false,
    proposedKind: null,
    kind: filed?.kind ?? one.kind,
    endedAt: null,
    reporterObjected: false,
    staffActed: false,
  };
  for (const event of one.events.slice(1)) {
    const { kind, department, outcome, until } = event.data as Told;
    const applied = apply(state, event.type as Command, {
      party: partyOf(event),
      at: event.at,
      input: {
        ...(kind && { kind }),
        ...(department && { department }),
        ...(outcome && { outcome }),
        ...(until && { until }),
      },
    });
    if (!applied.ok) throw new Error(`${one.reference} ${event.type}: ${applied.refusal}`);
    state = applied.state;
  }
  return state;
}
