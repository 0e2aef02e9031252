/**
 * Accounts of staff from the server's own command line, for the first administrator above all:
 *   npm run account -- create --role ADMINISTRATOR --email anna@example.com --name "Anna Nowak"
 *   npm run account -- create --role OFFICER --department ZDMK --email …
 *   npm run account -- link --email anna@example.com      a new link to a password; the old password ends
 * Prints the link to hand over: it works once and for 24 hours.
 */
import { SYSTEM } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { accountKey } from '#lib/platform/ids.ts';
import { stopJobs } from '#lib/platform/jobs.ts';
import { accountSchema } from '#lib/staff/account-schema.ts';
import { createAccount } from '#lib/staff/commands/create-account.ts';
import { switchAccount } from '#lib/staff/commands/switch-account.ts';
import { readArguments } from './arguments.ts';
import { PlainError } from './plain-error.ts';
import { runScript } from './run-script.ts';

const USAGE =
  'Say: create --role ROLE --email E-MAIL [--name NAME] [--department CODE], or: link --email E-MAIL';

const OPTIONS = {
  role: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  department: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  const email = (values.email ?? '').trim().toLowerCase();
  if (!email) throw new PlainError(USAGE);
  if (positionals[0] === 'create') return show(await create({ ...values, email }));
  if (positionals[0] === 'link') return show(await renew(email));
  throw new PlainError(USAGE);
}

async function create(values: { email: string; name?: string; role?: string; department?: string }) {
  const name = values.name ?? values.email.split('@')[0];
  const parsed = accountSchema.safeParse({ ...values, name, role: values.role?.toUpperCase() });
  if (!parsed.success) {
    const wrong = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    throw new PlainError(`This is missing or wrong: ${wrong.join(', ')}. ${USAGE}`);
  }
  const account = parsed.data;
  try {
    return (await createAccount(SYSTEM, { account, mail: false })).linkId;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'INVALID')) throw error;
    const taken = error.details.fields?.email;
    throw new PlainError(
      taken ? `There is an account of ${account.email} already.` : 'There is no such department.',
    );
  }
}

async function renew(address: string): Promise<string> {
  const user = await db.staffUser.findUnique({ where: { email: address } });
  if (!user?.active) throw new PlainError(`No account of ${address} is in use.`);
  return (await switchAccount(SYSTEM, { id: user.id, to: 'reset', mail: false })) ?? '';
}

function show(linkId: string): void {
  console.log('This link sets the password, once, within 24 hours:');
  console.log(`${env.APP_URL}/logowanie/konto/${accountKey(env.keys.session, linkId)}`);
}

await runScript(main);
await stopJobs();
await db.$disconnect();
