import path from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.ts';
import { FIELDS } from './fields.ts';
import { type Mapping, mappingSchema, readMapping } from './mapping.ts';

export type ImportOptions = {
  file: string;
  /** Names where the cases come from: with their number there it makes each of them unique. */
  source: string;
  mapping: Mapping;
  dryRun: boolean;
  /** Where refused rows are listed. */
  report: string;
};

export const USAGE = `npm run import -- <file> [options]

  Brings the cases of a CSV or TSV file in. Running it again changes nothing that is here already.

  --source <name>            where they come from; default: the name of the file
  --dry-run                  does everything but write, and says what would come of it
  --column <field>=<header>  reads a field from this column ("#3" for the third); may be repeated
  --set <field>=<value>      the same value for all rows; may be repeated
  --map <mapping.json>       columns, and what the file's own words mean; see docs/import.md
  --dates <day-first|month-first>, --encoding <name>, --delimiter <sign>
                             where the program reads the file otherwise than you
  --report <file.csv>        where refused rows are listed; default: beside the file

  Fields: ${FIELDS.join(', ')}`;

const SIGNS: Record<string, string> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';' };

/** Reads the command line. Throws PlainError that says how it should be. */
export function readArguments(args: string[]): ImportOptions {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new PlainError(USAGE);
  // npm runs us in the project's folder; the person stands elsewhere.
  const here = process.env.INIT_CWD ?? '.';
  const mapping = values.map ? readMapping(path.resolve(here, values.map)) : mappingSchema.parse({});
  const given = {
    ...mapping,
    columns: { ...mapping.columns, ...pairs(values.column, true) },
    values: { ...mapping.values, ...pairs(values.set) },
    ...(values.dates && { dates: values.dates }),
    ...(values.encoding && { encoding: values.encoding.toLowerCase() }),
    ...(values.delimiter && { delimiter: SIGNS[values.delimiter] ?? values.delimiter }),
  };
  const checked = mappingSchema.safeParse(given);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new PlainError(`${issue?.path.join(' ')}: ${issue?.message}\n\n${USAGE}`);
  }
  return {
    file: path.resolve(here, file),
    source: values.source?.trim() || path.basename(file).replace(/\.[^.]+$/, ''),
    mapping: checked.data,
    dryRun: values['dry-run'] ?? false,
    report: path.resolve(here, values.report ?? `${file.replace(/\.[^.]+$/, '')}.refused.csv`),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        map: { type: 'string' },
        column: { type: 'string', multiple: true },
        set: { type: 'string', multiple: true },
        dates: { type: 'string' },
        encoding: { type: 'string' },
        delimiter: { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${USAGE}`, { cause: error });
  }
}

/** `field=value`; a field that is named twice has both. */
function pairs(given: string[] = [], several = false): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const pair of given) {
    const at = pair.indexOf('=');
    if (at < 1) throw new PlainError(`"${pair}" should look like field=value.\n\n${USAGE}`);
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1)];
    found[name] = several && found[name] !== undefined ? [found[name], value].flat() : value;
  }
  return found;
}
