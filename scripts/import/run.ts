import { SYSTEM } from '#lib/access/actor.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { importSubmissions } from '#lib/submissions/commands/import.ts';
import type { ImportedCase } from '#lib/submissions/imported.ts';
import type { ImportOptions } from './arguments.ts';
import { Converter } from './convert.ts';
import { Directory } from './directory.ts';
import { Progress } from './progress.ts';
import { tableRows } from './records.ts';
import { Report } from './report.ts';
import { surveyFile } from './survey.ts';

const BATCH = 1000;

export type ImportCounts = { rows: number; added: number; known: number; changed: number; refused: number };
/** What ended a run before its time. */
export type Interruption = { readonly stopped: boolean };

/** Why the workflow would not have it, for a person. */
const REASONS: Record<string, string> = {
  WRONG_KIND: 'The category is not one of its kind.',
  WRONG_OUTCOME: 'A case of its kind cannot end so.',
};

/** Brings a file in, batch by batch, and tells through `say` what was decided and what came of it. */
export async function runImport(
  options: ImportOptions,
  say: (line: string) => void,
  interruption: Interruption = { stopped: false },
  progress?: (rows: number) => Pick<Progress, 'at'>,
): Promise<ImportCounts> {
  const survey = await surveyFile(options.file, options.mapping);
  for (const line of survey.decisions) say(line);
  const report = new Report(options.report);
  const directory = await Directory.load(options.mapping);
  const converter = new Converter(survey, options.mapping, directory, report, now());
  const bar = (progress ?? ((rows: number) => new Progress(rows)))(survey.rows);
  const counts: ImportCounts = { rows: 0, added: 0, known: 0, changed: 0, refused: 0 };
  let batch: ImportedCase[] = [];
  const bring = async () => {
    await bringBatch(options, batch, converter, report, counts);
    batch = [];
    bar.at(counts.rows);
  };
  try {
    for await (const row of tableRows(survey.table)) {
      if (interruption.stopped) break;
      counts.rows += 1;
      const one = await converter.convert(row);
      if (one) batch.push(one);
      if (batch.length === BATCH) await bring();
    }
    await bring();
  } finally {
    report.close();
  }
  counts.refused = report.refused;
  for (const line of report.lines()) say(line);
  await settle(options, counts);
  return counts;
}

async function bringBatch(
  { source, dryRun }: ImportOptions,
  cases: ImportedCase[],
  converter: Converter,
  report: Report,
  counts: ImportCounts,
): Promise<void> {
  if (cases.length === 0) return;
  const { added, known, changed, refused } = await importSubmissions(SYSTEM, { source, cases, dryRun });
  counts.added += added;
  counts.known += known;
  counts.changed += changed.length;
  for (const externalId of changed) {
    report.note(
      converter.lineOf(externalId),
      'It came in earlier and has changed at its source since: left as it is, because it is worked on here.',
    );
  }
  for (const { externalId, why } of refused) {
    const reason = REASONS[why] ?? 'The workflow does not allow such a history.';
    report.refuse(converter.lineOf(externalId), externalId, reason, why);
  }
}

async function settle({ source, dryRun }: ImportOptions, counts: ImportCounts): Promise<void> {
  if (dryRun || counts.added === 0) return;
  await audit({ action: 'import.finished', actorKind: 'SYSTEM', subject: source, data: { ...counts } });
}

/** The last line: what came of it. */
export function summary({ source, dryRun }: ImportOptions, counts: ImportCounts): string {
  const { rows, added, known, changed, refused } = counts;
  const verb = dryRun ? 'would come in' : 'came in';
  const parts = [
    `${added} ${verb} from "${source}"`,
    ...(known > 0 ? [`${known} were here already`] : []),
    ...(changed > 0 ? [`${changed} were here and have changed at their source`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ];
  const unchanged = added === 0 && known + changed > 0 && !dryRun ? ' Nothing was changed.' : '';
  return `Of ${rows} rows ${parts.join(', ')}.${unchanged}`;
}
