/** What can be done with a survey: nobody sees a draft, a coming one is announced, an open one is answered, an ended one has results. */
export type SurveyState = 'draft' | 'coming' | 'open' | 'ended' | 'historical';

type Terms = { state: string; opensAt: Date | null; closesAt: Date | null };

/** Open until its last minute is over. */
export function surveyState({ state, opensAt, closesAt }: Terms, now: Date): SurveyState {
  if (state === 'draft' || state === 'historical') return state;
  if (opensAt && now < opensAt) return 'coming';
  return closesAt && now >= closesAt ? 'ended' : 'open';
}
