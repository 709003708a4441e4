import { unitsByClause } from '#app/drafting/acts/draft.ts';
import { loadUnits } from '#app/drafting/acts/load-draft.server.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { Decidable } from './load-decidable.server.ts';
import { hasChanged } from './approve-drafts.server.ts';
import { readStoredFinals } from './draft-input.ts';
import { viewEffects, type EffectsView } from './effects-view.server.ts';
import { previewRuling } from './preview-ruling.server.ts';
import { isForViewer, liveDraftStates, type DraftState } from '../state/draft-state.ts';

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
  /** What approving it would do: for those that wait for the viewer and can be approved as things stand. */
  effects: EffectsView | null;
};

/** Competing drafts whose effects are shown. */
const effectsShown = 3;

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
    const standing = { state: row.state as DraftState, isOwn: row.draftedById === viewerId };
    const isShown = !isChanged && isForViewer(standing) && views.filter(({ effects }) => effects).length < effectsShown;
    views.push({
      id: row.id,
      revision: row.revision,
      ...standing,
      decision: row.decision as Decision,
      reason: row.reason,
      finals: [...readStoredFinals(row.finals)].map(([seq, final]) => ({ seq, ...final })),
      draftedByName: row.draftedByName,
      updatedAt: row.updatedAt,
      returnNote: row.returnNote,
      reviewedByName: row.reviewedByName,
      effects: isShown ? await effectsOf(db, decidable, row) : null,
      changed: isChanged ? await bothSides(db, decidable, row.againstVersion) : null,
    });
  }
  return views.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

async function effectsOf(
  db: Db,
  decidable: Decidable,
  draft: { decision: string; finals: unknown },
): Promise<EffectsView | null> {
  const decision = draft.decision as Decision;
  const preview = await previewRuling(db, { decidable, decision, finals: readStoredFinals(draft.finals) });
  return preview.ok ? viewEffects(db, { decidable, decision, effects: preview.value }) : null;
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
