import { BAR, type ScorePlot } from './dots.ts';

type Band = { id: string; min: number };
type Props = {
  id: string;
  title: string;
  desc: string;
  /** The scores in their places, the picked one apart. */
  plot: ScorePlot;
  pick?: { score: number; label: string } | null;
  bands: readonly Band[];
};

const rowHeight = 13;
/** Room for bars, in rows of dots. */
const barRows = 10;
const top = 16;

/** Distribution of scores: a dot for each municipality at its score, in a large edition bars with their counts; bands as letters above, the picked one darker and named. */
export function DotDistribution({ id, title, desc, plot, pick = null, bands }: Props) {
  const rows = plot.kind === 'dots' ? plot.rows : barRows;
  const base = top + 30 + Math.max(4, rows) * rowHeight;
  const y = (row: number) => base - 7 - row * rowHeight;
  return (
    <svg width="100%" height={base + 22} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      {/* Heard as one with what follows. */}
      <title id={`${id}-t`}>{`${title}.`}</title>
      <desc id={`${id}-d`}>{desc}</desc>
      <BandLetters bands={bands} base={base} />
      <line className="c-axis" x1="0" x2="100%" y1={base} y2={base} />
      {plot.kind === 'dots' ? (
        <>
          {plot.dots.map((dot, at) => (
            <circle key={at} className="c-dot" cx={`${dot.x}%`} cy={y(dot.row)} r="6" />
          ))}
          {plot.picked && pick ? (
            <Picked x={plot.picked.x} y={y(plot.picked.row)} above={y(plot.rows)} label={pick.label} />
          ) : null}
        </>
      ) : (
        plot.bars.map(({ from, count, hasPicked }) => {
          const height = (count / plot.highest) * (barRows * rowHeight - 14);
          return (
            <g key={from}>
              <rect
                className={hasPicked ? 'c-dot--pick' : 'c-bar'}
                x={`${from + 0.2}%`}
                width={`${BAR - 0.4}%`}
                y={base - height}
                height={height}
              />
              {hasPicked || count === plot.highest ? (
                <text className="c-text" x={`${from + BAR / 2}%`} y={base - height - 4} textAnchor="middle">
                  {count}
                </text>
              ) : null}
              {hasPicked && pick ? (
                <text
                  className="c-text c-text--strong c-halo-text"
                  x={`${pick.score}%`}
                  y={base - height - 20}
                  textAnchor={pick.score < 15 ? 'start' : pick.score > 85 ? 'end' : 'middle'}
                >
                  {pick.label}
                </text>
              ) : null}
            </g>
          );
        })
      )}
      <Scale y={base + 17} steps={[0, 20, 40, 60, 80, 100]} />
    </svg>
  );
}

function BandLetters({ bands, base }: { bands: readonly Band[]; base: number }) {
  const rising = [...bands].sort((a, b) => a.min - b.min);
  return (
    <>
      {rising.map((band, index) => {
        const to = rising[index + 1]?.min ?? 100;
        return (
          <g key={band.id}>
            {band.min > 0 ? (
              <line className="c-grid" x1={`${band.min}%`} x2={`${band.min}%`} y1={top} y2={base} />
            ) : null}
            <text className="c-text" x={`${(band.min + to) / 2}%`} y="11" textAnchor="middle">
              {band.id}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** The name stands above all dots, with a line down to its own. */
function Picked({ x, y, above, label }: { x: number; y: number; above: number; label: string }) {
  // Near an edge the name leans inwards, so that it is never cut.
  const anchor = x < 15 ? 'start' : x > 85 ? 'end' : 'middle';
  return (
    <>
      <line className="c-axis" x1={`${x}%`} x2={`${x}%`} y1={above} y2={y} />
      <circle className="c-dot--pick" cx={`${x}%`} cy={y} r="6.5" />
      <text className="c-text c-text--strong c-halo-text" x={`${x}%`} y={above - 4} textAnchor={anchor}>
        {label}
      </text>
    </>
  );
}

/** Figures under an axis from 0 to 100; the outer ones stay inside the drawing. */
export function Scale({ y, steps }: { y: number; steps: readonly number[] }) {
  return (
    <>
      {steps.map((step) => (
        <text
          key={step}
          className="c-text"
          x={`${step}%`}
          y={y}
          textAnchor={step === 0 ? 'start' : step === 100 ? 'end' : 'middle'}
        >
          {step}
        </text>
      ))}
    </>
  );
}
