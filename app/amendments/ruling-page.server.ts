import type { NextUnit } from '#app/consultations/draft.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { notFound } from '#app/errors/app-error.ts';
import { diffText } from '#app/text/diff-text.ts';
import { present } from '#app/text/present.ts';
import type { ViewSpan } from './change-view.ts';
import { citationsByClause } from './clause-names.ts';
import { loadDecidable, type Decidable } from './load-decidable.server.ts';
import { previewRuling, type RulingEffects } from './preview-ruling.server.ts';
import type { VersionChange } from '#app/consultations/version-note.ts';
import type { Fit, OperationKind } from './remark.ts';
import type { Decision } from '#app/consultations/remark-state.ts';
import { viewRemarks, type RemarkView } from './remark-views.server.ts';
import { decisionsFor, type FinalText, type PlanError } from './ruling-plan.ts';

export type RulingField = {
  seq: number;
  op: OperationKind;
  fit: Fit;
  /** Words of the clause now, null when it is gone. */
  current: string | null;
  /** What the field for other words starts with. */
  draft: string;
  /** split: the words of the second unit to begin with. */
  rest: string | null;
};

export type EffectsView = {
  decision: Decision;
  /** The units that would change, with the marks they would get. */
  result: { label: string; spans: ViewSpan[] }[];
  deletes: boolean;
  touched: { number: number; fit: Fit }[];
  references: VersionChange[];
  /** People who would get a letter, the author included. */
  letters: number;
};

export type RulingPage = {
  slug: string;
  remark: RemarkView;
  version: number;
  revision: number;
  decisions: Decision[];
  fields: RulingField[];
  /** Open amendments of the same clause. */
  rivals: RemarkView[];
  /** Where words can go when their clause is gone. */
  anchors: { id: string; citation: string }[];
  /** What accepting as it is would do, or the decision asked about. */
  effects: EffectsView | null;
};

/** A remark on the office's desk. Throws not-found for everybody but officials of the municipality. */
export async function loadRulingPage(
  db: Db,
  input: { viewer: Viewer; slug: string; number: number; locale: Locale; asked?: { decision: Decision; finals: ReadonlyMap<number, FinalText> } | null },
): Promise<RulingPage> {
  const decidable = await loadDecidable(db, input);
  const { draft, remark, operations } = decidable;
  const [view] = await viewRemarks(db, { where: { id: remark.id } }, { draft, locale: input.locale });
  if (!view) throw notFound('no such remark');
  const clauseIds = operations.map(({ clauseId }) => clauseId);
  const decisions = decisionsFor(remark);
  const asked = input.asked ?? (decisions.includes('accepted') ? { decision: 'accepted' as const, finals: new Map<number, FinalText>() } : null);
  const preview = asked && decisions.length > 0 ? await previewRuling(db, { decidable, ...asked }) : null;
  const citations = citationsByClause(draft.units);
  return {
    slug: draft.slug, remark: view, version: draft.version, revision: remark.revision, decisions,
    fields: operations.map(({ seq, op, fit, current, after, rest }) => ({ seq, op, fit, current, rest: op === 'split' ? (rest ?? '') : null, draft: after ?? (op === 'delete' || op === 'none' || op === 'move' ? current : view.change?.is) ?? '' })),
    rivals: await viewRemarks(
      db, { where: { state: 'open', kind: 'amendment', id: { not: remark.id }, operations: { some: { clauseId: { in: clauseIds } } } } }, { draft, locale: input.locale },
    ),
    anchors: operations.some(({ current }) => current === null) ? draft.units.map(({ clauseId }) => ({ id: clauseId, citation: citations.get(clauseId) ?? '' })) : [],
    effects: asked && preview?.ok ? await viewEffects(db, { decidable, decision: asked.decision, effects: preview.value }) : null,
  };
}

/** Whether other words could be decided on, before anything is written. */
export async function checkRuling(
  db: Db,
  input: { viewer: Viewer; slug: string; number: number; decision: Decision; finals: ReadonlyMap<number, FinalText> },
): Promise<PlanError | null> {
  const preview = await previewRuling(db, { decidable: await loadDecidable(db, input), decision: input.decision, finals: input.finals });
  return preview.ok ? null : preview.error;
}

async function viewEffects(db: Db, { decidable, decision, effects }: { decidable: Decidable; decision: Decision; effects: RulingEffects }): Promise<EffectsView> {
  const changed = new Set(effects.changedClauseIds);
  const before = new Map(decidable.draft.units.map(({ clauseId, text }) => [clauseId, text]));
  const result = effects.units.filter((unit) => isResult(unit, changed)).map(({ label, text, clauseId }) => ({
    label, spans: present(diffText((clauseId && before.get(clauseId)) ?? '', text)).spans.map((span) => ({ op: span.op, text: span.text })),
  }));
  const told = effects.carried.filter(({ fit }) => fit !== 'unchanged').map(({ remarkId }) => remarkId);
  const authors = await db.remark.findMany({ where: { id: { in: [...told, decidable.remark.id] }, authorId: { not: null } }, select: { authorId: true } });
  return {
    decision, result, deletes: effects.changedClauseIds.some((id) => !effects.units.some(({ clauseId }) => clauseId === id)),
    references: effects.references, touched: effects.carried.map(({ number, fit }) => ({ number, fit })), letters: new Set(authors.map(({ authorId }) => authorId)).size,
  };
}

function isResult(unit: NextUnit, changed: ReadonlySet<string>): boolean {
  return unit.clauseId === null || changed.has(unit.clauseId);
}
