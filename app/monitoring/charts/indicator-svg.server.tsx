import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { levelSpread } from '../cards/level-spread.ts';
import { answerWords } from '../cards/score-words.ts';
import type { EditionManifest, ScorecardDocument, ScorecardIndicator } from '../cards/scorecard-document.ts';
import { fileSize, ink, left, SourceLine, SvgFrame, svgFile, wrapWords } from './svg-file.tsx';

const { width } = fileSize;

type Props = { document: ScorecardDocument; manifest: EditionManifest; indicator: ScorecardIndicator; locale: Locale };

/** One answer of one municipality and how many others have each level, as a file that stands alone. */
export function indicatorSvg(props: Props): string {
  return svgFile(renderToStaticMarkup(<IndicatorSvg {...props} />));
}

function IndicatorSvg({ document, manifest, indicator, locale }: Props) {
  const t = translator(locale);
  const { municipality, edition } = document;
  const answer = answerWords({ t, locale }, indicator);
  const chosen = indicator.scale.levels.find((level) => level.value === indicator.level);
  const meaning = chosen
    ? chosen[locale]
    : t(indicator.incomplete ? 'monitoring.means.incomplete' : `monitoring.means.${indicator.state}`);
  const spread = levelSpread(manifest, indicator);
  const question = wrapWords(`${indicator.id}. ${indicator.question[locale]}`, 76, 3);
  const rows = spread.levels.map(
    ({ level, count }) => `${t('monitoring.level.n', { level })}: ${t('monitoring.municipalities.n', { count })}`,
  );
  return (
    <SvgFrame
      locale={locale}
      title={`${municipality.name}, ${indicator.id}: ${answer}`}
      desc={`${indicator.question[locale]} ${meaning} ${rows.join(', ')}.`}
    >
      <text x={left} y="58" {...ink.name}>{`${municipality.name}: ${answer}`}</text>
      {question.map((line, at) => (
        <text key={line} x={left} y={98 + at * 30} {...ink.head} fontSize="22">
          {line}
        </text>
      ))}
      {wrapWords(meaning, 108, 3).map((line, at) => (
        <text key={line} x={left} y={108 + question.length * 30 + at * 24} {...ink.text}>
          {line}
        </text>
      ))}
      <Spread spread={spread} own={indicator.level} locale={locale} />
      <SourceLine
        edition={edition}
        locale={locale}
        correctedAt={document.corrections.filter((note) => note.indicator === indicator.id).at(-1)?.madeAt ?? null}
      />
    </SvgFrame>
  );
}

function Spread({
  spread,
  own,
  locale,
}: {
  spread: ReturnType<typeof levelSpread>;
  own: number | null;
  locale: Locale;
}) {
  const t = translator(locale);
  const from = 160;
  const room = width - left - from - 120;
  const most = Math.max(1, ...spread.levels.map(({ count }) => count));
  return (
    <g>
      <text x={left} y="296" {...ink.strong}>
        {t('monitoring.spread', { count: spread.withLevel })}
      </text>
      {spread.levels.map(({ level, count }, at) => {
        const y = 318 + at * 38;
        const isOwn = level === own;
        return (
          <g key={level}>
            <text x={left} y={y + 18} {...(isOwn ? ink.strong : ink.text)}>
              {t('monitoring.level.n', { level })}
            </text>
            <rect x={from} y={y} width={(count / most) * room} height="24" {...(isOwn ? ink.pick : ink.bar)} />
            <text x={from + (count / most) * room + 10} y={y + 18} {...(isOwn ? ink.strong : ink.text)}>
              {t('monitoring.municipalities.n', { count })}
            </text>
          </g>
        );
      })}
    </g>
  );
}
