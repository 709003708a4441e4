import type { Db } from '#app/db/client.server.ts';

/**
 * A later version of the text replaces the one proposed or frozen for the council; it is kept, and the consultation is back
 * at the office. Call it in the transaction that writes the version; the event of that write tells the rest.
 */
export async function reopenUnified(tx: Db, consultationId: string): Promise<void> {
  await tx.unifiedText.updateMany({ where: { consultationId, state: { in: ['proposed', 'frozen'] } }, data: { state: 'replaced' } });
  await tx.consultation.updateMany({ where: { id: consultationId, sentAt: { not: null } }, data: { sentAt: null } });
}
