import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import type { Tie } from './ties.ts';

export type BarredPage = {
  municipality: { teryt: string; name: string };
  tie: Pick<Tie, 'words' | 'since' | 'until' | 'declaredAt'> & { kind: Exclude<Tie['kind'], 'none'> };
};

/** Instead of a municipality's answers: why they are closed to this person, in the words they declared. */
export function BarredView({ barred }: { barred: BarredPage }) {
  const { t, to, locale } = useWords();
  const { municipality, tie } = barred;
  return (
    <>
      <PageHead title={t('fieldwork.barred.title', { name: municipality.name })} />
      <Notice warn>
        <p>
          {t('fieldwork.barred.text', {
            date: formatDate(locale, new Date(tie.declaredAt)),
            kind: t(`fieldwork.ties.kind.${tie.kind}`),
          })}
        </p>
        <p className="said">{tie.words}</p>
        <p className="by">{t('fieldwork.ties.public', { sentence: t('fieldwork.stood-aside', { count: 1 }) })}</p>
        <p className="actions">
          <a href={to.ties(municipality.teryt)}>{t('fieldwork.ties.change')}</a>
        </p>
      </Notice>
    </>
  );
}
