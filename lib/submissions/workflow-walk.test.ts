import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCase, DAY, later, MINUTE, PARTIES } from '#tests/factories/case-state.ts';
import {
  COMMANDS,
  type Command,
  isOpen,
  KINDS,
  type Kind,
  OUTCOMES,
  STATUSES,
  type Status,
} from './words.ts';
import { apply, ownerOf, possibleCommands } from './workflow.ts';
import { WORKFLOW } from './workflow-table.ts';
import type { CaseState, Given } from './workflow-types.ts';

/** Where each command may lead, as the design tells it; `same` keeps the status. */
const TARGETS: Record<Command, readonly (Status | 'same')[]> = {
  forward: ['FORWARDED', 'same'],
  take: ['IN_PROGRESS'],
  return: ['RECEIVED', 'same'],
  plan: ['same'],
  progress: ['IN_PROGRESS', 'same'],
  ask: ['same'],
  reply: ['same'],
  resolve: ['RESOLVED'],
  answer: ['RESOLVED'],
  redirect: ['RESOLVED'],
  decline: ['RESOLVED'],
  duplicate: ['CLOSED'],
  publish: ['PUBLISHED'],
  'start-review': ['UNDER_REVIEW'],
  accept: ['ACCEPTED'],
  'propose-kind': ['same'],
  'accept-kind': ['RECEIVED'],
  'refuse-kind': ['same'],
  'lapse-kind': ['same'],
  convert: ['RECEIVED'],
  'reach-threshold': ['same'],
  expire: ['CLOSED'],
  'no-reply': ['RESOLVED'],
  withdraw: ['CLOSED'],
  edit: ['same'],
  object: ['FORWARDED', 'RECEIVED', 'UNDER_REVIEW'],
  close: ['CLOSED'],
  remind: ['same'],
  correct: ['same'],
  release: ['same'],
  hide: ['same'],
  note: ['same'],
  'hand-over': ['same'],
  link: ['same'],
  unlink: ['same'],
};

const STATUSES_OF: Record<Kind, readonly Status[]> = {
  PROBLEM: ['RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'],
  QUESTION: ['RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'],
  IDEA: ['RECEIVED', 'PUBLISHED', 'UNDER_REVIEW', 'ACCEPTED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'],
};

/** What is wrong with a state; empty for every state that may be. */
function faults(state: CaseState): string[] {
  const open = isOpen(state.status);
  const rules: [boolean, string][] = [
    [STATUSES_OF[state.kind].includes(state.status), 'its kind never has this status'],
    [open === (state.outcome === null), 'an outcome while open, or none at the end'],
    [open === (state.endedAt === null), 'an end while open, or none at the end'],
    [open || state.assigned === null, 'in a department after the end'],
    [open || state.waitingOn === 'NONE', 'waiting for somebody after the end'],
    [
      (state.waitingOn === 'SCHEDULED') === (state.waitingUntil !== null),
      'a planned day and not waiting for it',
    ],
    [
      (state.waitingOn === 'REPORTER') === (state.askedAt !== null),
      'asked and not waiting, or waiting unasked',
    ],
    [!state.reminded || state.waitingOn === 'REPORTER', 'reminded of nothing'],
    [!state.proposedKind || state.waitingOn === 'REPORTER', 'a proposal that nobody is asked about'],
    [state.proposedKind !== state.kind, 'asked to become what it is'],
    [
      state.assigned === null || state.assigned === state.lastDepartment,
      'the last department is another one',
    ],
    [state.kind === 'IDEA' || state.status !== 'FORWARDED' || state.assigned !== null, 'forwarded to nobody'],
    [state.kind === 'IDEA' || state.status !== 'IN_PROGRESS' || state.assigned !== null, 'in nobody’s hands'],
    [(ownerOf(state) === 'nobody') === (state.status === 'CLOSED'), 'owed by nobody'],
  ];
  return rules.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}

type Entry = { command: Command; given: Given };

type Wish = {
  command: Command;
  party: (typeof PARTIES)[number];
  pause: number;
  department: string;
  kind: Kind;
  outcome: (typeof OUTCOMES)[number];
};

const entry: fc.Arbitrary<Wish> = fc.record({
  command: fc.constantFrom(...COMMANDS),
  party: fc.constantFrom(...PARTIES),
  pause: fc.constantFrom(0, MINUTE, 20 * MINUTE, 3 * DAY, 8 * DAY, 15 * DAY, 366 * DAY),
  department: fc.constantFrom('zdmk', 'zzm', 'mpo'),
  kind: fc.constantFrom(...KINDS),
  outcome: fc.constantFrom(...OUTCOMES),
});

