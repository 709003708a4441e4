import type { ReactNode } from 'react';
import { Hash } from '../cards/hash-view.tsx';
import { HowToCite } from './how-to-cite.tsx';
import { useWords } from '../bridge/use-words.ts';
import type { PressPack } from './press-pack.ts';

type Props = { pack: PressPack; children?: ReactNode };

/** Everything a journalist takes away: sentence in both languages, address, citation, files, frame. */
export function PressPackSection({ pack, children }: Props) {
  const { t, locale } = useWords();
  const other = locale === 'pl' ? 'en' : 'pl';
  return (
    <>
      <section className="section" id="cytuj" aria-labelledby="h-cite">
        <h2 id="h-cite">{t('monitoring.cite')}</h2>
        <div className="cols cols--2 top">
          <div className="stack">
            <h3 className="sub-head">{t('publication.sentence')}</h3>
            <p className="ready">{pack.sentences[locale]}</p>
            <details>
              <summary lang={other}>{t('publication.sentence.other')}</summary>
              <p className="ready mt-2" lang={other}>
                {pack.sentences[other]}
              </p>
            </details>
            <h3 className="sub-head mt-2">{t('publication.permalink')}</h3>
            <p className="permalink">
              <a href={pack.url}>{pack.url.replace(/^https?:\/\//, '')}</a>
            </p>
            <h3 className="sub-head mt-2">{t('publication.citation')}</h3>
            <HowToCite apa={pack.apa} bibtex={pack.bibtex} licence={pack.licence} />
          </div>
          <div className="stack" id="pobierz">
            <h3 className="sub-head">{t('monitoring.download')}</h3>
            <ul className="downloads" role="list">
              {pack.files.map((file) => (
                <li key={file.href}>
                  <a href={file.href}>{t(`publication.file.${file.key}`)}</a>
                  <span className="quiet">{file.kind}</span>
                </li>
              ))}
            </ul>
            {pack.allFormats ? (
              <p>
                <a href={pack.allFormats}>{t('format.all')}</a>
              </p>
            ) : null}
            {pack.hash ? <Hash label={t('monitoring.hash')} value={pack.hash} /> : null}
            {pack.isCovered ? <p className="note">{t('redaction.hash-note.edition')}</p> : null}
            {children}
          </div>
        </div>
      </section>
      <EmbedSection pack={pack} />
    </>
  );
}

function EmbedSection({ pack }: { pack: PressPack }) {
  const { t } = useWords();
  return (
    <section className="section" id="osadz" aria-labelledby="h-embed">
      <h2 id="h-embed">{t('publication.embed')}</h2>
      <p className="note">{t('publication.embed.note')}</p>
      <div className="field">
        <label htmlFor="embed-code">{t('publication.embed.code')}</label>
        <p className="hint" id="embed-hint">
          {t('publication.embed.hint')}
        </p>
        <textarea
          className="input code-text"
          id="embed-code"
          rows={4}
          readOnly
          aria-describedby="embed-hint"
          defaultValue={pack.embedCode}
        />
      </div>
      <p className="by">
        <a href={pack.embedUrl}>{t('publication.embed.preview')}</a>
      </p>
    </section>
  );
}
