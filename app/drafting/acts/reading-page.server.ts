import type { Db } from '#app/db/client.server.ts';
import { actView, headView, type HeadView, type UnitView } from './act-view.ts';
import { clauseCounts } from './clause-counts.server.ts';
import { consultationFacts, type ConsultationFacts } from './consultation-facts.server.ts';
import { loadDraft } from './load-draft.server.ts';

export type ReadingPage = { facts: ConsultationFacts; head: HeadView; units: UnitView[]; reasons: string | null };

/** The current text of a consultation with what was said about each clause. Throws not-found. */
export async function readingPage(db: Db, slug: string, now: Date): Promise<ReadingPage> {
  const facts = await consultationFacts(db, slug, now);
  const draft = await loadDraft(db, { id: facts.id });
  const counts = await clauseCounts(db, facts.id);
  return { facts, head: headView(draft.head), units: actView(draft.units, counts), reasons: draft.head.reasons };
}
