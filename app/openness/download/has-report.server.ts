import type { Db } from '#app/db/client.server.ts';

/** Whether a consultation has a final report. */
export async function hasReport(db: Db, consultationId: string): Promise<boolean> {
  return (await db.report.count({ where: { consultationId } })) > 0;
}

/** Whether a consultation has a frozen unified text. */
export async function hasUnified(db: Db, consultationId: string): Promise<boolean> {
  return (await db.unifiedText.count({ where: { consultationId, state: 'frozen' } })) > 0;
}
