import { useLocale, useT } from '#app/i18n/context.tsx';
import { OfficeCard } from '../office/office-card.tsx';
import type { OfficeDetails } from '../office/office-details.ts';
import { formatDay } from '#app/i18n/dates.ts';

/** What becomes of a letter once it is filed. */
export function NextSteps({
  due,
  office,
  isGuest,
  isOpen,
}: {
  /** Whether remarks are taken now: after the end nothing of it happens. */ isOpen: boolean;
  due: Date;
  office: OfficeDetails | null;
  /** Without an account: there is no number before the link in the message was opened. */ isGuest: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <aside
      className="stack"
      {...(isOpen ? { 'aria-labelledby': 'h-dalej' } : { 'aria-label': t('drafting.clause.propose') })}
    >
      {isOpen ? (
        <>
          <h2 className="size-4" id="h-dalej">
            {t('drafting.propose.next')}
          </h2>
          <ol className="stack stack--2">
            <li>{t(isGuest ? 'drafting.propose.next-1-guest' : 'drafting.propose.next-1')}</li>
            <li>{t('drafting.propose.next-2')}</li>
            <li>{t('drafting.propose.next-3')}</li>
            <li>{t('drafting.propose.next-4', { due: formatDay(locale, due) })}</li>
          </ol>
        </>
      ) : null}
      <OfficeCard office={office} />
    </aside>
  );
}
