import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { dayOf, warsawInstant } from '#app/i18n/dates.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import type { NoticeWay } from '../cards/asking.ts';

export type RecordNoticeInput = {
  viewer: Viewer;
  slug: string;
  teryt: string;
  way: NoticeWay;
  to: string;
  number: string;
  /** Days, yyyy-mm-dd; empty while the delivery is not known. */
  sentOn: string;
  deliveredOn: string;
  proof: string;
  /** ISO instant of the entry that the page showed; empty before the first. */
  seen: string;
  now?: Date;
};
export type RecordNoticeError =
  | 'published'
  | 'conflict'
  | 'to-missing'
  | 'number-missing'
  | 'sent-day'
  | 'sent-early'
  | 'day-ahead'
  | 'delivered-day'
  | 'delivered-early'
  | 'delivered-late'
  | 'proof-missing';
export type RecordNoticeResult = { ok: true } | { ok: false; error: { code: RecordNoticeError } };

/**
 * Writes down that an office was told of its term outside the program: how, where to, under which number, when, and, once it is known, when
 * the letter came and what shows it. Only the lead can; it can be corrected until publication, each time with a line of the record.
 */
export async function recordNotice(db: Db, input: RecordNoticeInput): Promise<RecordNoticeResult> {
  const { viewer, slug, teryt, way, sentOn, deliveredOn, now = new Date() } = input;
  const edition = await getLedEdition(db, { slug, viewer });
  const [to, number, proof] = [cleanText(input.to), cleanText(input.number), cleanText(input.proof)];
  return transaction(db, async (tx): Promise<RecordNoticeResult> => {
    const refuse = (code: RecordNoticeError): RecordNoticeResult => ({ ok: false, error: { code } });
    const [locked] = await tx.$queryRaw<
      { state: string }[]
    >`select state from "Edition" where id = ${edition.id}::uuid for share`;
    const [round] = await tx.$queryRaw<{ id: string; openedAt: Date; endsAt: Date; noticeAt: Date | null }[]>`
      select id, "openedAt", "endsAt", "noticeAt" from "ReplyRound"
      where "editionId" = ${edition.id}::uuid and teryt = ${teryt} for update`;
    if (!round) throw notFound(`no term of ${teryt} in ${slug}`);
    if (locked?.state !== 'coding') return refuse('published');
    if ((round.noticeAt?.toISOString() ?? '') !== input.seen) return refuse('conflict');
    if (to === '') return refuse('to-missing');
    if (number === '') return refuse('number-missing');
    if (!isDay(sentOn)) return refuse('sent-day');
    const today = dayOf(now);
    if (sentOn < dayOf(round.openedAt)) return refuse('sent-early');
    if (sentOn > today || deliveredOn > today) return refuse('day-ahead');
    if (deliveredOn !== '') {
      if (!isDay(deliveredOn)) return refuse('delivered-day');
      if (deliveredOn < sentOn) return refuse('delivered-early');
      if (deliveredOn > dayOf(round.endsAt)) return refuse('delivered-late');
      if (proof === '') return refuse('proof-missing');
    }
    await tx.replyRound.update({
      where: { id: round.id },
      data: {
        noticeWay: way,
        noticeTo: to,
        noticeNumber: number,
        noticeSentOn: sentOn,
        noticeDeliveredOn: deliveredOn === '' ? null : deliveredOn,
        noticeProof: proof,
        noticeById: viewer.id,
        noticeByName: viewer.displayName,
        noticeAt: now,
      },
    });
    await recordEvent(tx, {
      teryt,
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'reply-notice-recorded',
      subject: { type: 'edition', id: edition.id },
      data: { way, sentOn, deliveredOn: deliveredOn === '' ? null : deliveredOn },
    });
    return { ok: true };
  });
}

const isDay = (day: string): boolean => warsawInstant(day, '12:00') !== null;
