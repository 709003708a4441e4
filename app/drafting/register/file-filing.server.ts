import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { takesRemarks } from '#app/drafting/state/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { nameProblem } from '#app/people/name-problem.server.ts';
import { isOfficialOf, organisationOf, type Viewer } from '#app/people/viewer.ts';
import { lockConsultation, type LockedConsultation } from '../office/lock-consultation.server.ts';
import type { OfficeChannel } from '../state/channels.ts';
import type { GoingFile } from '../attachments/waiting-files.server.ts';
import { cleanPoints } from './typed-marks.ts';
import { filingProblems, type FilingProblem } from './filing-draft.ts';
import type { PointDraft } from './operation-draft.ts';
import { findRefiled, findSameFiling } from './find-filing.server.ts';
import { writeFiling, type FilingHead } from './write-filing.server.ts';

/** What an official enters in the name of somebody who wrote or said it elsewhere. */
export type OfficeEntry = {
  channel: OfficeChannel;
  authorName: string;
  organisation: string | null;
  contactEmail: string | null;
  contactAddress: string | null;
  contactPhone?: string | null;
  caseSign: string | null;
  receivedAt: Date;
};

export type Filer =
  | { kind: 'author'; viewer: Viewer; /** Through the interface, by a program of his. */ via?: 'api' }
  /** A guest whose address is confirmed by now; what was sent counts from `sentAt` and was written against `version`. */
  | { kind: 'guest'; userId: string; name: string; organisation: string | null; sentAt: Date; version: number }
  | {
      kind: 'office';
      viewer: Viewer;
      entry: OfficeEntry;
      /** The version its author wrote against in the form, checked then, where the office enters it by a code. */ writtenAgainst?: number;
    };

export type FilingInput = {
  slug: string;
  filer: Filer;
  points: PointDraft[];
  /** Files that go with it, bounded where they were chosen. */
  files?: readonly GoingFile[];
  /** The person asks to be named in public. Otherwise the public signature of a natural person is empty. */
  nameIsPublic?: boolean;
  /** Number of the withdrawn letter that this one replaces. */
  refiles?: number | null;
  locale?: Locale;
  now?: Date;
};

export type FilingError =
  | { code: 'not-verified' }
  | { code: 'name'; field: 'name' | 'organisation'; key: MessageKey }
  | { code: 'closed' }
  | { code: 'future' }
  | { code: 'problems'; problems: FilingProblem[] }
  /** The words of these changes are no longer the newest. */
  | { code: 'moved'; at: { point: number; operation: number }[] }
  | TooMany;
export type FilingResult = { ok: true; value: { number: number; points: number } } | { ok: false; error: FilingError };

/**
 * The one way into the register: a letter of one or more points on any channel. Writes the filing, its remarks with
 * consecutive numbers, their changes and wordings, one Event per remark and the receipt, all or nothing. The same form sent
 * twice is one letter. Authors file while remarks are open and against the newest words; what a guest sent in time and an
 * official enters later counts like the rest, the latter marked late when it was received after the end of remarks. Letters of
 * one person are bounded in number on every way in; a guest's were when he sent them, and the office's own entries are not.
 */
export async function fileFiling(db: Db, input: FilingInput): Promise<FilingResult> {
  const { slug, filer } = input;
  const now = input.now ?? new Date();
  const consultation = await db.consultation.findUnique({ where: { slug }, select: { id: true, teryt: true } });
  if (!consultation || (filer.kind === 'office' && !isOfficialOf(filer.viewer, consultation.teryt)))
    throw notFound('no such consultation for this person');
  if (input.points.length === 0) throw new Error('a letter has at least one point');
  if (filer.kind === 'author' && !filer.viewer.verified) return { ok: false, error: { code: 'not-verified' } };
  const named =
    filer.kind === 'author' && input.nameIsPublic
      ? await nameProblem(db, filer.viewer.displayName, filer.viewer)
      : null;
  if (named) return { ok: false, error: { code: 'name', field: 'name', key: named } };
  const write = () => transaction(db, (tx) => enter(tx, { ...input, now, consultationId: consultation.id }));
  return filer.kind === 'author'
    ? withinLimit(db, 'filing', { person: filer.viewer.id, consultation: consultation.id }, write)
    : write();
}

type Entering = FilingInput & { now: Date; consultationId: string };

