import { afterEach, describe, expect, it } from 'vitest';
import { shiftClock } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { hit, LIMITS } from '#lib/platform/limits.ts';

afterEach(() => shiftClock(0));

const times = async (count: number, subject: string) => {
  for (let done = 0; done < count; done += 1) await hit('search', subject);
};

describe('reading', () => {
  it('is limited for each address, for a minute, without a word written', async () => {
    const before = await db.rateCounter.count();
    await times(LIMITS.search.hits, '192.0.2.1');
    await expect(hit('search', '192.0.2.1')).rejects.toMatchObject({ code: 'TOO_MANY' });
    await hit('search', '192.0.2.2');
    shiftClock(LIMITS.search.seconds * 1000 + 1000);
    await hit('search', '192.0.2.1');
    expect(await db.rateCounter.count()).toBe(before);
  });

  it('says how long to wait', async () => {
    await times(LIMITS.search.hits, '192.0.2.3');
    const error = await hit('search', '192.0.2.3').catch((reason: unknown) => reason);
    const { retryAfter } = (error as { details: { retryAfter: number } }).details;
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(LIMITS.search.seconds);
  });
});
