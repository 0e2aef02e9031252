/**
 * Measures what docs promise of speed, as ratios: A and B in turn on the same machine, so that any machine will do.
 *   npm run bench -- [rows…] [--write] [--only queries|pages]
 * Makes databases of its own, starts the built product against them, and removes everything. Linux only.
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeDatabases, SMALL_ROWS } from './bench/databases.ts';
import { measurePages } from './bench/measure-pages.ts';
import { measureQueries } from './bench/measure-queries.ts';
import { endAll } from './bench/process.ts';
import { failures, type Row, tableOf } from './bench/table.ts';
import { generate } from './database/generate.ts';
import { ROOT } from './paths.ts';
import { PlainError } from './plain-error.ts';
import { runScript } from './run-script.ts';

const DEFAULT_ROWS = 30_000;
const FILE = path.join(ROOT, 'docs', 'bench.md');

const say = (line: string) => console.error(line);
const grouped = (rows: number) => String(rows).replace(/\B(?=(\d{3})+$)/g, ' ');

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean' }, only: { type: 'string' } },
  });
  const sizes =
    positionals.length > 0 ? positionals.map((each) => Number(each.replace(/_/g, ''))) : [DEFAULT_ROWS];
  if (sizes.some((rows) => !Number.isInteger(rows) || rows <= SMALL_ROWS)) {
    throw new PlainError(`Say how many cases, more than ${SMALL_ROWS}: npm run bench -- 30000 1000000`);
  }
  return { sizes, write: values.write ?? false, only: values.only };
}

async function measureAt(rows: number, only: string | undefined): Promise<Row[]> {
  const databases = await makeDatabases(rows, say);
  try {
    const label = `${grouped(rows)} : ${grouped(SMALL_ROWS)}`;
    say('Measuring queries …');
    const queries = only === 'pages' ? [] : await measureQueries(databases, label);
    const pages = only === 'queries' ? [] : await measurePages(databases, say);
    return [...pages, ...queries];
  } finally {
    await endAll();
    await databases.remove();
  }
}

async function main(): Promise<void> {
  if (process.platform !== 'linux')
    throw new PlainError('Processor time is read from /proc, which only Linux has.');
  const { sizes, write, only } = readArguments();
  await generate();
  const parts: string[] = [];
  for (const rows of sizes) {
    const table = await measureAt(rows, only);
    parts.push(`## ${grouped(rows)} cases\n\n${tableOf(table)}\n`);
    console.log(`\n${parts.at(-1)}`);
    for (const { what } of failures(table)) console.log(`Above its bar: ${what}`);
  }
  if (write) writeFileSync(FILE, `${head()}\n${parts.join('\n')}`);
}

function head(): string {
  const { model } = os.cpus()[0] ?? { model: 'unknown' };
  return `# How fast it is

Written by \`npm run bench -- 30000 1000000 --write\`. All of it are ratios of two measures taken in turn, because seconds
say more of the machine than of the program (here: ${os.cpus().length} × ${model}, Node ${process.versions.node}). The
small database has ${grouped(SMALL_ROWS)} cases; times are medians; CPU is the server process's own, per request, beside the requests a
second of four callers. An empty page is the one button of an application that has nothing else, drawn by the same Next.
Pages are asked for compressed. A row without a bar is there so that it is known.
`;
}

await runScript(main);
