import { PageHead } from '#app/components/page-parts.tsx';
import type { ShownIssue } from '../access/edition-queries.server.ts';
import type { EditionFigures } from '../cards/edition-table.ts';
import { PressPackSection } from '../press/press-pack.tsx';
import type { PressPack } from '../press/press-pack.ts';
import { IssueNotices } from './issue-notices.tsx';
import { RaiseList } from './raise-view.tsx';
import type { Raise } from './raise.ts';
import { ScorecardAreas } from './scorecard-areas.tsx';
import { ScorecardIndicators } from './scorecard-indicators.tsx';
import { ScorecardNotes } from './scorecard-notes.tsx';
import { ScorecardResult } from './scorecard-result.tsx';
import { dayWords, instantDay, kindWords, populationWords } from '../cards/score-words.ts';
import type { EditionManifest, ScorecardDocument } from '../cards/scorecard-document.ts';
import { TrendView } from './trend-view.tsx';
import type { TrendStep } from '../compare/trend.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = {
  document: ScorecardDocument;
  manifest: EditionManifest;
  figures: EditionFigures;
  shown: ShownIssue;
  pack: PressPack;
  raises: readonly Raise[];
  trend: readonly TrendStep[];
};

/** The public card of one municipality in one edition. */
export function ScorecardView({ document, manifest, figures, shown, pack, raises, trend }: Props) {
  const { to } = useWords();
  const { slug } = document.edition;
  const { teryt, name } = document.municipality;
  return (
    <>
      <IssueNotices shown={shown} newestHref={to.scorecard(slug, teryt)} />
      <ScorecardHead document={document} issue={shown.issue} />
      <ScorecardResult document={document} manifest={manifest} figures={figures} />
      <ScorecardAreas document={document} manifest={manifest} />
      {document.areas.map((area) => (
        <ScorecardIndicators key={area.id} area={area} document={document} />
      ))}
      <RaiseList raises={raises} slug={slug} />
      <TrendView steps={trend} name={name} />
      <ScorecardNotes document={document} manifest={manifest} />
      <PressPackSection pack={pack} />
    </>
  );
}

function ScorecardHead({ document, issue }: { document: ScorecardDocument; issue: number }) {
  const words = useWords();
  const { t, to, say, locale } = words;
  const { edition, municipality } = document;
  const { methodology } = edition;
  return (
    <PageHead
      title={municipality.name}
      kind={
        <>
          {t('monitoring.card')}, <a href={to.edition(edition.slug)}>{say(edition.title)}</a>,{' '}
          <a href={to.methodology(methodology.key, methodology.version)}>
            {t('monitoring.method.version', { version: methodology.version })}
          </a>
        </>
      }
    >
      <ul className="facts">
        <li>{t('monitoring.kind.municipality', { kind: kindWords(words, municipality.kind) })}</li>
        {municipality.population === null ? null : (
          <li>
            <b>{populationWords(words, municipality.population)}</b>{' '}
            {t('monitoring.people', { count: municipality.population })}
          </li>
        )}
        <li>TERYT {municipality.teryt}</li>
        <li>
          {t('monitoring.measured', {
            from: dayWords(locale, edition.measuredFrom),
            to: dayWords(locale, edition.measuredTo),
          })}
        </li>
        <li>{t('monitoring.published', { date: instantDay(locale, edition.publishedAt) })}</li>
        <li>
          {t('publication.issue', { issue })},{' '}
          {document.issue < issue ? `${t('publication.issue.card', { issue: document.issue })}, ` : null}
          <a href="#korekty">{t('publication.corrections', { count: document.corrections.length })}</a>
        </li>
        <li>
          {t('monitoring.licence')}{' '}
          <a href={edition.licence.url} rel="license">
            {edition.licence.id}
          </a>
        </li>
      </ul>
    </PageHead>
  );
}
