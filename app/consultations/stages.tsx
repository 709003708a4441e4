import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDay } from '#app/i18n/dates.ts';
import { daysLate, type Stage, type StageDates } from './stage.ts';

const order: readonly Stage[] = ['preparation', 'open', 'deciding', 'closed'];

/** The course of a consultation with its dates; the clock binds the office as visibly as the residents. */
export function Stages({ facts, now }: { facts: StageDates & { stage: Stage; counts: { waiting: number } }; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const late = daysLate(facts, now, facts.counts.waiting);
  const current = order.indexOf(facts.stage);
  const dates: Record<Stage, string> = {
    preparation: t('stage.from', { date: formatDay(locale, facts.opensAt) }),
    open: t('stage.until', { date: formatDay(locale, facts.closesAt) }),
    deciding: t('stage.until', { date: formatDay(locale, facts.answersDueAt) }),
    closed: facts.stage === 'closed' ? t('stage.ready') : t('stage.after-answers'),
  };
  return (
    <ol className="stages" aria-label={t('stage.label')}>
      {order.map((stage, at) => (
        <li key={stage} className={at < current ? 'done' : undefined} aria-current={at === current ? 'step' : undefined}>
          <b>{t(`stage.${stage}`)}</b><span>{dates[stage]}{stage === 'deciding' && late > 0 ? <>, <strong>{t('stage.late', { days: late })}</strong></> : null}</span>
        </li>
      ))}
    </ol>
  );
}
