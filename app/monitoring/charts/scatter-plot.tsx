import type { ComparedPoint } from './comparison.ts';
import { percent } from './bounds-bar.tsx';
import { placeLabels, type PointLabel } from './point-labels.ts';

/** Pixels; the style sheet reserves the same box (.scatter), and the interactive chart draws into it. */
export const scatterBox = { top: 8, plot: 400, foot: 32, side: 40 } as const;
export const scatterSteps = [0, 20, 40, 60, 80, 100];

type Props = { id: string; title: string; desc: string; points: readonly ComparedPoint[] };

const base = scatterBox.top + scatterBox.plot;
const yOf = (value: number) => Math.round((base - (value / 100) * scatterBox.plot) * 10) / 10;

/** Two scores of each municipality as a dot, bounds as hairlines through it, a slanted line where both are equal. Drawn on the server. */
export function ScatterPlot({ id, title, desc, points }: Props) {
  const labels = labelsOf(points);
  return (
    <svg className="scatter-still" height={base + scatterBox.foot} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{desc}</desc>
      <Grid />
      <line className="c-break" x1="0" y1={yOf(0)} x2="100%" y2={yOf(100)} />
      {points.map((point) => (
        <Bounds key={point.teryt} point={point} />
      ))}
      {points.map((point, index) => (
        <g key={point.teryt}>
          <circle className="c-dot" cx={percent(point.x.value)} cy={yOf(point.y.value)} r="6" />
          <PointName label={labels.wide[index]} at={{ x: percent(point.x.value), y: yOf(point.y.value) }} room="wide" />
          <PointName
            label={labels.narrow[index]}
            at={{ x: percent(point.x.value), y: yOf(point.y.value) }}
            room="narrow"
          />
        </g>
      ))}
    </svg>
  );
}

function Grid() {
  return (
    <>
      {scatterSteps.map((step) => (
        <g key={step}>
          <line className={step === 0 ? 'c-axis' : 'c-grid'} x1="0" x2="100%" y1={yOf(step)} y2={yOf(step)} />
          <line
            className={step === 0 ? 'c-axis' : 'c-grid'}
            x1={`${step}%`}
            x2={`${step}%`}
            y1={yOf(100)}
            y2={yOf(0)}
          />
          <text className="c-text" x="-8" y={yOf(step) + 4.5} textAnchor="end">
            {step}
          </text>
          <text className="c-text" x={`${step}%`} y={base + 20} textAnchor="middle">
            {step}
          </text>
        </g>
      ))}
    </>
  );
}

function Bounds({ point: { x, y } }: { point: ComparedPoint }) {
  return (
    <>
      {x.high > x.low ? (
        <line className="c-reach" x1={percent(x.low)} x2={percent(x.high)} y1={yOf(y.value)} y2={yOf(y.value)} />
      ) : null}
      {y.high > y.low ? (
        <line className="c-reach" x1={percent(x.value)} x2={percent(x.value)} y1={yOf(y.low)} y2={yOf(y.high)} />
      ) : null}
    </>
  );
}

type NameProps = {
  label: PointLabel | null | undefined;
  at: { x: string | number; y: number };
  room: 'wide' | 'narrow';
};

/** The style sheet shows the labels that were placed for the room there is. */
export function PointName({ label, at, room }: NameProps) {
  if (!label) return null;
  return (
    <text
      className={`c-text c-halo-text point-${room}`}
      x={at.x}
      y={at.y}
      dx={label.dx}
      dy={label.dy}
      textAnchor={label.anchor}
    >
      {label.text}
    </text>
  );
}

/** Names where there is room for them, else the number of the row in the table; on a phone always the number. */
export function labelsOf(points: readonly ComparedPoint[]): {
  wide: (PointLabel | null)[];
  narrow: (PointLabel | null)[];
} {
  const spots = (words: (point: ComparedPoint) => string[]) =>
    points.map((point) => ({ x: point.x.value, y: point.y.value, words: words(point) }));
  return {
    wide: placeLabels(
      spots(({ name, number }) => [name, String(number)]),
      { width: 600, height: scatterBox.plot },
    ),
    narrow: placeLabels(
      spots(({ number }) => [String(number)]),
      { width: 250, height: scatterBox.plot },
    ),
  };
}
