import { formatDateTime } from '#app/i18n/dates.ts';
import type { EvidenceItem, ScorecardIndicator } from './scorecard-document.ts';
import { useWords } from './use-words.ts';

/** Evidence under one answer, short: what it is, where in the source, when it was seen. */
export function EvidenceList({ indicator }: { indicator: ScorecardIndicator }) {
  const { t, locale } = useWords();
  return (
    <div className="evidence">
      <h4>{t('monitoring.evidence')}</h4>
      {indicator.evidence.length === 0 ? <p>{t('monitoring.evidence.none')}</p> : (
        <ul>
          {indicator.evidence.map((item, index) => (
            <li key={index}>
              <a href={item.url} rel="noopener nofollow">{titleOf(item)}</a>
              {item.place ? `, ${item.place}` : ''}, {t('monitoring.evidence.captured', { time: formatDateTime(locale, new Date(item.capturedAt)) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The coder's words for the item, else its address. */
export function titleOf(item: EvidenceItem): string {
  return item.note || addressOf(item.url);
}

/** An address as people read it: without the protocol. */
export function addressOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
