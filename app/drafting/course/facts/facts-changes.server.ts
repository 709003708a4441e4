import type { Db } from '#app/db/client.server.ts';
import type { DraftHead } from '#app/drafting/acts/draft.ts';
import { actKindOf, type ActKind } from '../../state/legal-term.ts';
import { correctedBasis } from '#app/drafting/acts/corrected-basis.server.ts';

export type Facts = { title: string; summary: string; actKind: ActKind; basis: string };

export type FactsChangeRow = {
  id: string;
  title: { before: string; after: string } | null;
  summary: { before: string; after: string } | null;
  kind: { before: string; after: string } | null;
  basis: { before: string; after: string } | null;
  reason: string;
  madeByName: string;
  madeAt: Date;
};

/** What is said of a draft now. */
export async function currentFacts(db: Db, consultationId: string): Promise<Facts> {
  const { actKind, head, ...facts } = await db.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { title: true, summary: true, actKind: true, head: true },
  });
  const basis = (await correctedBasis(db, consultationId)) ?? (head as DraftHead).legalBasis;
  return { ...facts, actKind: actKindOf(actKind), basis };
}

/** Every correction of what a draft is called and what is said of it, oldest first, both versions of what was changed. */
export async function listFactsChanges(db: Db, consultationId: string): Promise<FactsChangeRow[]> {
  const rows = await db.factsChange.findMany({ where: { consultationId }, orderBy: { id: 'asc' } });
  const changed = (before: string, after: string) => (before === after ? null : { before, after });
  return rows.map((row) => ({
    id: row.id,
    title: changed(row.titleBefore, row.titleAfter),
    summary: changed(row.summaryBefore, row.summaryAfter),
    kind: changed(row.kindBefore, row.kindAfter),
    basis: changed(row.basisBefore ?? '', row.basisAfter ?? ''),
    reason: row.reason,
    madeByName: row.madeByName,
    madeAt: row.madeAt,
  }));
}
