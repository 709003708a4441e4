import { Notice } from '#app/components/page-parts.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { missingFacts, operatorSettings, type Operator, type OperatorFact } from './operator.ts';

/** A fact about the operator, or plainly that it is missing. `id` is the one automated reviews look for. */
export function Fact({ operator, fact, id }: { operator: Operator; fact: OperatorFact; id?: string }) {
  const t = useT();
  const locale = useLocale();
  const value = operator[fact];
  if (value === null) return <span id={id}>{t('about.missing', { setting: operatorSettings[fact] })}</span>;
  if (fact === 'email')
    return (
      <a id={id} href={`mailto:${value}`}>
        {value}
      </a>
    );
  if (fact === 'phone')
    return (
      <a id={id} href={`tel:${value.replace(/[^\d+]/g, '')}`}>
        {value}
      </a>
    );
  if (fact === 'publishedOn')
    return (
      <time id={id} dateTime={value}>
        {formatDate(locale, new Date(value))}
      </time>
    );
  return <span id={id}>{value}</span>;
}

export function MissingNotice({ operator }: { operator: Operator }) {
  const t = useT();
  const missing = missingFacts(operator);
  if (missing.length === 0) return null;
  return (
    <Notice warn>
      <p>{t('about.operator-must', { settings: missing.map((fact) => operatorSettings[fact]).join(', ') })}</p>
    </Notice>
  );
}
