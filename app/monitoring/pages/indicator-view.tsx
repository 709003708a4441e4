import { Polish } from '#app/components/polish.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { PageHead } from '#app/components/page-parts.tsx';
import { addressOf, titleOf } from '../cards/evidence.ts';
import { CaptureFacts } from '../fieldwork/capture-facts.tsx';
import { IndicatorOthers } from './indicator-others.tsx';
import { PressPackSection } from '../press/press-pack.tsx';
import type { PressPack } from '../press/press-pack.ts';
import type { ShownIssue } from '../access/edition-queries.server.ts';
import { CorrectionsList } from './corrections-list.tsx';
import { CodingsSection, ReplySection } from './fieldwork-view.tsx';
import { IssueNotices } from './issue-notices.tsx';
import { NextLevel } from './raise-view.tsx';
import type { Raise } from './raise.ts';
import { answerWords, dayWords, instantDay, requirementWords } from '../cards/score-words.ts';
import type { EditionManifest, ScorecardDocument, ScorecardIndicator } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = {
  document: ScorecardDocument;
  manifest: EditionManifest;
  indicator: ScorecardIndicator;
  shown: ShownIssue;
  pack: PressPack;
  raise: Raise | undefined;
};

/** The page a reader checks one level with: level, all levels, reply, evidence, codings, next level, others, press pack. */
export function IndicatorView({ document, manifest, indicator, shown, pack, raise }: Props) {
  const { t, to } = useWords();
  const { slug } = document.edition;
  const corrections = document.corrections.filter((note) => note.indicator === indicator.id);
  return (
    <>
      <IssueNotices shown={shown} newestHref={to.indicator(slug, document.municipality.teryt, indicator.id)} />
      <Head document={document} indicator={indicator} />
      <div className="cols cols--2 top">
        <LevelFacts document={document} indicator={indicator} />
        <Ladder document={document} indicator={indicator} />
      </div>
      <ReplySection indicator={indicator} slug={slug} />
      <Evidence slug={slug} indicator={indicator} />
      <CodingsSection indicator={indicator} />
      {corrections.length > 0 ? (
        <section className="section" id="korekty" aria-labelledby="h-corrections">
          <h2 id="h-corrections">{t('publication.corrections', { count: corrections.length })}</h2>
          <CorrectionsList slug={slug} corrections={corrections} />
        </section>
      ) : null}
      <NextLevel raise={raise} slug={slug} total={document.total.display} />
      <IndicatorOthers document={document} manifest={manifest} indicator={indicator} />
      <PressPackSection pack={pack} />
    </>
  );
}

function Head({ document, indicator }: Pick<Props, 'document' | 'indicator'>) {
  const { t, to, say, locale } = useWords();
  const { edition, municipality } = document;
  const { methodology } = edition;
  return (
    <PageHead
      title={say(indicator.question)}
      kind={
        <>
          <a href={to.scorecard(edition.slug, municipality.teryt)}>{municipality.name}</a>,{' '}
          {t('monitoring.indicator.code', { code: indicator.id })},{' '}
          {t('monitoring.weight.n', { weight: indicator.weight })},{' '}
          <a href={`${to.methodology(methodology.key, methodology.version)}#${indicator.id}`}>
            {t('monitoring.in-method')}
          </a>
        </>
      }
    >
      <ul className="facts">
        <li>
          {t('monitoring.measured', {
            from: dayWords(locale, edition.measuredFrom),
            to: dayWords(locale, edition.measuredTo),
          })}
        </li>
        <li>{t('monitoring.published', { date: instantDay(locale, edition.publishedAt) })}</li>
      </ul>
    </PageHead>
  );
}

