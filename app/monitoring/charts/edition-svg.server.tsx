import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { translator } from '#app/i18n/translate.ts';
import { editionFigures } from '../cards/edition-table.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { DotColumns } from './dot-columns.tsx';
import { plotScores, plotWords } from './dots.ts';
import { fileSize, ink, left, SourceLine, SvgFrame, span, svgFile } from './svg-file.tsx';

const { height } = fileSize;
const base = height - 110;

/** Distribution of an edition's scores as a file that stands alone: finding, dots, bands, source. */
export function editionSvg(manifest: EditionManifest, locale: Locale): string {
  return svgFile(renderToStaticMarkup(<EditionSvg manifest={manifest} locale={locale} />));
}

function EditionSvg({ manifest, locale }: { manifest: EditionManifest; locale: Locale }) {
  const t = translator(locale);
  const { edition, municipalities } = manifest;
  const figures = editionFigures(manifest);
  const scores = municipalities.flatMap((row) => (row.total.display === null ? [] : [Number(row.total.display)]));
  const plot = plotScores(scores, null);
  const decimal = (display: string) => localDecimal(locale, display);
  const finding = figures ? t('monitoring.finding', { median: decimal(figures.median) }) : t('monitoring.no-score');
  const facts = figures
    ? t('monitoring.chart.desc', {
        count: figures.withTotal,
        low: decimal(figures.lowest),
        high: decimal(figures.highest),
        median: decimal(figures.median),
      })
    : '';
  return (
    <SvgFrame
      locale={locale}
      title={t('monitoring.chart.title', { title: edition.title[locale] })}
      desc={`${finding}. ${facts} ${figures ? t('monitoring.chart.bands', { bands: figures.byBand.map((band) => `${band.id}: ${band.count}`).join(', ') }) : ''}`}
    >
      <text x={left} y="58" {...ink.name}>
        {edition.title[locale]}
      </text>
      <text x={left} y="98" {...ink.head}>
        {finding}
      </text>
      <text x={left} y="128" {...ink.text}>
        {facts}
      </text>
      <Bands bands={manifest.bands} />
      <DotColumns plot={plot} base={base} room={base - 200} />
      <text x={left} y={base + 52} {...ink.small}>
        {t(plotWords(plot))}
      </text>
      <SourceLine edition={edition} locale={locale} correctedAt={manifest.corrections.at(-1)?.madeAt ?? null} />
    </SvgFrame>
  );
}

function Bands({ bands }: { bands: EditionManifest['bands'] }) {
  const rising = [...bands].sort((a, b) => a.min - b.min);
  const x = (score: number) => left + (score / 100) * span;
  return (
    <>
      {rising.map((band, index) => (
        <g key={band.id}>
          {band.min > 0 ? <line {...ink.grid} x1={x(band.min)} x2={x(band.min)} y1="160" y2={base} /> : null}
          <text {...ink.text} x={x((band.min + (rising[index + 1]?.min ?? 100)) / 2)} y="176" textAnchor="middle">
            {band.id}
          </text>
        </g>
      ))}
    </>
  );
}
