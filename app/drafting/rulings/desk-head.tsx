import { Polish } from '#app/components/polish.tsx';
import { OfficeNav, type OfficePlace } from '#app/drafting/office/office-nav.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import type { DeskHeadFacts } from './desk.server.ts';

/** Where the office stands with the remarks of a consultation, and its pages about them. */
export function DeskHead({ desk, here = 'desk' }: { desk: DeskHeadFacts; here?: OfficePlace }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { consultation, counts } = desk;
  const { slug } = consultation;
  return (
    <>
      <OfficeNav slug={slug} here={here} />
      <div className="head head--tight">
        <h1 className="size-6">{t('drafting.desk')}</h1>
        <ul className="facts">
          <li>
            <Polish>{consultation.title}</Polish>
          </li>
          <li>{t('drafting.desk.fact.done', { done: counts.done, all: counts.all - counts.withdrawn })}</li>
          <li>{t('drafting.desk.fact.waiting', { count: counts.waiting })}</li>
          {counts.conflict > 0 ? <li>{t('drafting.desk.fact.conflict', { count: counts.conflict })}</li> : null}
          {counts.drafts > 0 ? (
            <li>
              <a href={to.desk(slug, { stan: 'drafts' })}>{t('deciding.desk.fact.drafts', { count: counts.drafts })}</a>
            </li>
          ) : null}
          {counts.collected > 0 ? (
            <li>
              <a href={to.basket(slug)}>{t('basket.fact', { count: counts.collected })}</a>
            </li>
          ) : null}
          {consultation.fourEyes ? <li>{t('deciding.four-eyes.on')}</li> : null}
          <li>{t('drafting.desk.fact.due', { due: formatDate(locale, consultation.answersDueAt) })}</li>
          {desk.daysLate > 0 ? (
            <li>
              <b>{t('drafting.desk.fact.late', { count: desk.daysLate })}</b>
            </li>
          ) : null}
        </ul>
      </div>
    </>
  );
}