function LevelFacts({ document, indicator }: Pick<Props, 'document' | 'indicator'>) {
  const words = useWords();
  const { t, say, locale } = words;
  const { scale, state, level } = indicator;
  const chosen = scale.levels.find((each) => each.value === level);
  const area = document.areas.find((each) => each.id === indicator.area);
  return (
    <section className="stack" aria-labelledby="h-level">
      <h2 id="h-level" className="vh">
        {t('monitoring.level.head')}
      </h2>
      {state === 'scored' ? (
        <p className="figure-total figure-total--level">
          <span className="n">{t('monitoring.level.n', { level: level ?? 0 })}</span>
          <span className="of">{t('monitoring.level.of', { max: scale.max })}</span>
        </p>
      ) : (
        <p className="figure-total figure-total--level">
          <span className="n">{answerWords(words, indicator)}</span>
        </p>
      )}
      <p className="places">
        {chosen ? say(chosen) : t(indicator.incomplete ? 'monitoring.means.incomplete' : `monitoring.means.${state}`)}
      </p>
      {indicator.reason ? (
        <p className="w-34 said">
          <Polish>{indicator.reason}</Polish>
        </p>
      ) : null}
      <dl className="kv">
        <dt>{t('monitoring.to-score')}</dt>
        <dd>
          {indicator.points === null
            ? t('monitoring.to-score.none')
            : t('monitoring.to-score.text', {
                points: localDecimal(locale, Number(indicator.points).toFixed(1)),
                weight: indicator.weight,
                counted: localDecimal(locale, area?.counted ?? ''),
              })}
        </dd>
        <dt>{t('monitoring.requirement')}</dt>
        <dd>{requirementWords(words, indicator.requirement)}</dd>
        {indicator.coder && indicator.codedAt ? (
          <>
            <dt>{t('monitoring.coder')}</dt>
            <dd>
              {indicator.coder}, {instantDay(locale, indicator.codedAt)}
              {indicator.codings.length < 2 ? `; ${t('publication.codings.single')}` : ''}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function Ladder({ document, indicator }: Pick<Props, 'document' | 'indicator'>) {
  const { t, say } = useWords();
  const falling = [...indicator.scale.levels].sort((a, b) => b.value - a.value);
  return (
    <section className="stack stack--2" aria-labelledby="h-levels">
      <h2 id="h-levels" className="sub-head">
        {t('monitoring.levels.all', { count: falling.length })}
      </h2>
      <ol className="ladder ladder--read" role="list">
        {falling.map((level) => (
          <li key={level.value} aria-current={level.value === indicator.level ? 'true' : undefined}>
            <span className="cell">
              <span className="n">{level.value}</span>
              <span className="t">
                {level.value === indicator.level ? (
                  <b>{t('monitoring.is-here', { name: document.municipality.name })}</b>
                ) : null}
                {say(level)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {indicator.sample ? (
        <p className="by">
          {t('monitoring.sample')} {say(indicator.sample)}
        </p>
      ) : null}
    </section>
  );
}

function Evidence({ slug, indicator }: Pick<Props, 'indicator'> & { slug: string }) {
  const { t, say, locale } = useWords();
  const need = indicator.incomplete || indicator.state === 'scored' ? indicator.evidenceRule.minItems : 0;
  return (
    <section className="section" id="dowody" aria-labelledby="h-evidence">
      <h2 id="h-evidence">
        {need > 0 ? t('monitoring.evidence.of', { have: indicator.evidence.length, need }) : t('monitoring.evidence')}
      </h2>
      <p className="note">
        {t('monitoring.evidence.rule')} {say(indicator.evidenceRule)}
      </p>
      {indicator.evidence.length === 0 ? (
        <p>{t('monitoring.evidence.none')}</p>
      ) : (
        <ol className="proofs proofs--wide" role="list">
          {indicator.evidence.map((item, index) => (
            <li key={index}>
              <p className="title">
                {item.url ? (
                  <a href={item.url} rel="noopener nofollow">
                    <Polish>{titleOf(item)}</Polish>
                  </a>
                ) : (
                  <Polish>{titleOf(item)}</Polish>
                )}
                {item.isPlatform ? (
                  <>
                    {' '}
                    <span className="tag">{t('fieldwork.evidence.platform')}</span>
                  </>
                ) : null}
              </p>
              <dl className="kv">
                {item.url ? (
                  <>
                    <dt>{t('monitoring.evidence.url')}</dt>
                    <dd>
                      <Polish>{addressOf(item.url)}</Polish>
                    </dd>
                  </>
                ) : null}
                {item.place ? (
                  <>
                    <dt>{t('monitoring.evidence.place')}</dt>
                    <dd>
                      <Polish>{item.place}</Polish>
                    </dd>
                  </>
                ) : null}
                <dt>{t('monitoring.evidence.seen')}</dt>
                <dd>{formatDateTime(locale, new Date(item.capturedAt))}</dd>
              </dl>
              {item.file ? <CaptureFacts slug={slug} file={item.file} /> : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
