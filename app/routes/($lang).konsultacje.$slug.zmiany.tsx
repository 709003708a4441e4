import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { RedlineUnits, type RedlineContext } from '#app/consultations/redline-view.tsx';
import { Legend, RedlineLead, Renumbered, VersionPicker, Views } from '#app/consultations/redline-parts.tsx';
import { redlinePage } from '#app/consultations/redline-page.server.ts';
import { WasIs } from '#app/consultations/was-is.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ params, url, db, locale, t }) => {
  const view = url.searchParams.get('widok');
  if (view !== null && view !== 'bylo-jest') throw new AppError('bad-request', 'unknown view');
  const now = new Date();
  const page = await redlinePage(db, { slug: params.slug ?? '', from: versionNumber(url, 'od'), to: versionNumber(url, 'do'), locale, now });
  return { ...page, wasIs: view === 'bylo-jest', title: t('redline.title') };
});

/** A version number of the address; null when it is not given, bad-request when it is not a number. */
function versionNumber(url: URL, name: string): number | null {
  const text = url.searchParams.get(name);
  if (text === null || text === '') return null;
  if (!/^\d{1,6}$/.test(text)) throw new AppError('bad-request', 'not a version number');
  return Number(text);
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Paragraf' }];
  const title = translate(localeOfPath(location.pathname), 'redline.title-of', { from: data.from, to: data.to });
  return [{ title: `${title}: ${data.facts.title} – Paragraf` }];
};

export default function Changes() {
  const { facts, from, to: target, versions, diff, causes, wasIs, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const context: RedlineContext = { slug: facts.slug, causes, versions: new Map(versions.map((version) => [version.number, version])) };
  return (
    <Page crumbs={[{ label: t('consultations.title'), to: to.consultations() }, { label: facts.title, to: to.consultation(facts.slug) }, { label: title }]}>
      <PageHead kind={facts.title} title={title} lead={<RedlineLead diff={diff} causes={causes} context={context} same={from === target} />} />
      <VersionPicker slug={facts.slug} versions={versions} from={from} to={target} wasIs={wasIs} />
      <Views slug={facts.slug} from={from} to={target} wasIs={wasIs} />
      <section className="section mt-4" aria-labelledby="h-changes">
        <h2 id="h-changes">{t(wasIs ? 'wasis.title' : 'redline.in-text')}</h2>
        {diff.changes.length === 0 ? <Empty><p>{t('redline.none')}</p><p><a href={to.versions(facts.slug)}>{t('versions.title')}</a></p></Empty> : null}
        {diff.changes.length > 0 && wasIs ? <><p className="note">{t('wasis.note')}</p><WasIs changes={diff.changes} context={context} caption={t('wasis.caption', { from, to: target })} /></> : null}
        {diff.changes.length > 0 && !wasIs ? (
          <>
            <Legend />
            <div className="reader reader--plain"><article className="act act--hung act--notes" aria-label={t('redline.in-text')}><RedlineUnits units={diff.units} context={context} /></article></div>
          </>
        ) : null}
        <Renumbered items={diff.renumbered} />
      </section>
    </Page>
  );
}
