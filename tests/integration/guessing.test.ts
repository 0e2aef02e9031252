import { afterEach, describe, expect, it } from 'vitest';
import { POST } from '#app/api/submissions/[reference]/[command]/route.ts';
import { shiftClock } from '#lib/platform/clock.ts';
import { LIMITS } from '#lib/platform/limits.ts';
import { guessReporter } from '#lib/submissions/queries/reporter.ts';
import { callRoute } from '#tests/factories/request.ts';
import { aSubmission } from '#tests/factories/submission.ts';

const { hits, seconds } = LIMITS.trackingGuess;
const WRONG = 'AAAAAAAAAAAAA';

async function guessUntilFull(address: string): Promise<void> {
  for (let times = 0; times < hits; times += 1) expect(await guessReporter(WRONG, address)).toBeNull();
}

afterEach(() => shiftClock(0));

describe('guessing tracking codes', () => {
  it('ends after so many wrong ones: from then on even a right one tells nothing, until the window is over', async () => {
    const { code, id } = await aSubmission({});
    await guessUntilFull('guesser');
    await expect(guessReporter(code, 'guesser')).rejects.toMatchObject({ code: 'TOO_MANY' });
    expect(await guessReporter(code, 'somebody else')).toEqual({ type: 'reporter', submissionId: id });
    shiftClock(seconds * 1000);
    expect(await guessReporter(code, 'guesser')).toEqual({ type: 'reporter', submissionId: id });
  });

  it('is counted in commands as on pages', async () => {
    const { code, reference } = await aSubmission({});
    await guessUntilFull('command guesser');
    const response = await callRoute(POST, `/api/submissions/${reference}/withdraw`, {
      params: { reference, command: 'withdraw' },
      json: { code, version: 1 },
      clientAddress: 'command guesser',
    });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is not what a right code is, nor what cannot be a code', async () => {
    const { code } = await aSubmission({});
    for (let times = 0; times <= hits; times += 1) {
      await guessReporter(code, 'neighbour');
      await guessReporter('nie znam kodu', 'neighbour');
    }
    expect(await guessReporter(code, 'neighbour')).not.toBeNull();
  });
});
