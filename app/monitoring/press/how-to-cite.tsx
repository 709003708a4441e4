import { useWords } from '../bridge/use-words.ts';

type Props = {
  apa: string;
  bibtex: string;
  licence: { id: string; url: string };
  /** Whom to ask, where it is not said elsewhere. */ contact?: string;
};

/** How to cite, for a text and for a list of sources, and under which licence. */
export function HowToCite({ apa, bibtex, licence, contact }: Props) {
  const { t } = useWords();
  return (
    <>
      <p className="cite-apa">{apa}</p>
      <details>
        <summary>BibTeX</summary>
        <pre className="code-text bibtex" tabIndex={0}>
          {bibtex}
        </pre>
      </details>
      <p className="by">
        {t('monitoring.licence')}{' '}
        <a href={licence.url} rel="license">
          {licence.id}
        </a>
        {contact === undefined ? null : <>. {t('monitoring.contact', { contact })}</>}
      </p>
    </>
  );
}
