import { usePaths, useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import type { OfficeTask, TaskKind } from './office-tasks.server.ts';

type Paths = ReturnType<typeof usePaths>;

/** Where each kind of work is done. */
const placeOf: Record<TaskKind, (to: Paths, slug: string) => string> = {
  overdue: (to, slug) => to.desk(slug, { stan: 'overdue' }),
  returned: (to, slug) => to.desk(slug, { stan: 'returned' }),
  approve: (to, slug) => to.desk(slug, { stan: 'drafts' }),
  collected: (to, slug) => to.basket(slug),
  mine: (to, slug) => to.desk(slug, { stan: 'mine' }),
  author: (to, slug) => to.desk(slug, { stan: 'author' }),
  'office-approve': (to, slug) => to.officeDrafts(slug),
  'office-returned': (to, slug) => to.officeDrafts(slug),
  covering: (to, slug) => to.coveredList(slug),
  unified: (to, slug) => to.officeUnified(slug),
};

/** What waits for the official, each row with its number, its oldest and the place where it is done. */
export function OfficeTasks({ tasks }: { tasks: readonly OfficeTask[] }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="h-tasks">
      <h2 id="h-tasks">{t('office.tasks')}</h2>
      {tasks.length === 0 ? <p>{t('office.tasks.none')}</p> : null}
      <ul className="rows rows--split">
        {tasks.map(({ kind, slug, title, count, oldest }) => (
          <li key={`${kind} ${slug}`}>
            <div>
              <h3>
                <a href={placeOf[kind](to, slug)}>{t(`office.tasks.${kind}`, { count })}</a>
              </h3>
              <p>{title}</p>
            </div>
            <p className="meta">
              {t(kind === 'overdue' ? 'office.tasks.due' : 'office.tasks.oldest', { date: formatDate(locale, oldest) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
