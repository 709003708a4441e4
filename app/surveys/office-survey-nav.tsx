import { usePaths, useT } from '#app/i18n/context.tsx';

export type SurveyPlace = 'edit' | 'preview' | 'publish' | 'codes' | 'sheets' | 'print' | 'import' | 'themes';

/** The office's pages of one survey. */
export function OfficeSurveyNav({
  survey,
  here,
}: {
  survey: { slug: string; state: string; answeredBy: string; kiosk: boolean; paper: boolean };
  here: SurveyPlace;
}) {
  const t = useT();
  const to = usePaths();
  const isOut = survey.state === 'published';
  const places: { place: SurveyPlace; to: string; shown: boolean }[] = [
    { place: 'edit', to: to.officeSurvey(survey.slug), shown: true },
    { place: 'preview', to: to.officeSurveyPart(survey.slug, 'podglad'), shown: true },
    { place: 'publish', to: to.officeSurveyPart(survey.slug, 'publikacja'), shown: true },
    {
      place: 'codes',
      to: to.officeSurveyPart(survey.slug, 'kody'),
      shown: isOut && (survey.answeredBy === 'code' || survey.kiosk),
    },
    { place: 'print', to: to.officeSurveyPart(survey.slug, 'druk'), shown: isOut && survey.paper },
    { place: 'sheets', to: to.officeSurveyPart(survey.slug, 'arkusze'), shown: isOut && survey.paper },
    { place: 'import', to: to.officeSurveyPart(survey.slug, 'wczytane'), shown: isOut },
    { place: 'themes', to: to.officeSurveyPart(survey.slug, 'tematy'), shown: isOut },
  ];
  return (
    <nav aria-label={t('survey.office.nav')}>
      <ul className="filters views">
        {places
          .filter(({ shown }) => shown)
          .map((each) => (
            <li key={each.place}>
              <a href={each.to} aria-current={each.place === here ? 'page' : undefined}>
                {t(`survey.office.nav.${each.place}`)}
              </a>
            </li>
          ))}
        {isOut ? (
          <>
            <li>
              <a href={to.survey(survey.slug)}>{t('survey.office.nav.public')}</a>
            </li>
            <li>
              <a href={to.surveyResults(survey.slug)}>{t('survey.results.title')}</a>
            </li>
          </>
        ) : null}
      </ul>
    </nav>
  );
}
