import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { pageAsked } from '#app/monitoring/cards/edition-table.ts';
import { getAcrossPage } from '#app/monitoring/pages/across-page.server.ts';
import { AcrossView } from '#app/monitoring/pages/across-view.tsx';
import { IssueNotices } from '#app/monitoring/pages/issue-notices.tsx';

export const loader = handler(async ({ request, db, params, url, locale }) => {
  const page = await getAcrossPage(db, {
    slug: params.slug ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
    indicator: params.indicator ?? '',
    page: pageAsked(url.searchParams),
    collator: new Intl.Collator(locale),
  });
  return { title: `${page.indicator.id}. ${page.indicator.question[locale]}`, page };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function IndicatorAcross() {
  const { page } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { slug, title } = page.edition;
  return (
    <Page
      crumbs={[
        { label: t('nav.scorecards'), to: to.editions() },
        { label: title[locale], to: to.edition(slug) },
        { label: page.indicator.id },
      ]}
    >
      <IssueNotices shown={page.shown} newestHref={to.edition(slug)} />
      <AcrossView page={page} />
    </Page>
  );
}
