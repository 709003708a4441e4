import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { problemOf, type AnswerProblem } from '../methodology/answer-rules.ts';
import { getTeamEdition, requireIndicator } from '../access/edition-access.server.ts';
import type { AnswerState } from '../scoring/model.ts';
import { lockUnit } from './save-codings.server.ts';
import { bothHandedIn, isDecidable, proposalOf, sameAnswer } from '../cards/cells.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { findBarringTie } from './find-ties.server.ts';
import { loadCell } from './load-cells.server.ts';
import { sendReplyDecision } from './reply-letters.server.ts';

export type DecideReplyInput = {
  viewer: Viewer;
  slug: string;
  teryt: string;
  indicator: string;
  /** The reply that was read; a corrected one has to be read first. */
  replyId: string;
  state: AnswerState;
  level: number | null;
  reason: string;
  at?: Date;
};
type DecideReplyError =
  | 'member'
  | 'tie'
  | 'reason-missing'
  | 'published'
  | 'decided'
  | 'conflict'
  | 'needs-second'
  | 'no-remarks'
  | AnswerProblem;
export type DecideReplyResult =
  | { ok: true; value: { outcome: 'kept' | 'changed' } }
  | { ok: false; error: { code: DecideReplyError } };

/**
 * The team's decision on a reply, with its reason: the level stays or changes. After an objection with double coding on, only once the
 * second, blind coding is handed in; where the codings differ this decides between them too. Made once; its author gets a letter.
 */
export async function decideReply(db: Db, input: DecideReplyInput): Promise<DecideReplyResult> {
  const { viewer, slug, teryt, replyId, state, level, at = new Date() } = input;
  const edition = await getTeamEdition(db, { slug, viewer });
  const indicator = requireIndicator(edition, input.indicator);
  const reason = cleanText(input.reason);
  const refuse = (code: DecideReplyError): DecideReplyResult => ({ ok: false, error: { code } });
  if (edition.role === 'member') return refuse('member');
  if (await findBarringTie(db, { userId: viewer.id, teryt, measuredFrom: edition.measuredFrom })) return refuse('tie');
  if (reason === '') return refuse('reason-missing');
  try {
    return await transaction(db, async (tx): Promise<DecideReplyResult> => {
      const lock = await lockUnit(tx, edition.id, teryt);
      if (!lock) throw notFound(`${teryt} is not measured in ${slug}`);
      if (lock.state !== 'coding') return refuse('published');
      // The office may not correct its reply while it is decided on.
      await tx.$queryRaw`select id from "ReplyRound" where "editionId" = ${edition.id}::uuid and teryt = ${teryt} for update`;
      const cell = await loadCell(tx, { editionId: edition.id, teryt, indicator: indicator.id });
      if (!cell.reply) throw notFound('no reply to decide on');
      if (cell.reply.decision) return refuse('decided');
      if (cell.reply.id !== replyId) return refuse('conflict');
      if (cell.reply.stance !== 'none' && cell.cause === 'objection' && !bothHandedIn(cell))
        return refuse('needs-second');
      if (!isDecidable(cell)) return refuse('no-remarks');
      const proposal = proposalOf({ ...cell, reply: null }).answer;
      const requestedOn = state === 'withheld' ? (proposal?.requestedOn ?? null) : null;
      const problem = problemOf(indicator, {
        state,
        level,
        reason,
        requestedOn,
        evidenceItems: proposal?.evidence.length ?? 0,
      });
      if (problem) return refuse(problem);
      const outcome = proposal && sameAnswer(proposal, { state, level }) ? 'kept' : 'changed';
      const reply = await tx.reply.findUniqueOrThrow({
        where: { id: replyId },
        select: { authorId: true, linkId: true },
      });
      await tx.replyDecision.create({
        data: {
          teryt,
          replyId,
          outcome,
          state,
          level,
          requestedOn,
          reason,
          decidedById: viewer.id,
          decidedByName: viewer.displayName,
          decidedAt: at,
        },
      });
      await sendReplyDecision(tx, {
        edition,
        teryt,
        indicator: indicator.id,
        replyId,
        ...reply,
        outcome,
        reason,
        answer: level === null ? '–' : `${level}/${indicator.scale.max}`,
      });
      await recordEvent(tx, {
        teryt,
        editionId: edition.id,
        actorId: viewer.id,
        kind: 'reply-decided',
        subject: { type: 'reply', id: replyId },
        data: { indicator: indicator.id, outcome, state, level },
      });
      return { ok: true, value: { outcome } };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('decided');
    throw error;
  }
}
