import { Polish } from '#app/components/polish.tsx';
import { localDecimal } from '#app/i18n/numbers.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import type { CorrectionNote, NamedAnswer } from '../cards/correction-note.ts';

type Props = {
  slug: string;
  corrections: readonly CorrectionNote[];
  /** On the page of an edition each correction names its municipality. */ named?: boolean;
};

/** Corrections, the newest first: when, what it was, what it is, why, and where the issue before can be read. */
export function CorrectionsList({ slug, corrections, named = false }: Props) {
  const { t, to, locale } = useWords();
  if (corrections.length === 0) return <p>{t('publication.corrections.none')}</p>;
  return (
    <ol className="corrections" role="list" reversed>
      {[...corrections].reverse().map((note) => (
        <li key={note.issue}>
          <p className="sub-head">
            <time dateTime={note.madeAt}>{formatDateTime(locale, new Date(note.madeAt))}</time>
            {named ? (
              <>
                , <a href={to.scorecard(slug, note.teryt)}>{note.name}</a>
              </>
            ) : null}
            , <a href={to.indicator(slug, note.teryt, note.indicator)}>{note.indicator}</a>
          </p>
          <dl className="kv">
            <dt>{t('publication.corrections.before')}</dt>
            <dd>
              <del>{answerWords(note.before)}</del>,{' '}
              {t('publication.corrections.total', { total: totalWords(note.total.before) })}
            </dd>
            <dt>{t('publication.corrections.after')}</dt>
            <dd>
              <ins>{answerWords(note.after)}</ins>,{' '}
              {t('publication.corrections.total', { total: totalWords(note.total.after) })}
            </dd>
            <dt>{t('publication.corrections.reason')}</dt>
            <dd className="said">
              <Polish>{note.reason}</Polish>
            </dd>
            <dt>{t('publication.corrections.by')}</dt>
            <dd>
              {note.approvedBy
                ? t('publication.corrections.two', { first: note.madeBy, second: note.approvedBy })
                : note.madeBy}
            </dd>
          </dl>
          <p className="by">
            <a href={to.scorecard(slug, note.teryt, note.issue - 1)}>
              {t('publication.corrections.old', { issue: note.issue - 1 })}
            </a>
          </p>
        </li>
      ))}
    </ol>
  );

  function answerWords({ state, level }: NamedAnswer): string {
    return state === 'scored' ? t('monitoring.level.n', { level: level ?? 0 }) : t(`monitoring.state.${state}`);
  }

  function totalWords(display: string | null): string {
    return display === null ? t('monitoring.no-score') : localDecimal(locale, display);
  }
}
