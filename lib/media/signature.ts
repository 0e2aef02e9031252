import { createHmac, timingSafeEqual } from 'node:crypto';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import type { PhotoSize } from './schema.ts';

const HOUR_SECONDS = 3600;
const LIFETIME_HOURS = 6;
const SIGNATURE_LENGTH = 22;
const TOKEN = /^([0-9a-z]{5,8})\.([\w-]{22})$/;

const seconds = () => Math.floor(now().getTime() / 1000);

/** 128 bits are beyond guessing and keep the address short. */
function sign(photoId: string, size: PhotoSize, expiry: number): string {
  const message = `${photoId}/${size}/${expiry}`;
  return createHmac('sha256', env.keys.media).update(message).digest('base64url').slice(0, SIGNATURE_LENGTH);
}

/** Where a picture is served. Who may have it is asked there. */
export function mediaPath(photoId: string, size: PhotoSize): string {
  return `/media/${photoId}/${size}`;
}

/**
 * An address that shows one picture in one size to whoever has it, for six to seven hours: for people without an
 * account, made only by code that has just made sure of them. It stays the same for an hour, so that browsers keep it.
 */
export function signedMediaPath(photoId: string, size: PhotoSize): string {
  const hour = Math.ceil(seconds() / HOUR_SECONDS) * HOUR_SECONDS;
  const expiry = hour + LIFETIME_HOURS * HOUR_SECONDS;
  return `${mediaPath(photoId, size)}?t=${expiry.toString(36)}.${sign(photoId, size, expiry)}`;
}

/** Whether a token was made by us for exactly this picture and has not expired. */
export function isSigned(photoId: string, size: PhotoSize, token: string | null): boolean {
  const [, expiryText, signature] = TOKEN.exec(token ?? '') ?? [];
  if (!expiryText || !signature) return false;
  const expiry = Number.parseInt(expiryText, 36);
  const expected = sign(photoId, size, expiry);
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) && expiry > seconds();
}
