import { loadUnits } from '#app/consultations/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { lockConsultation } from './lock-consultation.server.ts';
import { tellSupporters } from './talk/tell-supporters.server.ts';
import { sameWords } from './proposal.ts';
import { recordEvent, type RemarkEventKind } from './record-event.server.ts';
import { isAuthorAsked, worstFit, type Fit } from './remark.ts';
import { type RemarkState } from '#app/consultations/remark-state.ts';

export type AuthorAnswer = { kind: 'confirm' } | { kind: 'rewrite'; text: string } | { kind: 'withdraw' };

export type AnswerError =
  | { code: 'decided' } | { code: 'moved' } | { code: 'not-asked' } | { code: 'text-required' } | { code: 'nothing-changed' } | { code: 'clause-gone' };
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
    return reword(tx, { remark, viewer, slug: input.slug, answer });
  });
}

async function load(tx: Db, where: { number: number; authorId: string; consultation: { slug: string } }) {
  const remark = await tx.remark.findFirst({
    where,
    select: {
      id: true, teryt: true, consultationId: true, state: true, fit: true, revision: true,
      consultation: { select: { version: true } },
      operations: { orderBy: { seq: 'asc' }, select: { id: true, op: true, clauseId: true, fit: true, carriedAfter: true } },
    },
  });
  return remark && { ...remark, state: remark.state as RemarkState, fit: remark.fit as Fit };
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;
type Answering = { remark: Loaded; viewer: Viewer; slug: string };

async function withdraw(tx: Db, { remark, viewer, slug }: Answering): Promise<AnswerResult> {
  await finish(tx, { remark, viewer, slug, kind: 'remark-withdrawn', data: { state: 'withdrawn' } });
  return { ok: true, value: { fit: remark.fit, state: 'withdrawn' } };
}

async function reword(tx: Db, { remark, viewer, slug, answer }: Answering & { answer: Exclude<AuthorAnswer, { kind: 'withdraw' }> }): Promise<AnswerResult> {
  const { version } = remark.consultation;
  const units = await loadUnits(tx, remark.consultationId, version);
  const asked = remark.operations.filter(({ fit }) => fit === 'adapted' || fit === 'conflict');
  const steps: { id: string; after: string | null; revisionId: string }[] = [];
  for (const operation of asked) {
    const unit = units.find(({ clauseId }) => clauseId === operation.clauseId);
    if (!unit) return { ok: false, error: { code: 'clause-gone' } };
    if (answer.kind === 'confirm' && operation.fit === 'conflict') return { ok: false, error: { code: 'not-asked' } };
    if (answer.kind === 'rewrite' && operation.op === 'delete') return { ok: false, error: { code: 'not-asked' } };
    if (answer.kind === 'rewrite' && answer.text === '') return { ok: false, error: { code: 'text-required' } };
    if (answer.kind === 'rewrite' && operation.op === 'replace' && sameWords(answer.text, unit.text)) return { ok: false, error: { code: 'nothing-changed' } };
    steps.push({ id: operation.id, after: answer.kind === 'rewrite' ? answer.text : operation.carriedAfter, revisionId: unit.revisionId });
  }
  const kind = answer.kind === 'rewrite' ? 'rewritten' : 'confirmed';
  const owner = { teryt: remark.teryt, consultationId: remark.consultationId };
  for (const { id, after, revisionId } of steps) {
    await tx.remarkOperation.updateMany({ where: { id, ...owner }, data: { fit: 'unchanged', carriedAfter: after, carriedRevisionId: revisionId, conflicts: [] } });
    await tx.operationWording.create({ data: { ...owner, operationId: id, kind, version, revisionId, after } });
  }
  await tellSupporters(tx, [remark.id]);
  const fit = worstFit(remark.operations.map((operation) => (asked.includes(operation) ? 'unchanged' : (operation.fit as Fit))));
  await finish(tx, { remark, viewer, slug, kind: kind === 'rewritten' ? 'remark-rewritten' : 'remark-confirmed', data: { fit } });
  return { ok: true, value: { fit, state: 'open' } };
}

async function finish(tx: Db, step: Answering & { kind: RemarkEventKind; data: { state?: RemarkState; fit?: Fit } }): Promise<void> {
  const { remark, viewer } = step;
  const owner = { teryt: remark.teryt, consultationId: remark.consultationId };
  await tx.remark.updateMany({
    where: { id: remark.id, ...owner, authorId: viewer.id, state: 'open', revision: remark.revision }, data: { ...step.data, revision: { increment: 1 } },
  });
  await recordEvent(tx, {
    ...owner, kind: step.kind, actorId: viewer.id, subject: { type: 'remark', id: remark.id }, data: { previous: remark.fit, version: remark.consultation.version, ...step.data },
  });
  await bumpRevision(tx, consultationScope(step.slug));
}
