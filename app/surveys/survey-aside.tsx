import { usePaths, useLocale, useT } from '#app/i18n/context.tsx';
import { paths } from '#app/i18n/paths.ts';
import type { SurveyPageData } from './survey-page.server.ts';

/** Beside a survey: other ways to answer, and what it is for. */
export function SurveyAside({ survey }: { survey: SurveyPageData }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const other = locale === 'pl' ? 'en' : 'pl';
  const { office } = survey;
  return (
    <aside className="stack" aria-labelledby="h-inaczej">
      <h2 className="size-4" id="h-inaczej">
        {t('survey.aside')}
      </h2>
      <p>{t('survey.aside-note')}</p>
      <ul className="link-list">
        {survey.paper ? (
          <>
            <li>
              <a href={to.surveySheet(survey.slug)}>{t('survey.sheet')}</a>
            </li>
            <li>
              <a href={to.surveySheet(survey.slug, { duzy: 1 })}>{t('survey.sheet-large')}</a>
            </li>
          </>
        ) : null}
        <li>
          <a href={paths(other).survey(survey.slug)} lang={other} hrefLang={other}>
            {t('survey.other-language')}
          </a>
        </li>
        <li>
          <a href={to.surveyResults(survey.slug)}>{t('survey.results.title')}</a>
        </li>
      </ul>
      <h2 className="size-4">{t('survey.for')}</h2>
      <p>{t('survey.for-note')}</p>
      {office && (office.phone || office.email) ? (
        <p className="by">{t('survey.ask-office', { name: office.name, contact: office.phone || office.email })}</p>
      ) : null}
    </aside>
  );
}
