import { ANONYMOUS } from '#lib/access/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { fileSubmission } from '#lib/submissions/commands/file.ts';

const POINT = { lat: 50.0617, lng: 19.9373 };
const TEXT = 'Nie świeci latarnia naprzeciwko szkoły. Tak jest od tygodnia.';

/** As a resident's form ends: number, row, place, contact, event and job in one transaction. */
export async function fileOne(): Promise<void> {
  await warmUpJobs();
  await inTransaction((tx) =>
    fileSubmission(tx, ANONYMOUS, {
      kind: 'PROBLEM',
      category: 'oswietlenie',
      channel: 'WEB',
      locale: 'pl',
      text: TEXT,
      place: { ...POINT, precision: 'EXACT', source: 'MAP', address: 'Karmelicka 30', description: null },
      contact: { name: 'Anna Przykładna', email: 'anna@kontakt.example', phone: null },
      draftId: null,
    }),
  );
}

/** The same four rows and nothing else, by the same client. */
export async function insertFour(): Promise<void> {
  const [id, at] = [newId(), now()];
  await db.$transaction([
    db.$executeRaw`
      INSERT INTO "Submission" ("id", "reference", "kind", "categoryCode", "channel", "text", "receivedAt", "changedAt",
        "firstAnswerDue", "trackingHash", "findings")
      VALUES (${id}::uuid, ${id}, 'PROBLEM', 'oswietlenie', 'WEB', ${TEXT}, ${at}, ${at}, ${at}, ${id}, '{}')`,
    db.$executeRaw`
      INSERT INTO "Place" ("id", "submissionId", "lat", "lng", "precision", "source", "address")
      VALUES (${newId()}::uuid, ${id}::uuid, ${POINT.lat}, ${POINT.lng}, 'EXACT', 'MAP', 'Karmelicka 30')`,
    db.$executeRaw`
      INSERT INTO "people"."Contact" ("submissionId", "name", "email")
      VALUES (${id}::uuid, 'Anna Przykładna', 'anna@kontakt.example')`,
    db.$executeRaw`
      INSERT INTO "Event" ("submissionId", "type", "at", "actorKind", "visibility", "toStatus", "version")
      VALUES (${id}::uuid, 'file', ${at}, 'REPORTER', 'PUBLIC', 'RECEIVED', 1)`,
  ]);
}
