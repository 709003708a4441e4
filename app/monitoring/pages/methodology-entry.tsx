import { State } from '#app/components/icon.tsx';
import { requirementWords } from '../cards/score-words.ts';
import type { Indicator, Methodology } from '../methodology/methodology-schema.ts';
import { monthWords } from '../cards/score-words.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = { methodology: Methodology; indicator: Indicator; isOpen: boolean };

/** One indicator of the book, folded: levels, kind, sample, evidence, sources, legal basis. */
export function MethodologyEntry({ methodology, indicator, isOpen }: Props) {
  const words = useWords();
  const { t, say } = words;
  return (
    <details className="entry" id={indicator.id} open={isOpen}>
      <summary>
        <span className="code">{indicator.id}</span> <span className="q">{say(indicator.question)}</span>{' '}
        <span className="w">{t('monitoring.weight.n', { weight: indicator.weight })}</span>
      </summary>
      <div className="in">
        <ol className="levels-list" role="list">
          {indicator.scale.levels.map((level) => (
            <li key={level.value}>
              <b>{level.value}</b>
              <span>{say(level)}</span>
            </li>
          ))}
        </ol>
        <dl className="kv">
          <dt>{t('monitoring.requirement')}</dt>
          <dd>
            {requirementWords(words, indicator.requirement)}
            {indicator.applicability === 'always'
              ? ''
              : `; ${t('monitoring.only-event', { event: eventOf(indicator) })}`}
          </dd>
          {indicator.sample ? (
            <>
              <dt>{t('monitoring.sample.head')}</dt>
              <dd>{say(indicator.sample)}</dd>
            </>
          ) : null}
          <dt>{t('monitoring.evidence.head')}</dt>
          <dd>
            {say(indicator.evidence)} {t('monitoring.evidence.min', { count: indicator.evidence.minItems })}
          </dd>
          <dt>{t('monitoring.where')}</dt>
          <dd>
            {indicator.whereToLook.map((code) => say(methodology.sources[code] ?? { pl: code, en: code })).join('; ')}
          </dd>
          <dt>{t('monitoring.basis')}</dt>
          <dd>
            <LegalBasis methodology={methodology} indicator={indicator} />
          </dd>
        </dl>
      </div>
    </details>
  );
}

/** "event:budzet_obywatelski" → „budzet obywatelski". */
export function eventOf({ applicability }: Indicator): string {
  return applicability.replace(/^event:/, '').replaceAll('_', ' ');
}

function LegalBasis({ methodology, indicator }: Omit<Props, 'isOpen'>) {
  const { t, say } = useWords();
  if (indicator.legalBasis.length === 0) return <>{t('monitoring.basis.none')}</>;
  return (
    <ul>
      {indicator.legalBasis.map((basis) => (
        <li key={`${basis.act} ${basis.provision}`}>
          <b>{basis.provision}</b>: {say(methodology.acts[basis.act] ?? { pl: basis.act, en: basis.act })}.{' '}
          {say(basis.fact)}
          <br />
          <CheckedState code={basis.checked} methodology={methodology} />
        </li>
      ))}
    </ul>
  );
}

/** How a provision is known, with the month it was looked up. */
function CheckedState({ code, methodology }: { code: string; methodology: Methodology }) {
  const { t, locale } = useWords();
  const when = methodology.legalCheckedOn
    ? ` ${t('monitoring.checked.on', { date: monthWords(locale, methodology.legalCheckedOn) })}`
    : '';
  if (code === 'quoted-text-seen')
    return (
      <State sign="s-full">
        {t('monitoring.checked.read')}
        {when}
      </State>
    );
  if (code === 'secondary-source-seen')
    return (
      <State sign="s-half">
        {t('monitoring.checked.summary')}
        {when}
      </State>
    );
  return (
    <span className="state state--wait">
      <State sign="s-wait">{t('monitoring.checked.not')}</State>
    </span>
  );
}
