import type { ReactNode } from 'react';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { instantDay } from '../cards/score-words.ts';
import type { EditionFacts } from '../cards/scorecard-document.ts';

/** Size of a chart as a file of its own, in pixels. */
export const fileSize = { width: 960, height: 560 } as const;
export const left = 40;
export const span = fileSize.width - 2 * left;

const sans = '"Public Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif';
const serif = '"Brygada 1918", Palatino, Georgia, serif';

/** Attributes instead of a style sheet: the site's policy allows no inline styles, and the file must look right there too. */
export const ink = {
  text: { fontFamily: sans, fontSize: 16, fill: '#46443f' },
  small: { fontFamily: sans, fontSize: 14, fill: '#46443f' },
  strong: { fontFamily: sans, fontSize: 16, fill: '#1c1b19', fontWeight: 600 },
  name: { fontFamily: serif, fontSize: 34, fill: '#1c1b19', fontWeight: 600 },
  head: { fontFamily: serif, fontSize: 24, fill: '#1c1b19', fontWeight: 600 },
  total: { fontFamily: serif, fontSize: 58, fill: '#1c1b19', fontWeight: 600 },
  grid: { stroke: '#e3e0d8' },
  axis: { stroke: '#858177' },
  bar: { fill: '#7288ac' },
  pick: { fill: '#1b4079' },
  paper: { fill: '#fbfaf7' },
  open: { fill: '#fbfaf7', stroke: '#1c1b19' },
  mark: { stroke: '#1c1b19', strokeWidth: 2 },
} as const;

export function svgFile(markup: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}

/** The picture's paper with what it is called and what it says, for those who do not see it. */
export function SvgFrame({
  locale,
  title,
  desc,
  children,
}: {
  locale: Locale;
  title: string;
  desc: string;
  children: ReactNode;
}) {
  const { width, height } = fileSize;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="t d"
      lang={locale}
    >
      <title id="t">{title}</title>
      <desc id="d">{desc}</desc>
      <rect width={width} height={height} {...ink.paper} />
      <rect width={width} height="6" {...ink.pick} />
      {children}
    </svg>
  );
}

/** Where the figures are from, on the picture itself: a newspaper prints it without the page around it. */
export function SourceLine({
  edition,
  locale,
  correctedAt = null,
}: {
  edition: EditionFacts;
  locale: Locale;
  correctedAt?: string | null;
}) {
  const t = translator(locale);
  const source = [
    t('monitoring.source', { title: edition.title[locale] }),
    edition.team.name,
    instantDay(locale, edition.publishedAt),
    ...(correctedAt ? [t('publication.corrected-on', { date: instantDay(locale, correctedAt) })] : []),
    edition.licence.id,
  ].join(', ');
  const lines = wrapWords(edition.isDemo ? `${source}. ${t('monitoring.demo')}` : source, 118, 2);
  return (
    <>
      {lines.map((line, at) => (
        <text key={line} x={left} y={fileSize.height - 14 - (lines.length - 1 - at) * 18} {...ink.small}>
          {line}
        </text>
      ))}
    </>
  );
}

/** Words in lines of at most `max` characters; a longer word stands alone. What does not fit into `lines` ends with an ellipsis. */
export function wrapWords(text: string, max: number, lines: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= max) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows.length <= lines ? rows : [...rows.slice(0, lines - 1), `${rows[lines - 1] ?? ''} …`];
}
