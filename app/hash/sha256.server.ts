import { createHash, type Hash } from 'node:crypto';

/** SHA-256 of bytes, or of a text in UTF-8; in hex it is what `sha256sum` says of them as a file. */
export function sha256(content: string | Uint8Array, form: 'hex' | 'base64url' = 'hex'): string {
  return startSha256().update(content).digest(form);
}

/** The 32 bytes of it, where they are a key or are compared. */
export function sha256Bytes(content: string | Uint8Array): Buffer {
  return startSha256().update(content).digest();
}

/** For what comes piece by piece. */
export function startSha256(): Hash {
  return createHash('sha256');
}
