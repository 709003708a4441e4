import { unitsByClause } from '#app/drafting/acts/draft.ts';
import { loadUnits } from '#app/drafting/acts/load-draft.server.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { Decidable } from './load-decidable.server.ts';
import { hasChanged } from './approve-drafts.server.ts';
import { readStoredFinals } from './draft-input.ts';
import { liveDraftStates, type DraftState } from '../state/draft-state.ts';

/** A live draft of a ruling as the desk shows it. */
export type DraftView = {
  id: string;
  revision: number;
  state: DraftState;
  isOwn: boolean;
  decision: Decision;
  reason: string;
  finals: { seq: number; text: string; anchorId: string | null; rest?: string }[];
  draftedByName: string;
  updatedAt: Date;
  returnNote: string | null;
  reviewedByName: string | null;
  /** Text and remark as its author saw them, unit by unit, beside what stands there now; null while nothing has changed. */
  changed: { citation: string; seen: string | null; now: string | null }[] | null;
};

/** All live drafts on a remark, the viewer's own first: none overwrites another. */
export async function loadDrafts(
  db: Db,
  { decidable, viewerId }: { decidable: Decidable; viewerId: string },
): Promise<DraftView[]> {
  const { draft, remark } = decidable;
  const rows = await db.rulingDraft.findMany({
    where: {
      teryt: draft.teryt,
      consultationId: draft.consultationId,
      remarkId: remark.id,
      state: { in: [...liveDraftStates] },
    },
    orderBy: { id: 'asc' },
  });
  const views: DraftView[] = [];
  for (const row of rows) {
    const isChanged = await hasChanged(db, { row, decidable });
    views.push({
      id: row.id,
      revision: row.revision,
      state: row.state as DraftState,
      isOwn: row.draftedById === viewerId,
      decision: row.decision as Decision,
      reason: row.reason,
      finals: [...readStoredFinals(row.finals)].map(([seq, final]) => ({ seq, ...final })),
      draftedByName: row.draftedByName,
      updatedAt: row.updatedAt,
      returnNote: row.returnNote,
      reviewedByName: row.reviewedByName,
      changed: isChanged ? await bothSides(db, decidable, row.againstVersion) : null,
    });
  }
  return views.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

async function bothSides(
  db: Db,
  { draft, operations }: Decidable,
  version: number,
): Promise<NonNullable<DraftView['changed']>> {
  const before = await loadUnits(db, draft.consultationId, version);
  const [then, now] = [unitsByClause(before), unitsByClause(draft.units)];
  const citations = new Map([...citationsByClause(before), ...citationsByClause(draft.units)]);
  return [...new Set(operations.map(({ clauseId }) => clauseId))].map((clauseId) => ({
    citation: citations.get(clauseId) ?? '',
    seen: then.get(clauseId)?.text ?? null,
    now: now.get(clauseId)?.text ?? null,
  }));
}
