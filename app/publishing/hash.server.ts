import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256, hex, of a document's canonical JSON: what `sha256sum` says of the downloaded file. */
export function hashOf(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}
