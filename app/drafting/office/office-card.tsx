import { useT } from '#app/i18n/context.tsx';
import type { OfficeDetails } from './office-details.ts';

/** How the office is reached without this site; nothing while nobody gave it. */
export function OfficeCard({ office, id = 'urzad-kontakt' }: { office: OfficeDetails | null; id?: string }) {
  const t = useT();
  if (!office) return null;
  return (
    <section className="stack stack--2" aria-labelledby={`h-${id}`} id={id}>
      <h2 className="size-4" id={`h-${id}`}>
        {t('office.card')}
      </h2>
      <address className="stack stack--2" lang="pl">
        <p className="pre">
          <b>{office.name}</b>
          {'\n'}
          {office.address}
        </p>
        {office.hours ? <p className="pre">{office.hours}</p> : null}
        {office.phone ? (
          <p>
            {t('office.card.phone')}: <a href={`tel:${office.phone.replaceAll(/[^+\d]/g, '')}`}>{office.phone}</a>
          </p>
        ) : null}
        {office.email ? (
          <p>
            {t('person.email')}: <a href={`mailto:${office.email}`}>{office.email}</a>
          </p>
        ) : null}
        {office.edoreczenia ? (
          <p>
            {t('office.card.delivery')}: {office.edoreczenia}
          </p>
        ) : null}
      </address>
    </section>
  );
}
