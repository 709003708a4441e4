import { v7 as uuidv7 } from 'uuid';
import { takesRemarks } from '#app/drafting/state/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpTalk } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { nameProblem } from '#app/people/name-problem.server.ts';
import { organisationOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { commentSignature } from './comment-signature.server.ts';
import { commentsOn } from './clause-lines.server.ts';
import { findQuotes, tellApart } from './quote.ts';

export type AddCommentError =
  | { code: 'not-verified' }
  | { code: 'closed' }
  | { code: 'clause-gone' }
  | { code: 'withdrawn' }
  | { code: 'parent' }
  | { code: 'quote' }
  | { code: 'quote-twice'; phrases: string[] }
  | { code: 'name' }
  | TooMany;
export type AddCommentResult = { ok: true; value: { id: string } } | { ok: false; error: AddCommentError };

/** What a comment is about: a clause by its code, or an amendment by its number. */
export type Subject = { code: number; number?: undefined } | { number: number; code?: undefined };

/**
 * Adds a comment to a clause of the newest text or to words of it (`quote` has to stand there once), to an amendment that was not
 * withdrawn, or an answer to a comment (one level). Open to verified people until the
 * minute remarks close; people of the office are marked as such. The same form sent twice is one comment.
 */
export async function addComment(
  db: Db,
  input: {
    viewer: Viewer;
    slug: string;
    body: string;
    parentId: string | null;
    quote?: string;
    now?: Date;
  } & Subject,
): Promise<AddCommentResult> {
  const { viewer, slug } = input;
  const before = await look(db, input);
  if (!before.ok) return before;
  const now = input.now ?? new Date();
  return withinLimit(db, 'comment', { person: viewer.id, consultation: before.said.consultationId }, () =>
    transaction(db, async (tx): Promise<AddCommentResult> => {
      await onePersonAtATime(tx, viewer.id);
      await holdConsultation(tx, before.said.consultationId);
      // The text, the amendment or the term may be others by now.
      const found = await look(tx, input);
      if (!found.ok) return found;
      const { said, place } = found;
      const id = (await findSame(tx, said, now)) ?? (await write(tx, { said, viewer, place, slug, now }));
      return { ok: true, value: { id } };
    }),
  );
}

type Asked = Parameters<typeof addComment>[1];
type Look = { ok: true; said: Said; place: Place } | { ok: false; error: AddCommentError };

/** What would be said and where, or why it cannot be. Throws not-found where there is nothing to comment on. */
async function look(db: Db, input: Asked): Promise<Look> {
  const { viewer } = input;
  const consultation = await db.consultation.findUnique({
    where: { slug: input.slug },
    select: { id: true, teryt: true, opensAt: true, closesAt: true, answersDueAt: true },
  });
  const place = consultation && (await placeOf(db, consultation.id, input));
  if (!consultation || !place) throw notFound('nothing to comment on');
  if (!viewer.verified) return { ok: false, error: { code: 'not-verified' } };
  if (organisationOf(viewer) === null && (await nameProblem(db, viewer.displayName, viewer)))
    return { ok: false, error: { code: 'name' } };
  if (!takesRemarks(consultation, input.now ?? new Date())) return { ok: false, error: { code: 'closed' } };
  if (place.text === null) return { ok: false, error: { code: place.remarkId ? 'withdrawn' : 'clause-gone' } };
  const parentId = input.parentId && (await threadOf(db, { ...place, commentId: input.parentId }));
  if (input.parentId && !parentId) return { ok: false, error: { code: 'parent' } };
  const quote = quoted(place.text, input.quote ?? '');
  if (!quote.ok) return { ok: false, error: quote.error };
  const said: Said = {
    teryt: consultation.teryt,
    consultationId: consultation.id,
    clauseId: place.clauseId,
    remarkId: place.remarkId,
    parentId,
    authorId: viewer.id,
    body: input.body,
    quote: parentId ? null : quote.words,
  };
  return { ok: true, said, place };
}

/** Where a comment stands; `text` is what words can be quoted from, null when nothing can be said there any more. */
type Place = {
  clauseId: string;
  code: number;
  revisionId: string;
  remarkId: string | null;
  number: number | null;
  text: string | null;
};

/** A clause as it stands in the newest text, or the first unit that an amendment changes, with the wording it was written against. */
async function placeOf(db: Db, consultationId: string, { code, number }: Subject): Promise<Place | null> {
  if (number === undefined) {
    const clause = await db.clause.findFirst({
      where: { consultationId, code },
      select: {
        id: true,
        code: true,
        placements: { where: { toVersion: null }, select: { revisionId: true, revision: { select: { text: true } } } },
      },
    });
    const now = clause?.placements[0];
    return (
      clause && {
        clauseId: clause.id,
        code: clause.code,
        revisionId: now?.revisionId ?? '',
        remarkId: null,
        number: null,
        text: now?.revision.text ?? null,
      }
    );
  }
  const remark = await db.remark.findFirst({
    where: { consultationId, number, kind: 'amendment' },
    select: {
      id: true,
      state: true,
      operations: {
        orderBy: { seq: 'asc' },
        take: 1,
        select: { clauseId: true, baseRevisionId: true, clause: { select: { code: true } } },
      },
    },
  });
  const operation = remark?.operations[0];
  if (!remark || !operation) return null;
  return {
    clauseId: operation.clauseId,
    code: operation.clause.code,
    revisionId: operation.baseRevisionId,
    remarkId: remark.id,
    number,
    // Words of an amendment are not quoted: it is short, and the comment stands under it.
    text: remark.state === 'withdrawn' ? null : '',
  };
}

type Said = {
  teryt: string;
  consultationId: string;
  clauseId: string;
  remarkId: string | null;
  parentId: string | null;
  authorId: string;
  body: string;
  quote: string | null;
};

type Quoted =
  | { ok: true; words: string | null }
  | { ok: false; error: Extract<AddCommentError, { code: 'quote' | 'quote-twice' }> };

/** The quoted words as the text has them, null when none are quoted; refused when it does not have them, or more than once. */
function quoted(text: string, quote: string): Quoted {
  if (quote === '') return { ok: true, words: null };
  const [at, another] = findQuotes(text, quote);
  if (!at) return { ok: false, error: { code: 'quote' } };
  if (another) return { ok: false, error: { code: 'quote-twice', phrases: tellApart(text, quote) } };
  return { ok: true, words: text.slice(at.from, at.to) };
}

/** Two presses of a button arrive together: the second has to see what the first wrote. */
async function onePersonAtATime(tx: Db, userId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`comment ${userId}`}, 0))`;
}

/** Nobody changes text, amendments or terms before this transaction ends; other comments do not wait. */
async function holdConsultation(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`select id from "Consultation" where id = ${id}::uuid for share`;
}

/** A button pressed twice, or a form sent again after a slow answer; later the same words may be meant. */
const sameWithinMs = 10 * 60_000;

async function findSame(tx: Db, said: Said, now: Date): Promise<string | null> {
  const same = await tx.comment.findFirst({
    where: { ...said, createdAt: { gt: new Date(now.getTime() - sameWithinMs) } },
    select: { id: true },
  });
  return same?.id ?? null;
}

type Writing = { said: Said; viewer: Viewer; place: Place; slug: string; now: Date };

async function write(tx: Db, { said, viewer, place, slug, now }: Writing): Promise<string> {
  const id = uuidv7();
  await tx.comment.create({
    data: {
      id,
      ...said,
      revisionId: place.revisionId,
      ...(await commentSignature(tx, { viewer, teryt: said.teryt })),
      createdAt: now,
    },
  });
  await recordEvent(tx, {
    teryt: said.teryt,
    consultationId: said.consultationId,
    kind: 'comment-added',
    actorId: viewer.id,
    subject: { type: 'comment', id },
    data: { clause: place.code, answerTo: said.parentId, ...(place.number === null ? {} : { remark: place.number }) },
    at: now,
  });
  await bumpTalk(tx, slug);
  return id;
}

/** The comment that begins the thread: an answer to an answer joins the same thread. Null when it is not on the same thing. */
async function threadOf(
  db: Db,
  where: { clauseId: string; remarkId: string | null; commentId: string },
): Promise<string | null> {
  const comment = await db.comment.findFirst({
    where: { id: where.commentId, ...(await commentsOn(db, where)) },
    select: { id: true, parentId: true },
  });
  return comment && (comment.parentId ?? comment.id);
}
