import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { loadWordsPage } from '#app/drafting/words/words-page.server.ts';
import { LinkedWords, WordsOrigin } from '#app/drafting/words/words-parts.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async ({ params, url, db, locale }) => {
  const place = url.searchParams.get('od');
  if (place !== null && !/^\d{1,7}$/.test(place)) throw notFound('not a place in a text');
  return loadWordsPage(db, {
    slug: params.slug ?? '',
    code: wholeParam(params.code),
    from: place === null ? null : Number(place),
    locale,
  });
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'textwork.words')}${data ? `: ${data.citation}` : ''} – Paragraf`,
  },
];

export default function Words() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug, code, citation, label, stretches, picked } = page;
  return (
    <Page
      crumbs={[
        { label: page.title, to: to.consultation(slug), lang: 'pl' },
        { label: citation, to: to.clause(slug, code) },
        { label: t('textwork.words') },
      ]}
    >
      <PageHead kind={t('textwork.words')} title={bindSpaces(citation)} lead={t('textwork.words.lead')} />
      <div className="stack">
        {stretches.length > 0 ? (
          <div className="act" lang="pl">
            <p>
              {label ? `${bindSpaces(label)} ` : ''}
              <LinkedWords slug={slug} code={code} stretches={stretches} picked={picked?.stretch ?? null} />
            </p>
          </div>
        ) : (
          <p>{t('textwork.words.none')}</p>
        )}
        {picked ? <WordsOrigin page={{ ...page, picked }} /> : null}
        <p>
          <a className="tap" href={to.clause(slug, code)}>
            {t('textwork.words.back', { citation })}
          </a>
        </p>
      </div>
    </Page>
  );
}
