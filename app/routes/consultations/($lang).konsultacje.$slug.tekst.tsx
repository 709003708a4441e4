import { Polish } from '#app/components/polish.tsx';
import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { Page } from '#app/components/page-parts.tsx';
import { CleanText } from '#app/drafting/acts/clean-text.tsx';
import { shortHash } from '#app/drafting/acts/version-rows.tsx';
import { versionText } from '#app/drafting/acts/version-text.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';

export const loader = handler(async ({ params, db, t }) => ({
  ...(await versionText(db, { slug: params.slug ?? '', now: new Date() })),
  kind: t('text.title'),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.facts.title}: ${data.kind} – Paragraf` : 'Paragraf' },
];

export default function UnifiedText() {
  const { facts, version, head, units, reasons } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page>
      <div className="head">
        <p className="kind">
          {t('text.state', {
            place: facts.municipality,
            number: version.number,
            date: formatDate(locale, version.createdAt),
          })}
        </p>
        <h1 className="size-6">
          <Polish>{facts.title}</Polish>
        </h1>
        <p className="by">
          {t('text.not-in-force')} {t('versions.hash')} <span className="hash">{shortHash(version.hash)}</span>
        </p>
        <p className="actions no-print">
          <a href={to.draft(facts.slug)}>{t('overview.draft')}</a>
          <a href={to.textFile(facts.slug, 'pdf')}>{t('format.pdf')}</a>
          <a href={to.textFile(facts.slug)}>{t('draft.text-file')}</a>
          <a href={to.versionDownload(facts.slug, version.number)}>{t('format.all')}</a>
          <a href={to.versions(facts.slug)}>{t('versions.title')}</a>
        </p>
      </div>
      <CleanText head={head} units={units} reasons={reasons} />
    </Page>
  );
}
