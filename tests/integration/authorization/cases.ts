import type { Actor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { hire, staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

const HOLDER = 'ZDMK';

const forwarded = async (kind: 'PROBLEM' | 'QUESTION'): Promise<Case> => {
  const submission = await aSubmission({ kind });
  await give(submission, await staff('infolinia'), 'forward', { department: HOLDER });
  return submission;
};

const resolved = async (): Promise<Case> => {
  const submission = await forwarded('PROBLEM');
  await give(submission, await staff('zdmk'), 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
  return submission;
};

const published = async (): Promise<Case> => {
  // As many people as it needs: none. Who may say so is the question here, not how many there are.
  await db.category.updateMany({ where: { kind: 'IDEA' }, data: { supportThreshold: 0 } });
  const submission = await aSubmission({ kind: 'IDEA' });
  await give(submission, await staff('infolinia'), 'publish', {});
  return submission;
};

const reviewed = async (): Promise<Case> => {
  const submission = await published();
  await give(submission, await staff('infolinia'), 'forward', { department: HOLDER });
  await give(submission, await staff('kierownik'), 'start-review', { explanation: 'Czytamy.' });
  return submission;
};

/** A case in each situation that matters to who may do what, brought there by real commands. */
export const SITUATIONS: Record<string, () => Promise<Case>> = {
  'a new problem': () => aSubmission(),
  'a problem forwarded': () => forwarded('PROBLEM'),
  'a problem in progress': async () => {
    const submission = await forwarded('PROBLEM');
    await give(submission, await staff('zdmk'), 'take', {});
    return submission;
  },
  'a problem that came back': async () => {
    const submission = await forwarded('PROBLEM');
    await give(submission, await staff('zdmk'), 'return', { reasonCode: 'NOT_OURS', reason: 'Nie nasze.' });
    return submission;
  },
  'a problem with an open question': async () => {
    const submission = await forwarded('PROBLEM');
    await give(submission, await staff('zdmk'), 'ask', { question: 'Gdzie dokładnie?' });
    return submission;
  },
  'a problem that may become a question': async () => {
    const submission = await aSubmission();
    const { code: category } = await db.category.findFirstOrThrow({ where: { kind: 'QUESTION' } });
    const proposal = { kind: 'QUESTION', category, explanation: 'To raczej pytanie.' } as const;
    await give(submission, await staff('infolinia'), 'propose-kind', proposal);
    return submission;
  },
  'a resolved problem': resolved,
  'a closed problem': async () => {
    const submission = await resolved();
    await give(submission, reporterOf(submission), 'close', {});
    return submission;
  },
  'a withdrawn problem': async () => {
    const submission = await aSubmission();
    await give(submission, reporterOf(submission), 'withdraw', {});
    return submission;
  },
  'a new idea': () => aSubmission({ kind: 'IDEA' }),
  'a published idea': published,
  'an idea under review': reviewed,
  'an accepted idea': async () => {
    const submission = await reviewed();
    await give(submission, await staff('zdmk'), 'accept', { explanation: 'Robimy.' });
    return submission;
  },
  'a new question': () => aSubmission({ kind: 'QUESTION' }),
  'a question forwarded': () => forwarded('QUESTION'),
};

/** Everybody who may come to a case, by what they are to it. */
export async function everybody(submission: Case, other: Case): Promise<Record<string, Actor>> {
  return {
    'a stranger': { type: 'anonymous' },
    'its reporter': reporterOf(submission),
    'the reporter of another': reporterOf(other),
    'a consultant': await staff('infolinia2'),
    'a supervisor': await staff('kierownik'),
    'an officer of the department': await hire('OFFICER', HOLDER),
    'an officer of another department': await staff('zzm'),
    'an officer of no department': await hire('OFFICER'),
    'the lead of the department': await staff('zdmk.kierownik'),
    'the lead of another department': await hire('LEAD', 'MPO'),
    'an auditor': await staff('audyt'),
    'an administrator': await staff('admin'),
    'an auditor who was in the department': await hire('AUDITOR', HOLDER),
    'the worker': { type: 'system' },
  };
}
