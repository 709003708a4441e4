import { Polish } from '#app/components/polish.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { addressOf, type EvidenceItem } from '../cards/evidence.ts';
import { useWords } from '../bridge/use-words.ts';
import { shortHash } from './capture-facts.tsx';
import type { FileAddress } from './reply-block.tsx';

/** Evidence as a list of links: what it is, where in the source, the capture with its hash, and when it was seen. */
export function EvidenceLines({
  slug,
  evidence,
  file,
}: {
  slug: string;
  evidence: readonly EvidenceItem[];
  file?: FileAddress | undefined;
}) {
  const { t } = useWords();
  if (evidence.length === 0) return <p className="quiet">{t('monitoring.evidence.none')}</p>;
  return (
    <ul className="proof-lines">
      {evidence.map((item, index) => {
        const words = item.note || (item.url ? addressOf(item.url) : (item.file?.name ?? ''));
        return (
          <li key={index}>
            {item.url ? (
              <a href={item.url} rel="noopener nofollow">
                <Polish>{words}</Polish>
              </a>
            ) : (
              <Polish>{words}</Polish>
            )}
            <EvidenceFacts
              slug={slug}
              file={file}
              item={item}
              hash={(hash) => t('fieldwork.evidence.hash', { hash: shortHash(hash) })}
            />
          </li>
        );
      })}
    </ul>
  );
}

type FactsProps = {
  slug: string;
  file?: FileAddress | undefined;
  item: Omit<EvidenceItem, 'note' | 'url'>;
  /** How the hash of the kept copy is printed. */ hash: (hash: string) => string;
};

/** Where in the source, when it was seen and the kept copy, after what it is. */
export function EvidenceFacts({ slug, file: fileAt, item, hash }: FactsProps) {
  const { t, to, locale } = useWords();
  return (
    <>
      {item.isPlatform ? (
        <>
          {' '}
          <span className="tag">{t('fieldwork.evidence.platform')}</span>
        </>
      ) : null}
      {item.place ? (
        <>
          , <Polish>{item.place}</Polish>
        </>
      ) : null}
      , {t('monitoring.evidence.captured', { time: formatDateTime(locale, new Date(item.capturedAt)) })}
      {item.file ? (
        <>
          ,{' '}
          <a href={fileAt ? fileAt(item.file.hash) : to.storedFile(slug, item.file.hash)} rel="nofollow">
            <Polish>{item.file.name}</Polish>
          </a>{' '}
          <span className="hash">{hash(item.file.hash)}</span>
        </>
      ) : null}
    </>
  );
}
