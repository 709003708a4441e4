import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import type { ReplyStance } from '../cards/cells.ts';
import { MAX_REPLY } from './limits.ts';
import { getOfficeRound, type OfficeDoor } from './office-round.server.ts';
import { signedBy, type Signature, type SignatureProblem } from './signature.server.ts';

export type SaveReplyDraftInput = OfficeDoor & {
  signature?: Signature;
  indicator: string;
  stance: ReplyStance | '';
  level: number | null;
  body: string;
  /** Revision of the draft that the page showed; 0 before the first. */
  draft: number;
  now?: Date;
};
export type SaveReplyDraftResult =
  | { ok: true }
  | {
      ok: false;
      error: { code: 'late' | 'published' | 'decided' | 'body-long' | 'draft-conflict' | SignatureProblem };
    };

/** Keeps what the office has written on one proposed answer, to be gone on with by whoever replies for it. Nobody else reads it. */
export async function saveReplyDraft(db: Db, input: SaveReplyDraftInput): Promise<SaveReplyDraftResult> {
  const { stance, draft, now = new Date() } = input;
  const { edition, round, municipality } = await getOfficeRound(db, input, now);
  const indicator = edition.methodology.indicators.find((each) => each.id === input.indicator);
  if (!indicator) throw notFound(`no indicator ${input.indicator}`);
  const refuse = (code: Extract<SaveReplyDraftResult, { ok: false }>['error']['code']): SaveReplyDraftResult => ({
    ok: false,
    error: { code },
  });
  const signed = await signedBy(db, input, input.signature);
  if (!signed.ok) return refuse(signed.error);
  const body = cleanText(input.body);
  if (body.length > MAX_REPLY) return refuse('body-long');
  const of = { roundId: round.id, indicator: indicator.id };
  const level = indicator.scale.levels.some((each) => each.value === input.level) ? input.level : null;
  const words = { stance, level, body, savedBy: signed.value.name, savedAt: now };
  try {
    return await transaction(db, async (tx): Promise<SaveReplyDraftResult> => {
      const [locked] = await tx.$queryRaw<
        { state: string }[]
      >`select state from "Edition" where id = ${edition.id}::uuid for share`;
      if (locked?.state !== 'coding') return refuse('published');
      if (now >= round.endsAt) return refuse('late');
      if ((await tx.replyDecision.count({ where: { reply: of } })) > 0) return refuse('decided');
      if (draft === 0) {
        await tx.replyDraft.create({ data: { ...of, ...words, teryt: municipality.teryt } });
        return { ok: true };
      }
      const { count } = await tx.replyDraft.updateMany({
        where: { ...of, revision: draft },
        data: { ...words, revision: { increment: 1 } },
      });
      return count === 1 ? { ok: true } : refuse('draft-conflict');
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('draft-conflict');
    throw error;
  }
}
