import type { StaffActor } from '#lib/access/actor.ts';
import { textIn } from '#lib/directory/names.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { trackingCode } from '#lib/platform/ids.ts';
import { expectation } from '#lib/submissions/queries/expectation.ts';
import { lastDayOfTerm } from '#lib/submissions/service-clock.ts';
import type { FiledCase, FiledInConversation } from './intake-dto.ts';

const MOST_FILED = 30;

/**
 * The cases of a conversation, in its order, as they are read aloud. Only who filed a case is told its code: whoever
 * has it acts as the person who reported.
 */
export async function filedCases(
  actor: StaffActor,
  filed: FiledInConversation[],
  locale: Locale,
): Promise<FiledCase[]> {
  const latest = filed.slice(-MOST_FILED);
  const rows = await read(latest.map(({ reference }) => reference));
  const told = latest.flatMap(({ reference, joined }) => {
    const row = rows.find((one) => one.reference === reference);
    return row && (joined || row.events[0]?.staffId === actor.id) ? [{ row, joined }] : [];
  });
  return Promise.all(
    told.map(async ({ row, joined }) => ({
      reference: row.reference,
      joined,
      kind: row.kind,
      category: textIn(row.category.name, locale),
      place: joined ? null : (row.places[0]?.address ?? row.places[0]?.description ?? null),
      code: joined ? null : trackingCode(env.keys.tracking, row.id, row.linkVersion),
      firstAnswerDay: lastDayOfTerm(row.firstAnswerDue),
      expectation: await expectation(row),
      findings: joined ? [] : row.findings,
    })),
  );
}

function read(references: string[]) {
  return db.submission.findMany({
    where: { reference: { in: references } },
    select: {
      id: true,
      reference: true,
      kind: true,
      linkVersion: true,
      categoryCode: true,
      departmentCode: true,
      firstAnswerDue: true,
      findings: true,
      category: { select: { name: true } },
      places: { where: { main: true }, select: { address: true, description: true }, take: 1 },
      events: { where: { type: 'file' }, select: { staffId: true }, take: 1 },
    },
  });
}
