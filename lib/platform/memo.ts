import { now } from './clock.ts';

export type Memo<T> = {
  /** The value, loaded when there is none or it has grown old. Requests at the same time share one load. */
  get(): Promise<T>;
  /** The value in memory, even an old one; undefined before the first load. */
  peek(): T | undefined;
  /** Keeps a value that was loaded in another way, as if `load` had given it. */
  keep(value: T): void;
  /** Drops the value, after a change that must be seen at once. */
  forget(): void;
};

const unchanging = async (): Promise<number> => 0;

type Kept<T> = {
  value: T;
  until: number;
  /** None: put in from outside, and as new as it says it is. */
  revision: number | undefined;
};

async function isFresh<T>({ until, revision }: Kept<T>, present: () => Promise<number>): Promise<boolean> {
  if (now().getTime() >= until) return false;
  return revision === undefined || (await present().catch(() => revision)) === revision;
}

/**
 * Keeps the answer of `load` for some milliseconds: for small reference tables that every request reads. When a
 * later load fails, the old value goes on being served: stale reference data is better than none. With a `revision`,
 * the value is loaded anew as soon as that is another one.
 */
export function memo<T>(milliseconds: number, load: () => Promise<T>, revision = unchanging): Memo<T> {
  let kept: Kept<T> | undefined;
  let loading: Promise<T> | undefined;
  let generation = 0;
  const end = () => now().getTime() + milliseconds;
  async function refresh(): Promise<T> {
    const mine = generation;
    try {
      // Asked before: what changes while it is loaded is loaded once more.
      const at = await revision();
      const value = await load();
      if (mine === generation) kept = { value, until: end(), revision: at };
      return value;
    } catch (error) {
      if (!kept || mine !== generation) throw error;
      return kept.value;
    } finally {
      if (mine === generation) loading = undefined;
    }
  }

  return {
    async get() {
      if (kept && (await isFresh(kept, revision)) && kept) return kept.value;
      loading ??= refresh();
      return loading;
    },
    peek: () => kept?.value,
    keep: (value) => {
      kept = { value, until: end(), revision: undefined };
    },
    forget() {
      generation += 1;
      kept = undefined;
      loading = undefined;
    },
  };
}
