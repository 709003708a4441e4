import { formatDateTime } from '#app/i18n/dates.ts';
import { titleOf } from '../cards/evidence-title.ts';
import type { ScorecardIndicator } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

/** Evidence under one answer, short: what it is, where in the source, when it was seen, the kept copy with its hash. */
export function EvidenceList({ indicator, slug }: { indicator: ScorecardIndicator; slug: string }) {
  const { t, to, locale } = useWords();
  return (
    <div className="evidence">
      <h4>{t('monitoring.evidence')}</h4>
      {indicator.evidence.length === 0 ? (
        <p>{t('monitoring.evidence.none')}</p>
      ) : (
        <ul>
          {indicator.evidence.map((item, index) => (
            <li key={index}>
              {/^https?:/.test(item.url) ? (
                <a href={item.url} rel="noopener nofollow">
                  {titleOf(item)}
                </a>
              ) : (
                item.url || titleOf(item)
              )}
              {item.isPlatform ? (
                <>
                  {' '}
                  <span className="tag">{t('fieldwork.evidence.platform')}</span>
                </>
              ) : null}
              {item.place ? `, ${item.place}` : ''},{' '}
              {t('monitoring.evidence.captured', { time: formatDateTime(locale, new Date(item.capturedAt)) })}
              {item.file ? (
                <>
                  ,{' '}
                  <a href={to.storedFile(slug, item.file.hash)} rel="nofollow">
                    {item.file.name}
                  </a>{' '}
                  <span className="hash">{item.file.hash.slice(0, 12)}</span>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
