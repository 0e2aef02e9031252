import { hash, verify } from '@node-rs/argon2';

/** argon2id, the cost that OWASP recommends (19 MiB, two passes). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * A hash of the same cost that no password has. Whoever has no account is checked against it, so that the time of an
 * answer says nothing about who has one.
 */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRvZm5vYm9keQ$Xw0p7m9yQ1kqkqfXgYp9bq2bUe0mFJ0sJm0m3lXh5jE';

/** What is stored of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** True when the password fits. Without a hash it takes as long, and the answer is no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? NOBODY, password).catch(() => false);
  return stored !== null && fits;
}
