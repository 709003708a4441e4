import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { asUnits, notedReferences } from '#app/drafting/acts/next-text.ts';
import type { VersionDiff } from '#app/drafting/acts/version-diff.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { firstWords } from '../state/first-words.ts';
import { previewCarries } from '../carry/preview-carries.server.ts';
import type { Fit } from '../state/remark.ts';
import {
  otherMarkIn,
  hasHeading,
  joinable,
  opsFor,
  placesFor,
  type EditorialInput,
  type EditorialOp,
} from './editorial-change.ts';
import { newestReport, type EditorialError } from './write-editorial.server.ts';
import type { NeighbourMark } from '../acts/neighbour-marks.ts';
import type { BroughtProblem } from '#app/drafting/acts/brought-problems.ts';
import { findBrought } from '#app/drafting/acts/brought.server.ts';
import { diffVersions } from '#app/drafting/acts/tasks.server.ts';
import { editText } from './tasks.server.ts';

export type ListedUnit = { code: number; citation: string; words: string; depth: number };
type Place = { code: number; citation: string; where: 'after' | 'first-in' };

export type EditedUnit = {
  code: number;
  citation: string;
  type: UnitType;
  heading: string;
  text: string;
  hasHeading: boolean;
  /** Units under it. */
  below: number;
  ops: EditorialOp[];
  places: Place[];
  siblings: { code: number; citation: string; text: string }[];
};

export type EditorialPage = {
  slug: string;
  title: string;
  version: number;
  numbering: 'draft' | 'adopted';
  fourEyes: boolean;
  /** Number of the newest closed report; with one a change is a correction of it. */
  report: number;
  /** All units to choose from; empty when one is chosen. */
  units: ListedUnit[];
  unit: EditedUnit | null;
};

/** The office's own table for the text. Throws not-found for everybody but officials of the municipality, and for an unknown unit. */
export async function loadEditorialPage(
  db: Db,
  input: { viewer: Viewer; slug: string; code: number | null },
): Promise<EditorialPage> {
  const draft = await loadDraft(db, { slug: input.slug });
  if (!isOfficialOf(input.viewer, draft.teryt)) throw notFound('not an official here');
  const { fourEyes } = await db.consultation.findUniqueOrThrow({
    where: { id: draft.consultationId },
    select: { fourEyes: true },
  });
  const citations = citationsByClause(draft.units);
  const unit = draft.units.find(({ code }) => code === input.code);
  if (input.code !== null && !unit) throw notFound('no such unit');
  return {
    slug: draft.slug,
    title: draft.title,
    version: draft.version,
    numbering: draft.numbering,
    fourEyes,
    report: await newestReport(db, draft.consultationId),
    units: unit
      ? []
      : draft.units.map((each) => ({
          code: each.code,
          citation: citations.get(each.clauseId) || each.label,
          words: firstWords(each.heading || each.text, 90),
          depth: each.depth,
        })),
    unit: unit ? editedUnit(draft, unit, citations) : null,
  };
}

function editedUnit(draft: Draft, unit: DraftUnit, citations: ReadonlyMap<string, string>): EditedUnit {
  const byCode = new Map(draft.units.map((each) => [each.code, each]));
  const nameOf = (code: number) => citations.get(byCode.get(code)!.clauseId) ?? '';
  return {
    code: unit.code,
    citation: nameOf(unit.code),
    type: unit.type,
    heading: unit.heading,
    text: unit.text,
    hasHeading: hasHeading(unit),
    below: draft.units.filter(({ parentClauseId }) => parentClauseId === unit.clauseId).length,
    ops: opsFor(draft.units, unit),
    places: placesFor(draft.units, unit.code).map(({ code, where }) => ({ code, where, citation: nameOf(code) })),
    siblings: joinable(draft.units, unit.code).map((code) => ({
      code,
      citation: nameOf(code),
      text: byCode.get(code)!.text,
    })),
  };
}

export type EditorialPreview = {
  diff: VersionDiff;
  references: VersionChange[];
  /** What the checks find in the text with it and not without it. */
  problems: BroughtProblem[];
  /** Marks at the ends of neighbours that it leaves wrong, to be mended as a part of it. */
  marks: (NeighbourMark & { citation: string })[];
  touched: { number: number; fit: Fit }[];
  /** Authors who would get a letter. */
  letters: number;
};

/** What an editorial change would do, without writing anything. */
export async function previewEditorial(
  db: Db,
  input: { viewer: Viewer; slug: string; change: EditorialInput; locale: Locale },
): Promise<{ ok: true; value: EditorialPreview } | { ok: false; error: EditorialError }> {
  const draft = await loadDraft(db, { slug: input.slug });
  if (!isOfficialOf(input.viewer, draft.teryt)) throw notFound('not an official here');
  await requireLimit(db, 'office-preview', { person: input.viewer.id });
  const other = otherMarkIn(draft.units, input.change);
  if (other) return { ok: false, error: other };
  const { units, numbering } = draft;
  const asked = await runTask(editText, { draft: { units, numbering }, change: input.change });
  if (!asked.ok) return asked;
  // Shown for the first time they are chosen, and the text is shown with them.
  const all = asked.value.marks.map(({ clauseId, after }) => ({ clauseId, mark: after.slice(-1) }));
  const isFirst = input.change.marks === undefined && all.length > 0;
  const planned = isFirst
    ? await runTask(editText, { draft: { units, numbering }, change: { ...input.change, marks: all } })
    : asked;
  if (!planned.ok) return planned;
  const { next, changes, marks } = planned.value;
  const citations = citationsByClause(draft.units);
  const carried = await previewCarries(db, { draft, units: next.units, changes, except: [] });
  const told = carried.filter(({ fit }) => fit !== 'unchanged').map(({ remarkId }) => remarkId);
  const authors = await db.remark.findMany({
    where: { id: { in: told }, authorId: { not: null } },
    select: { authorId: true },
  });
  return {
    ok: true,
    value: {
      diff: await runTask(diffVersions, { before: draft.units, after: asUnits(next), language: input.locale }),
      references: notedReferences(next),
      problems: await findBrought(draft.units, next.units),
      marks: marks.map((mark) => ({ ...mark, citation: citations.get(mark.clauseId) ?? '' })),
      touched: carried.map(({ number, fit }) => ({ number, fit })),
      letters: new Set(authors.map(({ authorId }) => authorId)).size,
    },
  };
}
