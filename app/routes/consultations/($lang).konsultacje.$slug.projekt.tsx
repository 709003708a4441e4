import { Polish } from '#app/components/polish.tsx';
import type { Skip } from '#app/components/site-frame.tsx';
import { useLoaderData } from '@remix-run/react';
import { redirect, type MetaFunction } from '@remix-run/node';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { commentCount } from '#app/drafting/acts/consultation-facts.server.ts';
import { FactsLine } from '#app/drafting/course/facts-line.tsx';
import { SelectHint, SelectWords } from '#app/drafting/acts/select-words.tsx';
import { Reader } from '#app/drafting/acts/reader.tsx';
import { partOfUnit, readingPage } from '#app/drafting/acts/reading-page.server.ts';
import { amendmentsInText } from '#app/drafting/pages/amendments-in-text.server.ts';
import { AmendmentsUnder } from '#app/drafting/pages/under-unit.tsx';
import { Stages } from '#app/drafting/course/stages.tsx';
import type { Db } from '#app/db/client.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';

export const loader = handler(async ({ params, url, db, t, to, locale }) => {
  const now = new Date();
  const [slug, asked] = [params.slug ?? '', url.searchParams];
  const code = wholeOrNone(asked.get('jednostka'));
  if (code !== undefined) return redirect(await addressOfUnit(db, { slug, code, act: to.draft(slug) }));
  const part = wholeOrNone(asked.get('czesc'));
  const hasAmendments = asked.get('poprawki') === '1';
  const words = asked.get('szukaj')?.slice(0, 200) ?? '';
  const page = await readingPage(db, slug, now, {
    words,
    whole: asked.get('calosc') === '1',
    amendments: hasAmendments,
    ...(part === undefined ? {} : { part }),
  });
  return {
    ...page,
    comments: await commentCount(db, page.facts.id),
    under: hasAmendments ? await amendmentsInText(db, { slug, units: page.units, locale }) : null,
    now,
    kind: t('draft.title'),
  };
});

/** A unit on the page that it stands on; a unit that is not there leads to the act. */
async function addressOfUnit(
  db: Db,
  { slug, code, act }: { slug: string; code: number; act: string },
): Promise<string> {
  const part = await partOfUnit(db, slug, code);
  return `${act}${part === null || part === 1 ? '' : `?czesc=${part}`}#j${code}`;
}

const wholeOrNone = (value: string | null): number | undefined =>
  value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;

export const handle = { skip: { to: 'tekst', label: 'nav.skip-text' } satisfies Skip };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.facts.title}: ${data.kind} – Paragraf` : 'Paragraf' },
  { name: 'description', content: data?.facts.summary ?? '' },
];

export default function Draft() {
  const { facts, comments, head, units, reasons, part, search, under, now } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page crumbs={consultationCrumbs({ t, to }, facts, { label: t('draft.title') })}>
      <PageHead
        kind={t('draft.version', {
          place: facts.municipality,
          number: facts.version,
          date: formatDate(locale, facts.versionAt),
        })}
        title={<Polish>{facts.title}</Polish>}
      >
        <FactsLine facts={facts} comments={comments} now={now} />
        {facts.isDemo ? <p className="note">{t('draft.demo')}</p> : null}
      </PageHead>
      <p className="actions draft-actions">
        {facts.stage === 'open' ? (
          <a className="btn" href={to.newRemark(facts.slug)}>
            {t('register.new.title')}
          </a>
        ) : null}
        <a className="btn btn--quiet" href={to.remarks(facts.slug)}>
          {t('draft.all-remarks')}
        </a>
        {facts.version > 1 ? <a href={to.redline(facts.slug, 1, facts.version)}>{t('draft.what-changed')}</a> : null}
        {facts.counts.amendments > 0 || under ? (
          <a
            className="tap"
            href={to.draft(facts.slug, {
              czesc: part && part.number !== 1 ? part.number : null,
              calosc: part?.number === null ? 1 : null,
              poprawki: under ? null : 1,
            })}
          >
            {t(under ? 'draft.amendments.hide' : 'draft.amendments.show')}
          </a>
        ) : null}
        <a href={to.text(facts.slug)}>{t('draft.clean-text')}</a>
        <a href={to.textFile(facts.slug)}>{t('draft.text-file')}</a>
      </p>
      <Stages facts={facts} now={now} />
      {facts.stage === 'open' ? (
        <p className="note w-40 draft-hint">
          {t('draft.how')} <SelectHint />
        </p>
      ) : null}
      <Reader
        slug={facts.slug}
        units={units}
        head={head}
        reasons={reasons}
        takesRemarks={facts.stage === 'open'}
        part={part}
        search={search}
        {...(under
          ? {
              renderUnder: ({ code }) => (
                <AmendmentsUnder slug={facts.slug} under={under.find((each) => each.code === code)} />
              ),
            }
          : {})}
      />
      {facts.stage === 'open' ? <SelectWords slug={facts.slug} /> : null}
    </Page>
  );
}
