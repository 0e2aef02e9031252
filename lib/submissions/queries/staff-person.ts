import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { scope } from '#lib/access/scope.ts';
import { normaliseEmail, normalisePhone } from '#lib/contacts/normalise.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { audit } from '#lib/platform/audit.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { keyedHash } from '#lib/platform/ids.ts';
import { hit } from '#lib/platform/limits.ts';
import type { PersonCase } from '../staff-dto.ts';
import { ITEM_COLUMNS, ITEM_JOINS, type ItemRow, staffItem } from './staff-item.ts';
import { scopeSql } from './staff-queue-rules.ts';

const { sql } = Prisma;
const MOST_CASES = 50;

type Asked = { phone?: string | null; email?: string | null };
type Hashes = { phone: string | null; email: string | null };
type PersonRow = ItemRow & { byPhone: boolean; follows: boolean };

export type PersonSearch = Asked & {
  /** Where it was asked, for the audit. */
  at: 'search' | 'filing' | 'call';
  locale: string;
  requestId: string;
};

/**
 * Cases of a person by phone or e-mail, newest first: those reported and those followed. The search and its record are
 * one transaction. Whoever may not search people gets what everybody gets for an unknown number: nothing, not a count.
 * TOO_MANY for whoever tries many, by whatever page or route.
 */
export async function casesOfPerson(actor: StaffActor, asked: PersonSearch): Promise<PersonCase[]> {
  const hashes = hashesOf(asked);
  if (!hashes.phone && !hashes.email) return [];
  await hit('staffSearch', actor.id);
  const may = can(actor, 'case.search-contact');
  return inTransaction(async (tx) => {
    const rows = may ? await find(tx, actor, hashes) : [];
    await audit(
      {
        action: may ? 'contact.searched' : 'command.refused',
        actorKind: 'staff',
        staffId: actor.id,
        subject: `person:${(hashes.phone ?? hashes.email ?? '').slice(0, 16)}`,
        requestId: asked.requestId,
        data: { at: asked.at, command: 'search-contact', found: rows.length },
      },
      tx,
    );
    return rows.map((row) => ({ ...staffItem(actor, row, asked.locale), ...matchOf(row) }));
  });
}

function hashesOf({ phone, email }: Asked): Hashes {
  const hash = (value: string | null) => value && keyedHash(env.keys.contact, value);
  return {
    phone: hash(phone ? normalisePhone(phone) : null),
    email: hash(email ? normaliseEmail(email) : null),
  };
}

function matchOf({ byPhone, follows }: PersonRow): Pick<PersonCase, 'matched' | 'follows'> {
  return { matched: byPhone ? 'phone' : 'email', follows };
}

/** Each table is read by its index of hashes; whoever withdrew support, or never confirmed it, is not found by it. */
async function find(tx: Tx, actor: StaffActor, { phone, email }: Hashes): Promise<PersonRow[]> {
  return tx.$queryRaw<PersonRow[]>(sql`
    WITH person AS (
      SELECT "submissionId", "phoneHash" = ${phone}::text AS "byPhone", FALSE AS "follows" FROM "people"."Contact"
      WHERE "phoneHash" = ${phone}::text OR "emailHash" = ${email}::text
      UNION ALL
      SELECT "submissionId", "phoneHash" = ${phone}::text, TRUE FROM "people"."Support"
      WHERE ("phoneHash" = ${phone}::text OR "emailHash" = ${email}::text)
        AND "verifiedAt" IS NOT NULL AND "withdrawnAt" IS NULL),
    found AS (
      SELECT "submissionId", COALESCE(bool_or("byPhone"), FALSE) AS "byPhone", bool_and("follows") AS "follows"
      FROM person GROUP BY "submissionId")
    SELECT ${ITEM_COLUMNS}, found."byPhone", found."follows"
    FROM found JOIN "Submission" s ON s."id" = found."submissionId" ${ITEM_JOINS}
    WHERE ${scopeSql(scope(actor, 'case.read-internal'))}
    ORDER BY s."receivedAt" DESC, s."id" DESC LIMIT ${MOST_CASES}`);
}