/** Walks as far as the table allows and remembers what was accepted. */
function walk(kind: Kind, wishes: Wish[]): { states: CaseState[]; history: Entry[] } {
  const states = [aCase({}, kind)];
  const history: Entry[] = [];
  let at = states[0]?.receivedAt ?? new Date(0);
  for (const { command, party, pause, department, kind: wanted, outcome } of wishes) {
    at = later(at, pause);
    const given: Given = { party, at, input: { department, kind: wanted, outcome, until: '2026-09-01' } };
    const state = states.at(-1) as CaseState;
    const applied = apply(Object.freeze(state), command, given);
    if (!applied.ok) continue;
    states.push(applied.state);
    history.push({ command, given });
  }
  return { states, history };
}

describe.each(KINDS)('a random walk of 200 wishes by anybody with a %s', (kind) => {
  const wishes = fc.array(entry, { minLength: 200, maxLength: 200 });

  it('never comes to a state that may not be', () => {
    fc.assert(
      fc.property(wishes, (steps) => {
        for (const state of walk(kind, steps).states) expect([state, faults(state)]).toEqual([state, []]);
      }),
      { numRuns: 150 },
    );
  });

  it('stays in the table: each command leads where the design says', () => {
    fc.assert(
      fc.property(wishes, (steps) => {
        const { states, history } = walk(kind, steps);
        history.forEach(({ command }, i) => {
          const [before, reached] = [states[i]?.status, states[i + 1]?.status];
          const allowed = TARGETS[command].map((target) => (target === 'same' ? before : target));
          expect(allowed, `${command} from ${before}`).toContain(reached);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('its written history, read again, leads to the same state', () => {
    fc.assert(
      fc.property(wishes, (steps) => {
        const { states, history } = walk(kind, steps);
        const written = JSON.parse(JSON.stringify(history)) as Entry[];
        const replayed = written.reduce(
          (state, { command, given }) => {
            const applied = apply(state, command, { ...given, at: new Date(given.at) });
            return applied.ok ? applied.state : state;
          },
          aCase({}, kind),
        );
        expect(replayed).toEqual(states.at(-1));
      }),
      { numRuns: 100 },
    );
  });
});

/** Every state that can be reached, told apart by everything but exact times. */
function reachable(kind: Kind): CaseState[] {
  const found = new Map<string, CaseState>();
  const queue = [aCase({}, kind)];
  for (let state = queue.pop(); state; state = queue.pop()) {
    const { receivedAt, askedAt, publishedAt, endedAt, ...rest } = state;
    const key = JSON.stringify([rest, askedAt !== null, publishedAt !== null, endedAt !== null]);
    if (found.has(key)) continue;
    found.set(key, state);
    const last = [receivedAt, askedAt, publishedAt, endedAt].map((date) => date?.getTime() ?? 0);
    for (const pause of [0, 8 * DAY, 366 * DAY])
      queue.push(...next(state, new Date(Math.max(...last) + pause)));
  }
  return [...found.values()];
}

/** What a command is told, in every way that makes a difference to it. */
function inputsOf(command: Command): Given['input'][] {
  if (command === 'forward') return ['zdmk', 'zzm'].map((department) => ({ department }));
  if (command === 'resolve') return OUTCOMES.map((outcome) => ({ outcome }));
  if (command === 'propose-kind' || command === 'convert') return KINDS.map((kind) => ({ kind }));
  return command === 'progress' ? [{}, { until: 'x' }] : [{ until: 'x' }];
}

function next(state: CaseState, at: Date): CaseState[] {
  return COMMANDS.flatMap((command) =>
    WORKFLOW[command].by.flatMap((party) =>
      inputsOf(command).flatMap((input) => {
        const applied = apply(state, command, { party, at, input });
        return applied.ok ? [applied.state] : [];
      }),
    ),
  );
}

/** Whatever it began as, it can become any of the three: the states are looked for once. */
const everyState = reachable('PROBLEM');

describe.each(KINDS)('every state that a %s can reach', (kind) => {
  const states = everyState.filter((state) => state.kind === kind);
  const open = states.filter((state) => isOpen(state.status));

  it('is one that may be, and all statuses of the kind are reached', () => {
    expect(states.flatMap((state) => faults(state).map((fault) => [fault, state]))).toEqual([]);
    expect(STATUSES.filter((status) => states.some((state) => state.status === status)).sort()).toEqual(
      [...STATUSES_OF[kind]].sort(),
    );
  });

  it('while open it has an owner, and the owner has a command to give', () => {
    for (const state of open) {
      const owner = ownerOf(state);
      if (owner === 'nobody') throw new Error(`owed by nobody: ${JSON.stringify(state)}`);
      expect([state, possibleCommands(state, owner, state.receivedAt)]).not.toEqual([state, []]);
    }
  });

  it('while open staff can bring it to an end without anybody else', () => {
    const ends = (state: CaseState, party: 'infoline' | 'department') =>
      possibleCommands(state, party, state.receivedAt).some((command) =>
        ['resolve', 'answer', 'redirect', 'decline', 'duplicate'].includes(command),
      );
    for (const state of open) {
      expect(ends(state, 'infoline'), JSON.stringify(state)).toBe(true);
      expect(ends(state, 'department'), JSON.stringify(state)).toBe(true);
    }
  });
});
