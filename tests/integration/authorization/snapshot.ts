import type { Assignment, CaseLink, Submission } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';

export type Snapshot = {
  row: Submission;
  assignments: Assignment[];
  assigned: string | null;
  links: CaseLink[];
};

const linksOf = (id: string) => ({ OR: [{ fromId: id }, { toId: id }] });

/** Remembers how a case stands. */
export async function remember(reference: string): Promise<Snapshot> {
  const row = await db.submission.findUniqueOrThrow({ where: { reference } });
  const assignments = await db.assignment.findMany({ where: { submissionId: row.id } });
  const links = await db.caseLink.findMany({ where: linksOf(row.id) });
  const open = assignments.find(({ endedAt }) => endedAt === null);
  return { row, assignments, assigned: open?.departmentCode ?? null, links };
}

/** Puts a case back, so that the next command meets it as it was; its history keeps what happened. */
export async function putBack({ row, assignments, links }: Snapshot): Promise<void> {
  // What the database derives by itself cannot be written.
  const { id, foldedText: _derived, ...columns } = row;
  await db.$transaction([
    db.assignment.deleteMany({ where: { submissionId: id } }),
    db.assignment.createMany({ data: assignments }),
    db.caseLink.deleteMany({ where: linksOf(id) }),
    db.caseLink.createMany({ data: links }),
    db.submission.update({ where: { id }, data: columns }),
  ]);
}
