import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import type { shortTerm } from './legal-term.ts';

/** That remarks would be taken for fewer days than a rule gives, by what rule, and whether anybody looked it up. */
export function ShortTermNote({ short }: { short: ReturnType<typeof shortTerm> }) {
  const t = useT();
  const locale = useLocale();
  if (!short) return null;
  return (
    <div className="notice notice--warn" role="status">
      <p>
        <strong>{t('terms.short', { given: short.given, least: short.days })}</strong>{' '}
        {short.by === 'statute'
          ? t('terms.short.plan')
          : t('terms.short.local', { source: short.source, on: formatDate(locale, new Date(short.checkedOn)) })}
      </p>
    </div>
  );
}
