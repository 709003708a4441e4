import { PageHead } from '#app/components/page-parts.tsx';
import type { EditionFigures } from './edition-table.ts';
import { ScorecardAreas } from './scorecard-areas.tsx';
import { ScorecardIndicators } from './scorecard-indicators.tsx';
import { ScorecardNotes } from './scorecard-notes.tsx';
import { ScorecardResult } from './scorecard-result.tsx';
import { dayWords, instantDay, kindWords, populationWords } from './score-words.ts';
import type { EditionManifest, ScorecardDocument } from './scorecard-document.ts';
import { useWords } from './use-words.ts';

type Props = { document: ScorecardDocument; manifest: EditionManifest; figures: EditionFigures; hash: string; origin: string };

/** The public card of one municipality in one edition. */
export function ScorecardView({ document, manifest, figures, hash, origin }: Props) {
  return (
    <>
      <ScorecardHead document={document} />
      <ScorecardResult document={document} manifest={manifest} figures={figures} />
      <ScorecardAreas document={document} manifest={manifest} />
      {document.areas.map((area) => <ScorecardIndicators key={area.id} area={area} document={document} />)}
      <ScorecardNotes document={document} manifest={manifest} hash={hash} origin={origin} />
    </>
  );
}

function ScorecardHead({ document }: { document: ScorecardDocument }) {
  const words = useWords();
  const { t, to, say, locale } = words;
  const { edition, municipality } = document;
  const { methodology } = edition;
  return (
    <PageHead
      title={municipality.name}
      kind={(
        <>
          {t('monitoring.card')}, <a href={to.edition(edition.slug)}>{say(edition.title)}</a>,{' '}
          <a href={to.methodology(methodology.key, methodology.version)}>{t('monitoring.method.version', { version: methodology.version })}</a>
        </>
      )}
    >
      <ul className="facts">
        <li>{t('monitoring.kind.municipality', { kind: kindWords(words, municipality.kind) })}</li>
        {municipality.population === null ? null : <li><b>{populationWords(words, municipality.population)}</b> {t('monitoring.people', { count: municipality.population })}</li>}
        <li>TERYT {municipality.teryt}</li>
        <li>{t('monitoring.measured', { from: dayWords(locale, edition.measuredFrom), to: dayWords(locale, edition.measuredTo) })}</li>
        <li>{t('monitoring.published', { date: instantDay(locale, edition.publishedAt) })}</li>
      </ul>
    </PageHead>
  );
}
