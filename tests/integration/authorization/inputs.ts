import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { CommandInput } from '#lib/submissions/schema.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { outcomesFor } from '#lib/submissions/workflow-endings.ts';
import { hire } from '#tests/factories/staff.ts';
import { aSubmission, type Case } from '#tests/factories/submission.ts';

let addresses = 0;

/** A case that this one is linked with. */
async function linked({ id }: Case, kind: Kind): Promise<string> {
  const third = await aSubmission({ kind });
  const [fromId = '', toId = ''] = [id, third.id].sort();
  await db.caseLink.create({ data: { fromId, toId, createdAt: now() } });
  return third.reference;
}

/** A complete and right input for every command, so that nothing but authorization and workflow can object. */
export async function inputsFor(submission: Case, other: Case): Promise<CommandInput> {
  const { kind } = await db.submission.findUniqueOrThrow({ where: { id: submission.id } });
  const held = await db.assignment.findFirst({ where: { submissionId: submission.id, endedAt: null } });
  const colleague = await hire(held ? 'OFFICER' : 'CONSULTANT', held?.departmentCode);
  const third = await linked(submission, kind);
  const { code } = await db.institution.findFirstOrThrow({ where: { active: true } });
  const outcome = outcomesFor(kind)[0];
  if (!outcome) throw new Error(`no outcome for ${kind}`);
  const wanted = kind === 'QUESTION' ? 'PROBLEM' : 'QUESTION';
  const { code: category } = await db.category.findFirstOrThrow({ where: { kind: wanted, active: true } });
  const another = { kind: wanted, category } as const;
  return {
    forward: { department: 'ZZM' },
    take: {},
    return: { reasonCode: 'OTHER', reason: 'Powód.' },
    plan: { until: '2030-01-31', explanation: 'Wiosną.' },
    progress: { explanation: 'Połowa gotowa.', remaining: 'Druga połowa.', until: '2030-01-31' },
    ask: { question: 'Gdzie?' },
    reply: { reply: 'Tu.' },
    resolve: { outcome: outcome as CommandInput['resolve']['outcome'], explanation: 'Zrobione.' },
    answer: { explanation: 'Tak.' },
    redirect: { institution: code, explanation: 'Nie u nas.' },
    decline: { reasonCode: 'NO_BUDGET', explanation: 'Nie.', alternative: 'Za rok.' },
    duplicate: { of: other.reference },
    publish: {},
    'start-review': { explanation: 'Czytamy.' },
    accept: { explanation: 'Dobrze.' },
    'propose-kind': { ...another, explanation: 'Tak będzie lepiej.' },
    'accept-kind': {},
    'refuse-kind': {},
    'lapse-kind': {},
    convert: { ...another, reason: 'Zgoda przez telefon.' },
    'reach-threshold': {},
    expire: {},
    'no-reply': {},
    withdraw: {},
    edit: { text: 'Inny opis.' },
    object: { objection: 'Nie naprawiono.' },
    close: {},
    remind: {},
    get correct() {
      addresses += 1;
      return { address: `ul. Próbna ${addresses}` };
    },
    release: { text: 'Opis bez danych.', photos: [] },
    hide: { reasonCode: 'OTHER', photos: [] },
    note: { note: 'Notatka.' },
    'hand-over': { colleague: colleague.id },
    link: { of: other.reference },
    unlink: { of: third },
  };
}
