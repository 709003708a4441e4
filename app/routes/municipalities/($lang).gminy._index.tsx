import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { formatNumber } from '#app/i18n/numbers.ts';
import { translate } from '#app/i18n/translate.ts';
import { MunicipalityItem } from '#app/municipalities/municipality-item.tsx';
import { searchMunicipalities } from '#app/municipalities/search.server.ts';

export const loader = handler(async ({ db, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, bounds.searchedMunicipality);
  const voivodeship = url.searchParams.get('woj') ?? '';
  const list = await searchMunicipalities(db, { q, voivodeship, page: Number(url.searchParams.get('strona') ?? 1) });
  return { q, voivodeship, list };
});

export const meta: MetaFunction<typeof loader> = ({ location, data }) => {
  const locale = localeOfPath(location.pathname);
  const title = data?.q
    ? translate(locale, 'municipalities.title-of', { q: data.q })
    : translate(locale, 'nav.municipalities');
  const page =
    data && data.list.page > 1
      ? `. ${translate(locale, 'list.page', { page: data.list.page, pages: data.list.pages })}`
      : '';
  return [{ title: `${title}${page} – Paragraf` }];
};

export default function Municipalities() {
  const { q, voivodeship, list } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: t('nav.municipalities') }]}>
      <PageHead title={t('municipalities.title')} lead={t('municipalities.lead')} />
      <SearchForm q={q} voivodeship={voivodeship} voivodeships={list.voivodeships} />
      <section className="section" aria-labelledby="wyniki">
        <h2 id="wyniki">{t('municipalities.count', { count: list.count, shown: formatNumber(locale, list.count) })}</h2>
        {list.count === 0 ? (
          <Empty>
            <p>{t(q ? 'municipalities.none' : 'municipalities.nothing', { q })}</p>
            <p>
              <a href={to.municipalities()}>{t('municipalities.all')}</a>
            </p>
          </Empty>
        ) : (
          <ul className="rows rows--split rows--close">
            {list.rows.map((row) => (
              <MunicipalityItem key={row.teryt} row={row} />
            ))}
          </ul>
        )}
        <Pages
          page={list.page}
          pages={list.pages}
          href={(strona) => to.municipalities(q, { woj: voivodeship, strona })}
        />
      </section>
    </Page>
  );
}

function SearchForm({ q, voivodeship, voivodeships }: { q: string; voivodeship: string; voivodeships: string[] }) {
  const t = useT();
  return (
    <form method="get" role="search" className="inline-form find">
      <div className="field">
        <label htmlFor="q">{t('municipalities.search')}</label>
        <p className="hint" id="q-hint">
          {t('municipalities.search-hint')}
        </p>
        <input
          className="input"
          type="search"
          id="q"
          name="q"
          defaultValue={q}
          maxLength={bounds.searchedMunicipality}
          aria-describedby="q-hint"
        />
      </div>
      <div className="field">
        <label htmlFor="woj">{t('municipality.voivodeship')}</label>
        <select className="input" id="woj" name="woj" defaultValue={voivodeship}>
          <option value="">{t('municipalities.any')}</option>
          {voivodeships.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button className="btn" type="submit">
        {t('form.search')}
      </button>
    </form>
  );
}

function Pages({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const t = useT();
  if (pages === 1) return null;
  return (
    <nav aria-label={t('municipalities.pages')} className="actions mt-4">
      {page > 1 ? (
        <a className="btn btn--quiet" rel="prev" href={href(page - 1)}>
          {t('list.previous')}
        </a>
      ) : null}
      <span>{t('list.page', { page, pages })}</span>
      {page < pages ? (
        <a className="btn btn--quiet" rel="next" href={href(page + 1)}>
          {t('list.next')}
        </a>
      ) : null}
    </nav>
  );
}
