import { detectPersonalData } from '#lib/contacts/detect.ts';
import { removeObjects } from '#lib/media/objects.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { sha256, trackingCode } from '#lib/platform/ids.ts';
import { refreshSearchText } from '#lib/submissions/commands/search-text.ts';

type Words = { title: string | null; text: string | null };
type Who = { name: string | null; email: string | null; phone: string | null } | null;

/**
 * Takes a person out of one case: how to reach them, what they wrote and photographed. What a member of staff released
 * stays unless it says who it was; events stay as they are, so that the history goes on telling what happened. Doing it
 * again changes nothing.
 */
export async function eraseCase(id: string, endLinks: boolean): Promise<void> {
  const photos = await inTransaction((tx) => eraseRows(tx, id, endLinks));
  for (const photo of photos) await removeObjects(photo);
}

async function eraseRows(tx: Tx, id: string, endLinks: boolean): Promise<string[]> {
  await tx.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const row = await tx.submission.findUnique({ where: { id }, include: { contact: true } });
  if (!row) return [];
  const tells =
    saysWho({ title: row.publicTitle, text: row.publicText }, row.contact) || row.findings.length > 0;
  const version = row.linkVersion + 1;
  await tx.submission.update({
    where: { id },
    data: {
      title: null,
      text: null,
      findings: [],
      ...(tells && { publicTitle: null, publicText: null, releasedAt: null }),
      ...(endLinks && {
        linkVersion: version,
        trackingHash: sha256(trackingCode(env.keys.tracking, id, version)),
      }),
    },
  });
  const photos = await eraseParts(tx, id);
  await refreshSearchText(tx, id, 'hide');
  await audit({ action: 'case.erased', actorKind: 'system', subject: row.reference }, tx);
  return photos;
}

/** Contact, own words, own photos, whom they follow. Returns the photos whose files are to go. */
async function eraseParts(tx: Tx, submissionId: string): Promise<string[]> {
  const nothing = { name: null, email: null, phone: null, emailHash: null, phoneHash: null };
  await tx.contact.updateMany({ where: { submissionId }, data: { ...nothing, erasedAt: now() } });
  await tx.place.updateMany({ where: { submissionId }, data: { description: null } });
  await tx.message.updateMany({
    where: {
      submissionId,
      text: { not: null },
      OR: [{ role: { in: ['REPLY', 'OBJECTION'] } }, { event: { actorKind: 'REPORTER' } }],
    },
    data: { text: null, redactedAt: now() },
  });
  await tx.follower.deleteMany({ where: { fromSubmissionId: submissionId } });
  const photos = await tx.photo.findMany({
    where: { submissionId, purpose: { not: 'RESULT' } },
    select: { id: true },
  });
  const ids = photos.map((photo) => photo.id);
  await tx.photo.deleteMany({ where: { id: { in: ids } } });
  return ids;
}

/** Whether released words hold what identifies a person, or this very person's name, address or number. */
function saysWho({ title, text }: Words, who: Who): boolean {
  const said = `${title ?? ''}\n${text ?? ''}`;
  if (detectPersonalData(said).length > 0) return true;
  const plain = said.toLowerCase();
  const names = [who?.name, who?.email, ...(who?.name?.split(/\s+/) ?? [])];
  return names.some((name) => name && name.length > 2 && plain.includes(name.toLowerCase()));
}
