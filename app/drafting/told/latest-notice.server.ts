import type { Db } from '#app/db/client.server.ts';
import { noticeNames, type NoticeName } from './notice-names.ts';
import type { Notice } from './told-authors.server.ts';

/** The rulings, the last change of terms or the last report; null where there is none yet. */
export async function latestNotice(db: Db, consultationId: string, name: NoticeName): Promise<Notice | null> {
  if (name === 'odpowiedzi') return { kind: 'answers' };
  const query = { where: { consultationId }, orderBy: { id: 'desc' }, select: { id: true, madeAt: true } } as const;
  const row = name === 'terminy' ? await db.termChange.findFirst(query) : await db.report.findFirst(query);
  return row && { kind: noticeNames[name], id: row.id, at: row.madeAt };
}
