import { Section } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { wordsIn } from './figures.ts';
import type { SurveyRow } from './survey-page.server.ts';

/**
 * Surveys of a municipality or a consultation. What a page that is kept for everybody says of them holds at any time: from when to when,
 * and where the results are.
 */
export function SurveyList({ surveys }: { surveys: readonly SurveyRow[] }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  if (surveys.length === 0) return null;
  return (
    <Section id="ankiety" title={t('survey.title')}>
      <ul className="rows rows--split">
        {surveys.map((survey) => (
          <li key={survey.slug}>
            <h3>
              <a href={to.survey(survey.slug)} lang={locale === 'en' && survey.titleEn ? undefined : 'pl'}>
                {wordsIn(locale, { pl: survey.title, en: survey.titleEn })}
              </a>
            </h3>
            <p className="meta">
              {survey.closesAt ? (
                <>
                  {t('survey.until', { at: formatDateTime(locale, survey.closesAt) })}
                  <br />
                </>
              ) : null}
              <a className="tap" href={to.surveyResults(survey.slug)}>
                {t('survey.results.title')}
                <span className="vh">: {wordsIn(locale, { pl: survey.title, en: survey.titleEn })}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
