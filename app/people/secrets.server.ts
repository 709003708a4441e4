import { randomBytes } from 'node:crypto';
import { sha256 } from '#app/hash/sha256.server.ts';

/** A secret for a cookie or a link: 256 random bits. Store `hash`, hand out `secret`. */
export function makeSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** SHA-256 suffices: the secret is random, so there is nothing to guess. */
export function hashSecret(secret: string): string {
  return sha256(secret);
}
