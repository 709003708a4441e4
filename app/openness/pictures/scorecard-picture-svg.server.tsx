import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { translator } from '#app/i18n/translate.ts';
import { boundsWords, ranksWords } from '#app/monitoring/cards/score-words.ts';
import type { ScorecardDocument } from '#app/monitoring/cards/scorecard-document.ts';
import { breakLines } from '#app/publishing/pictures/lines.ts';
import { frame, ink, inner, PictureFrame } from '#app/publishing/pictures/picture-frame.tsx';

/** The drawing: the score with its interval, or that there is not enough data. */
export function scorecardPictureSvg(document: ScorecardDocument, locale: Locale): string {
  return renderToStaticMarkup(<Picture document={document} locale={locale} />);
}

const barTop = 210;

function Picture({ document, locale }: { document: ScorecardDocument; locale: Locale }) {
  const t = translator(locale);
  const words = { t, locale };
  const { municipality, edition, total, standing } = document;
  const bounds = boundsWords(words, total);
  const facts =
    total.display === null
      ? ''
      : [
          bounds && t('monitoring.area.bounds', { bounds }),
          standing && `${ranksWords(words, standing)} ${t('monitoring.of-ranked', { n: standing.of })}`,
        ]
          .filter(Boolean)
          .join(', ');
  const name = breakLines(municipality.name, { width: inner, size: 34, max: 1 })[0];
  return (
    <PictureFrame
      foot={
        breakLines(`${edition.team.name}${edition.isDemo ? `. ${t('monitoring.demo')}` : ''}`, {
          width: 400,
          size: 13,
          max: 1,
        })[0] ?? ''
      }
    >
      <text x={frame.left} y="46" {...ink.kind}>
        {breakLines(edition.title[locale], { width: inner, size: 15, max: 1 })[0]}
      </text>
      <text x={frame.left} y="90" {...ink.title} fontSize="34">
        {name}
      </text>
      {total.display === null ? (
        <text x={frame.left} y="166" {...ink.title} fontSize="36">
          {t('monitoring.no-score')}
        </text>
      ) : (
        <>
          <text x={frame.left} y="176" {...ink.title} fontSize="72">
            {localDecimal(locale, total.display)}
            <tspan {...ink.text} fontSize="18" dx="10">
              {t('monitoring.of-100')}
            </tspan>
          </text>
          <ScoreBar
            value={Number(total.display)}
            low={Number(total.lowDisplay ?? total.display)}
            high={Number(total.highDisplay ?? total.display)}
          />
          <text x={frame.left} y={frame.height - 66} {...ink.text}>
            {facts}
          </text>
        </>
      )}
    </PictureFrame>
  );
}

/** The score on the line from 0 to 100, with the bounds that missing answers leave open. */
function ScoreBar({ value, low, high }: { value: number; low: number; high: number }) {
  const x = (points: number) => frame.left + (inner * points) / 100;
  return (
    <>
      <rect x={frame.left} y={barTop - 4} width={inner} height="8" fill="#e3e0d8" />
      <rect x={x(low)} y={barTop - 4} width={Math.max(1, x(high) - x(low))} height="8" fill="#7288ac" />
      <rect x={x(value) - 2.5} y={barTop - 11} width="5" height="22" {...ink.bar} />
    </>
  );
}
