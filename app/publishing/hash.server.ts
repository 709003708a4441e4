import { sha256 } from '#app/hash/sha256.server.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256, hex, of a document's canonical JSON: what `sha256sum` says of the downloaded file. */
export function hashOf(document: unknown): string {
  return sha256(canonicalJson(document));
}
