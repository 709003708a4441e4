import { findLocalRule } from '#app/drafting/office/local-rule.server.ts';
import { actKindOf, shortTerm, termRuleOf } from '#app/drafting/state/legal-term.ts';
import type { StageDates } from '#app/drafting/state/stage.ts';
import type { Db } from '#app/db/client.server.ts';

/** The rule that other dates of a consultation would break; null where they keep it, or move neither end of remarks. */
export async function shortTermOf(
  db: Db,
  { slug, dates }: { slug: string; dates: StageDates },
): Promise<ReturnType<typeof shortTerm>> {
  const found = await db.consultation.findUnique({
    where: { slug },
    select: { teryt: true, actKind: true, opensAt: true, closesAt: true },
  });
  if (!found) return null;
  const { teryt, actKind, opensAt, closesAt } = found;
  const isMoved = opensAt.getTime() !== dates.opensAt.getTime() || closesAt.getTime() !== dates.closesAt.getTime();
  return isMoved ? shortTerm(dates, termRuleOf(actKindOf(actKind), await findLocalRule(db, teryt))) : null;
}
