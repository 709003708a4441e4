import type { BroughtProblem } from '#app/drafting/acts/brought-problems.ts';
import { subtreeOf, type DraftUnit } from '#app/drafting/acts/draft.ts';
import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';
import { findBrought } from '#app/drafting/acts/brought.server.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bounds } from '#app/forms/bounds.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { ChangeView } from '../remarks/change-view.ts';
import { officeOfConsultation } from '../office/find-office-details.server.ts';
import type { OfficeDetails } from '../office/office-details.ts';
import { loadHead, type ConsultationHead } from '../course/consultation-head.server.ts';
import type { FormFiles } from '../attachments/attachment.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { firstWords } from '../state/first-words.ts';
import { changeOf } from './draft-change.ts';
import { endMarkOffers, type EndMarkOffer } from './end-mark-offers.server.ts';
import { loadMoved, markOfInsertion, type MovedProposal } from './moved-proposal.server.ts';
import { operationsFor, type OperationKind, type RemarkKind } from '../state/remark.ts';
import { cleanPoints, otherMark, takenMarks } from './typed-marks.ts';
import {
  emptyOperation,
  filingProblems,
  isAboutLength,
  movableAfter,
  operationBounds,
  operationWords,
  partnersOf,
} from './filing-draft.ts';
import { filingLimits, type OperationDraft, type PickedMarks, type PointDraft } from './operation-draft.ts';
import { errorsOf, pointField, type FormErrors, type FormIntent } from './filing-form-reader.ts';
import { viewChanges } from '../remarks/view-tasks.server.ts';

type UnitOption = { code: number; label: string };

/** One change as the form shows it. `clause` is null when the clause has left the text. */
export type OperationView = {
  draft: OperationDraft;
  citation: string;
  clause: {
    label: string;
    text: string;
    heading: string;
    allows: OperationKind[];
    partners: UnitOption[];
    targets: UnitOption[];
    bounds: ReturnType<typeof operationBounds>;
  } | null;
  /** Open amendments of the same clause. */
  others: { count: number; first: { number: number; kind: RemarkKind; supports: number }[] };
  change: ChangeView | null;
  /** What the checks find in the text with this change and not without it. */
  problems: BroughtProblem[];
  moved: MovedProposal | null;
  /** Printed marks that were taken off the typed words: the text prints them by itself. */
  taken: string[];
  /** A mark of another kind at the beginning of the words, which its author has to speak about. */
  other: { label: string; canBeUnit: boolean } | null;
};

/** Which part of an online form stands there; the others go along unseen. The office has all of it at once. */
export type FilingStep = 'words' | 'person' | 'check';

export type FilingPage = {
  step: FilingStep;
  consultation: ConsultationHead;
  points: {
    reason: string;
    place: string;
    operations: OperationView[];
    /** Marks at the ends of neighbours that the changes would leave wrong, to be mended with them. */
    marks: (EndMarkOffer & { isPicked: boolean })[];
  }[];
  /** Units to choose from; null when there are too many for a list and the unit is typed. */
  units: UnitOption[] | null;
  /** End marks that the form offered and those that were left chosen, by point: later parts carry them along. */
  picked: readonly PickedMarks[];
  refiles: number | null;
  /** Files that go with the letter so far. */ files: FormFiles;
  /** How the office is reached without this site. */ office: OfficeDetails | null;
  /** The part that the button was about: a point, or a change in it; null where none was pressed. */
  pressed: { point: number; operation: number | null } | null;
  limits: { canAddPoint: boolean };
};

/** A list longer than this is no help in choosing. */
const maxOptions = 400;

type Asked = {
  slug: string;
  points: PointDraft[];
  intent: FormIntent | null;
  /** Something was longer than allowed: nothing is compared then. */ isTooLong?: boolean;
  refiles?: number | null;
  /** Offers that the form showed and those that were taken, by point. */ marks?: readonly PickedMarks[];
  locale: Locale;
  now?: Date;
};

/**
 * The form for a letter with what was typed in it, after the button that was pressed: a point or change more or less, or the
 * preview of every change. Changes whose clause moved meanwhile are shown with both sides and go on from the new words.
 */
