import { v7 as uuidv7 } from 'uuid';
import type { DraftUnit } from '#app/consultations/draft.ts';
import { loadDraft, type Draft } from '#app/consultations/load-draft.server.ts';
import { takesRemarks } from '#app/consultations/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { organisationOf, type Viewer } from '#app/people/viewer.ts';
import { citationsByClause } from './clause-names.ts';
import { sendReceipt } from './letters.server.ts';
import { lockConsultation, type LockedConsultation } from './lock-consultation.server.ts';
import { proposalProblems, proposedWords, type ProposalProblem, type Proposed } from './proposal.ts';
import { recordEvent } from './record-event.server.ts';

export type FileRemarkInput = {
  viewer: Viewer;
  slug: string;
  code: number;
  /** Revision of the clause the form was filled in against. */
  baseRevisionId: string;
  proposed: Proposed;
  now?: Date;
};

export type FileRemarkError = { code: 'not-verified' } | { code: 'closed' } | { code: 'problems'; problems: ProposalProblem[] } | { code: 'moved' };
export type FileRemarkResult = { ok: true; value: { number: number } } | { ok: false; error: FileRemarkError };

/**
 * Files a remark or an amendment: it gets the next number of the register, a receipt goes out. The same form sent twice is
 * one remark. Refused when the words it
 * was written against are no longer the newest (`moved`), and from the minute remarks close.
 */
export async function fileRemark(db: Db, input: FileRemarkInput): Promise<FileRemarkResult> {
  const { viewer, slug, proposed } = input;
  const now = input.now ?? new Date();
  const consultation = await db.consultation.findUnique({ where: { slug }, select: { id: true } });
  if (!consultation) throw notFound('no such consultation');
  if (!viewer.verified) return { ok: false, error: { code: 'not-verified' } };
  return transaction(db, async (tx): Promise<FileRemarkResult> => {
    const locked = await lockConsultation(tx, consultation.id);
    if (!locked) throw notFound('no such consultation');
    if (!takesRemarks(locked, now)) return { ok: false, error: { code: 'closed' } };
    const draft = await loadDraft(tx, { id: consultation.id });
    const unit = draft.units.find(({ code }) => code === input.code);
    if (!unit || unit.revisionId !== input.baseRevisionId) {
      await requireRevision(tx, { consultationId: consultation.id, code: input.code, revisionId: input.baseRevisionId });
      return { ok: false, error: { code: 'moved' } };
    }
    const problems = proposalProblems(proposed, unit, 'file');
    if (problems.length > 0) return { ok: false, error: { code: 'problems', problems } };
    const already = await findSame(tx, { viewer, draft, unit, proposed });
    if (already !== null) return { ok: true, value: { number: already } };
    return { ok: true, value: { number: await write(tx, { viewer, draft, unit, proposed, now, locked }) } };
  });
}

/** A form that names words this clause never had is not one of ours. */
async function requireRevision(tx: Db, where: { consultationId: string; code: number; revisionId: string }): Promise<void> {
  const { consultationId, code } = where;
  const revision = await tx.clauseRevision.findFirst({ where: { id: where.revisionId, consultationId, clause: { code } }, select: { id: true } });
  if (!revision) throw notFound('no such wording');
}

/** Number of the open remark this person has filed with these very words on these very words: a button pressed twice. */
async function findSame(tx: Db, { viewer, draft, unit, proposed }: Pick<Filing, 'viewer' | 'draft' | 'unit' | 'proposed'>): Promise<number | null> {
  const same = await tx.remark.findFirst({
    where: {
      consultationId: draft.consultationId, authorId: viewer.id, state: 'open', reason: proposed.reason,
      operations: { some: { op: proposed.op, clauseId: unit.clauseId, baseRevisionId: unit.revisionId, after: proposedWords(proposed) } },
    },
    select: { number: true },
  });
  return same?.number ?? null;
}

type Filing = { viewer: Viewer; draft: Draft; unit: DraftUnit; proposed: Proposed; now: Date; locked: LockedConsultation };

async function write(tx: Db, { viewer, draft, unit, proposed, now, locked }: Filing): Promise<number> {
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  const { nextRemark } = await tx.consultation.update({
    where: { id: draft.consultationId }, data: { nextRemark: { increment: 1 } }, select: { nextRemark: true },
  });
  const [remarkId, operationId, number, after] = [uuidv7(), uuidv7(), nextRemark - 1, proposedWords(proposed)];
  const filingId = uuidv7();
  await tx.filing.create({
    data: {
      id: filingId, ...owner, number, channel: 'web', authorId: viewer.id, authorName: viewer.displayName, organisation: organisationOf(viewer),
      receivedAt: now, filedAt: now,
    },
  });
  await tx.remark.create({
    data: {
      id: remarkId, ...owner, filingId, number, kind: proposed.op === 'none' ? 'remark' : 'amendment', authorId: viewer.id, authorName: viewer.displayName,
      organisation: organisationOf(viewer), reason: proposed.reason, againstVersion: draft.version, state: 'open', filedAt: now,
    },
  });
  await tx.remarkOperation.create({
    data: {
      id: operationId, ...owner, remarkId, seq: 1, op: proposed.op, clauseId: unit.clauseId, baseRevisionId: unit.revisionId, before: unit.text,
      after, insertType: proposed.op === 'insert-after' ? unit.type : null, carriedAfter: after, carriedRevisionId: unit.revisionId,
    },
  });
  await tx.operationWording.create({
    data: { ...owner, operationId, kind: 'filed', version: draft.version, revisionId: unit.revisionId, after, at: now },
  });
  await recordEvent(tx, {
    ...owner, kind: 'remark-filed', actorId: viewer.id, subject: { type: 'remark', id: remarkId }, data: { number, version: draft.version }, at: now,
  });
  await sendReceipt(tx, {
    ...owner, slug: draft.slug, title: draft.title, remarkId, number, authorId: viewer.id,
    citation: citationsByClause(draft.units).get(unit.clauseId) ?? '', filedAt: now, dueAt: locked.answersDueAt,
  });
  await bumpRevision(tx, consultationScope(draft.slug));
  return number;
}
