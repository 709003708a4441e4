import type { Difference } from '#app/record/difference.ts';
import type { DraftHead } from '#app/drafting/acts/draft.ts';
import type { Db } from '#app/db/client.server.ts';

/** Each correction of a draft's name, summary, kind or legal basis begins with what was said before it, and the last one left what is said now; each has its line of the record. */
export async function verifyFacts(db: Db, consultationId: string): Promise<Difference[]> {
  const changes = await db.factsChange.findMany({ where: { consultationId }, orderBy: { id: 'asc' } });
  if (changes.length === 0) return [];
  const now = await db.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { title: true, summary: true, actKind: true, head: true },
  });
  const lines = await db.event.findMany({
    where: { consultationId, kind: 'facts-corrected' },
    select: { actorId: true, data: true },
  });
  const bases = changes.filter(({ basisAfter }) => basisAfter !== null);
  return changes.flatMap((change, at): Difference[] => {
    const of = (what: string): Difference => ({
      line: `FactsChange ${change.id}: ${what}`,
      words: `${change.titleAfter} ${change.summaryAfter}`,
    });
    const next = changes[at + 1];
    const follows =
      change.titleAfter === (next?.titleBefore ?? now.title) &&
      change.summaryAfter === (next?.summaryBefore ?? now.summary) &&
      change.kindAfter === (next?.kindBefore ?? now.actKind);
    const before = bases[bases.indexOf(change) - 1]?.basisAfter ?? (now.head as DraftHead).legalBasis;
    const isBased = change.basisAfter === null || change.basisBefore === before;
    const line = lines.find(({ data }) => (data as { change?: unknown }).change === change.id);
    return [
      ...(follows ? [] : [of('what it says is not what was said after it')]),
      ...(isBased ? [] : [of('the legal basis that it corrects is not what was said before it')]),
      ...(line ? [] : [of('no line of the record says that it was made')]),
      ...(line?.actorId != null && line.actorId !== change.madeById ? [of('the record names another official')] : []),
    ];
  });
}
