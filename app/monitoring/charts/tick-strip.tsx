import { percent } from './bounds-bar.tsx';
import { Scale } from './dot-distribution.tsx';

type Props = { others: readonly number[]; value: number | null; low: number | null; high: number | null };

/** One tick per municipality, a wide one for this, its bounds as a bracket above. The figure stands beside it in words. */
export function TickStrip({ others, value, low, high }: Props) {
  const hasBounds = low !== null && high !== null && high > low;
  return (
    <svg width="100%" height="48" aria-hidden="true" focusable="false">
      <line className="c-axis" x1="0" x2="100%" y1="28" y2="28" />
      <Scale y={44} steps={[0, 50, 100]} />
      {others.map((other, index) => (
        <line key={index} className="c-tick" x1={percent(other)} x2={percent(other)} y1="13" y2="28" />
      ))}
      {value === null ? null : (
        <rect className="c-pick" x={percent(value)} y="9" width="5" height="19" transform="translate(-2.5 0)" />
      )}
      {hasBounds ? (
        <>
          <line className="c-whisker" x1={percent(low)} x2={percent(high)} y1="4" y2="4" />
          <line className="c-whisker" x1={percent(low)} x2={percent(low)} y1="0.5" y2="7.5" />
          <line className="c-whisker" x1={percent(high)} x2={percent(high)} y1="0.5" y2="7.5" />
        </>
      ) : null}
    </svg>
  );
}
