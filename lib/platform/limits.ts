import { now } from './clock.ts';
import { db } from './db.ts';
import { AppError } from './errors.ts';
import { sha256 } from './ids.ts';

/**
 * All limits in one place, each with the threat it answers. `per` says what is counted: the client's address, or a
 * subject the caller names (an account, a submission). Counted in the database, so that two instances count together;
 * reading alone is counted by the process that it costs (`here`), where a count kept would cost more than the read.
 */
export const LIMITS = {
  draftStart: {
    hits: 60,
    seconds: 600,
    threat: 'filling the disk with drafts; a school or an office may share an address',
  },
  draftStep: {
    hits: 300,
    seconds: 600,
    threat: 'a script walking the form; ten honest people behind one address pass',
  },
  submit: {
    hits: 40,
    seconds: 3600,
    threat: 'flooding the city with false cases; a regular files ten pins in one go',
  },
  trackingGuess: { hits: 30, seconds: 600, threat: 'guessing tracking codes (65 bits each)' },
  reporterCommand: { hits: 60, seconds: 600, threat: 'flooding one case with replies' },
  supportAsk: {
    hits: 30,
    seconds: 3600,
    threat: 'filling strangers’ mailboxes with requests to confirm; a library or a school shares an address',
  },
  supportMailbox: { hits: 5, seconds: 3600, threat: 'filling one mailbox, from however many addresses' },
  supportGuess: {
    hits: 30,
    seconds: 600,
    threat: 'guessing the links that confirm and withdraw (65 bits each)',
  },
  resendLink: { hits: 5, seconds: 3600, threat: 'finding out who reported; filling a mailbox' },
  signInAddress: { hits: 30, seconds: 600, threat: 'trying passwords of many accounts from one address' },
  signInAccount: {
    hits: 10,
    seconds: 600,
    threat: 'trying passwords of one account, from one address or one known browser',
  },
  signInStrangers: {
    hits: 100,
    seconds: 600,
    threat:
      'trying passwords of one account from many addresses; known browsers are not counted, so nobody is locked out',
  },
  staffSearch: {
    hits: 300,
    seconds: 600,
    threat: 'a stolen session trying phones and codes one after another',
  },
  accountLink: { hits: 20, seconds: 600, threat: 'guessing the links that set passwords (192 bits each)' },
  staffCommand: { hits: 600, seconds: 600, threat: 'a stolen session changing many cases' },
  keptForm: {
    hits: 300,
    seconds: 600,
    threat: 'filling the disk with forms that are refused and kept; an office shares an address',
  },
  keptPhotos: {
    hits: 30,
    seconds: 3600,
    threat: 'filling the disk with photos of forms that are refused: beyond this they must be chosen again',
  },
  search: { hits: 300, seconds: 60, threat: 'costly reads; ordinary reading stays below', here: true },
} as const satisfies Record<string, { hits: number; seconds: number; threat: string; here?: true }>;

export type LimitName = keyof typeof LIMITS;

/**
 * Counts one hit and throws TOO_MANY with the seconds left when the window is full. One statement, so that two
 * requests at once cannot both slip through. Keys are hashed: the table says nothing about anybody.
 */
export async function hit(limit: LimitName, subject: string): Promise<void> {
  const { hits, seconds } = LIMITS[limit];
  const at = now();
  if ('here' in LIMITS[limit]) return hitHere(limit, subject, at);
  const oldest = new Date(at.getTime() - seconds * 1000);
  const rows = await db.$queryRaw<{ hits: number; windowStart: Date }[]>`
    INSERT INTO "RateCounter" ("key", "windowStart", "hits") VALUES (${keyOf(limit, subject)}, ${at}, 1)
    ON CONFLICT ("key") DO UPDATE SET
      "hits" = CASE WHEN "RateCounter"."windowStart" <= ${oldest} THEN 1 ELSE "RateCounter"."hits" + 1 END,
      "windowStart" = CASE WHEN "RateCounter"."windowStart" <= ${oldest} THEN ${at} ELSE "RateCounter"."windowStart" END
    RETURNING "hits", "windowStart"`;
  const row = rows[0];
  if (row && row.hits > hits) throw tooMany(limit, row.windowStart);
}

/** One window for all, so that nothing has to be tidied; forgotten with the process. */
const windows = new Map<LimitName, { start: Date; hits: Map<string, number> }>();

function hitHere(limit: LimitName, subject: string, at: Date): void {
  let window = windows.get(limit);
  const age = window ? at.getTime() - window.start.getTime() : -1;
  if (!window || age < 0 || age >= LIMITS[limit].seconds * 1000) {
    window = { start: at, hits: new Map() };
    windows.set(limit, window);
  }
  const hits = (window.hits.get(subject) ?? 0) + 1;
  window.hits.set(subject, hits);
  if (hits > LIMITS[limit].hits) throw tooMany(limit, window.start);
}

/**
 * Throws TOO_MANY when the window is full, and counts nothing: asked before a secret is looked up, so that who has
 * guessed too often is not told even of a right guess.
 */
export async function assertRoom(limit: Exclude<LimitName, 'search'>, subject: string): Promise<void> {
  const { hits, seconds } = LIMITS[limit];
  const row = await db.rateCounter.findUnique({ where: { key: keyOf(limit, subject) } });
  const fresh = row && row.windowStart.getTime() + seconds * 1000 > now().getTime();
  if (fresh && row.hits >= hits) throw tooMany(limit, row.windowStart);
}

function keyOf(limit: LimitName, subject: string): string {
  return `${limit}:${sha256(subject)}`;
}

function tooMany(limit: LimitName, windowStart: Date): AppError {
  const left = Math.ceil((windowStart.getTime() - now().getTime()) / 1000) + LIMITS[limit].seconds;
  return new AppError('TOO_MANY', { retryAfter: Math.max(1, left) });
}

/** Takes one hit back: what turned out to be honest does not count against those who share the address. */
export async function forgive(limit: LimitName, subject: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "RateCounter" SET "hits" = GREATEST("hits" - 1, 0) WHERE "key" = ${keyOf(limit, subject)}`;
}

/** Deletes counters whose window is long past; the worker calls it. */
export async function sweepLimits(): Promise<number> {
  return db.$executeRaw`DELETE FROM "RateCounter" WHERE "windowStart" < ${new Date(now().getTime() - 86_400_000)}`;
}
