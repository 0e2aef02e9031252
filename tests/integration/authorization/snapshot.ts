import type { Assignment, Submission } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';

export type Snapshot = { row: Submission; assignments: Assignment[]; assigned: string | null };

/** Remembers how a case stands. */
export async function remember(reference: string): Promise<Snapshot> {
  const row = await db.submission.findUniqueOrThrow({ where: { reference } });
  const assignments = await db.assignment.findMany({ where: { submissionId: row.id } });
  const open = assignments.find(({ endedAt }) => endedAt === null);
  return { row, assignments, assigned: open?.departmentCode ?? null };
}

/** Puts a case back, so that the next command meets it as it was; its history keeps what happened. */
export async function putBack({ row, assignments }: Snapshot): Promise<void> {
  // What the database derives by itself cannot be written.
  const { id, foldedText: _derived, ...columns } = row;
  await db.$transaction([
    db.assignment.deleteMany({ where: { submissionId: id } }),
    db.assignment.createMany({ data: assignments }),
    db.submission.update({ where: { id }, data: columns }),
  ]);
}
