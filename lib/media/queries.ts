import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { db, type Tx } from '#lib/platform/db.ts';
import { pictureKey } from './keys.ts';
import { PHOTO_SIZES, type PhotoSize } from './schema.ts';
import { isSigned } from './signature.ts';

/** An object to serve, and by which right: it decides how long a browser may keep it. */
export type ServablePhoto = { key: string; size: PhotoSize; right: 'signature' | 'session' | 'public' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The picture, if this person may see it now: by a signed address, as staff by the policy, or as anybody when a person
 * has released it. Null in every other case, for whatever reason: nothing is told about photos of others.
 */
export async function photoFor(
  actor: Actor,
  photoId: string,
  sizeName: string,
  token: string | null,
): Promise<ServablePhoto | null> {
  const size = PHOTO_SIZES.find((known) => known === sizeName);
  if (!size || !UUID.test(photoId)) return null;
  const photo = await readPhoto(photoId);
  const withdrawn = photo?.submission?.outcome === 'WITHDRAWN';
  if (photo?.state !== 'READY' || withdrawn) return null;
  const right = isSigned(photoId, size, token) ? 'signature' : rightOf(actor, photo);
  return right && { key: pictureKey(photoId, size), size, right };
}

/** Which of these ids are photos that the database knows. */
export async function recordedPhotos(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.photo.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}

/** Whether there is a photo among these that a case or an event is without; by its bytes. */
export async function bringsOthers(
  tx: Tx,
  photos: readonly { sha256: string }[],
  of: { submissionId: string } | { eventId: bigint },
): Promise<boolean> {
  if (photos.length === 0) return false;
  const rows = await tx.photo.findMany({ where: of, select: { sha256: true } });
  const present = new Set(rows.map((row) => row.sha256));
  return photos.some(({ sha256 }) => !present.has(sha256));
}

function readPhoto(id: string) {
  return db.photo.findUnique({
    where: { id },
    select: {
      state: true,
      releasedAt: true,
      hiddenAt: true,
      submission: {
        select: {
          id: true,
          kind: true,
          outcome: true,
          departmentCode: true,
          assignments: { where: { endedAt: null }, select: { departmentCode: true }, take: 1 },
        },
      },
    },
  });
}

type PhotoWithCase = NonNullable<Awaited<ReturnType<typeof readPhoto>>>;

function rightOf(actor: Actor, photo: PhotoWithCase): 'session' | 'public' | null {
  const { submission } = photo;
  if (!submission) return null;
  const facts = {
    id: submission.id,
    kind: submission.kind,
    assigned: submission.assignments[0]?.departmentCode ?? null,
    department: submission.departmentCode,
  };
  const released = photo.releasedAt !== null && photo.hiddenAt === null;
  if (released && can({ type: 'anonymous' }, 'case.read', facts)) return 'public';
  return can(actor, 'case.read-internal', facts) ? 'session' : null;
}
