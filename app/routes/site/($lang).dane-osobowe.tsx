import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Fact, MissingNotice } from '#app/about/operator-parts.tsx';
import { readOperator } from '#app/about/operator.server.ts';
import { privacyPages, type PrivacySection } from '#app/about/privacy.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async () => readOperator());

export const meta: MetaFunction = ({ location }) => [
  { title: `${privacyPages[localeOfPath(location.pathname)].title} – Paragraf` },
];

export default function Privacy() {
  const operator = useLoaderData<typeof loader>();
  const page = privacyPages[useLocale()];
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: page.title }]}>
      <PageHead title={page.title} lead={page.lead} />
      <MissingNotice operator={operator} />
      <section className="section" aria-labelledby="administrator">
        <h2 id="administrator">{page.controllerTitle}</h2>
        <div className="stack stack--2 w-40">
          <p>{page.controller}</p>
          <dl className="kv">
            <dt>{t('about.name')}</dt>
            <dd>
              <Fact operator={operator} fact="name" />
            </dd>
            <dt>{t('about.address')}</dt>
            <dd>
              <Fact operator={operator} fact="address" />
            </dd>
            <dt>{t('person.email')}</dt>
            <dd>
              <Fact operator={operator} fact="email" />
            </dd>
          </dl>
        </div>
      </section>
      {page.sections.map((section) => (
        <Part key={section.id} section={section} />
      ))}
    </Page>
  );
}

function Part({ section }: { section: PrivacySection }) {
  return (
    <section className="section" aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      <div className="stack w-40">
        {section.paragraphs.map((text) => (
          <p key={text}>{bindSpaces(text)}</p>
        ))}
        {section.list ? (
          <ul className="stack stack--2">
            {section.list.map((text) => (
              <li key={text}>{bindSpaces(text)}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
