import { type ParseArgsConfig, parseArgs } from 'node:util';
import { PlainError } from './plain-error.ts';

/** What stands on the command line. Errors: what there is no option for, as a plain line that says the usage. */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>(options: O, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    throw new PlainError(usage);
  }
}
