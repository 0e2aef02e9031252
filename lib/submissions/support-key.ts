import { env } from '#lib/platform/env.ts';
import { sha256, trackingCode } from '#lib/platform/ids.ts';

/** The key in the link that confirms and withdraws a support: derived for every mail, stored only as a hash. */
export function supportKey(supportId: string, linkVersion: number): string {
  return trackingCode(env.keys.tracking, `support:${supportId}`, linkVersion);
}

export function supportKeyHash(supportId: string, linkVersion: number): string {
  return sha256(supportKey(supportId, linkVersion));
}
