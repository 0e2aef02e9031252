import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Submission } from '#lib/generated/prisma/client.ts';
import { now } from '#lib/platform/clock.ts';
import type { Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { enqueue } from '#lib/platform/jobs.ts';
import { factsOf } from '../record.ts';
import { counts, type Identified, identify, type Person } from '../supporter.ts';
import { type Channel, isSupportable } from '../words.ts';
import { countSupport, holdForSupport } from './count-support.ts';
import { createSupport, sameSupporter } from './supporter-rows.ts';

export type Joined = {
  reference: string;
  /** False: this person reported the case, or was added before. */
  joined: boolean;
  supportCount: number;
};

/**
 * Adds a person to a case that is there already, inside the caller's transaction: counted at once, because a member of
 * staff spoke with them, and told of its news when there is an e-mail. The same address or phone again is no second
 * person; without either, everybody who calls is one more. Errors: NOT_FOUND, FORBIDDEN, NOT_ALLOWED_NOW for a case
 * nobody works on any more, INVALID with the field that is wrong. The caller warms up the jobs first.
 */
export async function joinCase(
  tx: Tx,
  actor: Actor,
  submissionId: string,
  person: Person & { locale?: string },
  channel: Channel,
): Promise<Joined> {
  const row = await holdForSupport(tx, submissionId);
  if (!row) throw new AppError('NOT_FOUND');
  const facts = factsOf(row, null);
  if (!can(actor, 'case.join', facts))
    throw new AppError(can(actor, 'case.read', facts) ? 'FORBIDDEN' : 'NOT_FOUND');
  if (!isSupportable(row.kind, row.status)) {
    throw new AppError('NOT_ALLOWED_NOW', { message: 'errors.supportOver' });
  }
  const who = identify(person);
  if (await isReporter(tx, row.id, who)) return resultOf(row, false, row.supportCount);
  const supportId = await add(tx, row, who, person.locale ?? row.locale, channel);
  if (!supportId) return resultOf(row, false, row.supportCount);
  const supportCount = await countSupport(tx, row, 1);
  if (who.email) await enqueue(tx, 'support.asked', { supportId, occasion: 'joined' });
  return resultOf(row, true, supportCount);
}

/** The id of the support that counts from now on; null when it counted before. */
async function add(tx: Tx, row: Submission, who: Identified, locale: string, channel: Channel) {
  const at = now();
  const known = await sameSupporter(tx, row.id, who);
  if (!known) {
    return createSupport(tx, {
      ...who,
      submissionId: row.id,
      locale,
      channel,
      createdAt: at,
      verifiedAt: at,
    });
  }
  const learnt = {
    name: known.name ?? who.name,
    ...(known.emailHash === null && { email: who.email, emailHash: who.emailHash }),
    ...(known.phoneHash === null && { phone: who.phone, phoneHash: who.phoneHash }),
  };
  const counted = counts(known);
  await tx.support.update({
    where: { id: known.id },
    data: { ...learnt, ...(!counted && { verifiedAt: at, withdrawnAt: null }) },
  });
  return counted ? null : known.id;
}

async function isReporter(tx: Tx, submissionId: string, { emailHash, phoneHash }: Identified) {
  const keys = [...(emailHash ? [{ emailHash }] : []), ...(phoneHash ? [{ phoneHash }] : [])];
  if (keys.length === 0) return false;
  return (await tx.contact.count({ where: { submissionId, OR: keys } })) > 0;
}

function resultOf({ reference }: Submission, joined: boolean, supportCount: number): Joined {
  return { reference, joined, supportCount };
}
