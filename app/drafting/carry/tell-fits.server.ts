import type { Db } from '#app/db/client.server.ts';
import type { Fit } from '../state/remark.ts';
import type { CarriedRemark } from './carry-plan.ts';
import { sendFits, type FitWords } from './letters.server.ts';

type Carried = {
  teryt: string;
  slug: string;
  title: string;
  carried: readonly CarriedRemark[];
  version: number;
  now?: Date;
};

/** Tells the authors of remarks that a new version touched what it did to their amendments, in words, and by when they may answer. */
export async function tellFits(tx: Db, { carried, now = new Date(), ...about }: Carried): Promise<void> {
  const told = carried.flatMap(({ fit, ...remark }) => (fit === 'unchanged' ? [] : [{ ...remark, fit }]));
  if (told.length === 0) return;
  const rows = await tx.remark.findMany({
    where: { id: { in: told.map(({ remarkId }) => remarkId) } },
    select: {
      id: true,
      authorId: true,
      dueAt: true,
      consultation: { select: { answersDueAt: true } },
      operations: { orderBy: { seq: 'asc' }, select: operation },
    },
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  await sendFits(
    tx,
    told.flatMap(({ remarkId, number, fit }) => {
      const row = rowOf.get(remarkId);
      if (!row) return [];
      const dueAt = row.dueAt ?? row.consultation.answersDueAt;
      const words = row.operations.flatMap((each) => wordsOf(each) ?? []);
      return [{ ...about, now, remarkId, number, authorId: row.authorId, fit, words, dueAt }];
    }),
  );
}

const operation = {
  fit: true,
  after: true,
  carriedAfter: true,
  wordings: {
    orderBy: { id: 'asc' },
    select: { kind: true, after: true },
  },
  clause: {
    select: { placements: { where: { toVersion: null }, take: 1, select: { revision: { select: { text: true } } } } },
  },
} as const;

type Operation = {
  fit: string;
  after: string | null;
  carriedAfter: string | null;
  wordings: readonly { kind: string; after: string | null }[];
  clause: { placements: readonly { revision: { text: string } }[] };
};

/** The words its author is asked about: as they were, and what they became or what stands in the text; null where nothing is asked. */
function wordsOf(each: Operation): FitWords | null {
  const fit = each.fit as Fit;
  if (fit !== 'adapted' && fit !== 'conflict') return null;
  const was = each.wordings.slice(0, -1).findLast(({ kind, after }) => isSpoken(kind) && after !== null)?.after;
  if (fit === 'conflict') return { fit, was: was ?? each.after, is: each.clause.placements[0]?.revision.text ?? null };
  return { fit, was: was ?? each.after, is: each.carriedAfter };
}

const isSpoken = (kind: string) => kind !== 'contained' && kind !== 'conflict';
