import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { operationWords } from './filing-draft.ts';
import type { PointDraft } from './operation-draft.ts';
import type { FilingHead } from './write-filing.server.ts';

/** Number of the letter whose points all wait and say exactly this, from the same person: a button pressed twice. */
export async function findSameFiling(
  tx: Db,
  { consultationId, head, points }: { consultationId: string; head: FilingHead; points: readonly PointDraft[] },
): Promise<number | null> {
  const [first] = points;
  if (!first) return null;
  // What the office enters has no account behind it: the same letter has the same sender, sign and moment of arrival.
  const sender =
    head.authorId !== null
      ? { authorId: head.authorId }
      : {
          enteredById: head.enteredById,
          authorName: head.authorName,
          privateName: head.privateName,
          caseSign: head.caseSign,
          receivedAt: head.receivedAt,
        };
  const candidates = await tx.filing.findMany({
    where: {
      consultationId,
      ...sender,
      remarks: { some: { point: 1, state: 'open', reason: first.reason }, every: { state: 'open' } },
    },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      remarks: {
        orderBy: { point: 'asc' },
        select: {
          reason: true,
          place: true,
          operations: {
            orderBy: { seq: 'asc' },
            select: {
              op: true,
              baseRevisionId: true,
              quote: true,
              after: true,
              rest: true,
              clause: { select: { code: true } },
              target: { select: { code: true } },
            },
          },
        },
      },
    },
  });
  const asked = JSON.stringify(
    points.map(({ reason, place, operations }) => [
      reason,
      place,
      operations.map((operation) => {
        const { after, rest, otherCode } = operationWords(operation);
        return [operation.op, operation.code, operation.base, operation.quote, after, rest, otherCode];
      }),
    ]),
  );
  const same = candidates.find(
    ({ remarks }) =>
      asked ===
      JSON.stringify(
        remarks.map(({ reason, place, operations }) => [
          reason,
          place ?? '',
          operations.map(({ op, clause, baseRevisionId, quote, after, rest, target }) => [
            op,
            clause.code,
            baseRevisionId,
            quote ?? '',
            after,
            rest,
            target?.code ?? null,
          ]),
        ]),
      ),
  );
  return same?.number ?? null;
}

/** The withdrawn letter of the same person that a new one replaces; throws not-found for any other. */
export async function findRefiled(
  tx: Db,
  { consultationId, head, number }: { consultationId: string; head: FilingHead; number: number },
): Promise<string> {
  const filing = await tx.filing.findFirst({
    where: { consultationId, number, authorId: head.authorId, remarks: { some: { state: 'withdrawn' } } },
    select: { id: true },
  });
  if (!filing) throw notFound('no withdrawn letter of this person');
  return filing.id;
}
