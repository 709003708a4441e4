import { Polish } from '#app/components/polish.tsx';
import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { CleanText } from '#app/drafting/acts/clean-text.tsx';
import { ReferenceNotes } from '#app/drafting/acts/reference-notes.tsx';
import { VersionNote, shortHash } from '#app/drafting/acts/version-rows.tsx';
import { versionText } from '#app/drafting/acts/version-text.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';

export const loader = handler(async ({ params, db, t }) => {
  const number = params.n ?? '';
  if (!/^\d{1,6}$/.test(number)) throw notFound('not a version number');
  return {
    ...(await versionText(db, { slug: params.slug ?? '', number: Number(number), now: new Date() })),
    list: t('versions.title'),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.facts.title} (${data.version.number}) – Paragraf` : 'Paragraf' },
];

export default function Version() {
  const { facts, version, head, units, reasons, list } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const isCurrent = version.number === facts.version;
  return (
    <Page
      crumbs={consultationCrumbs(
        { t, to },
        facts,
        { label: list, to: to.versions(facts.slug) },
        { label: t('versions.number', { number: version.number }) },
      )}
    >
      <PageHead
        kind={<Polish>{facts.title}</Polish>}
        title={t('versions.number', { number: version.number })}
        lead={<VersionNote version={version} />}
      >
        <ul className="facts">
          <li>
            {formatDateTime(locale, version.createdAt)}
            {version.madeBy ? `, ${version.madeBy}` : ''}
          </li>
          <li>
            {isCurrent ? (
              t('versions.current')
            ) : (
              <a href={to.version(facts.slug, facts.version)}>{t('versions.newer', { number: facts.version })}</a>
            )}
          </li>
          <li>
            {t('versions.hash')} <span className="hash">{shortHash(version.hash)}</span>
          </li>
        </ul>
      </PageHead>
      {version.isCovered ? <p className="note">{t('redaction.hash-note')}</p> : null}
      <p className="actions">
        {version.number > 1 ? (
          <a href={to.redline(facts.slug, version.number - 1, version.number)}>{t('versions.what-changed')}</a>
        ) : null}
        {version.causes.map((cause) => (
          <a key={cause.remark} href={to.remark(facts.slug, cause.remark)}>
            {t(`overview.${cause.kind}`, { number: cause.remark })}
          </a>
        ))}
        <a href={to.draftWord(facts.slug, version.number)}>{t('word.nav')}</a>
        {isCurrent ? <a href={to.draft(facts.slug)}>{t('overview.draft')}</a> : null}
        <a href={to.versionDownload(facts.slug, version.number)}>{t('openness.download')}</a>
      </p>
      <ReferenceNotes changes={version.changes} />
      <CleanText head={head} units={units} reasons={reasons} />
    </Page>
  );
}
