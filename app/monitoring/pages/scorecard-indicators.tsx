import { Polish } from '#app/components/polish.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { EvidenceList } from './evidence-list.tsx';
import { LevelMark } from '../cards/level-mark.tsx';
import { CodingsLine, ReplyLine } from './fieldwork-view.tsx';
import { answerWords, requirementWords, scoreWords } from '../cards/score-words.ts';
import type { ScorecardArea, ScorecardDocument, ScorecardIndicator } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

/** One area: every question with its level, the words of that level and the evidence, the greatest losses first. */
export function ScorecardIndicators({ area, document }: { area: ScorecardArea; document: ScorecardDocument }) {
  const words = useWords();
  const { t, say } = words;
  const own = document.indicators.filter((indicator) => indicator.area === area.id);
  const notApplicable = own.filter((indicator) => indicator.state === 'not_applicable').length;
  return (
    <section className="section" id={area.id} aria-labelledby={`h-${area.id}`}>
      <h2 id={`h-${area.id}`}>
        {say(area.name)}: {scoreWords(words, area.score.display)}
      </h2>
      <p className="note">
        {t('monitoring.area.note', { count: own.length })}
        {notApplicable > 0 ? ` ${t('monitoring.area.not-applicable', { count: notApplicable })}` : ''}
      </p>
      {[...own]
        .sort((a, b) => lossOf(b) - lossOf(a))
        .map((indicator) => (
          <IndicatorArticle key={indicator.id} indicator={indicator} document={document} />
        ))}
    </section>
  );
}

/** Weight that the answer did not earn; what does not count took nothing away. */
function lossOf({ weight, points, state }: ScorecardIndicator): number {
  if (points !== null) return weight * (100 - Number(points));
  return state === 'not_assessed' ? -1 : -2;
}

function IndicatorArticle({ indicator, document }: { indicator: ScorecardIndicator; document: ScorecardDocument }) {
  const words = useWords();
  const { t, to, say, locale } = words;
  const { slug } = document.edition;
  return (
    <article className="indicator" id={indicator.id} aria-labelledby={`h-${indicator.id}`}>
      <h3 id={`h-${indicator.id}`}>
        <a className="code" href={to.indicator(slug, document.municipality.teryt, indicator.id)}>
          {indicator.id}
        </a>{' '}
        {say(indicator.question)}
      </h3>
      <div>
        <Verdict indicator={indicator} />
        {indicator.reason ? (
          <p className="text said">
            <Polish>{indicator.reason}</Polish>
          </p>
        ) : null}
        <ReplyLine indicator={indicator} slug={slug} />
        <CodingsLine indicator={indicator} />
        {indicator.coder && indicator.codedAt ? (
          <p className="by">
            {t('monitoring.coded-by', { name: indicator.coder, date: formatDate(locale, new Date(indicator.codedAt)) })}
          </p>
        ) : null}
      </div>
      <EvidenceList indicator={indicator} slug={slug} />
    </article>
  );
}

/** Level cells, „poziom 1 z 3", weight, and the words of the level or what a state without one means. */
function Verdict({ indicator }: { indicator: ScorecardIndicator }) {
  const words = useWords();
  const { t, say } = words;
  const { scale, level, state } = indicator;
  const chosen = scale.levels.find((each) => each.value === level);
  return (
    <>
      <p className="verdict">
        {state === 'scored' ? (
          <LevelMark steps={scale.max - scale.min} filled={(level ?? scale.min) - scale.min} />
        ) : null}
        <b className="pause">{answerWords(words, indicator)}</b>
        <span className="quiet">
          {t('monitoring.weight.n', { weight: indicator.weight })}, {requirementWords(words, indicator.requirement)}
        </span>
      </p>
      <p className="text">
        {chosen ? say(chosen) : t(indicator.incomplete ? 'monitoring.means.incomplete' : `monitoring.means.${state}`)}
      </p>
    </>
  );
}
