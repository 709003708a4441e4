import { loadUnits } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { tellSupporters } from '../talk/tell-supporters.server.ts';
import { dropOtherDrafts } from './drop-drafts.server.ts';
import { planRewording, type NewWords, type RewordingError } from './plan-rewording.ts';
import { sendRewritten } from './letters.server.ts';
import { recordEvent, type RecordedEvent } from '#app/record/record-event.server.ts';
import { isAuthorAsked, worstFit, type Fit, type OperationKind } from '../state/remark.ts';
import { type RemarkState } from '#app/drafting/state/remark-state.ts';

/** `rewrite` gives new words for every operation asked about, by its `seq`. */
export type AuthorAnswer = { kind: 'confirm' } | { kind: 'rewrite'; words: NewWords } | { kind: 'withdraw' };

export type AnswerError = { code: 'decided' } | { code: 'moved' } | RewordingError;
export type AnswerResult = { ok: true; value: { fit: Fit; state: RemarkState } } | { ok: false; error: AnswerError };

/**
 * The author of an open remark answers for it: agrees to the adapted wording, gives a new one on the newest text, or
 * withdraws. Withdrawing is always open while there is no ruling; the others only when the author is asked.
 * `revision` is that of the remark the author had on the page.
 */
export async function answerFit(
  db: Db,
  input: { viewer: Viewer; slug: string; number: number; revision: number; answer: AuthorAnswer },
): Promise<AnswerResult> {
  const { viewer, answer } = input;
  const where = { number: input.number, authorId: viewer.id, consultation: { slug: input.slug } };
  const found = await db.remark.findFirst({ where, select: { consultationId: true } });
  if (!found) throw notFound('not the author of such a remark');
  return transaction(db, async (tx): Promise<AnswerResult> => {
    await lockConsultation(tx, found.consultationId);
    const remark = await load(tx, where);
    if (!remark) throw notFound('no such remark');
    if (remark.state !== 'open') return { ok: false, error: { code: 'decided' } };
    if (remark.revision !== input.revision) return { ok: false, error: { code: 'moved' } };
    if (answer.kind === 'withdraw') return withdraw(tx, { remark, viewer, slug: input.slug });
    if (!isAuthorAsked(remark)) return { ok: false, error: { code: 'not-asked' } };
    return reword(tx, {
      remark,
      viewer,
      slug: input.slug,
      words: answer.kind === 'rewrite' ? answer.words : null,
      byOffice: false,
    });
  });
}

type Where = { number: number; authorId?: string; consultation: { slug: string } };

async function load(tx: Db, where: Where) {
  const remark = await tx.remark.findFirst({
    where,
    select: {
      id: true,
      number: true,
      teryt: true,
      consultationId: true,
      state: true,
      fit: true,
      revision: true,
      authorId: true,
      consultation: { select: { version: true, title: true } },
      filing: { select: { enteredById: true } },
      operations: {
        orderBy: { seq: 'asc' },
        select: {
          id: true,
          seq: true,
          op: true,
          clauseId: true,
          targetClauseId: true,
          fit: true,
          carriedAfter: true,
          carriedRest: true,
        },
      },
    },
  });
  return (
    remark && {
      ...remark,
      state: remark.state as RemarkState,
      fit: remark.fit as Fit,
      operations: remark.operations.map((operation) => ({
        ...operation,
        op: operation.op as OperationKind,
        fit: operation.fit as Fit,
      })),
    }
  );
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;
type Answering = { remark: Loaded; viewer: Viewer; slug: string };

/**
 * The office writes an amendment that came on paper on the newest text: its author cannot answer here. Only while it is in conflict
 * or adapted; recorded as the office's wording, and the author is told where there is an address.
 */
export async function rewriteForAuthor(
  db: Db,
  input: { viewer: Viewer; slug: string; number: number; revision: number; words: NewWords },
): Promise<AnswerResult> {
  const { viewer, slug } = input;
  return officeWrite(db, input, async (tx): Promise<AnswerResult> => {
    const remark = await load(tx, { number: input.number, consultation: { slug } });
    if (!remark || remark.filing.enteredById === null) throw notFound('not entered by the office');
    if (remark.state !== 'open') return { ok: false, error: { code: 'decided' } };
    if (remark.revision !== input.revision) return { ok: false, error: { code: 'moved' } };
    if (!isAuthorAsked(remark)) return { ok: false, error: { code: 'not-asked' } };
    const done = await reword(tx, { remark, viewer, slug, words: input.words, byOffice: true });
    if (done.ok)
      await sendRewritten(tx, {
        teryt: remark.teryt,
        slug,
        title: remark.consultation.title,
        remarkId: remark.id,
        number: remark.number,
        authorId: remark.authorId,
        revision: remark.revision,
      });
    return done;
  });
}

async function withdraw(tx: Db, { remark, viewer, slug }: Answering): Promise<AnswerResult> {
  await finish(tx, { remark, viewer, slug, kind: 'remark-withdrawn', data: { state: 'withdrawn' }, byOffice: false });
  await dropOtherDrafts(tx, {
    teryt: remark.teryt,
    consultationId: remark.consultationId,
    remarkIds: [remark.id],
    actorId: viewer.id,
    except: [],
  });
  return { ok: true, value: { fit: remark.fit, state: 'withdrawn' } };
}

async function reword(
  tx: Db,
  { remark, viewer, slug, words, byOffice }: Answering & { words: NewWords | null; byOffice: boolean },
): Promise<AnswerResult> {
  const { version } = remark.consultation;
  const asked = remark.operations.filter(({ fit }) => fit === 'adapted' || fit === 'conflict');
  const plan = planRewording(asked, await loadUnits(tx, remark.consultationId, version), words);
  if (!plan.ok) return { ok: false, error: plan.error };
  const owner = { teryt: remark.teryt, consultationId: remark.consultationId };
  for (const { id, kind, after, rest, revisionId } of plan.steps) {
    await tx.remarkOperation.updateMany({
      where: { id, ...owner },
      data: { fit: 'unchanged', carriedAfter: after, carriedRest: rest, carriedRevisionId: revisionId, conflicts: [] },
    });
    await tx.operationWording.create({ data: { ...owner, operationId: id, kind, version, revisionId, after, rest } });
  }
  await tellSupporters(tx, [remark.id]);
  const fit = worstFit(remark.operations.map((operation) => (asked.includes(operation) ? 'unchanged' : operation.fit)));
  const kind = plan.steps.some((step) => step.kind === 'rewritten') ? 'remark-rewritten' : 'remark-confirmed';
  await finish(tx, { remark, viewer, slug, kind, data: { fit }, byOffice });
  return { ok: true, value: { fit, state: 'open' } };
}

async function finish(
  tx: Db,
  step: Answering & { kind: RecordedEvent['kind']; data: { state?: RemarkState; fit?: Fit }; byOffice: boolean },
): Promise<void> {
  const { remark, viewer, byOffice } = step;
  const owner = { teryt: remark.teryt, consultationId: remark.consultationId };
  await tx.remark.updateMany({
    where: {
      id: remark.id,
      ...owner,
      ...(byOffice ? {} : { authorId: viewer.id }),
      state: 'open',
      revision: remark.revision,
    },
    data: { ...step.data, revision: { increment: 1 } },
  });
  await recordEvent(tx, {
    ...owner,
    kind: step.kind,
    actorId: viewer.id,
    subject: { type: 'remark', id: remark.id },
    data: {
      previous: remark.fit,
      version: remark.consultation.version,
      ...step.data,
      ...(byOffice ? { byOffice } : {}),
    },
  });
  await bumpRevision(tx, consultationScope(step.slug));
}
