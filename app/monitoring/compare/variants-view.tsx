import { PageHead } from '#app/components/page-parts.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { useWords } from '../bridge/use-words.ts';
import { notCompared, sourcesWords } from '../cards/score-words.ts';
import type { EditionManifest, Words } from '../cards/scorecard-document.ts';
import type { Importance } from '../scoring/structure.ts';
import type { EditionVariants, VariantRow, VariantSummary } from './edition-variants.ts';

type Props = { manifest: EditionManifest; variants: EditionVariants };

/** Municipalities shown on the page, those that the variants move most; the file has all. */
const SHOWN = 50;

/** An edition counted in other ways: what moves, what hangs together, what weighs more than it was meant to. */
export function VariantsView({ manifest, variants }: Props) {
  const words = useWords();
  const { t, to, say } = words;
  const { slug } = manifest.edition;
  const reason = notCompared(words, manifest);
  const shares = manifest.uncertainty?.shares ?? null;
  return (
    <>
      <PageHead
        title={t('monitoring.variants.title')}
        kind={<a href={to.edition(slug)}>{say(manifest.edition.title)}</a>}
        lead={t('monitoring.variants.lead')}
      />
      <nav aria-label={t('monitoring.contents')}>
        <ul className="facts">
          <li>
            <a href="#warianty">{t('monitoring.variants.ranks')}</a>
          </li>
          <li>
            <a href="#waznosc">{t('monitoring.variants.importance')}</a>
          </li>
          <li>
            <a href="#korelacje">{t('monitoring.variants.correlations')}</a>
          </li>
          <li>
            <a href={to.editionVariants(slug, 'csv', manifest.issue)}>CSV</a>,{' '}
            <a href={to.editionVariants(slug, 'csv', manifest.issue, 'xlsx')}>XLSX</a>,{' '}
            <a href={to.editionVariants(slug, 'json', manifest.issue)}>JSON</a>
          </li>
        </ul>
      </nav>
      <section className="section" id="warianty" aria-labelledby="h-variants">
        <h2 id="h-variants">{t('monitoring.variants.ranks')}</h2>
        {shares ? (
          <p className="w-56">{t('monitoring.variants.sources', { sources: sourcesWords(words, shares) })}</p>
        ) : null}
        {reason === null ? <Ranks manifest={manifest} variants={variants} /> : <p className="w-56">{reason}</p>}
      </section>
      <section className="section" id="waznosc" aria-labelledby="h-importance">
        <h2 id="h-importance">{t('monitoring.variants.importance')}</h2>
        <p className="w-56">{t('monitoring.variants.importance.text')}</p>
        <ImportanceTable caption={t('monitoring.variants.areas')} all={variants.areas.importance} nameOf={areaName} />
        <ImportanceTable
          caption={t('monitoring.variants.indicators')}
          all={variants.indicators.importance}
          nameOf={indicatorName}
        />
      </section>
      <section className="section" id="korelacje" aria-labelledby="h-correlations">
        <h2 id="h-correlations">{t('monitoring.variants.correlations')}</h2>
        <p className="w-56">{t('monitoring.variants.correlations.text')}</p>
        <AreaCorrelations variants={variants} nameOf={areaName} />
        <h3 className="sub-head mt-4">{t('monitoring.variants.redundant')}</h3>
        {variants.redundant.length === 0 ? (
          <p>{t('monitoring.variants.redundant.none')}</p>
        ) : (
          <ul>
            {variants.redundant.map(({ a, b, correlation }) => (
              <li key={`${a} ${b}`}>
                <b>
                  {a}, {b}
                </b>
                : {twoDecimals(words.locale, correlation)}. {questionOf(a)} / {questionOf(b)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );

  function areaName(id: string): string {
    const area = manifest.areas.find((each) => each.id === id);
    return area ? say(area.name) : id;
  }

  function questionOf(id: string): string {
    const indicator = manifest.indicators.find((each) => each.id === id);
    return indicator ? say(indicator.question) : id;
  }

  function indicatorName(id: string): string {
    return `${id} ${questionOf(id)}`;
  }
}

function twoDecimals(locale: Locale, value: number): string {
  return localDecimal(locale, value.toFixed(2).replace('-', '−'));
}

function Ranks({ manifest, variants }: Props) {
  const { t, to, locale, say } = useWords();
  const moved = [...variants.municipalities].sort(
    (a, b) => Math.abs(b.greatest) - Math.abs(a.greatest) || a.rank - b.rank,
  );
  const shown = moved.slice(0, SHOWN);
  const name = ({ id, area }: Pick<VariantSummary, 'id' | 'area'>) => variantName(t, say, id, area);
  return (
    <>
      <div className="room">
        <table role="table" className="data data--stack mt-4">
          <caption>{t('monitoring.variants.summary')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('monitoring.variants.variant')}
              </th>
              {(['moved', 'mean', 'greatest', 'alike'] as const).map((head) => (
                <th role="columnheader" scope="col" className="end" key={head}>
                  {t(`monitoring.variants.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {variants.variants.map((each) => (
              <tr role="row" key={each.id}>
                <th role="rowheader" scope="row">
                  {name(each)}
                </th>
                <td role="cell" className="end" data-label={t('monitoring.variants.moved')}>
                  {t('monitoring.variants.moved.of', { count: each.moved, n: each.ranked })}
                </td>
                <td role="cell" className="end" data-label={t('monitoring.variants.mean')}>
                  {localDecimal(locale, each.meanShift.toFixed(1))}
                </td>
                <td role="cell" className="end" data-label={t('monitoring.variants.greatest')}>
                  {each.greatestShift}
                </td>
                <td role="cell" className="end" data-label={t('monitoring.variants.alike')}>
                  {each.correlation === null ? t('monitoring.none') : twoDecimals(locale, each.correlation)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="room">
        <table role="table" className="data data--stack mt-4">
          <caption>
            {shown.length < moved.length
              ? t('monitoring.variants.most', { shown: shown.length, count: moved.length })
              : t('monitoring.variants.each')}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('monitoring.municipality')}
              </th>
              <th role="columnheader" scope="col" className="end">
                {t('monitoring.variants.rank')}
              </th>
              {variants.variants.map((each) => (
                <th role="columnheader" scope="col" className="end" key={each.id}>
                  {name(each)}
                </th>
              ))}
              <th role="columnheader" scope="col" className="end">
                {t('monitoring.variants.without-one')}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <tr role="row" key={row.teryt}>
                <th role="rowheader" scope="row">
                  <a href={to.scorecard(manifest.edition.slug, row.teryt)}>{row.name}</a>
                </th>
                <td role="cell" className="end" data-label={t('monitoring.variants.rank')}>
                  {row.rank}
                </td>
                {variants.variants.map((each) => (
                  <td role="cell" className="end nowrap" key={each.id} data-label={name(each)}>
                    {rankWords(row, row.ranks[each.id] ?? null)}
                  </td>
                ))}
                <td role="cell" className="end nowrap" data-label={t('monitoring.variants.without-one')}>
                  {row.without ? `${row.without.indicator}: ${rankWords(row, row.without.rank)}` : t('monitoring.none')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="source by pt-3">{t('monitoring.variants.legend')}</p>
    </>
  );

  function rankWords({ rank }: VariantRow, other: number | null): string {
    if (other === null) return t('monitoring.none');
    const shift = rank - other;
    return shift === 0 ? String(other) : `${other} (${shift > 0 ? '+' : '−'}${Math.abs(shift)})`;
  }
}

function variantName(
  t: ReturnType<typeof useWords>['t'],
  say: (words: Words) => string,
  id: string,
  area: Words | null,
): string {
  if (area) return t('monitoring.variants.without', { area: say(area) });
  if (id === 'geometric') return t('monitoring.variants.geometric');
  return t(id === 'equal-weights' ? 'monitoring.variants.equal' : 'monitoring.variants.other-coder');
}

function ImportanceTable({
  caption,
  all,
  nameOf,
}: {
  caption: string;
  all: readonly Importance[];
  nameOf: (id: string) => string;
}) {
  const { t, locale } = useWords();
  const percent = (share: number) => `${localDecimal(locale, (100 * share).toFixed(1))}%`;
  return (
    <div className="room">
      <table role="table" className="data data--stack w-56 mt-4">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('monitoring.variants.part')}
            </th>
            {(['weight', 'effective', 'with-total'] as const).map((head) => (
              <th role="columnheader" scope="col" className="end" key={head}>
                {t(`monitoring.variants.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {all.map((part) => (
            <tr role="row" key={part.id}>
              <th role="rowheader" scope="row" className="plain">
                {nameOf(part.id)}
              </th>
              <td role="cell" className="end" data-label={t('monitoring.variants.weight')}>
                {percent(part.weight)}
              </td>
              <td role="cell" className="end" data-label={t('monitoring.variants.effective')}>
                {part.effective === null ? t('monitoring.none') : percent(part.effective)}
              </td>
              <td role="cell" className="end" data-label={t('monitoring.variants.with-total')}>
                {part.correlation === null ? t('monitoring.none') : twoDecimals(locale, part.correlation)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AreaCorrelations({ variants, nameOf }: { variants: EditionVariants; nameOf: (id: string) => string }) {
  const { t, locale } = useWords();
  const { ids, correlations } = variants.areas;
  return (
    <div className="wrap mt-4" tabIndex={0} role="region" aria-label={t('monitoring.variants.area-correlations')}>
      <table className="data w-56">
        <caption>{t('monitoring.variants.area-correlations')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('monitoring.variants.part')}</th>
            {ids.map((id) => (
              <th scope="col" className="end" key={id} title={nameOf(id)}>
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id, row) => (
            <tr key={id}>
              <th scope="row">
                {id} <span className="plain">{nameOf(id)}</span>
              </th>
              {ids.map((other, column) => {
                const value = correlations[row]?.[column] ?? null;
                return (
                  <td className="end" key={other}>
                    {value === null ? t('monitoring.none') : twoDecimals(locale, value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
