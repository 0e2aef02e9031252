const SHORT = 10_000;
const LONG = 100_000;
/** Long enough that the steps of the system's own clock do not matter. */
const ENOUGH_MICROSECONDS = 25_000;
const ATTEMPTS = 6;
/** Plainly in proportion: no need to look again. */
const WELL = 13;

/** What one call costs this very thread: what else the machine does, and the collector's threads, are not counted. */
function cost(work: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let times = 1; ; times += 1) {
    work();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= ENOUGH_MICROSECONDS) return (user + system) / times;
  }
}

/**
 * How many times more a text of 100 000 signs costs than one of 10 000: about 10 for what grows with the text, 100 for
 * what grows with its square. `part` is repeated until the text is long enough. Measured again when it seems too much,
 * because a busy machine makes some measures worse and none of many better.
 */
export function growth(part: string, work: (text: string) => unknown): number {
  const textOf = (length: number) => part.repeat(Math.ceil(length / part.length));
  const [short, long] = [textOf(SHORT), textOf(LONG)];
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least > WELL; attempt += 1) {
    const little = cost(() => work(short));
    least = Math.min(least, cost(() => work(long)) / little);
  }
  return least;
}
