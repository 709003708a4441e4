import type { StoredCoding } from './codings.server.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import { answerWords } from '../cards/score-words.ts';
import { useWords } from '../bridge/use-words.ts';
import { EvidenceLines } from './evidence-lines.tsx';

/** One coding that is read, not changed: answer with its words, note and evidence. */
export function CodingSummary({
  slug,
  coding,
  indicator,
  title,
  id,
}: {
  slug: string;
  coding: StoredCoding;
  indicator: Indicator;
  title: string;
  id: string;
}) {
  const words = useWords();
  const { t, say } = words;
  const level = indicator.scale.levels.find((each) => coding.state === 'scored' && each.value === coding.level);
  return (
    <section className="section stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="verdict">
        <b>
          {answerWords(words, { state: coding.state, level: coding.level, scale: indicator.scale, incomplete: false })}
        </b>
      </p>
      {level ? <p>{say(level)}</p> : null}
      <p className="said">{coding.reason || t('fieldwork.adjudication.no-note')}</p>
      <EvidenceLines slug={slug} evidence={coding.evidence} />
    </section>
  );
}
