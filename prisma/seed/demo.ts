import { createHash } from 'node:crypto';
import { type Actor, ANONYMOUS, type StaffActor, SYSTEM } from '#lib/access/actor.ts';
import { insertPhotos } from '#lib/media/commands/attach.ts';
import { originalKey } from '#lib/media/keys.ts';
import { writeObject } from '#lib/media/objects.ts';
import { planEvent } from '#lib/notifications/jobs/plan-event.ts';
import { addDays, cityDay, cityMidnight, now, shiftClock } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { stopJobs, warmUpJobs } from '#lib/platform/jobs.ts';
import { fileSubmission } from '#lib/submissions/commands/file.ts';
import { COMMAND_INPUT, type CommandInput } from '#lib/submissions/schema.ts';
import { transition } from '#lib/submissions/transition.ts';
import type { Command } from '#lib/submissions/words.ts';
import { seedDemoCalls } from './demo-calls.ts';
import { type DemoCase, type DemoStep, placeOfCase, readDemoCases, readDemoPhoto } from './demo-cases.ts';
import { gatherSupport } from './demo-supports.ts';
import { type DemoAction, demoTimeline } from './demo-timeline.ts';
import { seedDemoVoices } from './demo-voices.ts';
import { DemoYears } from './demo-years.ts';
import { DEMO_DOMAIN, seedStaff } from './staff.ts';

/** Departments that have a demo officer, and so a mailbox. */
const WITH_MAILBOX = ['ZDMK', 'ZZM', 'MPO'];

/**
 * Adds the demonstration: accounts, mailboxes, about sixty cases of all kinds of the last sixty days, and between them so
 * many made-up ones of the months before this day. The sixty go the way of real ones, by the same functions with the
 * clock set back, so that every history is true to the rules. Nobody gets a mail about them. Interrupted, it goes on
 * where it stopped; complete, it changes nothing.
 */
export async function seedDemo(madeUp = 0, day = cityDay(now())): Promise<void> {
  await seedStaff();
  await warmUpJobs();
  const cases = readDemoCases();
  const present = now();
  const until = cityMidnight(day);
  const years = new DemoYears(madeUp, until);
  try {
    for (const action of demoTimeline(cases, present)) {
      // Numbers are given in the order in which things were filed.
      if (action.step === 0) await years.bring(action.at);
      await perform(action, cases, present);
      shiftClock(0);
    }
    await years.bring();
  } finally {
    shiftClock(0);
  }
  await seedDemoCalls(madeUp, until);
  await seedDemoVoices();
  await openMailboxes();
  await settleMails(cases.length);
  await stopJobs();
}

/** Cases of the demonstration are known by the id of a draft that never was. */
function draftIdOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

async function perform({ index, step, at }: DemoAction, cases: DemoCase[], present: Date): Promise<void> {
  const one = cases[index]!;
  const known = await db.submission.findUnique({
    where: { draftId: draftIdOf(index) },
    select: { id: true, reference: true, version: true, _count: { select: { events: true } } },
  });
  const done = known?._count.events ?? 0;
  // The step done last is looked at again: whoever was killed after it may have left it without its supporters.
  if (done !== step && done !== step + 1) return;
  shiftClock(at.getTime() - present.getTime());
  if (done === step) {
    if (!known) await file(one, index);
    else await take(one.steps[step - 1]!, one, known);
  }
  const gathers = one.kind === 'PROBLEM' ? step === 0 : one.steps[step - 1]?.[2] === 'publish';
  if (gathers) await gatherSupport(draftIdOf(index), one, step, present);
}

async function file(one: DemoCase, index: number): Promise<void> {
  const actor = one.channel === 'WEB' ? ANONYMOUS : await staffActor('infolinia');
  const photos = await storePhotos(one.photos);
  await inTransaction(async (tx) => {
    const { id, eventId } = await fileSubmission(tx, actor, {
      kind: one.kind,
      category: one.category,
      channel: one.channel,
      locale: 'pl',
      title: one.title ?? null,
      text: one.text,
      place: placeOfCase(one, index),
      contact: { name: one.who?.name ?? null, email: one.who?.email ?? null, phone: null },
      draftId: draftIdOf(index),
    });
    await insertPhotos(tx, photos, { submissionId: id, eventId, purpose: 'REPORT' });
  });
}

type Known = { id: string; reference: string; version: number };

async function take([who, , command, given]: DemoStep, one: DemoCase, known: Known): Promise<void> {
  const actor = await actorOf(who, known.id);
  const input = COMMAND_INPUT[command].parse(
    await inputOf(command, given, known.id),
  ) as CommandInput[Command];
  const photos = command === 'resolve' && one.result ? await storePhotos([one.result]) : [];
  await transition({ actor, reference: known.reference, command, input, version: known.version, photos });
}

/** The input as a form would give it: days ahead as dates, other cases by reference, all photos of a release. */
async function inputOf(command: Command, given: Record<string, string>, id: string): Promise<object> {
  if (command === 'plan' || (command === 'progress' && given.until))
    return { ...given, until: addDays(cityDay(now()), Number(given.until)) };
  if (command === 'duplicate') {
    const other = await db.submission.findUniqueOrThrow({
      where: { draftId: draftIdOf(Number(given.of?.slice(1))) },
    });
    return { ...given, of: other.reference };
  }
  if (command !== 'release' && command !== 'publish') return given;
  const photos = await db.photo.findMany({ where: { submissionId: id }, select: { id: true } });
  return { ...given, photos: photos.map((photo) => photo.id) };
}

async function actorOf(who: string, submissionId: string): Promise<Actor> {
  if (who === 'reporter') return { type: 'reporter', submissionId };
  return who === 'system' ? SYSTEM : staffActor(who);
}

async function staffActor(account: string): Promise<StaffActor> {
  const email = `${account}@${DEMO_DOMAIN}`;
  const { id, name, role, departmentCode } = await db.staffUser.findUniqueOrThrow({ where: { email } });
  return { type: 'staff', id, name, role, department: departmentCode };
}

async function storePhotos(names: readonly string[]) {
  return Promise.all(
    names.map(async (name) => {
      const bytes = readDemoPhoto(name);
      const id = newId();
      await writeObject(originalKey(id), bytes);
      return { id, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}

/**
 * What happened in the demonstration is long past: its mails count as sent, so that neither their jobs nor the search
 * for forgotten ones tell anybody of it now.
 */
async function settleMails(cases: number): Promise<void> {
  const draftIds = Array.from({ length: cases }, (_, index) => draftIdOf(index));
  const events = await db.event.findMany({
    where: { submission: { draftId: { in: draftIds } } },
    select: { id: true },
  });
  const ids = events.map((event) => event.id);
  for (const id of ids) await planEvent(id);
  await db.$executeRaw`
    UPDATE "Notification" n SET "state" = 'SENT', "sentAt" = n."sendAfter"
    WHERE n."eventId" = ANY(${ids}) AND n."state" = 'PENDING'`;
  await db.$executeRaw`
    DELETE FROM "pgboss"."job" WHERE "name" IN ('event.recorded', 'notification.due') AND (
      "data"->>'eventId' = ANY(${ids.map(String)}) OR
      "data"->>'notificationId' IN (SELECT "id"::text FROM "Notification" WHERE "eventId" = ANY(${ids})))`;
}

async function openMailboxes(): Promise<void> {
  for (const code of WITH_MAILBOX) {
    const email = `${code.toLowerCase()}@${DEMO_DOMAIN}`;
    await db.department.updateMany({ where: { code, email: null }, data: { email } });
  }
}
