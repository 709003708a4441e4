import { Polish } from '#app/components/polish.tsx';
import { localDecimal } from '#app/i18n/numbers.ts';
import { percent } from '../charts/bounds-bar.tsx';
import { DotDistribution } from '../charts/dot-distribution.tsx';
import { plotScores, plotWords } from '../charts/dots.ts';
import { editionFigures } from '../cards/edition-table.ts';
import { LevelMark } from '../cards/level-mark.tsx';
import { levelSpread } from '../cards/level-spread.ts';
import {
  answerWords,
  boundsWords,
  instantDay,
  notDistinguishable,
  ranksWords,
  scoreWords,
} from '../cards/score-words.ts';
import type {
  EditionFacts,
  EditionManifest,
  ScorecardDocument,
  ScorecardIndicator,
} from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Card = { document: ScorecardDocument; manifest: EditionManifest; origin: string };

/** A municipality's result in somebody else's page: number, uncertainty, distribution, source. */
export function CardEmbed({ document, manifest, origin }: Card) {
  const words = useWords();
  const { t, to, locale, say } = words;
  const { edition, municipality, total, standing } = document;
  const bounds = boundsWords(words, total);
  const scores = manifest.municipalities.flatMap((row) =>
    row.total.display === null ? [] : [Number(row.total.display)],
  );
  const figures = editionFigures(manifest);
  const decimal = (display: string) => localDecimal(locale, display);
  return (
    <section className="embed embed--wide">
      <h1 className="cap">
        {municipality.name}: {say(edition.title)}
      </h1>
      <p className="lvl">
        <b>{scoreWords(words, total.display)}</b>
        {total.display === null ? '' : ` ${t('monitoring.of-100')}`}
        {standing ? `, ${ranksWords(words, standing)} ${t('monitoring.of-ranked', { n: standing.of })}` : ''}
        {bounds && total.display !== null ? `, ${t('monitoring.area.bounds', { bounds })}` : ''}
      </p>
      {figures ? (
        <DotDistribution
          id="embed"
          plot={plotScores(scores, total.display === null ? null : Number(total.display))}
          bands={manifest.bands}
          title={t('monitoring.chart.title', { title: say(edition.title) })}
          pick={
            total.display === null
              ? null
              : { score: Number(total.display), label: `${municipality.name} ${decimal(total.display)}` }
          }
          desc={t('monitoring.chart.desc', {
            count: figures.withTotal,
            low: decimal(figures.lowest),
            high: decimal(figures.highest),
            median: decimal(figures.median),
          })}
        />
      ) : null}
      <p>
        {document.areas.map((area) => `${say(area.name)}: ${scoreWords(words, area.score.display)}`).join('; ')}.{' '}
        {notDistinguishable(words, document)}
      </p>
      <Source
        edition={edition}
        href={origin + to.scorecard(edition.slug, municipality.teryt)}
        label={t('publication.embed.card')}
        corrected={document.corrections.at(-1)?.madeAt}
      />
    </section>
  );
}

/** One level of one municipality: words of the level, how many have each, the office's side. */
export function IndicatorEmbed({ document, manifest, indicator, origin }: Card & { indicator: ScorecardIndicator }) {
  const words = useWords();
  const { t, to, say, locale } = words;
  const { edition, municipality, total, standing } = document;
  const { scale, level, state, reply } = indicator;
  const chosen = scale.levels.find((each) => each.value === level);
  const spread = levelSpread(manifest, indicator);
  const most = Math.max(1, ...spread.levels.map(({ count }) => count));
  return (
    <section className="embed embed--wide">
      <h1 className="cap">
        {municipality.name}: {say(indicator.question)}
      </h1>
      <p className="lvl">
        {state === 'scored' ? (
          <LevelMark steps={scale.max - scale.min} filled={(level ?? scale.min) - scale.min} />
        ) : null}
        <b>{answerWords(words, indicator)}.</b>{' '}
        {chosen ? say(chosen) : t(indicator.incomplete ? 'monitoring.means.incomplete' : `monitoring.means.${state}`)}
      </p>
      <div className="halves">
        <div>
          <p className="by">{t('monitoring.spread', { count: spread.withLevel })}</p>
          <ul className="spread" role="list">
            {spread.levels.map((each) => (
              <li key={each.level} className={each.level === level ? 'here' : undefined}>
                <span>{t('monitoring.level.n', { level: each.level })}</span>
                <svg className="spark" width="100%" height="14" aria-hidden="true" focusable="false">
                  <rect
                    className={each.level === level ? 'c-pick' : 'c-bar'}
                    x="0"
                    y="1"
                    width={percent((each.count / most) * 100)}
                    height="12"
                  />
                </svg>
                <span className="end">{each.count}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          {reply ? (
            <p>
              {reply.stance === null ? (
                t('publication.reply.silence', { date: instantDay(locale, reply.until) })
              ) : (
                <>
                  <b>{t(`publication.reply.stance.${reply.stance}`, { level: reply.level ?? 0 })}.</b>{' '}
                  <Polish>{reply.text}</Polish>
                </>
              )}
            </p>
          ) : null}
          <p className="by">
            {t('publication.embed.whole', { score: scoreWords(words, total.display) })}
            {standing ? `, ${ranksWords(words, standing)} ${t('monitoring.of-ranked', { n: standing.of })}` : ''}
          </p>
        </div>
      </div>
      <Source
        edition={edition}
        href={origin + to.indicator(edition.slug, municipality.teryt, indicator.id)}
        label={t('publication.embed.evidence')}
        corrected={document.corrections.filter((note) => note.indicator === indicator.id).at(-1)?.madeAt}
      />
    </section>
  );
}

/** The distribution of an edition. */
export function EditionEmbed({ manifest, origin }: { manifest: EditionManifest; origin: string }) {
  const { t, to, locale, say } = useWords();
  const { edition } = manifest;
  const figures = editionFigures(manifest);
  const plot = plotScores(figures?.scores ?? [], null);
  const decimal = (display: string) => localDecimal(locale, display);
  return (
    <section className="embed embed--wide">
      <h1 className="cap">{say(edition.title)}</h1>
      {figures ? (
        <>
          <p className="lvl">
            <b>{t('monitoring.finding', { median: decimal(figures.median) })}</b>
          </p>
          <DotDistribution
            id="embed"
            plot={plot}
            bands={manifest.bands}
            title={t('monitoring.chart.title', { title: say(edition.title) })}
            desc={t('monitoring.chart.desc', {
              count: figures.withTotal,
              low: decimal(figures.lowest),
              high: decimal(figures.highest),
              median: decimal(figures.median),
            })}
          />
          <p>{t(plotWords(plot))}</p>
        </>
      ) : (
        <p className="lvl">{t('monitoring.no-score')}</p>
      )}
      <Source
        edition={edition}
        href={origin + to.edition(edition.slug)}
        label={t('publication.embed.edition')}
        corrected={manifest.corrections.at(-1)?.madeAt}
      />
    </section>
  );
}

function Source({
  edition,
  href,
  label,
  corrected,
}: {
  edition: EditionFacts;
  href: string;
  label: string;
  corrected: string | undefined;
}) {
  const { t, say, locale } = useWords();
  return (
    <p className="src">
      <span>
        {say(edition.title)}, {edition.team.name},{' '}
        {t('monitoring.method.version', { version: edition.methodology.version })}
        {corrected ? `, ${t('publication.corrected-on', { date: instantDay(locale, corrected) })}` : ''}
        {edition.isDemo ? `; ${t('monitoring.demo')}` : ''}
      </span>
      <a href={href} rel="noopener">
        {label}
      </a>
    </p>
  );
}
