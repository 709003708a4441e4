import type { Db } from '#app/db/client.server.ts';
import type { OperationKind, WordingKind } from '../state/remark.ts';
import { wordingHash } from '../remarks/wording-hash.server.ts';

/** Hash of the current wording of each remark, by id of the remark. */
export async function wordingHashes(db: Db, remarkIds: readonly string[]): Promise<Map<string, string>> {
  const operations = await db.remarkOperation.findMany({
    where: { remarkId: { in: [...remarkIds] } },
    orderBy: { seq: 'asc' },
    select: {
      remarkId: true,
      op: true,
      clauseId: true,
      targetClauseId: true,
      wordings: { orderBy: { id: 'asc' }, select: { kind: true, version: true, after: true, rest: true } },
    },
  });
  return new Map(
    remarkIds.map((id) => [
      id,
      wordingHash(
        operations
          .filter(({ remarkId }) => remarkId === id)
          .map((operation) => ({
            ...operation,
            op: operation.op as OperationKind,
            wordings: operation.wordings.map((step) => ({ ...step, kind: step.kind as WordingKind })),
          })),
      ),
    ]),
  );
}
