import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptPages, type Page } from './pages.ts';
import type { Rendered } from './render.ts';

const page = (text: string, status = 200): Rendered => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "script-src 'nonce-abc'",
  },
  body: Buffer.from(text),
});

const text = (one: Page | undefined) =>
  one && 'template' in one ? String(one.template.parts[0]) : undefined;

/** A city with one written word, which is the page as well. */
function city(pause = async () => {}) {
  const it = { state: 0, away: false, rendered: 0, at: 0, status: 200 };
  const pages = keptPages({
    present: async () => {
      await pause();
      return it.away ? undefined : String(it.state);
    },
    render: async () => {
      it.rendered += 1;
      await pause();
      const seen = it.state;
      await pause();
      return page(String(seen), it.status);
    },
    clock: () => it.at,
  });
  return { it, ask: (address = '/') => pages(address) };
}

/** What is kept is kept a turn after the page was given. */
const settle = () => sleep(1);

describe('a page', () => {
  it('is rendered once as long as nothing is written, and anew after that', async () => {
    const { it: one, ask } = city();
    for (let times = 0; times < 3; times += 1) {
      expect(text(await ask())).toBe('0');
      await settle();
    }
    expect(one.rendered).toBe(1);
    one.state = 1;
    expect(text(await ask())).toBe('1');
    expect(one.rendered).toBe(2);
  });

  it('is one for each address', async () => {
    const { it: one, ask } = city();
    await ask('/a');
    await ask('/b');
    expect(one.rendered).toBe(2);
  });

  it('is rendered once for all who ask at the same time', async () => {
    const { it: one, ask } = city(settle);
    const all = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(all.map(text)).toEqual(Array(20).fill('0'));
    expect(one.rendered).toBe(1);
  });

  it('is not kept longer than a few seconds, nor long while memory may be older than the database', async () => {
    const { it: one, ask } = city();
    const renderings = async (at: number) => {
      one.at = at;
      await ask();
      await settle();
      return one.rendered;
    };
    expect(await renderings(0)).toBe(1);
    expect(await renderings(1_400)).toBe(1);
    expect(await renderings(1_600)).toBe(2);
    expect(await renderings(6_500)).toBe(2);
    expect(await renderings(6_700)).toBe(3);
  });

  it('is nobody’s when the database does not answer, and is rendered anew when it does again', async () => {
    const { it: one, ask } = city();
    await ask();
    await settle();
    one.away = true;
    expect(await ask()).toBeUndefined();
    one.away = false;
    await ask();
    expect(one.rendered).toBe(2);
  });

  it('that went wrong is for the one who asked, and for nobody else', async () => {
    const { it: one, ask } = city(settle);
    one.status = 404;
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(first).toMatchObject({ rendered: { status: 404 } });
    expect(second).toBeUndefined();
    await ask();
    expect(one.rendered).toBe(2);
  });

  it('that could not be rendered is an error of the one who asked', async () => {
    const pages = keptPages({ present: async () => '1', render: () => Promise.reject(new Error('broken')) });
    const [first, second] = await Promise.allSettled([pages('/'), pages('/')]);
    expect(first).toMatchObject({ status: 'rejected' });
    expect(second).toEqual({ status: 'fulfilled', value: undefined });
  });

  it('gives way when there are too many', async () => {
    const large = 'x'.repeat(5 * 1024 * 1024);
    let rendered = 0;
    const pages = keptPages({
      present: async () => '1',
      render: async () => {
        rendered += 1;
        return page(large);
      },
    });
    for (const address of ['/a', '/b', '/c', '/d', '/b', '/d']) {
      await pages(address);
      await settle();
    }
    expect(rendered).toBe(4);
    await pages('/a');
    expect(rendered).toBe(5);
  });
});

describe('whoever writes and whoever looks', () => {
  it('never meet in a page that is older than the question', async () => {
    const step = fc.record({
      write: fc.boolean(),
      ask: fc.integer({ min: 0, max: 3 }),
      wait: fc.integer({ min: 0, max: 3 }),
    });
    const scenario = async (steps: { write: boolean; ask: number; wait: number }[]) => {
      const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
      const { it: one, ask } = city(turn);
      const answers: Promise<void>[] = [];
      for (const { write, ask: times, wait } of steps) {
        if (write) one.state += 1;
        for (let asked = 0; asked < times; asked += 1) {
          const least = one.state;
          answers.push(ask().then((given) => expect(Number(text(given))).toBeGreaterThanOrEqual(least)));
        }
        for (let turns = 0; turns < wait; turns += 1) await turn();
      }
      await Promise.all(answers);
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), scenario), { numRuns: 200 });
  });
});
