import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { liveDraftStates } from '../state/draft-state.ts';
import { operationWords } from '../register/filing-draft.ts';
import type { OperationDraft } from '../register/operation-draft.ts';

/** What of a file is here already. */
export type Known = {
  takenAt: Date | null;
  /** Number of the amendment with these words of this person. */
  amendment: (found: { author: string; date: string; operations: readonly OperationDraft[] }) => number | null;
  comment: (found: { clauseId: string; author: string; body: string }) => boolean;
  /** Remarks on which the official has a live draft. */
  draftOn: ReadonlySet<string>;
};

const keyOf = (parts: readonly (string | number | null)[]) => JSON.stringify(parts);

/** What earlier files brought into a consultation; `hash` tells whether this very file was one of them. */
export async function findKnown(
  db: Db,
  { consultationId, viewer, hash }: { consultationId: string; viewer: Viewer; hash: string },
): Promise<Known> {
  const taken = await db.event.findFirst({
    where: { consultationId, kind: 'word-returned', data: { path: ['hash'], equals: hash } },
    orderBy: { id: 'desc' },
    select: { at: true },
  });
  const remarks = await db.remark.findMany({
    where: { consultationId, channel: 'word' },
    select: {
      number: true,
      authorName: true,
      operations: {
        orderBy: { seq: 'asc' },
        select: { op: true, baseRevisionId: true, after: true, clause: { select: { code: true } } },
      },
    },
  });
  const numbers = new Map(
    remarks.map(({ number, authorName, operations }) => [
      keyOf([
        authorName,
        ...operations.flatMap(({ op, baseRevisionId, after, clause }) => [op, clause.code, baseRevisionId, after]),
      ]),
      number,
    ]),
  );
  const comments = await db.comment.findMany({
    where: { consultationId, byOffice: true, parentId: null, remarkId: null },
    select: { clauseId: true, authorName: true, body: true },
  });
  const said = new Set(comments.map(({ clauseId, authorName, body }) => keyOf([clauseId, authorName, body])));
  const drafts = await db.rulingDraft.findMany({
    where: { consultationId, draftedById: viewer.id, state: { in: [...liveDraftStates] } },
    select: { remarkId: true },
  });
  return {
    takenAt: taken?.at ?? null,
    amendment: ({ author, operations }) =>
      numbers.get(
        keyOf([
          author,
          ...operations.flatMap((operation) => [
            operation.op,
            operation.code,
            operation.base,
            operationWords(operation).after,
          ]),
        ]),
      ) ?? null,
    comment: ({ clauseId, author, body }) => said.has(keyOf([clauseId, author, body])),
    draftOn: new Set(drafts.map(({ remarkId }) => remarkId)),
  };
}
