import type { Db } from '#app/db/client.server.ts';
import type { OpenRemark } from './carry-plan.ts';
import type { Fit, OperationKind, WordingKind } from '../state/remark.ts';
import { textsOf } from '../acts/words-of-revisions.server.ts';

/** Open remarks with an operation on one of `clauseIds` or one of `operationIds`, ready to be carried over; `except` are those being decided. */
export async function loadOpenRemarks(
  db: Db,
  where: {
    consultationId: string;
    clauseIds: readonly string[];
    operationIds: readonly string[];
    except: readonly string[];
  },
): Promise<OpenRemark[]> {
  const remarks = await db.remark.findMany({
    where: {
      consultationId: where.consultationId,
      state: 'open',
      operations: {
        some: {
          OR: [
            { clauseId: { in: [...where.clauseIds] } },
            { targetClauseId: { in: [...where.clauseIds] } },
            { id: { in: [...where.operationIds] } },
          ],
        },
      },
      id: { notIn: [...where.except] },
    },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      fit: true,
      operations: {
        orderBy: { seq: 'asc' },
        select: {
          id: true,
          op: true,
          clauseId: true,
          targetClauseId: true,
          targetRevisionId: true,
          fit: true,
          wordings: { orderBy: { id: 'asc' }, select: { kind: true, revisionId: true, after: true, rest: true } },
        },
      },
    },
  });
  const texts = await textsOf(
    db,
    remarks.flatMap(({ operations }) =>
      operations.flatMap(({ wordings, targetRevisionId }) => [
        targetRevisionId,
        ...wordings.map(({ revisionId }) => revisionId),
      ]),
    ),
  );
  return remarks.map(({ operations, fit, ...remark }) => ({
    ...remark,
    fit: fit as Fit,
    operations: operations.map(({ wordings, targetRevisionId, ...operation }) => ({
      ...operation,
      targetBase: targetRevisionId === null ? null : (texts.get(targetRevisionId) ?? null),
      op: operation.op as OperationKind,
      fit: operation.fit as Fit,
      wordings: wordings.map(({ kind, revisionId, after, rest }) => ({
        kind: kind as WordingKind,
        base: revisionId === null ? null : (texts.get(revisionId) ?? null),
        after,
        rest,
      })),
    })),
  }));
}
