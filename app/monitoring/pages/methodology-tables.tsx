import { State } from '#app/components/icon.tsx';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { ANSWER_STATES } from '../scoring/model.ts';
import { useWords } from '../bridge/use-words.ts';

/** The four states of an answer: when, what each requires, what it does to the score. */
export function StatesChapter() {
  const { t } = useWords();
  const heads = ['when', 'needs', 'effect'] as const;
  return (
    <div className="room">
      <table role="table" className="data data--stack">
        <caption className="vh">{t('monitoring.method.chapter.stany')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('monitoring.state')}
            </th>
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col">
                {t(`monitoring.rule.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {ANSWER_STATES.map((state) => (
            <tr key={state} role="row">
              <th role="rowheader" scope="row">
                {t(`monitoring.state.${state}`)}
              </th>
              {heads.map((head) => (
                <td key={head} role="cell" data-label={t(`monitoring.rule.${head}`)}>
                  {t(`monitoring.rule.${state}.${head}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const codes = ['quoted-text-seen', 'secondary-source-seen', 'not-seen-verify'] as const;

/** How many provisions of each act are known, and how. */
export function LegalBasisChapter({ methodology }: { methodology: Methodology }) {
  const { t, say } = useWords();
  const all = methodology.indicators.flatMap((indicator) => indicator.legalBasis);
  const acts = Object.keys(methodology.acts).filter((act) => all.some((basis) => basis.act === act));
  const count = (act: string | null, code: string) =>
    all.filter((basis) => basis.checked === code && (act === null || basis.act === act)).length;
  const heads = {
    'quoted-text-seen': t('monitoring.checked.read'),
    'secondary-source-seen': t('monitoring.checked.summary'),
    'not-seen-verify': t('monitoring.checked.not'),
  };
  return (
    <>
      <div className="prose">
        <p>{t('monitoring.method.basis')}</p>
      </div>
      <ul className="legend mt-3" aria-label={t('monitoring.legend')}>
        <li>
          <State sign="s-full">{heads['quoted-text-seen']}</State>: {t('monitoring.checked.read.text')}
        </li>
        <li>
          <State sign="s-half">{heads['secondary-source-seen']}</State>: {t('monitoring.checked.summary.text')}
        </li>
        <li>
          <State sign="s-wait">{heads['not-seen-verify']}</State>: {t('monitoring.checked.not.text')}
        </li>
      </ul>
      <div className="room">
        <table role="table" className="data data--stack">
          <caption className="vh">{t('monitoring.method.chapter.podstawa')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('monitoring.act')}
              </th>
              {codes.map((code) => (
                <th key={code} role="columnheader" scope="col" className="end">
                  {heads[code]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {acts.map((act) => (
              <tr key={act} role="row">
                <th role="rowheader" scope="row" className="plain">
                  {say(methodology.acts[act] ?? { pl: act, en: act })}
                </th>
                {codes.map((code) => (
                  <td key={code} role="cell" className="end" data-label={heads[code]}>
                    {count(act, code)}
                  </td>
                ))}
              </tr>
            ))}
            <tr role="row">
              <th role="rowheader" scope="row">
                {t('monitoring.total')}
              </th>
              {codes.map((code) => (
                <td key={code} role="cell" className="end" data-label={heads[code]}>
                  <b>{count(null, code)}</b>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <p className="by">{t('monitoring.not-advice')}</p>
    </>
  );
}
