import { percent } from './bounds-bar.tsx';

/** Hairline from the first to the last rank, thick from the 5th to the 95th percentile. */
export function RankStrip({ p05, p95, of, pick = false }: { p05: number; p95: number; of: number; pick?: boolean }) {
  const place = (rank: number) => (of > 1 ? ((rank - 1) / (of - 1)) * 100 : 50);
  // A certain rank is still a mark that can be seen.
  const [from, to] =
    p05 === p95 ? [Math.max(0, place(p05) - 1), Math.min(100, place(p95) + 1)] : [place(p05), place(p95)];
  return (
    <svg className="spark" width="100%" height="20" aria-hidden="true" focusable="false">
      <line className="c-track" x1="0" x2="100%" y1="10" y2="10" />
      <line
        className={pick ? 'c-range c-range--pick' : 'c-range'}
        x1={percent(from)}
        x2={percent(to)}
        y1="10"
        y2="10"
      />
    </svg>
  );
}
