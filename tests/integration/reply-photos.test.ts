import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, type StaffActor } from '#lib/access/actor.ts';
import { processPhoto } from '#lib/media/jobs/process-photo.ts';
import { db } from '#lib/platform/db.ts';
import { publicCase } from '#lib/submissions/queries/public-case.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { trackedCase } from '#lib/submissions/queries/tracking.ts';
import { transition } from '#lib/submissions/transition.ts';
import { aStoredPhoto } from '#tests/factories/photos.ts';
import { staff } from '#tests/factories/staff.ts';
import { aSubmission, type Case, give, reporterOf } from '#tests/factories/submission.ts';

describe('photos that came with a reply', () => {
  let infoline: StaffActor;
  let submission: Case;
  let photo: string;

  const publicIds = async () =>
    (await publicCase(ANONYMOUS, submission.reference, 'pl')).photos.map(({ id }) => id);

  beforeAll(async () => {
    infoline = await staff('infolinia');
    submission = await aSubmission();
    await give(submission, infoline, 'ask', { question: 'Jak to wygląda?' });
    const stored = await aStoredPhoto();
    photo = stored.id;
    const actor = reporterOf(submission);
    const { reference } = submission;
    await transition({ actor, reference, command: 'reply', input: { reply: 'Tak:' }, photos: [stored] });
    await processPhoto(photo);
  });

  it('are seen with the reply by staff and by the person who sent them', async () => {
    const { history } = await staffCase(infoline, submission.reference, 'pl');
    expect(history.find(({ type }) => type === 'reply')?.photos).toMatchObject([
      { id: photo, purpose: 'REPLY', released: false, thumb: expect.any(String) },
    ]);
    const { timeline } = await trackedCase(reporterOf(submission), 'pl');
    expect(timeline.find(({ type }) => type === 'reply')?.photos).toHaveLength(1);
  });

  it('are shown to nobody else until a person released them, and then beside the report', async () => {
    await give(submission, infoline, 'release', { photos: [] });
    expect(await publicIds()).toEqual([]);
    await give(submission, infoline, 'release', { photos: [photo] });
    expect(await publicIds()).toEqual([photo]);
    await give(submission, infoline, 'hide', { reasonCode: 'OTHER', photos: [photo] });
    expect(await publicIds()).toEqual([]);
  });

  it('go when the case is withdrawn', async () => {
    await give(submission, reporterOf(submission), 'withdraw', {});
    expect(await publicIds()).toEqual([]);
    expect((await db.photo.findUniqueOrThrow({ where: { id: photo } })).hiddenAt).not.toBeNull();
  });
});
