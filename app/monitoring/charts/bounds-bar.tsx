type Props = { value: number; low: number; high: number; pick?: boolean };

/** Bar filled to the lower bound, open to the upper one, with a tick at the score; without missing data a plain bar. In table rows: figures are cells. */
export function BoundsBar({ value, low, high, pick = false }: Props) {
  const isOpen = high > low;
  return (
    <svg className="spark" width="100%" height="20" aria-hidden="true" focusable="false">
      {[0, 50, 100].map((at) => (
        <line key={at} className="c-grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2="20" />
      ))}
      <rect className={pick ? 'c-pick' : 'c-bar'} x="0" y="5" width={percent(isOpen ? low : value)} height="10" />
      {isOpen ? <rect className="c-open" x={percent(low)} y="5.5" width={percent(high - low)} height="9" /> : null}
      {isOpen ? <line className="c-whisker" x1={percent(value)} x2={percent(value)} y1="2" y2="18" /> : null}
    </svg>
  );
}

/** Two decimals are finer than a pixel and keep the page short. */
export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
