import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDay } from '#app/i18n/dates.ts';
import { daysLate, stages, type CouncilDates, type Stage, type StageDates } from '../state/stage.ts';

/** The course of a consultation with its dates; the clock binds the office as visibly as the residents. */
export function Stages({
  facts,
  now,
}: {
  facts: StageDates & CouncilDates & { stage: Stage; counts: { waiting: number } };
  now: Date;
}) {
  const t = useT();
  const locale = useLocale();
  const late = daysLate(facts, now, facts.counts.waiting);
  const current = stages.indexOf(facts.stage);
  const dates: Record<Stage, string> = {
    preparation: t('stage.from', { date: formatDay(locale, facts.opensAt) }),
    open: t('stage.until', { date: formatDay(locale, facts.closesAt) }),
    deciding: t('stage.until', { date: formatDay(locale, facts.answersDueAt) }),
    closed: current >= stages.indexOf('closed') ? t('stage.ready') : t('stage.after-answers'),
    sent: facts.sentAt ? formatDate(locale, facts.sentAt) : t('stage.not-yet'),
    adopted: facts.adoptedOn ? formatDate(locale, new Date(facts.adoptedOn)) : t('stage.not-yet'),
  };
  return (
    <ol className="stages" aria-label={t('stage.label')}>
      {stages.map((stage, at) => (
        <li
          key={stage}
          className={at < current ? 'done' : undefined}
          aria-current={at === current ? 'step' : undefined}
        >
          <b className="pause">{t(`stage.${stage}`)}</b>
          <span>
            {dates[stage]}
            {stage === 'deciding' && late > 0 ? (
              <>
                , <strong>{t('stage.late', { days: late })}</strong>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
