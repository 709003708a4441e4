import { Polish } from '#app/components/polish.tsx';
import { Empty } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';
import type { CoveredSummary, CoveringAct, CoveringList } from './covering-list.server.ts';
import { groundKeys } from '#app/record/covered/grounds.ts';
import { SecondLine } from './second-line.tsx';

/** Every act with its ground and reason, the newest first; to those who may cover words with the way to each. */
export function CoveringActs({ acts, isPublic = false }: Pick<CoveringList, 'acts'> & { isPublic?: boolean }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const nameOf = (act: CoveringAct) =>
    act.number === null ? t(`redaction.type.${act.type}`) : t('drafting.kind.remark', { number: act.number });
  if (acts.length === 0)
    return (
      <Empty>
        <p>{t('redaction.list.none')}</p>
      </Empty>
    );
  return (
    <ol className="rows">
      {acts.map((act) => (
        <li key={act.id}>
          <p>{isPublic ? nameOf(act) : <a href={to.covering(act.type, act.subjectId)}>{nameOf(act)}</a>}</p>
          <p>
            {t(groundKeys[act.ground])}. <Polish>{act.note}</Polish>
          </p>
          <p className="by">
            {formatDateTime(locale, act.at)}, {act.by}
            {act.undoneAt
              ? `. ${t('redaction.list.undone', { at: formatDateTime(locale, act.undoneAt) })} ${act.undoReason}`
              : ''}
          </p>
          {act.undoneAt ? null : <SecondLine second={act.second} />}
        </li>
      ))}
    </ol>
  );
}

/** The office's own texts, each with the way to cover words in it. */
export function CoverableTexts({ texts }: Pick<CoveringList, 'texts'>) {
  const t = useT();
  const to = usePaths();
  return (
    <ul className="rows">
      {texts.map(({ type, id, name }) => (
        <li key={`${type} ${id}`}>
          <a href={to.covering(type, id)}>
            {t(`redaction.type.${type}`)}
            {name ? `: ${name}` : ''}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What everybody is told of words covered in a consultation. */
export function CoveredSummaryLine({
  summary,
}: {
  summary: { grounds: CoveredSummary; count: number; last: Date; waiting: number; acts: CoveringAct[] } | null;
}) {
  const t = useT();
  const locale = useLocale();
  if (!summary) return null;
  const grounds = summary.grounds.map(({ ground, count }) => `${t(groundKeys[ground])} (${count})`).join('; ');
  return (
    <>
      {summary.count > 0 ? (
        <p className="note">
          {t('redaction.summary', { count: summary.count, grounds, last: formatDate(locale, summary.last) })}
          {summary.waiting > 0 ? ` ${t('redaction.summary-waiting', { count: summary.waiting })}` : ''}
        </p>
      ) : null}
      <details>
        <summary>{t('redaction.summary-acts')}</summary>
        <CoveringActs acts={summary.acts} isPublic />
      </details>
    </>
  );
}
