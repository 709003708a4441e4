/** Cells of a level, one per step of the scale; always beside its words, so hidden from readers of the screen. */
export function LevelMark({ steps, filled }: { steps: number; filled: number }) {
  return (
    <span className="level" aria-hidden="true">
      {Array.from({ length: Math.max(0, steps) }, (_, step) => (
        <i key={step} className={step < filled ? 'on' : undefined} />
      ))}
    </span>
  );
}
