import { useWords } from '../bridge/use-words.ts';

type TeamNavPlace = 'board' | 'assignments' | 'adjudication' | 'replies' | 'covered' | 'changes';
type Props = {
  edition: {
    slug: string;
    isLead: boolean;
    doubleShare: number;
    state: string;
    methodologyKey: string;
    methodologyVersion: string;
  };
  current: TeamNavPlace;
};

/** Ways through the work of one edition. */
export function TeamNav({ edition, current }: Props) {
  const { t, to } = useWords();
  const { slug } = edition;
  const places: { id: TeamNavPlace; href: string }[] = [
    { id: 'board', href: to.teamEdition(slug) },
    ...(edition.isLead ? [{ id: 'assignments' as const, href: to.assignments(slug) }] : []),
    ...(edition.doubleShare > 0 ? [{ id: 'adjudication' as const, href: to.adjudication(slug) }] : []),
    { id: 'replies', href: to.replyDesk(slug) },
    ...(edition.state === 'frozen' ? [{ id: 'changes' as const, href: to.changes(slug) }] : []),
    ...(edition.isLead ? [{ id: 'covered' as const, href: to.coveredInEdition(slug) }] : []),
  ];
  return (
    <nav aria-label={t('fieldwork.nav')}>
      <ul className="filters views">
        {places.map((place) => (
          <li key={place.id}>
            <a href={place.href} aria-current={place.id === current ? 'page' : undefined}>
              {t(`fieldwork.nav.${place.id}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={to.methodology(edition.methodologyKey, edition.methodologyVersion)}>{t('fieldwork.nav.method')}</a>
        </li>
      </ul>
    </nav>
  );
}
