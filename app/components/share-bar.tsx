/** A share as a bar over its whole; its figure stands beside it in words. */
export function ShareBar({ percent, isPick = false }: { percent: number; isPick?: boolean }) {
  return (
    <svg width="100%" height="14" aria-hidden="true" focusable="false">
      <rect className="c-track-bar" x="0" y="0" width="100%" height="14" />
      <rect className={isPick ? 'c-pick' : 'c-bar'} x="0" y="0" width={`${percent}%`} height="14" />
    </svg>
  );
}
