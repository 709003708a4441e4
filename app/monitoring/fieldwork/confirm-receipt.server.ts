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
  const { edition, round } = await getOfficeRound(db, { viewer, slug, teryt }, now);
  return transaction(db, async (tx): Promise<ConfirmReceiptResult> => {
    const [locked] = await tx.$queryRaw<
      { state: string }[]
    >`select state from "Edition" where id = ${edition.id}::uuid for share`;
    if (locked?.state !== 'coding') return { ok: false, error: { code: 'published' } };
    if (now >= round.endsAt) return { ok: false, error: { code: 'late' } };
    await noteReceipt(tx, {
      roundId: round.id,
      teryt,
      editionId: edition.id,
      actorId: viewer.id,
      by: viewer.displayName,
      now,
    });
    return { ok: true };
  });
}

type Receipt = {
  roundId: string;
  teryt: string;
  editionId: string;
  /** Null where a link was opened: whose hand it was nobody knows. */
  actorId: string | null;
  by: string | null;
  now: Date;
};

/** Writes the first receipt down; later ones change nothing. */
export async function noteReceipt(tx: Db, { roundId, teryt, editionId, actorId, by, now }: Receipt): Promise<void> {
  const { count } = await tx.replyRound.updateMany({
    where: { id: roundId, receivedAt: null },
    data: { receivedAt: now, receivedByName: by },
  });
  if (count === 0) return;
  await recordEvent(tx, {
    teryt,
    editionId,
    actorId,
    kind: 'reply-received',
    subject: { type: 'edition', id: editionId },
    data: { byLink: actorId === null },
  });
}
