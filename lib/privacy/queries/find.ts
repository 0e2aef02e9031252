import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { holderOf } from '#lib/media/form-photos.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { PersonCounts } from '../dto.ts';
import { type Person, type PersonQuery, personOf } from '../person.ts';

const { sql } = Prisma;

/** Where somebody's data lies, by id. A code finds its one case: whose else it might be, nobody can know. */
export type Found = {
  cases: string[];
  supports: string[];
  callBacks: string[];
  drafts: string[];
  /** Forms that were refused and wait for an hour, and of these those that nobody has sent since. */
  forms: string[];
  unsent: number;
};

type Hashes = Pick<Person, 'emailHash' | 'phoneHash'>;

const byHash = ({ emailHash, phoneHash }: Hashes) => [
  ...(emailHash ? [{ emailHash }] : []),
  ...(phoneHash ? [{ phoneHash }] : []),
];

/** Everything that came in until this moment. What was sent after an erasure is not touched by repeating it. */
export async function findRows(
  hashes: Hashes & { caseId?: string | null },
  until: Date,
): Promise<Pick<Found, 'cases' | 'supports' | 'callBacks'>> {
  const OR = byHash(hashes);
  const nobody = OR.length === 0;
  const [contacts, supports, callBacks] = await Promise.all([
    nobody
      ? []
      : db.contact.findMany({
          where: { OR, submission: { receivedAt: { lte: until } } },
          select: { submissionId: true },
        }),
    nobody ? [] : db.support.findMany({ where: { OR, createdAt: { lte: until } }, select: { id: true } }),
    hashes.phoneHash
      ? db.callBack.findMany({
          where: { phoneHash: hashes.phoneHash, call: { at: { lte: until } } },
          select: { callId: true },
        })
      : [],
  ]);
  const own = hashes.caseId ? [hashes.caseId] : [];
  return {
    cases: [...new Set([...own, ...contacts.map(({ submissionId }) => submissionId)])],
    supports: supports.map(({ id }) => id),
    callBacks: callBacks.map(({ callId }) => callId),
  };
}

export async function findPerson(person: Person): Promise<Found & { caseId: string | null }> {
  const coded = person.trackingHash
    ? await db.submission.findUnique({ where: { trackingHash: person.trackingHash }, select: { id: true } })
    : null;
  const caseId = coded?.id ?? null;
  const rows = await findRows({ ...person, caseId }, now());
  const [drafts, forms] = await Promise.all([draftsOf(person), keptFormsOf(person, rows.cases)]);
  const ids = (found: Typed[]) => found.map(({ id }) => id);
  const unsent = forms.filter(({ refused }) => refused).length;
  return { ...rows, drafts: ids(drafts), forms: ids(forms), unsent, caseId };
}

type Typed = { id: string; refused: boolean };

function draftsOf(person: Person): Promise<Typed[]> {
  return db.$queryRaw<Typed[]>`
    SELECT "id"::text, true AS "refused" FROM people."Draft" WHERE ${typed(person)}`;
}

/**
 * Forms that are kept: those in which the person stands, and those of whoever has the link of one of these cases. Kept is
 * also what staff searched for, and whom they talk to: no forms that the person has yet to send.
 */
function keptFormsOf(person: Person, cases: readonly string[]): Promise<Typed[]> {
  return db.$queryRaw<Typed[]>`
    SELECT "id"::text, ("data" ? 'code' OR "data"->'errors' <> '{}') AS "refused" FROM people."FormState"
    WHERE ${typed(person)} OR "data"->'photos'->>'owner' = ANY(${cases.map(holderOf)})`;
}

/** That the address or the number stands in what was typed, however it is spaced. */
function typed({ email, phone }: Person): Prisma.Sql {
  const address = email ? `%${email.replace(/[\\%_]/g, '\\$&')}%` : '';
  const digits = phone ? `%${phone.replace(/\D/g, '').slice(-9)}%` : '';
  return sql`("data"::text ILIKE ${address}
    OR (${digits} <> '' AND regexp_replace("data"::text, '[^0-9]', '', 'g') LIKE ${digits}))`;
}

/**
 * How much there is about somebody; that it was asked is in the audit. Errors: FORBIDDEN, INVALID when nothing that was
 * typed can be anybody's.
 */
export async function countPerson(
  actor: Actor,
  query: PersonQuery,
  requestId?: string,
): Promise<PersonCounts> {
  if (!can(actor, 'privacy.handle')) throw new AppError('FORBIDDEN');
  const person = personOf(query);
  if (!person) throw new AppError('INVALID', { fields: { email: ['admin.privacy.error.nobody'] } });
  const found = await findPerson(person);
  await inTransaction((tx) =>
    audit(
      {
        action: 'person.searched',
        actorKind: actor.type,
        staffId: actor.type === 'staff' ? actor.id : null,
        ...(requestId && { requestId }),
      },
      tx,
    ),
  );
  return countsOf(found);
}

export function countsOf(found: Found): PersonCounts {
  return {
    cases: found.cases.length,
    supports: found.supports.length,
    callBacks: found.callBacks.length,
    drafts: found.drafts.length + found.unsent,
  };
}
