import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { findLackAtAttaching } from '#app/uploads/find-lack-of-room.server.ts';
import { getOfficeRound, type OfficeDoor } from './office-round.server.ts';
import { signedBy, type Signature, type SignatureProblem } from './signature.server.ts';
import { proposalOf, type ReplyStance } from '../cards/cells.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { loadCell } from './load-cells.server.ts';
import { MAX_REPLY } from './limits.ts';
import { ownFiles } from '#app/uploads/store-file.server.ts';

export type SendReplyInput = OfficeDoor & {
  /** Who signs where a link was come by; an official signs with the name of the account. */
  signature?: Signature;
  indicator: string;
  stance: ReplyStance;
  level: number | null;
  body: string;
  /** Hashes of files this person sent. */
  files: readonly string[];
  /** Replies to this indicator the official saw; 0 before the first. */
  seen: number;
  now?: Date;
};

export type SendReplyError =
  | 'late'
  | 'published'
  | 'decided'
  | 'body-missing'
  | 'body-long'
  | 'level-missing'
  | 'level-same'
  | 'conflict'
  | 'file-unknown'
  | 'quota-edition'
  | SignatureProblem;
export type SendReplyResult = { ok: true; value: { seq: number } } | { ok: false; error: { code: SendReplyError } };

/**
 * The office's word on one proposed answer: no remarks, another level, or an explanation; by an official, or by whoever has the link of its
 * letter and signs with name and post. It can be corrected until the term ends or the
 * team decides; every wording stays in the log. The clock of the server decides: a reply after the term is refused. With double coding on,
 * asking for another level puts the cell up for a second, blind coding.
 */
export async function sendReply(db: Db, input: SendReplyInput): Promise<SendReplyResult> {
  const { stance, now = new Date() } = input;
  const {
    edition,
    round,
    linkId,
    municipality: { teryt },
  } = await getOfficeRound(db, input, now);
  const indicator = edition.methodology.indicators.find((each) => each.id === input.indicator);
  if (!indicator) throw notFound(`no indicator ${input.indicator}`);
  const body = cleanText(input.body);
  const refuse = (code: SendReplyError): SendReplyResult => ({ ok: false, error: { code } });
  const signed = await signedBy(db, input, input.signature);
  if (!signed.ok) return refuse(signed.error);
  const { userId, name } = signed.value;
  return transaction(db, async (tx): Promise<SendReplyResult> => {
    const [locked] = await tx.$queryRaw<
      { state: string }[]
    >`select state from "Edition" where id = ${edition.id}::uuid for share`;
    await tx.$queryRaw`select id from "ReplyRound" where id = ${round.id}::uuid for update`;
    if (locked?.state !== 'coding') return refuse('published');
    if (now >= round.endsAt) return refuse('late');
    const cell = await loadCell(tx, { editionId: edition.id, teryt, indicator: indicator.id });
    if (cell.reply?.decision) return refuse('decided');
    const before = await tx.reply.count({ where: { roundId: round.id, indicator: indicator.id } });
    if (before !== input.seen) return refuse('conflict');
    if (stance !== 'none' && body === '') return refuse('body-missing');
    if (body.length > MAX_REPLY) return refuse('body-long');
    const level = stance === 'level' ? input.level : null;
    if (stance === 'level' && !indicator.scale.levels.some((each) => each.value === level))
      return refuse('level-missing');
    const [first] = cell.codings;
    const proposed = proposalOf({ ...cell, reply: null }).answer;
    if (stance === 'level' && proposed?.state === 'scored' && proposed.level === level) return refuse('level-same');
    // A file belongs to an account until it is attached; a link has none.
    const files = userId ? await ownFiles(tx, { userId, hashes: input.files }) : new Map<string, never>();
    if (input.files.some((hash) => !files.has(hash))) return refuse('file-unknown');
    const lack = await findLackAtAttaching(tx, { editionId: edition.id, hashes: input.files });
    if (lack) return refuse('quota-edition');
    const seq = before + 1;
    const { id } = await tx.reply.create({
      data: {
        teryt,
        roundId: round.id,
        indicator: indicator.id,
        seq,
        stance,
        level,
        body,
        authorId: userId,
        linkId,
        authorName: name,
        sentAt: now,
        files: {
          create: [...files.values()].map((file) => ({
            teryt,
            fileHash: file.hash,
            fileName: file.name,
            fileType: file.type,
            fileSize: file.size,
          })),
        },
      },
      select: { id: true },
    });
    const reopened = stance === 'level' && edition.doubleShare > 0 && cell.cause === null && first !== undefined;
    if (reopened) {
      await tx.doubleCell.create({
        data: { editionId: edition.id, teryt, indicator: indicator.id, cause: 'objection' },
      });
      await tx.coding.updateMany({
        where: { id: first.id, submittedAt: null },
        data: { submittedAt: now, updatedAt: new Date(first.codedAt) },
      });
    }
    await tx.replyDraft.deleteMany({ where: { roundId: round.id, indicator: indicator.id } });
    await recordEvent(tx, {
      teryt,
      editionId: edition.id,
      actorId: userId,
      kind: 'reply-sent',
      subject: { type: 'reply', id: id },
      data: { indicator: indicator.id, stance, level, seq, files: files.size, reopened, ...(linkId ? { linkId } : {}) },
    });
    return { ok: true, value: { seq } };
  });
}
