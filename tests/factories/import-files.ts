import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '#scripts/paths.ts';

/** Files as other systems write them, made up for these tests. */
export const IMPORT_FIXTURES = path.join(ROOT, 'tests', 'fixtures', 'import');

/** Runs the program on a file in this process and says what it told, and what it wrote of refused rows. */
export async function importFile(file: string, args: string[] = []) {
  // Reads the settings of the database that a test file makes for itself.
  const { readArguments } = await import('#scripts/import/arguments.ts');
  const { runImport, summary } = await import('#scripts/import/run.ts');
  const report = path.join(mkdtempSync(path.join(tmpdir(), 'kontakt-import-')), 'refused.csv');
  const options = readArguments([file, '--report', report, ...args]);
  const said: string[] = [];
  const counts = await runImport(
    options,
    (line) => said.push(line),
    undefined,
    () => ({ at: () => {} }),
  );
  const refused = counts.refused > 0 ? readFileSync(report, 'utf8').trimEnd().split('\r\n').slice(1) : [];
  return { counts, said, refused, summary: summary(options, counts) };
}
