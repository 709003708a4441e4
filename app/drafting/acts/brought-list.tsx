import { Notice } from '#app/components/page-parts.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { isTextError, type BroughtProblem } from './brought-problems.ts';

/** What the checks find in the text with a change and not without it; nothing where they find nothing. */
export function BroughtList({ problems }: { problems: readonly BroughtProblem[] }) {
  const t = useT();
  const locale = useLocale();
  if (problems.length === 0) return null;
  return (
    <Notice warn>
      <p>
        <b>{t('brought.title')}</b>
      </p>
      <ul>
        {problems.map((problem, at) => (
          <li key={at}>
            {problem.message[locale]} {isTextError(problem) ? <b>{t('brought.blocks')}</b> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
