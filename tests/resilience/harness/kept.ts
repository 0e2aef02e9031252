import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { originalKey, pictureKey } from '#lib/media/keys.ts';
import { PHOTO_SIZES } from '#lib/media/schema.ts';
import { diskStorage } from '#lib/platform/storage.ts';
import type { Portal } from './portal.ts';

// What is in the database and on the disk, read past the portal's own code.

const POLL_MS = 250;

export type Undone = { photos: number; mails: number; jobs: number };

/** What the worker has still to do; a mail that has to wait for its time counts too. */
async function undone(portal: Portal): Promise<Undone> {
  const [row] = await portal.query<Undone>(`
    SELECT (SELECT count(*) FROM "Photo" WHERE "state" = 'RECEIVED')::int AS "photos",
      (SELECT count(*) FROM "Notification" WHERE "state" = 'PENDING')::int AS "mails",
      (SELECT count(*) FROM pgboss.job WHERE "state" < 'completed' AND "name" <> 'housekeeping')::int AS "jobs"`);
  return row ?? { photos: 0, mails: 0, jobs: 0 };
}

/** Waits until the worker has done everything, or for so long; says what is left. */
export async function quiet(portal: Portal, patienceMs: number): Promise<Undone> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const left = await undone(portal);
    if (left.photos + left.mails + left.jobs === 0 || performance.now() > deadline) return left;
    await sleep(POLL_MS);
  }
}

export type Case = {
  id: string;
  text: string;
  status: string;
  version: number;
  draftId: string;
  events: { type: string; fromStatus: string | null; toStatus: string; version: number }[];
  open: number;
};

/** Every case that was filed during the test, with its history in order. */
export function cases(portal: Portal): Promise<Case[]> {
  return portal.query<Case>(`
    SELECT s."id", s."text", s."status", s."version", s."draftId",
      (SELECT count(*) FROM "Assignment" a WHERE a."submissionId" = s."id" AND a."endedAt" IS NULL)::int AS "open",
      (SELECT json_agg(json_build_object('type', e."type", 'fromStatus', e."fromStatus", 'toStatus', e."toStatus",
        'version', e."version") ORDER BY e."id") FROM "Event" e WHERE e."submissionId" = s."id") AS "events"
    FROM "Submission" s WHERE s."text" LIKE '%zgłoszenie próbne nr %'`);
}

/** The cases in which these words stand. */
export const withMark = (all: readonly Case[], mark: string): Case[] =>
  all.filter(({ text }) => text.includes(mark));

export type Told = { id: string; submissionId: string; event: string; recipient: string; state: string };

/** Every notification of the cases that were filed during the test. */
export function notifications(portal: Portal): Promise<Told[]> {
  return portal.query<Told>(`
    SELECT n."id", e."submissionId", e."type" AS "event", n."recipient", n."state"
    FROM "Notification" n JOIN "Event" e ON e."id" = n."eventId" JOIN "Submission" s ON s."id" = e."submissionId"
    WHERE s."text" LIKE '%zgłoszenie próbne nr %' ORDER BY n."eventId", n."recipient"`);
}

/** How many files there are with this notification's mail. */
export function mailFiles(portal: Portal): (id: string) => number {
  const names = readdirSync(path.join(portal.dataDir, 'mail'));
  return (id) => names.filter((name) => name.endsWith(`-${id}.eml`)).length;
}

export type KeptPhoto = { id: string; submissionId: string | null; sha256: string; state: string };

/** Every photo of a case filed during the test, those of its result included, and those of forms that were not sent. */
export function photos(portal: Portal): Promise<KeptPhoto[]> {
  return portal.query<KeptPhoto>(`
    SELECT p."id", p."submissionId", p."sha256", p."state" FROM "Photo" p
    LEFT JOIN "Submission" s ON s."id" = p."submissionId"
    WHERE s."id" IS NULL OR s."text" LIKE '%zgłoszenie próbne nr %' ORDER BY p."position"`);
}

const storageOf = ({ dataDir }: Portal) => diskStorage(path.join(dataDir, 'media'));

/** The hash of the stored file itself; null when there is none. */
export async function storedHash(portal: Portal, id: string): Promise<string | null> {
  const object = await storageOf(portal).open(originalKey(id));
  if (!object) return null;
  const hash = createHash('sha256');
  for await (const piece of object.stream) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Whether the worker's pictures of a photo are there. */
export async function hasPictures(portal: Portal, id: string): Promise<boolean> {
  const storage = storageOf(portal);
  const there = await Promise.all(PHOTO_SIZES.map((size) => storage.exists(pictureKey(id, size))));
  return there.every(Boolean);
}

/** How many originals are stored at all. */
export async function originals(portal: Portal): Promise<number> {
  let count = 0;
  for await (const _ of storageOf(portal).list('original')) count += 1;
  return count;
}

/** The temporary files there are now. */
export function temporaryFiles({ dataDir }: Portal): string[] {
  return readdirSync(path.join(dataDir, 'tmp'));
}
