import type { Db } from '#app/db/client.server.ts';
import type { Ground } from './grounds.ts';
import { secondOf, type SecondOfficial } from './second-official.ts';

export type CoveredNote = { ground: Ground; note: string; at: Date; second: SecondOfficial };

/** What the public is told about words covered in a remark; null where none are. */
export async function coveredNote(
  db: Db,
  { slug, number }: { slug: string; number: number },
): Promise<CoveredNote | null> {
  const { id: consultationId } = await db.consultation.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const act = await db.redaction.findFirst({
    where: { subjectType: 'remark', consultationId, number, undoneAt: null },
    select: { ground: true, note: true, madeAt: true, needsSecond: true, confirmedAt: true, confirmedByName: true },
  });
  return act && { ground: act.ground as Ground, note: act.note, at: act.madeAt, second: secondOf(act) };
}
