import type { MetaFunction } from '@remix-run/node';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { helpPages, type HelpTask } from '#app/about/help.ts';
import { ListeningSection } from '#app/about/listening-section.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async () => null);

export const meta: MetaFunction = ({ location }) => [
  { title: `${helpPages[localeOfPath(location.pathname)].title} – Paragraf` },
];

export default function Help() {
  const page = helpPages[useLocale()];
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: page.title }]}>
      <PageHead title={page.title} lead={page.lead}>
        <ol className="help-index">
          {page.tasks.map((task) => (
            <li key={task.id}>
              <a href={`#${task.id}`}>{task.title}</a>
            </li>
          ))}
        </ol>
      </PageHead>
      <div className="split">
        {page.tasks.map((task) => (
          <Task key={task.id} task={task} />
        ))}
        <section className="section" aria-labelledby="zasady">
          <h2 id="zasady">{page.rulesTitle}</h2>
          <ul className="stack stack--2 w-40">
            {page.rules.map((rule) => (
              <li key={rule}>{bindSpaces(rule)}</li>
            ))}
          </ul>
        </section>
        <ListeningSection />
      </div>
    </Page>
  );
}

function Task({ task }: { task: HelpTask }) {
  const to = usePaths();
  return (
    <section className="section" aria-labelledby={task.id}>
      <div>
        <p className="hint">{task.role}</p>
        <h2 id={task.id}>{task.title}</h2>
      </div>
      <ol className="stack stack--2 w-40">
        {task.steps.map((step) => (
          <li key={step}>{bindSpaces(step)}</li>
        ))}
      </ol>
      <p className="mt-3">
        <a href={task.link.href(to)}>{task.link.label}</a>
      </p>
    </section>
  );
}
