import type { Db } from '#app/db/client.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';

type Reopening = {
  teryt: string;
  consultationId: string;
  /** The version that replaces it. */ version: number;
  actorId: string;
  now: Date;
};

/**
 * A later version of the text replaces the one proposed or frozen for the council; it is kept, with a line of the record of its
 * own, and the consultation is back at the office. Call it in the transaction that writes the version.
 */
export async function reopenUnified(
  tx: Db,
  { teryt, consultationId, version, actorId, now }: Reopening,
): Promise<void> {
  const live = await tx.unifiedText.findMany({
    where: { consultationId, state: { in: ['proposed', 'frozen'] } },
    select: { id: true, state: true },
  });
  for (const { id, state } of live) {
    await tx.unifiedText.updateMany({ where: { id, consultationId, state }, data: { state: 'replaced' } });
    await recordEvent(tx, {
      teryt,
      consultationId,
      kind: 'unified-reopened',
      actorId,
      subject: { type: 'unified-text', id },
      data: { previous: state, version },
      at: now,
    });
  }
  await tx.consultation.updateMany({ where: { id: consultationId, sentAt: { not: null } }, data: { sentAt: null } });
}
