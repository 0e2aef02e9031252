/**
 * All tests, told as a specification: `npm test`. Some of them: `npm test -- unit`, `integration`, `e2e`, `resilience`, or any stage;
 * `npm test -- --grep words` runs only the tests whose titles hold these words. Ends with "N passed, N failed".
 */
import { parseArgs } from 'node:util';
import { PlainError } from './plain-error.ts';
import { runScript } from './run-script.ts';
import { passOn } from './testing/command.ts';
import { STAGES, type Stage, type StageName } from './testing/stages.ts';
import { add, NOTHING, type Tally } from './testing/tally.ts';
import { bold, dim, seconds, verdict } from './testing/words.ts';

const INTERRUPTED = 130;

type Wanted = { stages: readonly Stage[]; grep: string | undefined };

/** A stage asked for by name brings those along that it needs. */
function withNeeds(names: Set<string>): Set<string> {
  const needed = STAGES.filter(({ name }) => names.has(name)).flatMap(({ after }) => after);
  const all = new Set([...names, ...needed]);
  return all.size === names.size ? all : withNeeds(all);
}

function wanted(args: string[]): Wanted {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' } },
  });
  const known: string[] = STAGES.map(({ name }) => name);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown) throw new PlainError(`There is no stage "${unknown}". There are: ${known.join(', ')}.`);
  const suites: StageName[] = ['unit', 'integration', 'e2e', 'resilience'];
  const asked = positionals.length > 0 ? positionals : values.grep ? suites : known;
  const names = withNeeds(new Set(asked));
  return { stages: STAGES.filter(({ name }) => names.has(name)), grep: values.grep };
}

let interrupted = false;

async function runAll({ stages, grep }: Wanted): Promise<Tally> {
  const began = performance.now();
  const bad = new Set<StageName>();
  const times: string[] = [];
  let sum = NOTHING;
  for (const { name, after, run } of stages) {
    const missing = after.find((need) => bad.has(need));
    if (interrupted || missing) {
      bad.add(name);
      times.push(`${name}: not run${missing ? `, ${missing} failed` : ''}`);
      continue;
    }
    console.log(`\n${bold(name)}`);
    const start = performance.now();
    const tally = await run(grep);
    if (tally.failed > 0) bad.add(name);
    sum = add(sum, tally);
    times.push(
      `${name} ${seconds(performance.now() - start)}${tally.failed ? ` (${tally.failed} failed)` : ''}`,
    );
  }
  console.log(`\n${dim([...times, `together ${seconds(performance.now() - began)}`].join('  ·  '))}`);
  if (sum.skipped > 0) console.log(dim(`${sum.skipped} not run, as asked`));
  return sum;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    // Ctrl-C reaches the whole group already; a signal to us alone has to be passed on.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) passOn('SIGINT');
  });
}

await runScript(async () => {
  const tally = await runAll(wanted(process.argv.slice(2)));
  console.log(verdict(tally));
  if (interrupted) process.exitCode = INTERRUPTED;
  else if (tally.failed > 0 || tally.passed === 0) process.exitCode = 1;
});
