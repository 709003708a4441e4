import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadGroupList } from '#app/drafting/rulings/group-page.server.ts';
import { GroupTable } from '#app/drafting/rulings/group-parts.tsx';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(({ params, db }) => loadGroupList(db, { slug: params.slug ?? '' }));

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'deciding.groups')}${data ? `. ${data.consultation.title}` : ''} – Paragraf`,
  },
];

export default function Groups() {
  const { consultation, groups } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(consultation.slug), lang: 'pl' },
        { label: t('drafting.remarks'), to: to.remarks(consultation.slug) },
        { label: t('deciding.groups') },
      ]}
    >
      <PageHead title={t('deciding.groups')} lead={t('deciding.group.apart')} />
      {groups.length > 0 ? (
        <GroupTable groups={groups} slug={consultation.slug} />
      ) : (
        <Empty>
          <p>{t('deciding.groups.none')}</p>
          <a className="tap" href={to.remarks(consultation.slug)}>
            {t('drafting.remarks')}
          </a>
        </Empty>
      )}
    </Page>
  );
}
