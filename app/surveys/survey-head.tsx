import { PageHead } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { daysUntil, formatDate, formatDateTime } from '#app/i18n/dates.ts';
import { questionsOf } from './definition.ts';
import { wordsIn } from './figures.ts';
import type { SurveyPageData } from './survey-page.server.ts';

/** Seconds that a question takes most people; for the one figure of how long a survey takes. */
const secondsEach = 25;

/** What a survey is, until when, and who may answer: one sentence each. */
export function SurveyHead({ survey, now }: { survey: SurveyPageData; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const to = usePaths();
  const { state, opensAt, closesAt } = survey;
  const count = questionsOf(survey.definition).length;
  const lead = wordsIn(locale, { pl: survey.lead, en: survey.leadEn });
  return (
    <PageHead
      kind={
        <>
          {t('survey.kind')}, <a href={to.municipality(survey.teryt)}>{survey.place}</a>
        </>
      }
      title={wordsIn(locale, { pl: survey.title, en: survey.titleEn })}
    >
      <ul className="facts">
        {state === 'coming' && opensAt ? <li>{t('survey.opens', { at: formatDateTime(locale, opensAt) })}</li> : null}
        {closesAt ? (
          <li>
            {t(state === 'ended' ? 'survey.closed' : 'survey.until', { at: formatDateTime(locale, closesAt) })}
            {state === 'open' ? `, ${t('front.days-left', { days: daysUntil(closesAt, now) })}` : null}
          </li>
        ) : null}
        {count > 0 ? (
          <li>{t('survey.length', { count, minutes: Math.max(1, Math.round((count * secondsEach) / 60)) })}</li>
        ) : null}
        {survey.consultation ? (
          <li>
            <a href={to.consultation(survey.consultation.slug)} lang="pl">
              {survey.consultation.title}
            </a>
          </li>
        ) : null}
      </ul>
      {lead ? <p className="lead">{lead}</p> : null}
      {state === 'historical' ? null : <p>{t(`survey.who.${survey.answeredBy}`)}</p>}
      {survey.changes.map((change, at) => (
        <p className="note" key={at}>
          {t(
            `survey.change.${change.kind === 'extension' ? 'extension' : change.kind === 'version' ? 'version' : 'wording'}`,
            {
              at: formatDate(locale, change.madeAt),
              reason: change.reason,
            },
          )}
        </p>
      ))}
    </PageHead>
  );
}
