import { sha256 } from '#app/hash/sha256.server.ts';
import { composed } from '#app/text/tree/compose.ts';
import type { OperationKind, WordingKind } from '../state/remark.ts';

export type HashedOperation = {
  op: OperationKind;
  clauseId: string;
  targetClauseId: string | null;
  /** All wordings so far, oldest first. */
  wordings: readonly { kind: WordingKind; version: number; after: string | null; rest: string | null }[];
};

/**
 * SHA-256 (hex) of what a remark asks for now: people support these words and no others. Blanks and Unicode composition
 * aside it changes exactly when an operation is adapted or rewritten. While in conflict the words spoken last still
 * count; a deletion or move, which has no words, changes when what it takes along was adapted.
 */
export function wordingHash(operations: readonly HashedOperation[]): string {
  const said = operations.map(({ op, clauseId, targetClauseId, wordings }) => {
    const spoken = wordings.findLast(
      ({ kind, after }) => after !== null && kind !== 'contained' && kind !== 'conflict',
    );
    if (spoken) return [op, clauseId, targetClauseId, flat(spoken.after ?? ''), flat(spoken.rest ?? '')];
    return [
      op,
      clauseId,
      targetClauseId,
      wordings.findLast(({ kind }) => kind === 'adapted' || kind === 'rewritten')?.version ?? 0,
    ];
  });
  return sha256(JSON.stringify(said));
}

function flat(text: string): string {
  return composed(text).replace(/\s+/gu, ' ').trim();
}