export async function loadFilingPage(
  db: Db,
  asked: Asked,
): Promise<{ page: FilingPage; errors: FormErrors; moved: boolean }> {
  const { locale, intent, isTooLong = false } = asked;
  const draft = await loadDraft(db, { slug: asked.slug });
  const citations = citationsByClause(draft.units);
  const pressed = press(asked.points, intent, { units: draft.units, citations });
  const { errors } = pressed;
  // Marks that were offered stand there again after a way back from a later part.
  const hasOffers = asked.marks?.some(({ shown }) => shown.length > 0) ?? false;
  const isShowing =
    intent?.do === 'preview' || intent?.do === 'file' || intent?.do === 'check' || (intent?.do === 'keep' && hasOffers);
  const isCleaned = isShowing && !isTooLong;
  const points = isCleaned ? cleanPoints(pressed.points, draft.units) : pressed.points;
  const taken = isCleaned ? takenMarks(pressed.points, draft.units) : new Map<string, string[]>();
  const problems = isShowing && !isTooLong ? filingProblems(points, draft.units, 'preview') : [];
  if (intent?.do === 'preview') Object.assign(errors, errorsOf(problems));
  const shown = isShowing && !isTooLong && !problems.some(isAboutLength);
  const views: FilingPage['points'] = [];
  for (const { operations, ...point } of points) {
    const seen: OperationView[] = [];
    for (const operation of operations)
      seen.push({
        ...(await viewOperationDraft(db, { draft, citations, operation, locale, shown })),
        taken: taken.get(`${views.length} ${operation.code} ${seen.length}`) ?? [],
      });
    const before = asked.marks?.[views.length];
    const offers = shown && problems.length === 0 ? await endMarkOffers(draft, { ...point, operations }) : [];
    views.push({
      ...point,
      operations: seen,
      marks: offers.map((offer) => ({
        ...offer,
        isPicked: !before?.shown.includes(offer.value) || before.picked.includes(offer.value),
      })),
    });
  }
  const label = labelIn(citations);
  return {
    errors,
    moved: views.some(({ operations }) => operations.some(({ moved }) => moved !== null)),
    page: {
      step: 'words',
      consultation: await loadHead(db, draft, asked.now ?? new Date()),
      points: views,
      picked: asked.marks ?? [],
      refiles: asked.refiles ?? null,
      files: { kept: [], refused: [] },
      office: await officeOfConsultation(db, asked.slug),
      pressed: pressedPart(intent, views),
      units: draft.units.length <= maxOptions ? draft.units.map(label) : null,
      limits: { canAddPoint: points.length < filingLimits.points },
    },
  };
}

/** Where the reader goes on after a button. */
function pressedPart(intent: FormIntent | null, points: FilingPage['points']): FilingPage['pressed'] {
  switch (intent?.do) {
    case 'preview': {
      const { point = 0, operation = 0 } = intent;
      if (points[point]?.operations[operation]) return { point, operation };
      return null;
    }
    case 'add-point':
      return { point: points.length - 1, operation: null };
    case 'drop-point':
      return { point: Math.min(intent.point, points.length - 1), operation: null };
    case 'add-change':
      return { point: intent.point, operation: Math.max((points[intent.point]?.operations.length ?? 0) - 1, 0) };
    case 'drop-change':
      return { point: intent.point, operation: null };
    default:
      return null;
  }
}

const labelIn =
  (citations: ReadonlyMap<string, string>) =>
  (unit: DraftUnit): UnitOption => ({
    code: unit.code,
    label: `${citations.get(unit.clauseId) ?? ''}. ${firstWords(unit.text || unit.heading, 50)}`,
  });

type Named = { units: readonly DraftUnit[]; citations: ReadonlyMap<string, string> };

/** The points after a button; an error instead when it could not be done. */
function press(
  points: readonly PointDraft[],
  intent: FormIntent | null,
  named: Named,
): { points: PointDraft[]; errors: FormErrors } {
  switch (intent?.do) {
    case 'add-point':
      return {
        points:
          points.length < filingLimits.points ? [...points, { reason: '', place: '', operations: [] }] : [...points],
        errors: {},
      };
    case 'drop-point':
      return { points: points.length > 1 ? points.filter((_, at) => at !== intent.point) : [...points], errors: {} };
    case 'drop-change':
      return {
        points: points.map((point, at) =>
          at === intent.point
            ? { ...point, operations: point.operations.filter((_, index) => index !== intent.operation) }
            : point,
        ),
        errors: {},
      };
    case 'add-change': {
      const unit = pickUnit(intent.unit, named);
      const operations = points[intent.point]?.operations ?? [];
      if (!unit || operations.length >= filingLimits.operations)
        return {
          points: [...points],
          errors: { [pointField(intent.point, 'unit')]: [{ key: 'register.error.unit' }] },
        };
      const added = emptyOperation(unit, operationsFor(unit)[0] ?? 'none');
      return {
        points: points.map((point, at) =>
          at === intent.point ? { ...point, operations: [...operations, added] } : point,
        ),
        errors: {},
      };
    }
    default:
      return { points: [...points], errors: {} };
  }
}

