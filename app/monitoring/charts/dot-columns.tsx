import { stackDots } from './dots.ts';
import { ink, left, span } from './svg-file.tsx';

type Props = {
  scores: readonly number[];
  picked: number | null;
  /** Height of the axis, and room for dots above it, in pixels. */ base: number;
  room: number;
};

/** The distribution of dots of the pages, in pixels for a file. */
export function DotColumns({ scores, picked, base, room }: Props) {
  const plot = stackDots(scores, picked);
  // A column is as tall as the space above the axis allows.
  const step = Math.min(14, room / Math.max(1, plot.rows));
  const x = (percent: number) => left + (percent / 100) * span;
  return (
    <g>
      <line {...ink.axis} x1={left} x2={left + span} y1={base} y2={base} />
      {[0, 20, 40, 60, 80, 100].map((mark) => (
        <text key={mark} {...ink.small} x={x(mark)} y={base + 20} textAnchor="middle">
          {mark}
        </text>
      ))}
      {plot.dots.map((dot) => (
        <circle key={`${dot.x} ${dot.row}`} {...ink.bar} cx={x(dot.x)} cy={base - 8 - dot.row * step} r="6" />
      ))}
      {plot.picked ? (
        <circle {...ink.pick} cx={x(plot.picked.x)} cy={base - 8 - plot.picked.row * step} r="7.5" />
      ) : null}
    </g>
  );
}
