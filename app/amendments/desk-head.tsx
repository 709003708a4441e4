import { OfficeNav } from '#app/consultations/office-nav.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import type { Desk } from './desk.server.ts';

/** Where the office stands with the remarks of a consultation. */
export function DeskHead({ desk }: { desk: Desk }) {
  const t = useT();
  const locale = useLocale();
  const { consultation, counts } = desk;
  const { slug } = consultation;
  return (
    <>
      <OfficeNav slug={slug} here="desk" />
      <div className="head head--tight">
        <h1 className="size-6">{t('drafting.desk')}</h1>
        <ul className="facts">
          <li>{consultation.title}</li>
          <li>{t('drafting.desk.fact.done', { done: counts.done, all: counts.all - counts.withdrawn })}</li>
          <li>{t('drafting.desk.fact.waiting', { count: counts.waiting })}</li>
          {counts.conflict > 0 ? <li>{t('drafting.desk.fact.conflict', { count: counts.conflict })}</li> : null}
          <li>{t('drafting.desk.fact.due', { due: formatDate(locale, consultation.answersDueAt) })}</li>
          {desk.daysLate > 0 ? <li><b>{t('drafting.desk.fact.late', { count: desk.daysLate })}</b></li> : null}
        </ul>
      </div>
    </>
  );
}
