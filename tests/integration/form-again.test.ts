import { beforeAll, describe, expect, it } from 'vitest';
import { POST as command } from '#app/api/submissions/[reference]/[command]/route.ts';
import { POST as preview } from '#app/api/submissions/[reference]/preview/route.ts';
import { POST as template } from '#app/api/submissions/[reference]/template/route.ts';
import type { StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { newId } from '#lib/platform/ids.ts';
import { hit, LIMITS } from '#lib/platform/limits.ts';
import { callRoute } from '#tests/factories/request.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case } from '#tests/factories/submission.ts';

let infoline: StaffActor;
let submission: Case;
let back: string;

beforeAll(async () => {
  infoline = await staff('infolinia');
  submission = await aSubmission();
  back = `/staff/zgloszenia/${submission.reference}`;
});

type Handler = Parameters<typeof callRoute>[0];
const photo = (bytes = 40) => new File([new Uint8Array(bytes)], bytes > 0 ? 'dziura.jpg' : '');

/** What the form brings back when a page without a script sends it. */
async function returned(handler: Handler, fields: Record<string, string | Blob>) {
  const params = { reference: submission.reference, command: 'resolve' };
  const form = { version: '1', form: 'resolve', back, ...fields };
  const answer = await callRoute(handler, '/api/submissions/x/resolve', { form, params, as: infoline });
  const to = new URL(answer.headers.get('location') ?? '', 'http://portal.test');
  const state = await readFormState(to.searchParams.get('f') ?? undefined);
  if (!state) throw new Error(`nothing kept: ${answer.status} ${await answer.text()}`);
  return state;
}

describe('a form of staff that comes back', () => {
  it('says why its photos were not kept, where some were chosen', async () => {
    const { errors } = await returned(command, { outcome: 'FIXED', explanation: '', photos: photo() });
    expect(errors.photos).toEqual(['media.unsupported']);
    expect(Object.keys(errors)).toContain('explanation');
    // A browser sends an empty file for a field in which nothing was chosen.
    const without = await returned(command, { outcome: 'FIXED', explanation: '', photos: photo(0) });
    expect(Object.keys(without.errors)).toEqual(['explanation']);
  });

  it('of somebody who was signed out meanwhile leads to signing in, keeps every word and says that photos must be chosen again', async () => {
    const params = { reference: submission.reference, command: 'note' };
    const form = { form: 'note', back, note: 'Dzwoniła pani z bloku.', photos: photo() };
    const answer = await callRoute(command, '/api/submissions/x/note', { form, params });
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain('>Zaloguj się</a>');
    const kept = /[?&]f=([0-9a-f-]{36})/.exec(page)?.[1];
    const state = await readFormState(kept);
    expect(state).toMatchObject({ values: { note: form.note }, photos: [] });
    expect(state?.errors.photos).toEqual(['validation.photosAgain']);
  });

  it('is not kept any more for an address that had very many refused', async () => {
    const params = { reference: submission.reference, command: 'note' };
    const refuse = () =>
      callRoute(command, '/api/submissions/x/note', {
        form: { form: 'note', back, note: 'x' },
        params,
        clientAddress: 'a flood of forms',
      });
    for (let times = 0; times < LIMITS.keptForm.hits; times += 1) await hit('keptForm', 'a flood of forms');
    const before = await db.formState.count();
    const answer = await refuse();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await db.formState.count()).toBe(before);
  });

  it('says so too when it comes back with a template or a preview', async () => {
    const row = { id: newId(), name: 'Próbny', command: 'resolve' as const, text: { pl: 'Naprawione.' } };
    await db.replyTemplate.create({ data: row });
    const filled = await returned(template, { template: row.id, photos: photo() });
    expect(filled.errors).toEqual({ photos: ['media.unsupported'] });
    const fields = { outcome: 'FIXED', explanation: 'Naprawione.' };
    expect((await returned(preview, { ...fields, photos: photo() })).errors).toEqual(filled.errors);
    expect((await returned(preview, fields)).errors).toEqual({});
  });
});
