import { Section } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import type { BoardChangeLine } from './change-board.server.ts';

/** What those who lead changed, when and why; nothing where nothing was. */
export function BoardChanges({ changes }: { changes: readonly BoardChangeLine[] }) {
  const t = useT();
  const locale = useLocale();
  if (changes.length === 0) return null;
  const ended = (at: string) => formatDate(locale, new Date(Date.parse(at) - 1));
  return (
    <Section id="h-zmiany" title={t('boards.changes')}>
      <ul className="slips">
        {changes.map(({ reason, at, before, after }) => (
          <li className="slip" key={at.toISOString()}>
            <p className="by">{formatDate(locale, at)}</p>
            {before.title === after.title ? null : (
              <p>
                {t('boards.changed.title')} <Polish>{before.title}</Polish> → <Polish>{after.title}</Polish>
              </p>
            )}
            {before.question === after.question ? null : (
              <p>
                {t('boards.changed.question')} <Polish>{before.question}</Polish> → <Polish>{after.question}</Polish>
              </p>
            )}
            {before.closesAt === after.closesAt ? null : (
              <p>{t('boards.changed.closes', { before: ended(before.closesAt), after: ended(after.closesAt) })}</p>
            )}
            <p>
              {t('boards.changed.why')} <Polish>{reason}</Polish>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
