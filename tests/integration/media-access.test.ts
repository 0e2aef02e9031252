import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '#app/media/[id]/[size]/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { signedMediaPath } from '#lib/media/signature.ts';
import { now, shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import type { DemoAccount } from '#tests/factories/accounts.ts';
import { aDraftRow, aPhoto, aStoredPhoto, attach } from '#tests/factories/photos.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, give, reporterOf } from '#tests/factories/submission.ts';

type Looking = { as?: StaffActor; size?: string; token?: string | null; headers?: Record<string, string> };

function look(id: string, { as, size = 'view', token, headers }: Looking = {}): Promise<Response> {
  const query = token == null ? '' : `?t=${token}`;
  return callRoute(GET as Parameters<typeof callRoute>[0], `/media/${id}/${size}${query}`, {
    params: { id, size },
    ...(as && { as }),
    ...(headers && { headers }),
  });
}

const tokenOf = (id: string, size: 'view' | 'thumb' = 'view') =>
  new URL(signedMediaPath(id, size), 'http://localhost').searchParams.get('t');

const released = (id: string) =>
  db.photo.update({ where: { id }, data: { releasedAt: now(), hiddenAt: null } });

const STAFF: DemoAccount[] = [
  'infolinia',
  'kierownik',
  'zdmk',
  'zdmk.kierownik',
  'zzm',
  'mpo',
  'audyt',
  'admin',
];
let people: Record<string, StaffActor>;

beforeAll(async () => {
  people = Object.fromEntries(
    await Promise.all(STAFF.map(async (name) => [name, await staff(name)] as const)),
  );
});

/** Who may see this photo: `anybody` and names of accounts. */
async function viewersOf(id: string): Promise<string[]> {
  const asked = await Promise.all(
    Object.entries(people).map(async ([name, as]) => [name, (await look(id, { as })).status] as const),
  );
  const anybody = (await look(id)).status;
  return [['anybody', anybody] as const, ...asked]
    .filter(([, status]) => status === 200)
    .map(([name]) => name);
}

const EVERYBODY = ['anybody', ...STAFF];
const TRIAGE = ['infolinia', 'kierownik', 'audyt'];

describe('who sees a photo', () => {
  it('before its release: staff who may read the case; the department it was forwarded to while it has it', async () => {
    const submission = await aSubmission();
    const id = await aPhoto({ submissionId: submission.id, purpose: 'REPORT' });
    expect(await viewersOf(id)).toEqual(TRIAGE);
    const zdmk = people.zdmk as StaffActor;
    await give(submission, people.infolinia as StaffActor, 'forward', { department: zdmk.department ?? '' });
    expect(await viewersOf(id)).toEqual(['infolinia', 'kierownik', 'zdmk', 'zdmk.kierownik', 'audyt']);
    await give(submission, zdmk, 'return', { reasonCode: 'NOT_OURS', reason: 'Droga powiatowa.' });
    expect(await viewersOf(id)).toEqual(TRIAGE);
  });

  it('released: everybody; hidden again: as before', async () => {
    const { id: submissionId } = await aSubmission();
    const id = await aPhoto({ submissionId, purpose: 'REPORT' });
    await released(id);
    expect(await viewersOf(id)).toEqual(EVERYBODY);
    await db.photo.update({ where: { id }, data: { hiddenAt: now() } });
    expect(await viewersOf(id)).toEqual(TRIAGE);
  });

  it('of a question: never the public, even if it was released by mistake', async () => {
    const { id: submissionId } = await aSubmission({ kind: 'QUESTION' });
    const id = await aPhoto({ submissionId, purpose: 'REPORT' });
    await released(id);
    expect(await viewersOf(id)).toEqual(TRIAGE);
  });

  it('of what was withdrawn: nobody, not even by an address that was good a moment ago', async () => {
    const submission = await aSubmission();
    const id = await aPhoto({ submissionId: submission.id, purpose: 'REPORT' });
    await give(submission, reporterOf(submission), 'withdraw', {});
    await released(id);
    expect(await viewersOf(id)).toEqual([]);
    expect((await look(id, { token: tokenOf(id) })).status).toBe(404);
  });

  it('of a draft: whoever has the signed address, and no member of staff', async () => {
    const id = await aPhoto({ draftId: await aDraftRow(), purpose: 'REPORT' });
    expect(await viewersOf(id)).toEqual([]);
    expect((await look(id, { token: tokenOf(id) })).status).toBe(200);
  });

  it('by a signed address: for this photo, this size and some hours', async () => {
    const { id: submissionId } = await aSubmission();
    const id = await aPhoto({ submissionId, purpose: 'REPORT' });
    const other = await aPhoto({ submissionId, purpose: 'REPORT' });
    const token = tokenOf(id);
    expect((await look(id, { token })).status).toBe(200);
    expect((await look(other, { token })).status).toBe(404);
    expect((await look(id, { token, size: 'thumb' })).status).toBe(404);
    shiftClock(8 * 3_600_000);
    expect((await look(id, { token })).status).toBe(404);
  });
});

describe('what is not there', () => {
  it('answers the same, whatever the reason', async () => {
    const { id: submissionId } = await aSubmission();
    const hidden = await aPhoto({ submissionId, purpose: 'REPORT' });
    const stored = await aStoredPhoto();
    await attach([stored], { submissionId, purpose: 'REPORT' });
    await released(stored.id);
    const ready = await aPhoto({ submissionId, purpose: 'REPORT' });
    await released(ready);
    const answers = await Promise.all([
      look(hidden),
      look(newId()),
      look(stored.id),
      look(stored.id, { token: tokenOf(stored.id) }),
      look(ready, { size: 'original' }),
      look(ready, { size: '../original' }),
      look(`${ready.toUpperCase()}`),
      look('../../secrets/app-secret'),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toBe('');
    }
  });
});

describe('what is served', () => {
  it('is a picture that can do nothing else, under a name of ours', async () => {
    const { id: submissionId } = await aSubmission();
    const id = await aPhoto({ submissionId, purpose: 'REPORT' });
    await released(id);
    const answer = await look(id, { size: 'thumb' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': `inline; filename="photo-${id.slice(0, 8)}-thumb.jpg"`,
      'cache-control': 'public, max-age=300',
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(bytes.includes('Canary')).toBe(false);
  });

  it('may be kept by others only when it is public, and staff are asked each time', async () => {
    const { id: submissionId } = await aSubmission();
    const id = await aPhoto({ submissionId, purpose: 'REPORT' });
    const signed = await look(id, { token: tokenOf(id) });
    expect(signed.headers.get('cache-control')).toBe('private, max-age=3600');
    const session = await look(id, { as: people.infolinia as StaffActor });
    expect(session.headers.get('cache-control')).toBe('private, no-cache');
    const again = { 'if-none-match': session.headers.get('etag') ?? '' };
    expect((await look(id, { as: people.infolinia as StaffActor, headers: again })).status).toBe(304);
    expect((await look(id, { as: people.zzm as StaffActor, headers: again })).status).toBe(404);
  });
});
