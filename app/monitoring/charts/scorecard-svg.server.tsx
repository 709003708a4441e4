import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { translator } from '#app/i18n/translate.ts';
import { boundsWords, coverageWords, instantDay, ranksWords, scoreWords } from '../score-words.ts';
import type { EditionManifest, ScorecardDocument } from '../scorecard-document.ts';
import { stackDots } from './dots.ts';

const width = 960;
const height = 560;
const left = 40;
const span = width - 2 * left;

const sans = '"Public Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif';
const serif = '"Brygada 1918", Palatino, Georgia, serif';

/** Attributes instead of a style sheet: the site's policy allows no inline styles, and the file must look right there too. */
const ink = {
  text: { fontFamily: sans, fontSize: 16, fill: '#46443f' },
  small: { fontFamily: sans, fontSize: 14, fill: '#46443f' },
  strong: { fontFamily: sans, fontSize: 16, fill: '#1c1b19', fontWeight: 600 },
  name: { fontFamily: serif, fontSize: 34, fill: '#1c1b19', fontWeight: 600 },
  total: { fontFamily: serif, fontSize: 58, fill: '#1c1b19', fontWeight: 600 },
  grid: { stroke: '#e3e0d8' },
  axis: { stroke: '#858177' },
  bar: { fill: '#7288ac' },
  pick: { fill: '#1b4079' },
  open: { fill: '#fbfaf7', stroke: '#1c1b19' },
  mark: { stroke: '#1c1b19', strokeWidth: 2 },
} as const;

type Props = { document: ScorecardDocument; manifest: EditionManifest; locale: Locale };

/** The card's chart as a file that stands alone: own styles, title, description, source. */
export function scorecardSvg(props: Props): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(<ScorecardSvg {...props} />)}\n`;
}

function ScorecardSvg({ document, manifest, locale }: Props) {
  const t = translator(locale);
  const words = { t, locale };
  const { municipality, edition, total, standing } = document;
  const bounds = boundsWords(words, total);
  const score = total.display === null ? t('monitoring.no-score') : localDecimal(locale, total.display);
  const rank = standing ? `${ranksWords(words, standing)} ${t('monitoring.of-ranked', { n: standing.of })}` : '';
  const facts = [rank, total.display !== null && bounds ? t('monitoring.area.bounds', { bounds }) : '', t('monitoring.area.assessed', { coverage: coverageWords(total.coverage) })].filter(Boolean).join(', ');
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-labelledby="t d" lang={locale}>
      <title id="t">{`${municipality.name}: ${edition.title[locale]}`}</title>
      <desc id="d">{[score, facts, ...document.areas.map((area) => `${area.name[locale]} ${scoreWords(words, area.score.display)}`)].join('. ')}</desc>
      <rect width={width} height={height} fill="#fbfaf7" />
      <rect width={width} height="6" {...ink.pick} />
      <text x={left} y="58" {...ink.name}>{municipality.name}</text>
      <text x={left} y="84" {...ink.text}>{edition.title[locale]}</text>
      <text x={left} y="150" {...(total.display === null ? ink.name : ink.total)}>{score}{total.display === null ? null : <tspan {...ink.text} dx="14">{t('monitoring.of-100')}</tspan>}</text>
      <text x={left} y="182" {...ink.strong}>{facts}</text>
      {document.areas.map((area, index) => <AreaBar key={area.id} area={area} y={218 + index * 46} locale={locale} />)}
      <Distribution document={document} manifest={manifest} locale={locale} />
      <text x={left} y={height - 16} {...ink.small}>
        {`${t('monitoring.source', { title: edition.title[locale] })}, ${edition.team.name}, ${instantDay(locale, edition.publishedAt)}, ${edition.licence.id}${edition.isDemo ? `. ${t('monitoring.demo')}` : ''}`}
      </text>
    </svg>
  );
}

function AreaBar({ area, y, locale }: { area: ScorecardDocument['areas'][number]; y: number; locale: Locale }) {
  const words = { t: translator(locale), locale };
  const from = 500;
  const at = (value: number) => from + (value / 100) * (width - left - from - 70);
  const { value, low, high, display } = area.score;
  const isOpen = low !== null && high !== null && high > low;
  return (
    <g>
      <text x={left} y={y + 16} {...ink.strong}>{area.name[locale]}</text>
      {[0, 50, 100].map((mark) => <line key={mark} {...ink.grid} x1={at(mark)} x2={at(mark)} y1={y - 4} y2={y + 28} />)}
      {display !== null && value !== null ? (
        <>
          <rect {...ink.pick} x={from} y={y + 2} width={at(isOpen ? low : value) - from} height="18" />
          {isOpen ? <rect {...ink.open} x={at(low)} y={y + 2.5} width={at(high) - at(low)} height="17" /> : null}
          {isOpen ? <line {...ink.mark} x1={at(value)} x2={at(value)} y1={y - 2} y2={y + 24} /> : null}
        </>
      ) : null}
      <text x={width - left} y={y + 17} textAnchor="end" {...ink.strong}>{scoreWords(words, display)}</text>
    </g>
  );
}

function Distribution({ document, manifest, locale }: Props) {
  const t = translator(locale);
  const scores = manifest.municipalities.flatMap((row) => (row.total.display === null ? [] : [Number(row.total.display)]));
  const { display } = document.total;
  const plot = stackDots(scores, display === null ? null : Number(display));
  const base = height - 66;
  // The column is as tall as the space between the areas and the axis allows.
  const step = Math.min(14, 92 / Math.max(1, plot.rows));
  const x = (percent: number) => left + (percent / 100) * span;
  return (
    <g>
      <text x={left} y="372" {...ink.small}>{t(display === null ? 'monitoring.chart.others' : 'monitoring.chart.among', { name: document.municipality.name, count: scores.length })}</text>
      <line {...ink.axis} x1={left} x2={left + span} y1={base} y2={base} />
      {[0, 20, 40, 60, 80, 100].map((mark) => <text key={mark} {...ink.small} x={x(mark)} y={base + 20} textAnchor="middle">{mark}</text>)}
      {plot.dots.map((dot) => <circle key={`${dot.x} ${dot.row}`} {...ink.bar} cx={x(dot.x)} cy={base - 8 - dot.row * step} r="6" />)}
      {plot.picked ? <circle {...ink.pick} cx={x(plot.picked.x)} cy={base - 8 - plot.picked.row * step} r="7.5" /> : null}
    </g>
  );
}
