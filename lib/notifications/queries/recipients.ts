import { db, type Tx } from '#lib/platform/db.ts';
import type { EventFacts, Mailbox, Recipients } from '../plan.ts';
import { departmentTemplate, isForFollowers } from '../templates.ts';

type Planned = { event: EventFacts; recipients: Recipients };

/** The event and everybody who could hear of it; null when there is no such event. No addresses are read. */
export async function recipientsOf(eventId: bigint, tx: Tx = db): Promise<Planned | null> {
  const row = await tx.event.findUnique({
    where: { id: eventId },
    select: {
      type: true,
      at: true,
      actorKind: true,
      submissionId: true,
      data: true,
      submission: { select: { channel: true } },
    },
  });
  if (!row) return null;
  const { submission, data, ...facts } = row;
  const imported = (data as { imported?: string } | null)?.imported !== undefined;
  const event = { ...facts, channel: submission.channel, imported };
  const followed = isForFollowers(event.type) ? await followersAt(tx, event) : [];
  const boxes = await mailboxes(tx, [event.submissionId, ...followed]);
  return {
    event,
    recipients: {
      reporter: boxes.find((box) => box.submissionId === event.submissionId) ?? null,
      followers: followed.flatMap((id) => boxes.find((box) => box.submissionId === id) ?? []),
      department: await departmentOf(tx, event, data),
    },
  };
}

/** Who followed the case before this happened. */
async function followersAt(tx: Tx, event: EventFacts): Promise<string[]> {
  const rows = await tx.follower.findMany({
    where: { submissionId: event.submissionId, createdAt: { lte: event.at } },
    orderBy: [{ createdAt: 'asc' }, { fromSubmissionId: 'asc' }],
    select: { fromSubmissionId: true },
  });
  return rows.map((row) => row.fromSubmissionId);
}

async function mailboxes(tx: Tx, submissionIds: string[]): Promise<Mailbox[]> {
  const rows = await tx.contact.findMany({
    where: {
      submissionId: { in: submissionIds },
      email: { not: null },
      emailHash: { not: null },
      erasedAt: null,
    },
    select: { submissionId: true, emailHash: true },
  });
  return rows.map((row) => ({ submissionId: row.submissionId, mailbox: row.emailHash ?? '' }));
}

/** Where the event put the case: said by the event itself, or by the assignment that began with it. */
async function departmentOf(tx: Tx, event: EventFacts, data: unknown): Promise<string | null> {
  if (!departmentTemplate(event.type)) return null;
  const named = (data as { department?: string } | null)?.department;
  const opened = named
    ? { departmentCode: named }
    : await tx.assignment.findFirst({
        where: { submissionId: event.submissionId, openedAt: event.at },
        select: { departmentCode: true },
      });
  if (!opened) return null;
  const department = await tx.department.findFirst({
    where: { code: opened.departmentCode, email: { not: null } },
    select: { code: true },
  });
  return department?.code ?? null;
}
