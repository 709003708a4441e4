import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import type { CouncilDates, Stage, StageDates } from '../state/stage.ts';
import type { KindCounts } from '../acts/consultation-facts.server.ts';
import type { Filer } from '../state/filer.ts';
import { stageSentence } from '../state/stage-words.ts';

export type Facts = StageDates &
  CouncilDates & {
    slug: string;
    stage: Stage;
    counts: { remarks: number; amendments: number; waiting: number; by: Record<Filer, KindCounts> };
  };

/** Days left and numbers of a consultation in one line. */
export function FactsLine({ facts, comments, now }: { facts: Facts; comments: number; now: Date }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { remarks, amendments, waiting } = facts.counts;
  return (
    <ul className="facts">
      <li>
        <b>{stageSentence(facts, { stage: facts.stage, waiting, now, locale })}</b>
      </li>
      {remarks + amendments > 0 ? (
        <li>
          <a href={to.remarks(facts.slug)}>{countsOfRemarks(t, facts.counts.by)}</a>
        </li>
      ) : null}
      {comments > 0 ? <li>{t('consultations.count.comments', { count: comments })}</li> : null}
    </ul>
  );
}

/** „64 uwagi, 17 poprawek; organizacje: 5 poprawek; urząd: 3 poprawki”: residents' first, the others apart; what there is none of is left out. */
export function countsOfRemarks(t: ReturnType<typeof useT>, by: Record<Filer, KindCounts>): string {
  const words = ({ remarks, amendments }: KindCounts) =>
    [
      remarks > 0 ? t('consultations.count.remarks', { count: remarks }) : '',
      amendments > 0 ? t('consultations.count.amendments', { count: amendments }) : '',
    ]
      .filter(Boolean)
      .join(', ');
  const { residents, organisations, office } = by;
  const [own, others] = [words(residents), [words(organisations), words(office)]];
  // Where nobody but residents wrote there is nothing to tell apart.
  if (others.every((each) => each === '')) return own;
  return [
    own ? t('consultations.by.residents', { words: own }) : '',
    others[0] ? t('consultations.by.organisations', { words: others[0] }) : '',
    others[1] ? t('consultations.by.office', { words: others[1] }) : '',
  ]
    .filter(Boolean)
    .join('; ');
}
