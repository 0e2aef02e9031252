import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as map } from '#app/api/map/route.ts';
import { POST as log } from '#app/api/staff/calls/route.ts';
import { GET as picture } from '#app/media/[id]/[size]/route.ts';
import { ANONYMOUS, type StaffActor } from '#lib/access/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { readListFilter } from '#lib/submissions/list-filter.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { publicList } from '#lib/submissions/queries/public-list.ts';
import { viewContact } from '#lib/submissions/queries/staff-contact.ts';
import { anIntake, filedBy, sendIntake } from '#tests/factories/intake.ts';
import { sentMails, workOffJobs } from '#tests/factories/jobs.ts';
import { aPhoto } from '#tests/factories/photos.ts';
import { jpeg } from '#tests/factories/pictures.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { give } from '#tests/factories/submission.ts';

const CALLER = { name: 'Kanarzyna Słuchawkowa', email: 'sluchawka@example.org', phone: '699 111 222' };
const BACK = { name: 'Oddzwoniec Kanarkowy', phone: '699 333 444' };
const WORD = 'zakanarczona';
const SECRETS = [
  /kanar/i,
  /słuchawk|sluchawk/i,
  /oddzwoni/i,
  /699[^\d]?111[^\d]?222/,
  /699[^\d]?333[^\d]?444/,
];

const told = (body: string) => SECRETS.filter((secret) => secret.test(body)).map(String);

let infoline: StaffActor;
let reference = '';
let photo = '';

beforeAll(async () => {
  infoline = await staff('infolinia');
  await db.department.update({ where: { code: 'ZDMK' }, data: { email: 'zdmk@kontakt.example' } });
  const form = await anIntake({ ...CALLER, channel: 'PHONE', text: `Jezdnia ${WORD}.` });
  const answer = await sendIntake(infoline, form);
  reference = (await filedBy(infoline, answer)).last?.reference ?? '';
  await give({ reference }, infoline, 'forward', { department: 'ZDMK', note: `Notatka ${WORD}.` });
  const { id } = await db.submission.findUniqueOrThrow({ where: { reference } });
  photo = await aPhoto({ submissionId: id, purpose: 'REPORT' }, await jpeg());
  await db.photo.update({ where: { id: photo }, data: { releasedAt: now() } });
  const callBack = { key: newId(), outcome: 'CALL_BACK', topic: 'Godziny', day: '2030-05-06', time: '10:30' };
  await callRoute(log, '/api/staff/calls', { as: infoline, form: { ...callBack, ...BACK } });
  await workOffJobs();
});

describe('who called', () => {
  it('is there to be told: the case has its contact, the call its number', async () => {
    expect(told(JSON.stringify(await viewContact(infoline, reference, newId())))).toHaveLength(3);
    expect(told(JSON.stringify(await db.callBack.findMany()))).toHaveLength(3);
  });

  it('stands on no page and in no list that everybody reads, before the release of the words and after', async () => {
    const seen = async () => [
      await publicCase(ANONYMOUS, reference, 'pl'),
      await publicList(ANONYMOUS, readListFilter({}), {}, 'pl'),
      await (
        await callRoute(map, '/api/map?bbox=19.7,49.9,20.3,50.2&zoom=18', { headers: { accept: '*/*' } })
      ).json(),
    ];
    const before = JSON.stringify(await seen());
    expect(before).toContain(reference);
    expect(told(before)).toEqual([]);
    await db.submission.update({
      where: { reference },
      data: { publicText: 'Jezdnia.', releasedAt: now() },
    });
    expect(told(JSON.stringify(await seen()))).toEqual([]);
  });

  it('stands in the schema of people alone: in no event, call, job, audit or notification', async () => {
    const kept = await Promise.all([
      db.event.findMany(),
      db.call.findMany(),
      db.auditEntry.findMany(),
      db.notification.findMany(),
      db.$queryRaw`SELECT data FROM pgboss.job`,
    ]);
    const text = JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(told(text)).toEqual([]);
  });

  it('is written to nobody but the person', async () => {
    const mails = await sentMails();
    expect(mails.map(({ to }) => to)).toContain(CALLER.email);
    const others = mails.filter(({ to }) => to !== CALLER.email);
    expect(others.map(({ to }) => to)).toContain('zdmk@kontakt.example');
    expect(others.flatMap((mail) => told(`${mail.subject} ${mail.text} ${mail.html}`))).toEqual([]);
  });
});

describe('where a photo was taken', () => {
  it.each(['view', 'thumb'] as const)('and by what is not in the %s that everybody gets', async (size) => {
    const answer = await callRoute(picture as Parameters<typeof callRoute>[0], `/media/${photo}/${size}`, {
      params: { id: photo, size },
    });
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { exif, xmp, iptc, format } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, format }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      format: 'jpeg',
    });
    expect(bytes.toString('latin1')).not.toMatch(/Canary|Exif|GPS/);
  });

  it('stands in what the phone made, so that this would be noticed', async () => {
    const sent = await jpeg();
    expect(sent.toString('latin1')).toMatch(/Canary/);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
  });
});
