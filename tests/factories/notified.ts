import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { sentMails, workOffJobs } from './jobs.ts';
import type { Mail } from './mail.ts';
import { aSubmission, type Case } from './submission.ts';

let people = 0;
/** An address of this test alone. */
export function anAddress(): string {
  people += 1;
  return `osoba${people}@example.com`;
}

export async function mailsTo(address: string): Promise<Mail[]> {
  return (await sentMails()).filter(({ to }) => to === address);
}

/** The first words of each subject: what the mail says has happened. */
export async function subjectsTo(address: string): Promise<(string | undefined)[]> {
  return (await mailsTo(address)).map(({ subject }) => subject.split(':')[0]);
}

/** The notifications of a case, in the order of its events. */
export function rowsOf({ id }: Pick<Case, 'id'>) {
  return db.notification.findMany({ where: { event: { submissionId: id } }, orderBy: { eventId: 'asc' } });
}

export function lastEvent(submissionId: string) {
  return db.event.findFirstOrThrow({ where: { submissionId }, orderBy: { id: 'desc' } });
}

/** A case whose first mail is sent. */
export async function reported(wish: Parameters<typeof aSubmission>[0] = {}) {
  const email = anAddress();
  const submission = await aSubmission({ email, ...wish });
  await workOffJobs();
  return { submission, email };
}

/** As when the mail folder, or the mail server behind it, is not there. */
export async function mailIsDown<T>(work: () => Promise<T>): Promise<T> {
  const kept = env.DATA_DIR;
  const blocked = path.join(kept, 'blocked');
  await mkdir(blocked, { recursive: true });
  await writeFile(path.join(blocked, 'mail'), '');
  env.DATA_DIR = blocked;
  try {
    return await work();
  } finally {
    env.DATA_DIR = kept;
  }
}
