import { Polish } from '#app/components/polish.tsx';
import { titleOf } from '../cards/evidence.ts';
import type { ScorecardIndicator } from '../cards/scorecard-document.ts';
import { EvidenceFacts } from '../fieldwork/evidence-lines.tsx';
import { useWords } from '../bridge/use-words.ts';

/** Evidence under one answer, short: what it is, where in the source, when it was seen, the kept copy with its hash. */
export function EvidenceList({ indicator, slug }: { indicator: ScorecardIndicator; slug: string }) {
  const { t } = useWords();
  return (
    <div className="evidence">
      <h4>
        {t('monitoring.evidence')}
        <span className="vh">: {indicator.id}</span>
      </h4>
      {indicator.evidence.length === 0 ? (
        <p>{t('monitoring.evidence.none')}</p>
      ) : (
        <ul>
          {indicator.evidence.map((item, index) => (
            <li key={index}>
              {/^https?:/.test(item.url) ? (
                <a href={item.url} rel="noopener nofollow">
                  <Polish>{titleOf(item)}</Polish>
                </a>
              ) : (
                <Polish>{item.url || titleOf(item)}</Polish>
              )}
              <EvidenceFacts slug={slug} item={item} hash={(hash) => hash.slice(0, 12)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