/** A unit by its code from the list, or by the name people write: „par. 7 ust. 1" is „§ 7 ust. 1". */
function pickUnit(asked: string, { units, citations }: Named): DraftUnit | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^par(agraf|\.)?/, '§')
      .replace(/[\s\u00a0.]+/g, '');
  if (asked.length > bounds.unitName || asked.trim() === '') return undefined;
  const wanted = plain(asked);
  return (
    units.find(({ code }) => String(code) === asked) ??
    units.find(({ clauseId }) => plain(citations.get(clauseId) ?? '') === wanted)
  );
}

type Viewing = {
  draft: Draft;
  citations: ReadonlyMap<string, string>;
  operation: OperationDraft;
  locale: Locale;
  shown: boolean;
};

async function viewOperationDraft(
  db: Db,
  { draft, citations, operation, locale, shown }: Viewing,
): Promise<Omit<OperationView, 'taken'>> {
  const unit = draft.units.find(({ code }) => code === operation.code);
  const isMoved = !unit || unit.revisionId !== operation.base;
  const { after } = operationWords(operation);
  const moved = isMoved
    ? await loadMoved(db, {
        draft,
        unit,
        code: operation.code,
        baseRevisionId: operation.base,
        op: operation.op,
        after,
        locale,
      })
    : null;
  const label = labelIn(citations);
  return {
    draft: moved?.now ? carriedOver(operation, moved) : operation,
    moved,
    citation: unit ? (citations.get(unit.clauseId) ?? '') : '',
    clause: unit
      ? {
          label: unit.label,
          text: unit.text,
          heading: unit.heading,
          allows: [...operationsFor(unit), 'none'],
          partners: partnersOf(draft.units, unit).map(label),
          targets: movableAfter(draft.units, unit).map(label),
          bounds: operationBounds(unit, draft.units),
        }
      : null,
    other: unit && shown ? otherMark({ ...operation, mark: undefined }, unit, draft.units) : null,
    others: unit ? await loadOthers(db, unit.clauseId) : { count: 0, first: [] },
    change: shown && unit && !isMoved ? await viewDraft({ draft, citations, operation, locale }, unit) : null,
    problems: shown && unit && !isMoved ? await problemsOf(draft, operation, unit) : [],
  };
}

/** The field goes on with the proposal as it is on the new text; what was typed stands above it. */
function carriedOver(operation: OperationDraft, moved: MovedProposal): OperationDraft {
  const base = moved.now?.revisionId ?? operation.base;
  return operation.op === 'replace' && moved.carried
    ? { ...operation, base, text: moved.carried.text }
    : { ...operation, base };
}

async function loadOthers(db: Db, clauseId: string): Promise<OperationView['others']> {
  const where = { state: 'open', kind: 'amendment', operations: { some: { clauseId } } };
  const first = await db.remark.findMany({
    where,
    orderBy: { number: 'asc' },
    take: 8,
    select: { number: true, kind: true, _count: { select: { supports: { where: { stance: 'support' } } } } },
  });
  return {
    count: first.length < 8 ? first.length : await db.remark.count({ where }),
    first: first.map(({ number, kind, _count }) => ({ number, kind: kind as RemarkKind, supports: _count.supports })),
  };
}

/** What accepting the change as it is would leave wrong in the text; nothing while it cannot be made. */
async function problemsOf(draft: Draft, operation: OperationDraft, unit: DraftUnit): Promise<BroughtProblem[]> {
  const change = changeOf(operation, unit, draft.units);
  if (!change) return [];
  const next = await nextTextOf(draft, [change]);
  return next.ok ? findBrought(draft.units, next.value.units) : [];
}

/** The change of one block as others will see it; null while its words are missing. */
async function viewDraft(
  { draft, citations, operation, locale }: Omit<Viewing, 'shown'>,
  unit: DraftUnit,
): Promise<ChangeView | null> {
  const { after, rest, otherCode } = operationWords(operation);
  if (after === '' || rest === '') return null;
  const other = otherCode === null ? undefined : draft.units.find(({ code }) => code === otherCode);
  if ((operation.op === 'move' || operation.op === 'merge') && !other) return null;
  const [change] = await runTask(viewChanges, [
    {
      op: operation.op,
      citation: citations.get(unit.clauseId) ?? '',
      mark: unit.label,
      before: unit.text,
      after,
      rest,
      locale,
      below: subtreeOf(draft.units, unit.clauseId),
      target: other ? { citation: citations.get(other.clauseId) ?? '', mark: other.label, text: other.text } : null,
      ...(operation.op === 'insert-after' ? { newMark: await markOfInsertion(draft, unit, operation.inserted) } : {}),
    },
  ]);
  return change ?? null;
}
