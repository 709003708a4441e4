import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDay } from '#app/i18n/dates.ts';

/** What becomes of a letter once it is filed. */
export function NextSteps({ due }: { due: Date }) {
  const t = useT();
  const locale = useLocale();
  return (
    <aside className="stack" aria-labelledby="h-dalej">
      <h2 className="size-4" id="h-dalej">
        {t('drafting.propose.next')}
      </h2>
      <ol className="stack stack--2">
        <li>{t('drafting.propose.next-1')}</li>
        <li>{t('drafting.propose.next-2')}</li>
        <li>{t('drafting.propose.next-3')}</li>
        <li>{t('drafting.propose.next-4', { due: formatDay(locale, due) })}</li>
      </ol>
    </aside>
  );
}
