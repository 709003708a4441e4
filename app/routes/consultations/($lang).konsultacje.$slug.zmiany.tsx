import { LawArticle } from '#app/drafting/acts/act-text.tsx';
import { Polish } from '#app/components/polish.tsx';
import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { RedlineUnits, type RedlineContext } from '#app/drafting/acts/redline-view.tsx';
import { Legend, viewKeys, RedlineLead, Renumbered, VersionPicker, Views } from '#app/drafting/acts/redline-parts.tsx';
import { redlinePage } from '#app/drafting/acts/redline-page.server.ts';
import { WasIs } from '#app/drafting/acts/was-is.tsx';
import { redlineView, versionNumber } from '#app/drafting/acts/compared-versions.ts';
import { ReferenceNotes } from '#app/drafting/acts/reference-notes.tsx';
import { SideBySide } from '#app/drafting/acts/side-by-side.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ params, url, db, locale, t }) => {
  const view = redlineView(url);
  const now = new Date();
  const page = await redlinePage(db, {
    slug: params.slug ?? '',
    from: versionNumber(url, 'od'),
    to: versionNumber(url, 'do'),
    locale,
    now,
  });
  return { ...page, view, title: t('redline.title') };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Paragraf' }];
  const title = translate(localeOfPath(location.pathname), 'redline.title-of', { from: data.from, to: data.to });
  return [{ title: `${title}: ${data.facts.title} – Paragraf` }];
};

export default function Changes() {
  const { facts, from, to: target, versions, diff, causes, view, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const context: RedlineContext = {
    slug: facts.slug,
    causes,
    versions: new Map(versions.map((version) => [version.number, version])),
  };
  return (
    <Page crumbs={consultationCrumbs({ t, to }, facts, { label: title })}>
      <PageHead
        kind={<Polish>{facts.title}</Polish>}
        title={title}
        lead={<RedlineLead diff={diff} causes={causes} context={context} same={from === target} />}
      />
      <VersionPicker slug={facts.slug} versions={versions} from={from} to={target} view={view} />
      <Views slug={facts.slug} from={from} to={target} view={view} />
      {diff.changes.length > 0 ? (
        <p className="actions no-print">
          <a href={to.redlineWord(facts.slug, from, target)}>{t('word.nav')}</a>
        </p>
      ) : null}
      <section className="section mt-4" aria-labelledby="h-changes">
        <h2 id="h-changes">{t(viewKeys[view])}</h2>
        {diff.changes.length === 0 ? (
          <Empty>
            <p>{t('redline.none')}</p>
            <p>
              <a href={to.versions(facts.slug)}>{t('versions.title')}</a>
            </p>
          </Empty>
        ) : null}
        {diff.changes.length > 0 && view === 'bylo-jest' ? (
          <>
            <p className="note">
              {t('wasis.note')} <a href={to.redlineFile(facts.slug, from, target)}>{t('textwork.was-is.file')}</a>{' '}
              <a href={to.redlineFile(facts.slug, from, target, 'csv')}>CSV</a>
            </p>
            <WasIs changes={diff.changes} context={context} caption={t('wasis.caption', { from, to: target })} />
          </>
        ) : null}
        {diff.changes.length > 0 && view === 'tekst' ? (
          <>
            <Legend />
            <div className="reader reader--plain">
              <LawArticle className="act--notes" label={t('redline.in-text')}>
                <RedlineUnits units={diff.units} context={context} />
              </LawArticle>
            </div>
          </>
        ) : null}
        {diff.changes.length > 0 && view === 'obok' ? (
          <SideBySide changes={diff.changes} from={from} to={target} />
        ) : null}
        <Renumbered items={diff.renumbered} context={context} />
        {target === from + 1 ? (
          <ReferenceNotes changes={versions.find(({ number }) => number === target)?.changes ?? []} />
        ) : null}
      </section>
    </Page>
  );
}
