import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ params, db }) => {
  const { slug, title } = await loadDraft(db, { slug: params.slug ?? '' });
  return { slug, title };
});

export const handle = { guestsWrite: true };

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.sent.title');

/** A guest's letter was sent and waits for the link. */
export default function Sent() {
  const { slug, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: title, to: to.consultation(slug), lang: 'pl' }, { label: t('register.sent.title') }]}>
      <PageHead title={t('register.sent.title')} lead={t('register.sent.lead')} />
      <div className="stack w-40">
        <p>{t('register.sent.none')}</p>
        <p className="actions">
          <a className="btn btn--quiet" href={to.draft(slug)}>
            {t('register.new.back')}
          </a>
        </p>
      </div>
    </Page>
  );
}
