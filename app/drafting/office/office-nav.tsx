import { usePaths, useT } from '#app/i18n/context.tsx';

export type OfficePlace =
  | 'desk'
  | 'register'
  | 'groups'
  | 'basket'
  | 'edit'
  | 'terms'
  | 'meetings'
  | 'grounds'
  | 'word'
  | 'report'
  | 'unified'
  | 'covered'
  | 'approvals'
  | 'settings';

/** The office's pages of one consultation. */
export function OfficeNav({ slug, here }: { slug: string; here: OfficePlace | null }) {
  const t = useT();
  const to = usePaths();
  const places: { place: OfficePlace; to: string; label: string }[] = [
    { place: 'desk', to: to.desk(slug), label: t('drafting.desk.queue') },
    { place: 'basket', to: to.basket(slug), label: t('basket.title') },
    { place: 'register', to: to.officeRegister(slug), label: t('register.office.register') },
    { place: 'groups', to: to.officeGroups(slug), label: t('deciding.groups') },
    { place: 'edit', to: to.editorial(slug), label: t('textwork.edit') },
    { place: 'word', to: to.officeWord(slug), label: t('word.nav') },
    { place: 'terms', to: to.officeTerms(slug), label: t('office-nav.terms') },
    { place: 'meetings', to: to.officeMeetings(slug), label: t('office-nav.meetings') },
    { place: 'grounds', to: to.officeGrounds(slug), label: t('grounds.office') },
    { place: 'report', to: to.officeReport(slug), label: t('office-nav.report') },
    { place: 'unified', to: to.officeUnified(slug), label: t('office-nav.unified') },
    { place: 'covered', to: to.coveredList(slug), label: t('redaction.list.nav') },
    { place: 'approvals', to: to.officeDrafts(slug), label: t('deciding.office-drafts') },
    { place: 'settings', to: to.deskSettings(slug), label: t('deciding.settings') },
  ];
  return (
    <nav aria-label={t('drafting.desk.views')}>
      <ul className="filters views">
        {places.map((each) => (
          <li key={each.place}>
            <a href={each.to} aria-current={each.place === here ? 'page' : undefined}>
              {each.label}
            </a>
          </li>
        ))}
        <li>
          <a href={to.versions(slug)}>{t('drafting.desk.versions')}</a>
        </li>
        <li>
          <a href={to.consultation(slug)}>{t('drafting.desk.public')}</a>
        </li>
      </ul>
    </nav>
  );
}
