import type { DraftHead } from './draft.ts';
import { withLegalBasis } from './legal-basis.ts';
import type { Db } from '#app/db/client.server.ts';

/** The legal basis of a draft as it was last corrected, until `at` where that is given; null where it never was. */
export async function correctedBasis(db: Db, consultationId: string, at?: Date): Promise<string | null> {
  const row = await db.factsChange.findFirst({
    where: { consultationId, basisAfter: { not: null }, ...(at ? { madeAt: { lte: at } } : {}) },
    orderBy: { id: 'desc' },
    select: { basisAfter: true },
  });
  return row?.basisAfter ?? null;
}

/** The head of a draft as it goes to the council: with the legal basis that was corrected. */
export async function correctedHead(
  db: Db,
  { consultationId, head, at }: { consultationId: string; head: DraftHead; at?: Date },
): Promise<DraftHead> {
  const basis = await correctedBasis(db, consultationId, at);
  return basis === null ? head : withLegalBasis(head, basis);
}
