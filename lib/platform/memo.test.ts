import { afterEach, describe, expect, it } from 'vitest';
import { shiftClock } from './clock.ts';
import { memo } from './memo.ts';

afterEach(() => shiftClock(0));

describe('memo', () => {
  it('loads once for requests at the same time, and again when old', async () => {
    let loads = 0;
    const value = memo(1000, async () => ++loads);
    expect(await Promise.all([value.get(), value.get()])).toEqual([1, 1]);
    expect(await value.get()).toBe(1);
    shiftClock(1001);
    expect(await value.get()).toBe(2);
  });

  it('forgets at once, also what is still being loaded', async () => {
    let loads = 0;
    const value = memo(1000, async () => ++loads);
    const first = value.get();
    value.forget();
    expect(await value.get()).toBe(2);
    expect(await first).toBe(1);
    expect(await value.get()).toBe(2);
  });

  it('shows what it has without loading, and keeps what it is given', async () => {
    const value = memo(1000, async () => 'loaded');
    expect(value.peek()).toBeUndefined();
    value.keep('given');
    expect(value.peek()).toBe('given');
    expect(await value.get()).toBe('given');
    shiftClock(1001);
    expect(value.peek()).toBe('given');
    expect(await value.get()).toBe('loaded');
  });

  it('serves the old value when a later load fails, and fails when there is none', async () => {
    let broken = false;
    const value = memo(1000, async () => {
      if (broken) throw new Error('down');
      return 'ok';
    });
    await value.get();
    broken = true;
    shiftClock(2000);
    expect(await value.get()).toBe('ok');
    value.forget();
    await expect(value.get()).rejects.toThrow('down');
    broken = false;
    expect(await value.get()).toBe('ok');
  });

  it('loads anew when the revision is another one, and not while it is the same', async () => {
    let [loads, revision] = [0, 1];
    const value = memo(
      60_000,
      async () => ++loads,
      async () => revision,
    );
    expect([await value.get(), await value.get()]).toEqual([1, 1]);
    revision = 2;
    expect([await value.get(), await value.get()]).toEqual([2, 2]);
  });

  it('serves what it has while nobody can say the revision', async () => {
    let broken = false;
    const value = memo(
      60_000,
      async () => 'ok',
      async () => {
        if (broken) throw new Error('down');
        return 1;
      },
    );
    await value.get();
    broken = true;
    expect(await value.get()).toBe('ok');
  });
});
