import { formatNumber } from '#app/i18n/numbers.ts';
import type { Reliability } from '../scoring/reliability.ts';
import type { Words } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';
import type { EditionReliability } from '../cards/edition-reliability.ts';

type Props = {
  reliability: EditionReliability;
  areas: readonly (Words & { id: string })[];
  /** Promised share of double coding in per cent. */ share: number;
};

/** How far two coders agree: pairs and per cent first, then alpha with its interval, then words. Never alpha alone. */
export function ReliabilitySection({ reliability, areas, share }: Props) {
  const { t, locale } = useWords();
  const { pairs, equal, twice = pairs } = reliability;
  return (
    <section className="section" id="zgodnosc" aria-labelledby="h-reliability">
      <h2 id="h-reliability">{t('fieldwork.reliability.title')}</h2>
      {pairs === 0 ? (
        <p className="note">{t(share === 0 ? 'fieldwork.reliability.off' : 'fieldwork.reliability.none')}</p>
      ) : (
        <>
          <p className="note">
            {t('fieldwork.reliability.text', { pairs, equal, percent: formatNumber(locale, (100 * equal) / pairs) })}
          </p>
          {twice > pairs ? <p className="note">{t('fieldwork.reliability.border', { count: twice - pairs })}</p> : null}
          <Table
            caption={t('fieldwork.reliability.caption')}
            first={t('monitoring.area')}
            rows={reliability.areas.map((row) => ({
              ...row,
              id: row.area,
              name: nameOf(areas, row.area, locale),
              measured: row.levels,
            }))}
          />
          <p className="by pt-3">{t('fieldwork.reliability.how', { seed: reliability.seed })}</p>
          <details>
            <summary>{t('fieldwork.reliability.states')}</summary>
            <Table
              caption={t('fieldwork.reliability.states')}
              first={t('monitoring.area')}
              rows={reliability.areas.map((row) => ({
                ...row,
                id: row.area,
                name: nameOf(areas, row.area, locale),
                measured: row.states,
              }))}
            />
          </details>
          <details>
            <summary>{t('fieldwork.reliability.indicators')}</summary>
            <Table
              caption={t('fieldwork.reliability.indicators')}
              first={t('monitoring.indicator')}
              rows={reliability.indicators.map((row) => ({
                ...row,
                id: row.indicator,
                name: row.indicator,
                measured: row.levels,
              }))}
            />
          </details>
        </>
      )}
    </section>
  );
}

function nameOf(areas: Props['areas'], id: string, locale: 'pl' | 'en'): string {
  return areas.find((area) => area.id === id)?.[locale] ?? id;
}

type Row = { id: string; name: string; pairs: number; equal: number; measured: Reliability };

function Table({ caption, first, rows }: { caption: string; first: string; rows: readonly Row[] }) {
  const { t, locale } = useWords();
  const heads = {
    pairs: t('fieldwork.reliability.pairs'),
    same: t('fieldwork.reliability.same'),
    alpha: t('fieldwork.reliability.alpha'),
    interval: t('fieldwork.reliability.interval'),
    reading: t('fieldwork.reliability.reading'),
  };
  return (
    <div className="room">
      <table role="table" className="data data--stack w-56">
        <caption className="vh">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {first}
            </th>
            <th role="columnheader" scope="col" className="end">
              {heads.pairs}
            </th>
            <th role="columnheader" scope="col" className="end">
              {heads.same}
            </th>
            <th role="columnheader" scope="col" className="end">
              {heads.alpha}
            </th>
            <th role="columnheader" scope="col" className="end">
              {heads.interval}
            </th>
            <th role="columnheader" scope="col">
              {heads.reading}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ id, name, pairs, equal, measured: { units, alpha, reason } }) => (
            <tr key={id} role="row">
              <th role="rowheader" scope="row">
                {name}
              </th>
              <td role="cell" className="end" data-label={heads.pairs}>
                {pairs}
              </td>
              <td role="cell" className="end" data-label={heads.same}>
                {pairs === 0 ? '–' : `${formatNumber(locale, (100 * equal) / pairs)}%`}
              </td>
              <td role="cell" className="end" data-label={heads.alpha}>
                {alpha ? formatNumber(locale, alpha.value, 2) : '–'}
                {alpha && units !== pairs ? (
                  <>
                    <br />
                    <span className="quiet plain">{t('publication.alpha.of', { count: units })}</span>
                  </>
                ) : null}
              </td>
              <td role="cell" className="end" data-label={heads.interval}>
                {alpha && alpha.from !== null && alpha.to !== null
                  ? `${formatNumber(locale, alpha.from, 2)}–${formatNumber(locale, alpha.to, 2)}`
                  : '–'}
              </td>
              <td role="cell" data-label={heads.reading}>
                {alpha
                  ? t(`fieldwork.reliability.reading.${alpha.reading}`)
                  : t(`fieldwork.reliability.reason.${reason ?? 'no-pairs'}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