async function enter(tx: Db, input: Entering): Promise<FilingResult> {
  const { filer, now } = input;
  const locked = await lockConsultation(tx, input.consultationId);
  if (!locked) throw notFound('no such consultation');
  const refusal = await refusalByTime(tx, input, locked);
  if (refusal) return { ok: false, error: refusal };
  const draft = await loadDraft(tx, { id: input.consultationId });
  // What a guest sent was cleaned and checked on the text of that moment.
  const seen = versionSeen(filer);
  const points = seen !== null ? input.points : cleanPoints(input.points, draft.units);
  const at = movedOperations(points, draft.units);
  for (const { point, operation } of at) await requireRevision(tx, input, points[point]!.operations[operation]!);
  if (seen === null) {
    if (at.length > 0) return { ok: false, error: { code: 'moved', at } };
    const problems = filingProblems(points, draft.units, 'file');
    if (problems.length > 0) return { ok: false, error: { code: 'problems', problems } };
  }
  const head = headOf(input, locked);
  const same = await findSameFiling(tx, { consultationId: input.consultationId, head, points });
  if (same !== null) return { ok: true, value: { number: same, points: points.length } };
  const refiledFromId = input.refiles
    ? await findRefiled(tx, { consultationId: input.consultationId, head, number: input.refiles })
    : null;
  const number = await writeFiling(tx, {
    draft: await draftOf(tx, draft, filer),
    newest: draft,
    head,
    points,
    files: input.files ?? [],
    refiledFromId,
    now,
    dueAt: locked.answersDueAt,
  });
  return { ok: true, value: { number, points: points.length } };
}

/** The text the author saw: for a guest that of the moment of sending. */
async function draftOf(tx: Db, newest: Draft, filer: Filer): Promise<Draft> {
  const seen = versionSeen(filer);
  return seen !== null && seen !== newest.version ? loadDraft(tx, { id: newest.consultationId }, seen) : newest;
}

/** The version a waiting letter was written against; null for one that is checked on the newest. */
function versionSeen(filer: Filer): number | null {
  if (filer.kind === 'guest') return filer.version;
  return filer.kind === 'office' ? (filer.writtenAgainst ?? null) : null;
}

async function refusalByTime(
  tx: Db,
  { filer, now, consultationId }: Entering,
  locked: LockedConsultation,
): Promise<FilingError | null> {
  if (filer.kind === 'author') return takesRemarks(locked, now) ? null : { code: 'closed' };
  if (filer.kind === 'guest') return takesRemarks(locked, filer.sentAt) ? null : { code: 'closed' };
  if (filer.entry.receivedAt > now) return { code: 'future' };
  const { sentAt } = await tx.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { sentAt: true },
  });
  // The text is with the council: nothing can be ruled on any more.
  return sentAt === null ? null : { code: 'closed' };
}

function movedOperations(
  points: readonly PointDraft[],
  units: readonly DraftUnit[],
): { point: number; operation: number }[] {
  const revisions = new Map(units.map(({ code, revisionId }) => [code, revisionId]));
  return points.flatMap(({ operations }, point) =>
    operations.flatMap(({ code, base }, operation) => (revisions.get(code) === base ? [] : [{ point, operation }])),
  );
}

/** A form that names words this clause never had is not one of ours. */
async function requireRevision(
  tx: Db,
  { consultationId }: Entering,
  operation: { code: number; base: string },
): Promise<void> {
  const revision = await tx.clauseRevision.findFirst({
    where: { id: operation.base, consultationId, clause: { code: operation.code } },
    select: { id: true },
  });
  if (!revision) throw notFound('no such wording');
}

/**
 * Names of people who did not ask for it never enter what the public reads: they stand in a column of the office's own, so that
 * no page, feed or file can forget to leave them out.
 */
function headOf(entering: Entering, locked: LockedConsultation): FilingHead {
  const head = signedHead(entering, locked);
  return entering.nameIsPublic
    ? { ...head, privateName: null }
    : { ...head, authorName: '', privateName: head.authorName || null };
}

function signedHead(
  { filer, now, locale = 'pl' }: Entering,
  locked: LockedConsultation,
): Omit<FilingHead, 'privateName'> {
  const own = {
    contactEmail: null,
    contactAddress: null,
    contactPhone: null,
    caseSign: null,
    enteredById: null,
    enteredByName: null,
    isLate: false,
    filedAt: now,
    locale,
  };
  if (filer.kind === 'guest') {
    return {
      ...own,
      channel: 'guest',
      authorId: filer.userId,
      authorName: filer.name,
      organisation: filer.organisation,
      receivedAt: filer.sentAt,
      actorId: filer.userId,
    };
  }
  const { viewer } = filer;
  if (filer.kind === 'author') {
    return {
      ...own,
      channel: filer.via ?? (viewer.isGuest ? 'guest' : 'web'),
      authorId: viewer.id,
      authorName: viewer.displayName,
      organisation: organisationOf(viewer),
      receivedAt: now,
      actorId: viewer.id,
    };
  }
  const { entry } = filer;
  return {
    ...own,
    ...entry,
    contactPhone: entry.contactPhone ?? null,
    authorId: null,
    enteredById: viewer.id,
    enteredByName: viewer.displayName,
    isLate: entry.receivedAt >= locked.closesAt,
    actorId: viewer.id,
  };
}
