/**
 * One person's data, from the server's own command line:
 *   npm run privacy -- export  --email … | --phone … | --code …   [--readable]
 *   npm run privacy -- erase   --email … --reason "…" [--end-links] --yes
 *   npm run privacy -- reapply          erases again what a restored backup brought back
 */
import { SYSTEM } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { erasePerson, reapplyErasures } from '#lib/privacy/commands/erase.ts';
import { exportPerson } from '#lib/privacy/queries/export.ts';
import { countPerson } from '#lib/privacy/queries/find.ts';
import { readable } from '#lib/privacy/readable.ts';
import { readArguments } from './arguments.ts';
import { PlainError } from './plain-error.ts';
import { runScript } from './run-script.ts';

const USAGE =
  'Say: export|erase with --email, --phone or --code (erase also wants --reason and --yes), or: reapply';

const OPTIONS = {
  email: { type: 'string' },
  phone: { type: 'string' },
  code: { type: 'string' },
  reason: { type: 'string' },
  'end-links': { type: 'boolean' },
  readable: { type: 'boolean' },
  yes: { type: 'boolean' },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  const { email = '', phone = '', code = '', reason = '' } = values;
  const query = { email, phone, code };
  if (positionals[0] === 'export') {
    const data = await exportPerson(SYSTEM, query);
    console.log(values.readable ? readable(data, 'pl') : JSON.stringify(data, null, 2));
  } else if (positionals[0] === 'erase') {
    const counts = JSON.stringify(await countPerson(SYSTEM, query));
    if (!values.yes || !reason) throw new PlainError(`Found ${counts}. To erase it, add --reason and --yes.`);
    await erasePerson(SYSTEM, { query, reason, endLinks: values['end-links'] === true });
    console.log(`Erased ${counts}.`);
  } else if (positionals[0] === 'reapply') {
    console.log(`Erased again: ${await reapplyErasures(SYSTEM)}.`);
  } else throw new PlainError(USAGE);
}

await runScript(() =>
  main().catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'INVALID' ? new PlainError(USAGE) : error;
  }),
);
await db.$disconnect();
