import { sha256 } from '#app/hash/sha256.server.ts';
import type { AnsweredFinding } from './findings.ts';

/** What is found and what was written to each, as one short text: who freezes or takes back a proposal says which of it he saw. */
export function findingsStamp(findings: readonly AnsweredFinding[]): string {
  return sha256(JSON.stringify(findings.map(({ key, answer, by }) => [key, answer, by])));
}
