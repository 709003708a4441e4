import { Sentence } from '#app/components/polish.tsx';
import type { Pair } from './report-sections.ts';

/** Names with their words, one below the other; what people wrote is marked in them. */
export function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <dl className="kv kv--stack">
      {pairs.map(([name, words], at) => (
        <div className="contents" key={`${name}${at}`}>
          <dt>{name}</dt>
          <dd className="pre">
            <Sentence>{words}</Sentence>
          </dd>
        </div>
      ))}
    </dl>
  );
}
