import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { isUnresolved } from '../cards/cells.ts';
import { mailReplyLink, officesWithAddress, queueReminders, sendProposals } from './reply-letters.server.ts';
import { loadCells } from './load-cells.server.ts';
import { borderWork } from './border-units.ts';
import { makeReplyLink } from './send-reply-link.server.ts';

/** Days an office has at least, as for public information (art. 13 of the act of 6 September 2001): somebody who knows has to be found and asked. */
const MIN_REPLY_DAYS = 14;

/** Days it has at most: an edition waits for the end of every term, and a mistyped year would hold it for ever. */
const MAX_REPLY_DAYS = 120;

export type OpenRoundInput = { viewer: Viewer; slug: string; teryts: readonly string[]; endsAt: Date; now?: Date };
type OpenRoundError =
  | { code: 'published' | 'too-soon' | 'too-late' | 'nothing-chosen' }
  | { code: 'already-open' | 'unresolved' | 'border' | 'no-answers'; teryts: string[] };
export type OpenRoundResult = { ok: true; value: { letters: number } } | { ok: false; error: OpenRoundError };

/**
 * Opens the right of reply for municipalities of an edition until a stated minute: their offices see every proposed answer, and the answers
 * no longer change except by a decision. Only the lead can; the double coding of these municipalities has to be settled first. Officials
 * get a letter; an office without one here gets a letter with a link under which it replies, where its address is known. Every other has
 * its term all the same: its lead prints a letter, or tells it outside the program.
 */
export async function openReplyRound(
  db: Db,
  { viewer, slug, teryts, endsAt, now = new Date() }: OpenRoundInput,
): Promise<OpenRoundResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  if (teryts.length === 0) return { ok: false, error: { code: 'nothing-chosen' } };
  // Days as the calendar has them: the day of the letter does not count.
  if (dayOf(endsAt) < dayOf(new Date(now.getTime() + MIN_REPLY_DAYS * 86_400_000)))
    return { ok: false, error: { code: 'too-soon' } };
  if (endsAt.getTime() - now.getTime() > MAX_REPLY_DAYS * 86_400_000) return { ok: false, error: { code: 'too-late' } };
  return transaction(db, async (tx): Promise<OpenRoundResult> => {
    const [locked] = await tx.$queryRaw<
      { state: string }[]
    >`select state from "Edition" where id = ${edition.id}::uuid for update`;
    if (locked?.state !== 'coding') return { ok: false, error: { code: 'published' } };
    const units = await tx.editionUnit.findMany({
      where: { editionId: edition.id, teryt: { in: [...teryts] } },
      orderBy: { teryt: 'asc' },
      select: { teryt: true },
    });
    const chosen = units.map((unit) => unit.teryt);
    if (chosen.length === 0) return { ok: false, error: { code: 'nothing-chosen' } };
    const open = await tx.replyRound.findMany({
      where: { editionId: edition.id, teryt: { in: chosen } },
      select: { teryt: true },
    });
    if (open.length > 0)
      return { ok: false, error: { code: 'already-open', teryts: open.map((round) => round.teryt) } };
    const cells = (await loadCells(tx, { editionId: edition.id })).filter((cell) => chosen.includes(cell.teryt));
    const silent = chosen.filter((teryt) => !cells.some((cell) => cell.teryt === teryt && cell.codings.length > 0));
    if (silent.length > 0) return { ok: false, error: { code: 'no-answers', teryts: silent } };
    const unresolved = [...new Set(cells.filter(isUnresolved).map((cell) => cell.teryt))];
    if (unresolved.length > 0) return { ok: false, error: { code: 'unresolved', teryts: unresolved } };
    const border = edition.doubleShare > 0 ? borderWork(edition.methodology, cells, new Set()).due : [];
    if (border.length > 0) return { ok: false, error: { code: 'border', teryts: border } };
    await tx.replyRound.createMany({
      data: chosen.map((teryt) => ({ editionId: edition.id, teryt, openedAt: now, openedById: viewer.id, endsAt })),
    });
    let letters = await sendProposals(tx, { edition, teryts: chosen, endsAt });
    for (const { teryt, email } of await officesWithAddress(tx, chosen)) {
      const round = await tx.replyRound.findUniqueOrThrow({
        where: { editionId_teryt: { editionId: edition.id, teryt } },
        select: { id: true },
      });
      const secret = await makeReplyLink(tx, {
        editionId: edition.id,
        roundId: round.id,
        teryt,
        toEmail: email,
        by: viewer,
        now,
      });
      await mailReplyLink(tx, { edition, teryt, email, secret, endsAt });
      letters += 1;
    }
    await queueReminders(tx, { edition, teryts: chosen, endsAt, now });
    await recordEvent(tx, {
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'reply-round-opened',
      subject: { type: 'edition', id: edition.id },
      data: { teryts: chosen, endsAt: endsAt.toISOString(), letters },
    });
    return { ok: true, value: { letters } };
  });
}
