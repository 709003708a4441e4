import { renderToStaticMarkup } from 'react-dom/server';
import { consultationFacts } from '#app/consultations/consultation-facts.server.ts';
import { stageSentence } from '#app/consultations/stage-words.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { translator } from '#app/i18n/translate.ts';
import { svgToPng } from '#app/monitoring/charts/png.server.ts';
import { breakLines } from './lines.ts';
import { frame, ink, inner, PictureFrame } from './picture-frame.tsx';

type Facts = { municipality: string; title: string; status: string; counts: string };

/** Picture of a consultation for other sites: municipality, title, where it stands. Throws not found. */
export async function consultationPicture(db: Db, { slug, locale, now }: { slug: string; locale: Locale; now: Date }): Promise<Uint8Array<ArrayBuffer>> {
  const facts = await consultationFacts(db, slug, now);
  const { remarks, amendments, waiting } = facts.counts;
  return svgToPng(consultationSvg({
    municipality: facts.municipality, title: facts.title, status: stageSentence(facts, { stage: facts.stage, waiting, now, locale }),
    counts: translator(locale)('openness.picture.remarks', { count: remarks + amendments }),
  }));
}

export function consultationSvg(facts: Facts): string {
  return renderToStaticMarkup(<Picture {...facts} />);
}

function Picture({ municipality, title, status, counts }: Facts) {
  const size = title.length > 60 ? 30 : 38;
  const lines = breakLines(bindSpaces(title), { width: inner, size, max: size === 30 ? 4 : 3 });
  return (
    <PictureFrame foot={counts}>
      <text x={frame.left} y="48" {...ink.kind}>{breakLines(municipality, { width: inner, size: 15, max: 1 })[0]}</text>
      {lines.map((line, at) => <text key={line} x={frame.left} y={92 + at * size * 1.2} {...ink.title} fontSize={size}>{line}</text>)}
      <text x={frame.left} y={frame.height - 72} {...ink.strong}>{breakLines(status, { width: inner, size: 17, max: 1 })[0]}</text>
    </PictureFrame>
  );
}
