import { v7 as uuidv7 } from 'uuid';
import { officeWrite, recordOffice, type OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { writeDraft } from '../rulings/save-draft.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { writeFiling, type FilingHead } from '../register/write-filing.server.ts';
import type { ReadFile } from './read-file.server.ts';
import {
  planReturned,
  type PlanError,
  type ReturnedAmendment,
  type ReturnedComment,
  type ReturnedDraft,
  type ReturnedPlan,
} from './returned-plan.server.ts';

export type EnterReturned = {
  viewer: Viewer;
  slug: string;
  file: ReadFile;
  version: number | null;
  /** Newest version of the text on the page. */
  seen: number;
  /** Keys of what the official left ticked. */
  picked: ReadonlySet<string>;
  /** Reason of all her amendments: a file has none. */
  reason: string;
  now?: Date;
};
type Entered = { amendments: number; drafts: number; comments: number };
type EnterError = PlanError | { code: 'moved' } | { code: 'nothing' } | { code: 'closed' } | { code: 'reason' };
export type EnterResult = { ok: true; value: Entered } | { ok: false; error: EnterError };

/**
 * Takes in a file that came back: tracked changes of others become amendments of the office, decisions on ours become the
 * official's drafts of rulings without a reason, comments become comments; all or nothing, against the version the file was
 * made from, and carried over to the newest text as amendments of residents are. What is here already is passed over, so the same
 * file twice enters nothing twice. For officials of the municipality.
 */
export async function enterReturned(db: Db, input: EnterReturned): Promise<EnterResult> {
  const { viewer, file, picked } = input;
  const now = input.now ?? new Date();
  return officeWrite(db, input, async (tx, consultation): Promise<EnterResult> => {
    if (consultation.sentAt !== null) return { ok: false, error: { code: 'closed' } };
    const planned = await planReturned(tx, { viewer, consultation, file, version: input.version, now });
    if (!planned.ok) return planned;
    const plan = planned.value;
    if (plan.newest.version !== input.seen) return { ok: false, error: { code: 'moved' } };
    const amendments = plan.amendments.filter(({ key, known }) => known === null && picked.has(key));
    const drafts = plan.drafts.filter(({ key, blocked }) => blocked === null && picked.has(key));
    const comments = plan.comments.filter(({ key, known }) => !known && picked.has(key));
    if (amendments.length + drafts.length + comments.length === 0) return { ok: false, error: { code: 'nothing' } };
    if (amendments.length > 0 && input.reason === '') return { ok: false, error: { code: 'reason' } };
    const writing: Writing = { viewer, consultation, plan, now, reason: input.reason };
    await writeAmendments(tx, writing, amendments);
    for (const draft of drafts) await keepDraft(tx, writing, draft);
    for (const comment of comments) await writeComment(tx, writing, comment);
    const entered: Entered = { amendments: amendments.length, drafts: drafts.length, comments: comments.length };
    await recordOffice(tx, consultation, {
      kind: 'word-returned',
      viewer,
      subject: { type: 'consultation', id: consultation.id },
      data: { hash: file.hash, version: plan.draft.version, newest: plan.newest.version, ...entered },
    });
    return { ok: true, value: entered };
  });
}

type Writing = { viewer: Viewer; consultation: OfficeConsultation; plan: ReturnedPlan; now: Date; reason: string };

/** One letter for all changes one person made in one moment, with a point for each. */
async function writeAmendments(
  tx: Db,
  { viewer, consultation, plan, now, reason }: Writing,
  amendments: readonly ReturnedAmendment[],
): Promise<void> {
  const { municipality } = await tx.consultation.findUniqueOrThrow({
    where: { id: consultation.id },
    select: { municipality: { select: { name: true } } },
  });
  const organisation = translate('pl', 'word.office', { name: municipality.name });
  const letters = new Map<string, ReturnedAmendment[]>();
  for (const amendment of amendments) {
    const key = JSON.stringify([amendment.author, amendment.at]);
    letters.set(key, [...(letters.get(key) ?? []), amendment]);
  }
  for (const points of letters.values()) {
    const { author, at } = points[0]!;
    const head: FilingHead = {
      channel: 'word',
      authorId: null,
      authorName: author,
      privateName: null,
      organisation,
      contactEmail: null,
      contactAddress: null,
      contactPhone: null,
      caseSign: null,
      receivedAt: at,
      filedAt: now,
      enteredById: viewer.id,
      enteredByName: viewer.displayName,
      isLate: false,
      locale: 'pl',
      actorId: viewer.id,
    };
    await writeFiling(tx, {
      draft: plan.draft,
      newest: plan.newest,
      head,
      points: points.map(({ operations }) => ({ reason, place: '', operations })),
      files: [],
      refiledFromId: null,
      now,
      dueAt: consultation.answersDueAt,
    });
  }
}

/** The draft says which text its author saw; where the amendment has other words since, its revision is one the remark no longer has. */
async function keepDraft(
  tx: Db,
  { viewer, consultation, plan }: Writing,
  { number, remarkId, decision, revision, hasMoved }: ReturnedDraft,
): Promise<void> {
  const owner = { teryt: consultation.teryt, consultationId: consultation.id, remarkId, own: null, place: null };
  await writeDraft(
    tx,
    {
      viewer,
      slug: consultation.slug,
      number,
      decision,
      reason: '',
      finals: new Map(),
      againstVersion: plan.draft.version,
      remarkRevision: hasMoved ? revision - 1 : revision,
      step: 'save',
      draftRevision: 0,
    },
    owner,
  );
}

async function writeComment(
  tx: Db,
  { viewer, consultation, plan }: Writing,
  { author, at, code, quote, body }: ReturnedComment,
): Promise<void> {
  const id = uuidv7();
  const owner = { teryt: consultation.teryt, consultationId: consultation.id };
  const unit = plan.draft.units.find((each) => each.code === code)!;
  await tx.comment.create({
    data: {
      id,
      ...owner,
      clauseId: unit.clauseId,
      revisionId: unit.revisionId,
      quote,
      body,
      authorId: viewer.id,
      authorName: author,
      byOffice: true,
      createdAt: at,
    },
  });
  await recordEvent(tx, {
    ...owner,
    kind: 'comment-added',
    actorId: viewer.id,
    subject: { type: 'comment', id },
    data: { clause: code, answerTo: null, imported: true },
  });
}
