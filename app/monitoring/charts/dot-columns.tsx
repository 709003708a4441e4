import { BAR, type ScorePlot } from './dots.ts';
import { ink, left, span } from './svg-file.tsx';

type Props = {
  plot: ScorePlot;
  /** Height of the axis, and room for dots above it, in pixels. */ base: number;
  room: number;
};

/** The distribution of the pages, in pixels for a file. */
export function DotColumns({ plot, base, room }: Props) {
  return (
    <g>
      <line {...ink.axis} x1={left} x2={left + span} y1={base} y2={base} />
      {[0, 20, 40, 60, 80, 100].map((mark) => (
        <text key={mark} {...ink.small} x={x(mark)} y={base + 20} textAnchor="middle">
          {mark}
        </text>
      ))}
      {plot.kind === 'bars' ? <Bars {...{ plot, base, room }} /> : <Dots {...{ plot, base, room }} />}
    </g>
  );
}

const x = (percent: number) => left + (percent / 100) * span;

type Of<Kind> = { plot: Extract<ScorePlot, { kind: Kind }>; base: number; room: number };

function Dots({ plot, base, room }: Of<'dots'>) {
  // Rows are as far apart as the space above the axis allows.
  const step = Math.min(14, room / Math.max(1, plot.rows));
  return (
    <>
      {plot.dots.map((dot, at) => (
        <circle key={at} {...ink.bar} cx={x(dot.x)} cy={base - 8 - dot.row * step} r="6" />
      ))}
      {plot.picked ? (
        <circle {...ink.pick} cx={x(plot.picked.x)} cy={base - 8 - plot.picked.row * step} r="7.5" />
      ) : null}
    </>
  );
}

function Bars({ plot, base, room }: Of<'bars'>) {
  return (
    <>
      {plot.bars.map(({ from, count, hasPicked }) => {
        const height = (count / plot.highest) * (room - 18);
        return (
          <g key={from}>
            <rect
              {...(hasPicked ? ink.pick : ink.bar)}
              x={x(from) + 1}
              width={(BAR / 100) * span - 2}
              y={base - height}
              height={height}
            />
            {hasPicked || count === plot.highest ? (
              <text {...ink.small} x={x(from + BAR / 2)} y={base - height - 4} textAnchor="middle">
                {count}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}
