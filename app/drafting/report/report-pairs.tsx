import type { Pair } from './report-sections.ts';

/** Names with their words, one below the other. */
export function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <dl className="kv kv--stack">
      {pairs.map(([name, words], at) => (
        <div className="contents" key={`${name}${at}`}>
          <dt>{name}</dt>
          <dd className="pre">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
