import { loadDraft, loadUnits, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { causesOfVersions } from '#app/drafting/acts/version-causes.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { isAdmin, isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import type { ChangeStep, ChangeView } from '../remarks/change-view.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { loadHead, type ConsultationHead } from '../course/consultation-head.server.ts';
import { textsOf } from '../acts/words-of-revisions.server.ts';
import type { Fit, OperationKind, WordingKind } from '../state/remark.ts';
import { placeWords } from '../remarks/filed-place.ts';
import { filedPlaces } from '../remarks/filed-places.server.ts';
import { viewRemarks, type RemarkView } from '../remarks/remark-views.server.ts';
import { viewChanges } from '../remarks/view-tasks.server.ts';
import { versionSteps } from '../remarks/version-changes.ts';

/** One step of a remark's course, with the change as it was worded then. */
export type TraceStep = {
  kind: WordingKind | 'withdrawn';
  at: Date;
  version: number | null;
  change: ChangeView | null;
};

export type RemarkPage = {
  consultation: ConsultationHead;
  remark: RemarkView & { againstVersion: number };
  trace: TraceStep[];
  /** What the ruling changed in the text, unit by unit. */
  effects: ChangeView[];
  /** Files of its letter. */
  attachments: number;
  /** Numbers of the other remarks whose rulings were released in the same version. */
  others: number[];
};

/** What is on a remark's page only for the one who looks. */
export type RemarkPersonal = {
  isAuthor: boolean;
  /** The viewer's own letter, where their name stands under it in public. */
  signedId: string | null;
  isOfficial: boolean;
  /** May cover words: an official of the municipality, or an administrator. */
  mayCover: boolean;
  verified: boolean;
  revision: number;
  /** What the author is asked, operation by operation, while the text has moved under an open amendment. */
  questions: Question[];
};

export type Question = {
  seq: number;
  citation: string;
  fit: Extract<Fit, 'adapted' | 'conflict'>;
  op: OperationKind;
  /** Words of the clause now; null when it is gone. */
  current: string | null;
  /** Printed mark of the clause now. */
  mark: string;
  filed: ChangeView | null;
  adapted: ChangeView | null;
  /** What the field for a new wording starts with, and of a split that for the second unit. */
  draft: string;
  rest: string | null;
};

/** The public page of one remark. Throws not-found. */
export async function loadRemarkPage(
  db: Db,
  input: { slug: string; number: number; locale: Locale; now?: Date },
): Promise<RemarkPage> {
  const { locale } = input;
  const draft = await loadDraft(db, { slug: input.slug });
  const [remark] = await viewRemarks(db, { where: { number: input.number } }, { draft, locale });
  const row =
    remark &&
    (await db.remark.findFirst({
      where: { consultationId: draft.consultationId, number: input.number },
      select: { id: true, againstVersion: true, filingId: true },
    }));
  if (!remark || !row) throw notFound('no such remark');
  const version = remark.ruling?.resultVersion ?? null;
  return {
    consultation: await loadHead(db, draft, input.now ?? new Date()),
    remark: { ...remark, againstVersion: row.againstVersion },
    attachments: await db.attachment.count({ where: { filingId: row.filingId, removedAt: null } }),
    trace: await loadTrace(db, {
      remarkId: row.id,
      nameOf: await namesFor(db, { draft, againstVersion: row.againstVersion, locale }),
      locale,
    }),
    effects: version === null ? [] : await loadEffects(db, { draft, version, locale, number: remark.number }),
    others: version === null ? [] : await releasedWith(db, { draft, version, number: remark.number }),
  };
}

type NameOf = (clauseId: string) => string;

async function namesFor(
  db: Db,
  { draft, againstVersion, locale }: { draft: Draft; againstVersion: number; locale: Locale },
): Promise<NameOf> {
  const places = await filedPlaces(db, draft, [againstVersion]);
  return (clauseId) => placeWords(translator(locale), places.of(clauseId, againstVersion));
}

async function loadTrace(db: Db, input: { remarkId: string; nameOf: NameOf; locale: Locale }): Promise<TraceStep[]> {
  const wordings = await db.operationWording.findMany({
    where: { operation: { remarkId: input.remarkId } },
    orderBy: { id: 'asc' },
    select: {
      kind: true,
      at: true,
      version: true,
      revisionId: true,
      after: true,
      operation: { select: { op: true, before: true, clauseId: true } },
    },
  });
  const texts = await textsOf(
    db,
    wordings.map(({ revisionId }) => revisionId),
  );
  const changes = await runTask(
    viewChanges,
    wordings.map(({ kind, revisionId, after, operation }): ChangeStep => {
      const before = (revisionId && texts.get(revisionId)) ?? operation.before;
      const isWorded = kind !== 'conflict' && kind !== 'contained' && kind !== 'unchanged';
      return {
        op: isWorded ? (operation.op as OperationKind) : 'none',
        citation: input.nameOf(operation.clauseId),
        mark: '',
        before,
        after,
        locale: input.locale,
      };
    }),
  );
  const steps: TraceStep[] = wordings.map(({ kind, at, version }, index) => ({
    kind: kind as WordingKind,
    at,
    version: kind === 'filed' ? null : version,
    change: changes[index] ?? null,
  }));
  const withdrawal = await db.event.findFirst({
    where: { subjectType: 'remark', subjectId: input.remarkId, kind: 'remark-withdrawn' },
    select: { at: true },
  });
  return withdrawal ? [...steps, { kind: 'withdrawn', at: withdrawal.at, version: null, change: null }] : steps;
}

async function loadEffects(
  db: Db,
  { draft, version, locale, number }: { draft: Draft; version: number; locale: Locale; number: number },
): Promise<ChangeView[]> {
  const [before, after] = [
    await loadUnits(db, draft.consultationId, version - 1),
    await loadUnits(db, draft.consultationId, version),
  ];
  const causes = (await causesOfVersions(db, { consultationId: draft.consultationId, versions: [version] })).get(
    version,
  );
  const isShared = (causes ?? []).filter(({ goesAlong }) => !goesAlong).length > 1;
  const own = causes?.find(({ remark }) => remark === number)?.clauseIds;
  const views = await runTask(
    viewChanges,
    // Of a version that brought several rulings into force, what this one changed.
    versionSteps({ before, after, locale }).filter(({ clauseId }) => !isShared || (own ?? []).includes(clauseId)),
  );
  return views.filter((view) => view !== null);
}

/** The other rulings of a version; those that go along with one of their group are told of as a group. */
async function releasedWith(
  db: Db,
  { draft, version, number }: { draft: Draft; version: number; number: number },
): Promise<number[]> {
  const causes = (await causesOfVersions(db, { consultationId: draft.consultationId, versions: [version] })).get(
    version,
  );
  return (causes ?? []).flatMap(({ remark, goesAlong }) => (goesAlong || remark === number ? [] : [remark]));
}

/** What concerns the viewer alone. */
export async function loadRemarkPersonal(
  db: Db,
  input: { slug: string; number: number; viewer: Viewer; locale: Locale },
): Promise<RemarkPersonal> {
  const { viewer } = input;
  const remark = await db.remark.findFirst({
    where: { number: input.number, consultation: { slug: input.slug } },
    select: {
      id: true,
      teryt: true,
      authorId: true,
      authorName: true,
      filingId: true,
      state: true,
      fit: true,
      revision: true,
      againstVersion: true,
      operations: {
        orderBy: { seq: 'asc' },
        select: {
          seq: true,
          op: true,
          clauseId: true,
          before: true,
          after: true,
          rest: true,
          carriedAfter: true,
          carriedRest: true,
          fit: true,
        },
      },
    },
  });
  if (!remark) throw notFound('no such remark');
  const isAuthor = remark.authorId === viewer.id;
  const asked =
    isAuthor && remark.state === 'open'
      ? remark.operations.filter(({ fit }) => fit === 'adapted' || fit === 'conflict')
      : [];
  return {
    isAuthor,
    signedId: isAuthor && remark.authorName !== '' ? remark.filingId : null,
    isOfficial: isOfficialOf(viewer, remark.teryt),
    mayCover: isOfficialOf(viewer, remark.teryt) || isAdmin(viewer),
    verified: viewer.verified,
    revision: remark.revision,
    questions: asked.length > 0 ? await loadQuestions(db, { ...input, ...remark, asked }) : [],
  };
}

type AskedOperation = {
  seq: number;
  op: string;
  clauseId: string;
  before: string;
  after: string | null;
  rest: string | null;
  carriedAfter: string | null;
  carriedRest: string | null;
  fit: string;
};

async function loadQuestions(
  db: Db,
  {
    slug,
    againstVersion,
    asked,
    locale,
  }: { slug: string; againstVersion: number; asked: readonly AskedOperation[]; locale: Locale },
): Promise<Question[]> {
  const draft = await loadDraft(db, { slug });
  return viewQuestions(draft, asked, { nameOf: await namesFor(db, { draft, againstVersion, locale }), locale });
}

async function viewQuestions(
  draft: Draft,
  operations: readonly AskedOperation[],
  { nameOf, locale }: { nameOf: NameOf; locale: Locale },
): Promise<Question[]> {
  const asked = operations.map((operation) => {
    const unit = draft.units.find(({ clauseId }) => clauseId === operation.clauseId);
    const op = operation.op as OperationKind;
    const shown = { op, citation: nameOf(operation.clauseId), mark: unit?.label ?? '', locale };
    const filed: ChangeStep = { ...shown, before: operation.before, after: operation.after, rest: operation.rest };
    const adapted: ChangeStep =
      operation.fit === 'adapted' && unit
        ? { ...shown, before: unit.text, after: operation.carriedAfter, rest: operation.carriedRest }
        : { ...shown, op: 'none', before: '', after: null };
    return { operation, op, unit, citation: shown.citation, steps: [filed, adapted] };
  });
  const changes = await runTask(
    viewChanges,
    asked.flatMap(({ steps }) => steps),
  );
  return asked.map(({ operation, op, unit, citation }, at) => ({
    seq: operation.seq,
    citation,
    fit: operation.fit === 'adapted' ? 'adapted' : 'conflict',
    op,
    current: unit?.text ?? null,
    mark: unit?.label ?? '',
    filed: changes[2 * at] ?? null,
    adapted: changes[2 * at + 1] ?? null,
    draft: operation.carriedAfter ?? operation.after ?? '',
    rest: op === 'split' ? (operation.carriedRest ?? operation.rest ?? '') : null,
  }));
}
