import type { ReactNode } from 'react';

/** Half of the size that is drawn in the end: the drawing is doubled. */
export const frame = { width: 600, height: 315, left: 36 } as const;
export const inner = frame.width - 2 * frame.left;

const sans = 'Public Sans';
const serif = 'Brygada 1918';

/** Attributes instead of a style sheet: the picture stands alone. */
export const ink = {
  kind: { fontFamily: sans, fontSize: 15, fill: '#46443f' },
  title: { fontFamily: serif, fontWeight: 600, fill: '#1c1b19' },
  strong: { fontFamily: sans, fontSize: 17, fontWeight: 600, fill: '#1b4079' },
  text: { fontFamily: sans, fontSize: 15, fill: '#46443f' },
  bar: { fill: '#1b4079' },
} as const;

/** Paper, a strip of ink and the name of the site. */
export function PictureFrame({ foot, children }: { foot: string; children: ReactNode }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
    >
      <rect width={frame.width} height={frame.height} fill="#fbfaf7" />
      <rect width={frame.width} height="8" {...ink.bar} />
      {children}
      <rect x={frame.left} y={frame.height - 52} width={inner} height="1" fill="#d8d4ca" />
      <text x={frame.left} y={frame.height - 24} {...ink.title} fontSize="20">
        <tspan fill="#1b4079">§</tspan> Paragraf
      </text>
      <text x={frame.width - frame.left} y={frame.height - 24} textAnchor="end" {...ink.text} fontSize="13">
        {foot}
      </text>
    </svg>
  );
}
