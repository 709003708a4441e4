import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { mayUpload } from '#app/monitoring/bridge/upload-methodology.server.ts';
import { listMethodologies } from '#app/monitoring/access/methodologies.server.ts';

export const loader = handler(async ({ request, db, t }) => {
  const viewer = await getViewer(request);
  return {
    title: t('fieldwork.methods.title'),
    methodologies: await listMethodologies(db),
    mayAdd: viewer !== null && mayUpload(viewer),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function Methodologies() {
  const { title, methodologies, mayAdd } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.scorecards'), to: to.editions() }, { label: title }]}>
      <PageHead title={title} lead={t('fieldwork.methods.lead')} />
      <ul className="picks" role="list">
        {methodologies.map((each) => (
          <li key={`${each.key} ${each.version}`}>
            <a href={to.methodology(each.key, each.version)}>{each.title[locale]}</a>
            <span className="quiet">
              {each.version}
              {each.team === null ? '' : `, ${each.team}`}
            </span>
          </li>
        ))}
      </ul>
      {mayAdd ? (
        <p className="actions pt-3">
          <a className="btn btn--quiet" href={to.methodologyUpload()}>
            {t('fieldwork.methods.upload')}
          </a>
        </p>
      ) : null}
    </Page>
  );
}
