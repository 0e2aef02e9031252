import type { Template } from './template.ts';

export type Kept = { template: Template; until: number };

/** Pages by address, as many as fit; the oldest go first. */
export function pageCache(mostBytes: number) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const drop = (address: string): void => {
    bytes -= kept.get(address)?.template.bytes ?? 0;
    kept.delete(address);
  };
  return {
    get: (address: string): Kept | undefined => kept.get(address),
    put(address: string, one: Kept): void {
      drop(address);
      kept.set(address, one);
      bytes += one.template.bytes;
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
