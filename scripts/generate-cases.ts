/**
 * Makes up the cases of some years and writes them as a table that the import reads:
 *   npm run generate -- --years 2023-2026 --rows 30000 [--seed <word>] [--until 2026-11-20] [--out years.csv]
 * The same seed and day give the same cases. Nothing in them is real.
 */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { cityDay, cityMidnight, now } from '#lib/platform/clock.ts';
import { csv, csvLine } from '#lib/platform/csv.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import { MadeUpYears } from '#prisma/seed/years/cases.ts';
import { planMonths } from '#prisma/seed/years/plan.ts';
import { PlainError } from './plain-error.ts';
import { runScript } from './run-script.ts';

const USAGE = 'Say: --years 2023-2026 --rows 30000 [--seed word] [--until 2026-11-20] [--out file.csv]';
const MOST_YEARS = 50;
const MOST_ROWS = 5_000_000;

/** Names that the import knows. */
const COLUMNS: Record<string, (one: ImportedCase) => string | number | null | undefined> = {
  id: (one) => one.externalId,
  kind: (one) => one.kind,
  category: (one) => one.category,
  title: (one) => one.title,
  text: (one) => one.text,
  language: (one) => one.locale,
  received: (one) => one.receivedAt.toISOString(),
  answered: (one) => one.answeredAt?.toISOString(),
  ended: (one) => one.endedAt?.toISOString(),
  status: (one) => one.status,
  outcome: (one) => one.outcome,
  explanation: (one) => one.explanation,
  duplicate_of: (one) => one.duplicateOf,
  department: (one) => one.department,
  lat: (one) => one.place?.lat,
  lng: (one) => one.place?.lng,
  address: (one) => one.place?.address,
  district: (one) => one.place?.districtNumber,
};

function readArguments() {
  const { values } = parseArgs({
    options: {
      years: { type: 'string', default: String(cityDay(now()).slice(0, 4)) },
      rows: { type: 'string', default: '30000' },
      seed: { type: 'string', default: 'kontakt' },
      until: { type: 'string', default: cityDay(now()) },
      out: { type: 'string' },
    },
  });
  const [, first = '', last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(values.years) ?? [];
  const count = Number(last) - Number(first) + 1;
  const rows = Number(values.rows);
  const valid =
    first && count > 0 && count <= MOST_YEARS && Number.isInteger(rows) && rows > 0 && rows <= MOST_ROWS;
  if (!valid || !/^\d{4}-\d{2}-\d{2}$/.test(values.until)) throw new PlainError(USAGE);
  const years = Array.from({ length: count }, (_, index) => Number(first) + index);
  const until = cityMidnight(values.until);
  return {
    wish: { months: planMonths(years, rows, until), seed: values.seed, until },
    rows,
    out: values.out,
  };
}

function* lines(cases: Iterable<ImportedCase>): Generator<string> {
  yield csv([Object.keys(COLUMNS)]);
  for (const one of cases) yield csvLine(Object.values(COLUMNS).map((read) => read(one)));
}

async function main(): Promise<void> {
  let given: ReturnType<typeof readArguments>;
  try {
    given = readArguments();
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(`${(error as Error).message}\n${USAGE}`);
  }
  const text = Readable.from(lines(new MadeUpYears(given.wish).cases()));
  if (!given.out) return pipeline(text, process.stdout, { end: false });
  const file = path.resolve(process.env.INIT_CWD ?? '.', given.out);
  await pipeline(text, createWriteStream(file));
  console.error(`${given.rows} cases in ${file}`);
}

await runScript(main);
