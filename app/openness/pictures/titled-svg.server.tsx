import { renderToStaticMarkup } from 'react-dom/server';
import { bindSpaces } from '#app/i18n/typography.ts';
import { breakLines } from '#app/publishing/pictures/lines.ts';
import { frame, ink, inner, PictureFrame } from '#app/publishing/pictures/picture-frame.tsx';

type Facts = { whose: string; title: string; status: string; foot: string };

/** The drawing of what is known by its title: whose it is, what it is called, where it stands. */
export function titledSvg(facts: Facts): string {
  return renderToStaticMarkup(<Picture {...facts} />);
}

function Picture({ whose, title, status, foot }: Facts) {
  const size = title.length > 60 ? 30 : 38;
  const lines = breakLines(bindSpaces(title), { width: inner, size, max: size === 30 ? 4 : 3 });
  return (
    <PictureFrame foot={foot}>
      <text x={frame.left} y="48" {...ink.kind}>
        {breakLines(whose, { width: inner, size: 15, max: 1 })[0]}
      </text>
      {lines.map((line, at) => (
        <text key={line} x={frame.left} y={92 + at * size * 1.2} {...ink.title} fontSize={size}>
          {line}
        </text>
      ))}
      <text x={frame.left} y={frame.height - 72} {...ink.strong}>
        {breakLines(status, { width: inner, size: 17, max: 1 })[0]}
      </text>
    </PictureFrame>
  );
}
