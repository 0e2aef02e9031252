import { setTimeout as sleep } from 'node:timers/promises';
import { NoAnswer, type Reply } from './http.ts';

/** How people fared while something was down: how often nothing came back, and every answer that said so. */
export type Troubles = { broken: number; answers: Reply[] };

export const noTroubles = (): Troubles => ({ broken: 0, answers: [] });

const PATIENCE_MS = 45_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_500;

/** Asks again until there is an answer to the question, as a person does who was told to try again in a moment. */
export async function insist(troubles: Troubles, ask: () => Promise<Reply>): Promise<Reply> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const reply = await ask().catch((error: unknown) => {
      if (!(error instanceof NoAnswer) || performance.now() > deadline) throw error;
      return undefined;
    });
    if (reply && reply.status < 500) return reply;
    if (reply) troubles.answers.push(reply);
    else troubles.broken += 1;
    if (performance.now() > deadline) throw new Error(`Still ${reply?.status} after so long.`);
    await sleep(pause);
  }
}

/** The same form twice at once, as an impatient hand sends it; whichever is answered last is what the person sees. */
export async function twice(ask: () => Promise<Reply>): Promise<Reply> {
  const replies: Reply[] = [];
  const one = async () => void replies.push(await ask());
  const ends = await Promise.allSettled([one(), one()]);
  const last = replies.at(-1);
  if (last) return last;
  throw ends.find((end) => end.status === 'rejected')?.reason;
}

/** The last troubles in a few words, for whoever reads why a test failed. */
export function told({ broken, answers }: Troubles): string {
  const last = answers.slice(-3).map(({ status, body }) => `${status} ${body.slice(0, 200)}`);
  return [`${broken} without an answer`, ...last].join('\n');
}
