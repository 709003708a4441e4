import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';
import { asUnits, notedReferences } from '#app/drafting/acts/next-text.ts';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { diffVersions } from '#app/drafting/acts/tasks.server.ts';
import { unitsOfChanges } from '#app/drafting/acts/touched-units.ts';
import type { UnitCause } from '#app/drafting/acts/unit-causes.ts';
import type { VersionDiff } from '#app/drafting/acts/version-diff.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import { changesText, type Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { previewCarries } from '../carry/preview-carries.server.ts';
import { reachOf } from '../told/told-authors.server.ts';
import { firstWords } from '../state/first-words.ts';
import type { Fit, RemarkKind } from '../state/remark.ts';
import { isTextError, type BroughtProblem } from '#app/drafting/acts/brought-problems.ts';
import { newFindings } from './basket-lint.server.ts';
import { isReleasable, loadBasket, type Basket, type BasketProblem } from './basket.server.ts';
import { loadDeskHead, type DeskHeadFacts } from './desk.server.ts';
import { inConflict } from './plan-together.server.ts';
import { viewConflicts } from './ruling-tasks.server.ts';
import type { ConflictView } from './view-conflicts.ts';

export type BasketRow = {
  number: number;
  draftId: string;
  revision: number;
  kind: RemarkKind;
  citation: string;
  words: string;
  decision: Decision;
  reason: string;
  draftedBy: string;
  reviewedBy: string | null;
  problem: BasketProblem['code'] | null;
  isInConflict: boolean;
  /** The one in front of it whose new unit would stand before its own, behind the same unit. */
  before: { number: number; draftId: string; revision: number } | null;
};

export type BasketPage = {
  desk: DeskHeadFacts;
  version: number;
  rows: BasketRow[];
  conflicts: ConflictView[];
  findings: BroughtProblem[];
  /** The text with all of them against the one before, and the remarks whose rulings change each unit. */
  diff: VersionDiff;
  causes: Record<string, UnitCause[]>;
  references: VersionChange[];
  /** Open amendments that the version would touch. */
  touched: { number: number; fit: Fit }[];
  /** Authors who would get an e-mail. */
  letters: number;
  changesText: boolean;
  isReleasable: boolean;
};

/** All collected rulings of a consultation and what releasing them would do. For people who are not officials here they do not exist. */
export async function loadBasketPage(
  db: Db,
  input: { viewer: Viewer; slug: string; locale: Locale },
): Promise<BasketPage> {
  const { draft, scope: _scope, ...desk } = await loadDeskHead(db, input);
  const { fourEyes } = desk.consultation;
  const basket = await loadBasket(db, {
    ...input,
    consultation: { id: draft.consultationId, teryt: draft.teryt, fourEyes },
  });
  const { plan } = basket;
  const next = await nextTextOf(draft, plan.changes);
  const after = next.ok ? asUnits(next.value) : draft.units;
  const carried =
    next.ok && plan.changes.length > 0
      ? await previewCarries(db, {
          draft,
          units: next.value.units,
          changes: plan.changes,
          except: basket.rulings.map(({ ruling }) => ruling.remarkId),
        })
      : [];
  const findings = await newFindings(draft, next);
  const reach = await reachOf(db, draft.consultationId, [
    ...basket.rulings.map(({ ruling }) => ruling.remarkId),
    ...carried.flatMap(({ remarkId, fit }) => (fit === 'unchanged' ? [] : [remarkId])),
  ]);
  return {
    desk,
    version: draft.version,
    rows: await rowsOf(db, basket),
    conflicts:
      plan.conflicts.length === 0
        ? []
        : await runTask(viewConflicts, { conflicts: plan.conflicts, units: draft.units }),
    findings,
    diff: await runTask(diffVersions, { before: draft.units, after, language: input.locale }),
    causes: causesOf(basket, after),
    references: next.ok ? notedReferences(next.value) : [],
    touched: carried.map(({ number, fit }) => ({ number, fit })),
    letters: reach.email,
    changesText: plan.changes.length > 0,
    isReleasable: isReleasable(basket) && !findings.some(isTextError),
  };
}

/** By unit, the remarks whose rulings change it in the version to come. */
function causesOf({ draft, plan, planned }: Basket, after: readonly DraftUnit[]): Record<string, UnitCause[]> {
  const units = unitsOfChanges(draft, plan.changes, after) ?? [];
  const causes: Record<string, UnitCause[]> = {};
  for (const [at, { changes }] of plan.shares.entries())
    for (const clauseId of new Set(changes.flatMap((place) => units[place] ?? [])))
      (causes[clauseId] ??= []).push({
        version: draft.version + 1,
        ways: ['words'],
        remark: planned[at]!.ruling.number,
      });
  return causes;
}

async function rowsOf(db: Db, { draft, rulings, problems, plan }: Basket): Promise<BasketRow[]> {
  const remarks = await db.remark.findMany({
    where: { id: { in: rulings.map(({ ruling }) => ruling.remarkId) } },
    select: { id: true, reason: true },
  });
  const wordsOf = new Map(remarks.map(({ id, reason }) => [id, firstWords(reason)]));
  const citations = citationsByClause(draft.units);
  const problemOf = new Map(problems.map(({ number, code }) => [number, code]));
  const conflicting = inConflict(plan.conflicts);
  const lastBehind = new Map<string, BasketRow['before']>();
  return rulings.map(({ ruling, decidable: { remark, operations } }) => {
    const { number, id: draftId, revision } = ruling;
    const anchors = operations.flatMap(({ op, clauseId }) =>
      op === 'insert-after' && changesText(ruling.decision) ? [clauseId] : [],
    );
    const before = anchors.map((anchor) => lastBehind.get(anchor)).find((each) => each) ?? null;
    for (const anchor of anchors) lastBehind.set(anchor, { number, draftId, revision });
    return {
      number,
      draftId,
      revision,
      kind: remark.kind,
      citation: citations.get(operations[0]?.clauseId ?? '') ?? '',
      words: wordsOf.get(remark.id) ?? '',
      decision: ruling.decision,
      reason: ruling.reason,
      draftedBy: ruling.draftedBy.name,
      reviewedBy: ruling.reviewedBy?.name ?? null,
      problem: problemOf.get(number) ?? null,
      isInConflict: conflicting.has(number),
      before,
    };
  });
}
