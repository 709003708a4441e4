import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getOfficeRound } from './office-round.server.ts';

export type ConfirmReceiptResult = { ok: true } | { ok: false; error: { code: 'late' | 'published' } };

/** An official says that the questions have come: from then on silence can be told from a letter that was lost. A second time changes nothing. */
export async function confirmReceipt(
  db: Db,
  { viewer, slug, teryt, now = new Date() }: { viewer: Viewer; slug: string; teryt: string; now?: Date },
): Promise<ConfirmReceiptResult> {
  const { edition, round } = await getOfficeRound(db, { viewer, slug, teryt });
  return transaction(db, async (tx): Promise<ConfirmReceiptResult> => {
    const [locked] = await tx.$queryRaw<
      { state: string }[]
    >`select state from "Edition" where id = ${edition.id}::uuid for share`;
    if (locked?.state !== 'coding') return { ok: false, error: { code: 'published' } };
    if (now >= round.endsAt) return { ok: false, error: { code: 'late' } };
    const { count } = await tx.replyRound.updateMany({
      where: { id: round.id, receivedAt: null },
      data: { receivedAt: now, receivedByName: viewer.displayName },
    });
    if (count === 1) {
      await recordEvent(tx, {
        teryt,
        editionId: edition.id,
        actorId: viewer.id,
        kind: 'reply-received',
        subject: { type: 'edition', id: edition.id },
      });
    }
    return { ok: true };
  });
}
