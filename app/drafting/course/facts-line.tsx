import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import type { CouncilDates, Stage, StageDates } from '../state/stage.ts';
import { stageSentence } from '../state/stage-words.ts';

export type Facts = StageDates &
  CouncilDates & {
    slug: string;
    stage: Stage;
    counts: { remarks: number; amendments: number; waiting: number };
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
          <a href={to.remarks(facts.slug)}>{countsOfRemarks(t, remarks, amendments)}</a>
        </li>
      ) : null}
      {comments > 0 ? <li>{t('consultations.count.comments', { count: comments })}</li> : null}
    </ul>
  );
}

/** „64 uwagi, 17 poprawek"; what there is none of is left out. */
export function countsOfRemarks(t: ReturnType<typeof useT>, remarks: number, amendments: number): string {
  const parts = [
    remarks > 0 ? t('consultations.count.remarks', { count: remarks }) : '',
    amendments > 0 ? t('consultations.count.amendments', { count: amendments }) : '',
  ];
  return parts.filter(Boolean).join(', ');
}
