/** The option of an open list that an arrow key leads to, around its ends; null for another key. None is active at -1. */
export function nextOption(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return (active + 1) % count;
  return key === 'ArrowUp' ? (active <= 0 ? count : active) - 1 : null;
}
