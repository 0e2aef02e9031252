import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { explain } from '../run-script.ts';
import { ensureBuild } from '../supervisor/build.ts';
import { type Ended, run } from './command.ts';
import { NOTHING, readTally, type Tally, tallyTo } from './tally.ts';
import { failure, line, PASSED } from './words.ts';

export type StageName =
  | 'generate'
  | 'types'
  | 'lint'
  | 'unit'
  | 'integration'
  | 'build'
  | 'e2e'
  | 'resilience';

export type Stage = {
  name: StageName;
  /** Without these having succeeded it makes no sense. */
  after: StageName[];
  run: (grep: string | undefined) => Promise<Tally>;
};

const bin = (...parts: string[]) => path.join('node_modules', ...parts);
const VITEST = bin('vitest', 'vitest.mjs');
const PLAYWRIGHT = bin('@playwright', 'test', 'cli.js');

/** A check that is one test: it holds, or its words are shown. */
async function check(name: string, work: () => Promise<Ended>): Promise<Tally> {
  const began = performance.now();
  const { code, output } = await work().catch((error: unknown) => ({ code: 1, output: explain(error) }));
  const spent = performance.now() - began;
  console.log(code === 0 ? line(PASSED, name, spent) : failure(name, output));
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

async function all(checks: [string, string[]][]): Promise<Tally> {
  const sum = { ...NOTHING };
  for (const [name, args] of checks) {
    const { passed, failed } = await check(name, () => run(args, false));
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

/** A runner that leaves its counts; one that ends badly without having counted a failure has failed as a whole. */
async function suite(name: StageName, args: string[]): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kontakt-tally-'));
  const file = path.join(folder, 'tally.json');
  try {
    const { code } = await run(args, true, tallyTo(file));
    const tally = readTally(file);
    if (tally && (code === 0 || tally.failed > 0)) return tally;
    console.log(failure(`the ${name} tests as a whole`, `They ended with code ${code}.`));
    return { ...(tally ?? NOTHING), failed: (tally?.failed ?? 0) + 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitest(project: 'unit' | 'integration' | 'resilience', grep: string | undefined): Promise<Tally> {
  const filter = grep ? ['-t', grep] : [];
  const reporter = '--reporter=./scripts/testing/vitest-reporter.ts';
  return suite(project, [VITEST, 'run', '--project', project, reporter, ...filter]);
}

async function built(): Promise<Ended> {
  await ensureBuild(() => undefined);
  return { code: 0, output: '' };
}

/** All stages in their order. */
export const STAGES: readonly Stage[] = [
  {
    name: 'generate',
    after: [],
    run: () =>
      all([
        ['the database client follows from the schema', ['scripts/generate.ts']],
        ['the types of the routes follow from the pages', [bin('next', 'dist', 'bin', 'next'), 'typegen']],
      ]),
  },
  {
    name: 'types',
    after: ['generate'],
    run: () => all([['every file keeps to its types', [bin('typescript', 'bin', 'tsc'), '--noEmit']]]),
  },
  {
    name: 'lint',
    after: ['generate'],
    run: () =>
      all([
        [
          'format and good habits (biome)',
          [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
        ],
        ['nothing that nobody uses (knip)', [bin('knip', 'bin', 'knip.js')]],
      ]),
  },
  { name: 'unit', after: ['generate'], run: (grep) => vitest('unit', grep) },
  { name: 'integration', after: ['generate'], run: (grep) => vitest('integration', grep) },
  { name: 'build', after: ['generate'], run: () => check('the production build', built) },
  {
    name: 'e2e',
    after: ['build'],
    run: (grep) => suite('e2e', [PLAYWRIGHT, 'test', ...(grep ? ['--grep', grep] : [])]),
  },
  // Last, and alone: it kills processes and measures how long they take to come back.
  { name: 'resilience', after: ['build'], run: (grep) => vitest('resilience', grep) },
];
