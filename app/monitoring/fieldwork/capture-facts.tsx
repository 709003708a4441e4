import { Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { formatBytes } from '#app/i18n/numbers.ts';
import type { CaptureFile } from '../cards/evidence.ts';
import { useWords } from '../bridge/use-words.ts';

/** A stored capture: name with its size, and the hash, of which the whole is folded away. */
export function CaptureFacts({ slug, file }: { slug: string; file: CaptureFile }) {
  const { t, to, locale } = useWords();
  return (
    <div className="capture">
      <p>
        {t('fieldwork.evidence.kept')}:{' '}
        <a href={to.storedFile(slug, file.hash)} rel="nofollow">
          <Sentence>
            {t('fieldwork.evidence.kept.text', { name: inPolish(file.name), size: formatBytes(locale, file.size) })}
          </Sentence>
        </a>
        {', '}
        <span className="hash">{t('fieldwork.evidence.hash', { hash: shortHash(file.hash) })}</span>
      </p>
      <details>
        <summary>{t('fieldwork.evidence.hash.full')}</summary>
        <p className="long">{file.hash}</p>
      </details>
    </div>
  );
}

/** The first twelve signs in groups of four. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 12).match(/.{1,4}/g) ?? []).join(' ');
}
