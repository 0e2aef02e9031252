import type { Sheet } from './sheet.ts';

export type Kept = { sheet: Sheet; until: number };

/** Pages by address, as many as fit; the oldest go first. */
export function shelf(mostBytes: number) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const drop = (address: string): void => {
    bytes -= kept.get(address)?.sheet.bytes ?? 0;
    kept.delete(address);
  };
  return {
    get: (address: string): Kept | undefined => kept.get(address),
    put(address: string, one: Kept): void {
      drop(address);
      kept.set(address, one);
      bytes += one.sheet.bytes;
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) return;
        drop(oldest);
      }
    },
    clear(): void {
      kept.clear();
      bytes = 0;
    },
  };
}
