import { Icon } from '#app/components/icon.tsx';
import { formatDateTime, formatTime } from '#app/i18n/dates.ts';
import { toStateAndLevel } from '#app/monitoring/fieldwork/coding-input.ts';
import { answerWords } from '#app/monitoring/cards/score-words.ts';
import type { CodingPage } from '#app/monitoring/fieldwork/team-queries.server.ts';
import { useWords } from '#app/monitoring/bridge/use-words.ts';
import type { KeptAnswer } from './answer-queue.ts';
import { rowCount } from './form-fields.ts';
import type { DeviceState } from './use-field-device.tsx';

/** What this device holds that the server does not have yet. Empty without scripts. */
export function DeviceLine({ state, onDiscard }: { state: DeviceState; onDiscard: () => void }) {
  const { t, locale } = useWords();
  return (
    <div className="saved device" role="status">
      {state.here ? (
        <span className="state">
          <Icon sign="s-here" />
          {t('fieldwork.device.here', { time: formatTime(locale, new Date(state.here)) })}
        </span>
      ) : null}
      {state.waiting > 0 ? <span>{t('fieldwork.device.waiting', { count: state.waiting })}</span> : null}
      {state.note ? <span>{t(`fieldwork.device.${state.note}`)}</span> : null}
      {state.note === 'restored' ? (
        <button className="btn btn--quiet btn--small" type="button" onClick={onDiscard}>
          {t('fieldwork.device.discard')}
        </button>
      ) : null}
      {state.troubled.map(({ code, page, state: kind, why }) => (
        <a key={page} href={page}>
          {kind === 'clash' ? (
            <>
              <Icon sign="s-clash" /> {t('fieldwork.device.clash', { code })}
            </>
          ) : (
            t('fieldwork.device.refused', { code, why })
          )}
        </a>
      ))}
    </div>
  );
}

/** Both saves of one answer, side by side: nothing is thrown away before a person has chosen. */
export function TwoSaves({
  page,
  kept,
  onChoose,
}: {
  page: CodingPage;
  kept: KeptAnswer;
  onChoose: (here: boolean) => void;
}) {
  const words = useWords();
  const { t, locale } = words;
  const { coding, indicator } = page;
  const read = (name: string) =>
    kept.fields.flatMap((field) => ('value' in field && field.name === name ? field.value : []))[0] ?? '';
  const here = read('answer')
    ? { ...toStateAndLevel(read('answer')), scale: indicator.scale, incomplete: false }
    : null;
  return (
    <section className="conflict mb-4 w-56" aria-labelledby="h-two">
      <h2 id="h-two" className="sub-head">
        <Icon sign="s-clash" />
        {t('fieldwork.device.clash.title', { code: indicator.id })}
      </h2>
      <div className="in">
        <p>{t('fieldwork.device.clash.text')}</p>
        <dl className="kv">
          <dt>{t('fieldwork.device.clash.here', { time: formatDateTime(locale, new Date(kept.typedAt)) })}</dt>
          <dd>
            {here ? <b>{answerWords(words, here)}</b> : null}{' '}
            {t('fieldwork.device.evidence', {
              count: rowCount(kept.fields.filter((field) => 'file' in field || field.value !== '')),
            })}
            <br />
            {read('reason')}
          </dd>
          {coding ? (
            <>
              <dt>{t('fieldwork.device.clash.there', { time: formatDateTime(locale, new Date(coding.codedAt)) })}</dt>
              <dd>
                <b>{answerWords(words, { ...coding, scale: indicator.scale, incomplete: false })}</b>{' '}
                {t('fieldwork.device.evidence', { count: coding.evidence.length })}
                <br />
                {coding.reason}
              </dd>
            </>
          ) : null}
        </dl>
        <p className="actions">
          <button className="btn btn--quiet" type="button" onClick={() => onChoose(true)}>
            {t('fieldwork.device.keep-here')}
          </button>
          <button className="btn btn--quiet" type="button" onClick={() => onChoose(false)}>
            {t('fieldwork.device.keep-there')}
          </button>
        </p>
      </div>
    </section>
  );
}
