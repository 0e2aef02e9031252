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

/**
 * Keeps the answer of `load` for some milliseconds: for small reference tables that every request reads. When a
 * later load fails, the old value goes on being served: stale reference data is better than none.
 */
export function memo<T>(milliseconds: number, load: () => Promise<T>): Memo<T> {
  let kept: { value: T; until: number } | undefined;
  let loading: Promise<T> | undefined;
  let generation = 0;
  const hold = (value: T) => {
    kept = { value, until: now().getTime() + milliseconds };
  };

  async function refresh(): Promise<T> {
    const mine = generation;
    try {
      const value = await load();
      if (mine === generation) hold(value);
      return value;
    } catch (error) {
      if (!kept || mine !== generation) throw error;
      return kept.value;
    } finally {
      if (mine === generation) loading = undefined;
    }
  }

  return {
    get() {
      if (kept && now().getTime() < kept.until) return Promise.resolve(kept.value);
      loading ??= refresh();
      return loading;
    },
    peek: () => kept?.value,
    keep: hold,
    forget() {
      generation += 1;
      kept = undefined;
      loading = undefined;
    },
  };
}
