import type { Difference } from '#app/record/difference.ts';
import type { Db } from '#app/db/client.server.ts';

const terms = ['opens', 'closes', 'answersDue'] as const;

/** Each change of terms begins with those before it, and the last one left those that hold; each has its line of the record. */
export async function verifyTerms(db: Db, consultationId: string): Promise<Difference[]> {
  const changes = await db.termChange.findMany({
    where: { consultationId },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
  });
  const lines = await db.event.findMany({
    where: { consultationId, kind: 'terms-changed' },
    select: { actorId: true, data: true },
  });
  const { opensAt, closesAt, answersDueAt } = await db.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { opensAt: true, closesAt: true, answersDueAt: true },
  });
  const now = { opens: opensAt, closes: closesAt, answersDue: answersDueAt };
  return [
    ...(lines.length === changes.length
      ? []
      : [
          {
            line: `Consultation ${consultationId}: its terms changed ${changes.length} times, the record says ${lines.length}`,
          },
        ]),
    ...changes.flatMap((change, at): Difference[] => {
      const of = (what: string): Difference[] => [{ line: `TermChange ${change.id}: ${what}` }];
      const [next, line] = [
        changes[at + 1],
        lines.find(({ data }) => (data as { change?: unknown }).change === change.id),
      ];
      const broken = terms.filter(
        (term) => change[`${term}After`].getTime() !== (next ? next[`${term}Before`] : now[term]).getTime(),
      );
      const told =
        line &&
        terms.filter(
          (term) => (line.data as Record<string, unknown>)[`${term}At`] !== change[`${term}After`].toISOString(),
        );
      return [
        ...(broken.length === 0 ? [] : of(`the terms after it (${broken.join(', ')}) are not those it set`)),
        ...(line ? [] : of('no line of the record says that it was made')),
        ...(told && told.length > 0 ? of(`the record says otherwise what it set (${told.join(', ')})`) : []),
        ...(line?.actorId != null && line.actorId !== change.madeById ? of('the record names another official') : []),
      ];
    }),
  ];
}
