import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { translator } from '#app/i18n/translate.ts';
import { boundsWords, coverageWords, notDistinguishable, ranksWords, scoreWords } from '../cards/score-words.ts';
import type { EditionManifest, ScorecardDocument } from '../cards/scorecard-document.ts';
import { DotColumns } from './dot-columns.tsx';
import { plotScores } from './dots.ts';
import { fileSize, ink, left, SourceLine, SvgFrame, svgFile } from './svg-file.tsx';

const { width, height } = fileSize;

type Props = { document: ScorecardDocument; manifest: EditionManifest; locale: Locale };

/** The card's chart as a file that stands alone: own styles, title, description, source. */
export function scorecardSvg(props: Props): string {
  return svgFile(renderToStaticMarkup(<ScorecardSvg {...props} />));
}

function ScorecardSvg({ document, manifest, locale }: Props) {
  const t = translator(locale);
  const words = { t, locale };
  const { municipality, edition, total, standing } = document;
  const bounds = boundsWords(words, total);
  const score = total.display === null ? t('monitoring.no-score') : localDecimal(locale, total.display);
  const rank = standing ? `${ranksWords(words, standing)} ${t('monitoring.of-ranked', { n: standing.of })}` : '';
  const facts = [
    rank,
    total.display !== null && bounds ? t('monitoring.area.bounds', { bounds }) : '',
    t('monitoring.area.assessed', { coverage: coverageWords(total.coverage) }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <SvgFrame
      locale={locale}
      title={`${municipality.name}: ${edition.title[locale]}`}
      desc={[
        score,
        facts,
        ...document.areas.map((area) => `${area.name[locale]} ${scoreWords(words, area.score.display)}`),
      ].join('. ')}
    >
      <text x={left} y="58" {...ink.name}>
        {municipality.name}
      </text>
      <text x={left} y="84" {...ink.text}>
        {edition.title[locale]}
      </text>
      <text x={left} y="150" {...(total.display === null ? ink.name : ink.total)}>
        {score}
        {total.display === null ? null : (
          <tspan {...ink.text} dx="14">
            {t('monitoring.of-100')}
          </tspan>
        )}
      </text>
      <text x={left} y="182" {...ink.strong}>
        {facts}
      </text>
      <text x={left} y="206" {...ink.small}>
        {notDistinguishable(words, document)}
      </text>
      {document.areas.map((area, index) => (
        <AreaBar key={area.id} area={area} y={230 + index * 44} locale={locale} />
      ))}
      <Distribution document={document} manifest={manifest} locale={locale} />
      <SourceLine edition={edition} locale={locale} correctedAt={correctedAt(manifest)} />
    </SvgFrame>
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
      <text x={left} y={y + 16} {...ink.strong}>
        {area.name[locale]}
      </text>
      {[0, 50, 100].map((mark) => (
        <line key={mark} {...ink.grid} x1={at(mark)} x2={at(mark)} y1={y - 4} y2={y + 28} />
      ))}
      {display !== null && value !== null ? (
        <>
          <rect {...ink.pick} x={from} y={y + 2} width={at(isOpen ? low : value) - from} height="18" />
          {isOpen ? <rect {...ink.open} x={at(low)} y={y + 2.5} width={at(high) - at(low)} height="17" /> : null}
          {isOpen ? <line {...ink.mark} x1={at(value)} x2={at(value)} y1={y - 2} y2={y + 24} /> : null}
        </>
      ) : null}
      <text x={width - left} y={y + 17} textAnchor="end" {...ink.strong}>
        {scoreWords(words, display)}
      </text>
    </g>
  );
}

function Distribution({ document, manifest, locale }: Props) {
  const t = translator(locale);
  const scores = manifest.municipalities.flatMap((row) =>
    row.total.display === null ? [] : [Number(row.total.display)],
  );
  const { display } = document.total;
  return (
    <g>
      <text x={left} y="378" {...ink.small}>
        {t(display === null ? 'monitoring.chart.others' : 'monitoring.chart.among', {
          name: document.municipality.name,
          count: scores.length,
        })}
      </text>
      <DotColumns plot={plotScores(scores, display === null ? null : Number(display))} base={height - 78} room={84} />
    </g>
  );
}

/** Instant of the newest correction of anything in the edition; null without one. */
function correctedAt(manifest: EditionManifest): string | null {
  return manifest.corrections.at(-1)?.madeAt ?? null;
}
