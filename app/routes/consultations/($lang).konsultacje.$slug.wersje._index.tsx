import { Polish } from '#app/components/polish.tsx';
import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { VersionPicker } from '#app/drafting/acts/redline-parts.tsx';
import { VersionRows } from '#app/drafting/acts/version-rows.tsx';
import { listVersions } from '#app/drafting/acts/version-list.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ params, db, t }) => {
  const facts = await consultationFacts(db, params.slug ?? '', new Date());
  return { facts, versions: await listVersions(db, facts.id), title: t('versions.title') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.facts.title} – Paragraf` : 'Paragraf' },
];

export default function Versions() {
  const { facts, versions, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={consultationCrumbs({ t, to }, facts, { label: title })}>
      <PageHead
        kind={<Polish>{facts.title}</Polish>}
        title={title}
        lead={t('versions.lead', { count: versions.length })}
      />
      {versions.length > 1 ? (
        <VersionPicker slug={facts.slug} versions={versions} from={1} to={facts.version} view="tekst" />
      ) : null}
      <VersionRows slug={facts.slug} versions={versions} />
    </Page>
  );
}
