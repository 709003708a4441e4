import { signedComment } from '#app/drafting/talk/comment-signature.server.ts';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SelectWords } from '#app/drafting/acts/select-words.tsx';
import { ClauseHistory, ClauseWords, GoneClauseBody, TermLine } from '#app/drafting/pages/clause-parts.tsx';
import { loadClausePage, type ClausePage } from '#app/drafting/pages/clause-page.server.ts';
import type { ConsultationHead } from '#app/drafting/course/consultation-head.server.ts';
import type { GoneClause } from '#app/drafting/talk/clause-history.server.ts';
import type { CommentPage } from '#app/drafting/talk/comments.server.ts';
import { Grounds, type FiguresNow } from '#app/drafting/grounds/grounds-view.tsx';
import { CommentSection, type SignedComment } from '#app/drafting/talk/comment-parts.tsx';
import { mayCoverIn } from '#app/redaction/may-cover.server.ts';
import { pageNumber, wholeParam } from '#app/drafting/remarks/params.ts';
import { RemarkCard } from '#app/drafting/remarks/remark-parts.tsx';
import { ownSignedComments } from '#app/account/naming/signed-texts.server.ts';
import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { figuresNow } from '#app/surveys/survey-figures.server.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async ({ params, url, db, locale, request }) => {
  const now = new Date();
  const loaded = await loadClausePage(db, {
    slug: params.slug ?? '',
    code: wholeParam(params.code),
    page: pageNumber(url),
    remarkPage: pageNumber(url, 'uwagi'),
    thread: url.searchParams.get('watek'),
    order: url.searchParams.get('kolejnosc') === 'najstarsze' ? 'oldest' : 'newest',
    locale,
    now,
  });
  const viewer = await getViewer(request);
  return {
    ...loaded,
    now,
    figures: await figuresNow(db, loaded.page?.grounds ?? []),
    signature: viewer?.verified ? await signedComment(db, { viewer, slug: params.slug ?? '' }) : null,
    mayCover: await mayCoverIn(db, { viewer, slug: params.slug ?? '' }),
    own: viewer ? await ownSignedComments(db, { viewer, slug: params.slug ?? '' }) : [],
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const name = data?.page
    ? `${data.page.clause.citation}. ${data.page.consultation.title}`
    : data?.gone
      ? data.gone.citation
      : '';
  return [{ title: `${name} – Paragraf` }];
};

export default function Clause() {
  const loaded = useLoaderData<typeof loader>();
  if (loaded.page)
    return (
      <Present
        page={loaded.page}
        now={loaded.now}
        figures={loaded.figures}
        signature={loaded.signature}
        mayCover={loaded.mayCover}
        own={loaded.own}
      />
    );
  return loaded.gone ? (
    <Gone
      gone={loaded.gone}
      consultation={loaded.consultation}
      comments={loaded.comments}
      mayCover={loaded.mayCover}
      own={loaded.own}
    />
  ) : null;
}

function Present({
  page,
  now,
  figures,
  signature,
  mayCover,
  own,
}: {
  page: ClausePage;
  now: Date;
  figures: FiguresNow;
  signature: SignedComment | null;
  mayCover: boolean;
  own: string[];
}) {
  const t = useT();
  const to = usePaths();
  const { consultation, clause } = page;
  const { slug } = consultation;
  const isOpen = consultation.stage === 'open';
  const parents = page.parents.map((parent) => ({
    label: parent.heading || parent.citation,
    to: to.clause(slug, parent.code),
    ...(parent.heading ? { lang: 'pl' as const } : {}),
  }));
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(slug), lang: 'pl' },
        { label: t('drafting.desk.draft'), to: to.draft(slug) },
        ...parents,
        { label: clause.citation },
      ]}
    >
      <PageHead
        kind={t('drafting.clause.words', { version: consultation.version })}
        title={bindSpaces(clause.citation.charAt(0).toLocaleUpperCase('pl') + clause.citation.slice(1))}
      >
        <p className="facts">
          <span>
            <TermLine consultation={consultation} now={now} />
          </span>
        </p>
        {isOpen ? (
          <p className="actions mt-4">
            <a className="btn" href={to.propose(slug, clause.code)}>
              {t('drafting.clause.propose')}
            </a>
            <a className="btn btn--quiet" href={to.propose(slug, clause.code, 'none')}>
              {t('drafting.clause.remark', { citation: clause.citation })}
            </a>
          </p>
        ) : null}
      </PageHead>
      <ClauseWords clause={clause} below={page.below} slug={slug} stretches={page.stretches} />
      <CoverLink may={mayCover} type="unit" id={clause.revisionId} name={clause.citation} />
      <Grounds grounds={page.grounds} now={figures} />
      {isOpen ? <SelectWords slug={slug} /> : null}
      {page.stretches.length > 0 ? <p className="note">{t('textwork.words.click')}</p> : null}
      <div className="split">
        <Amendments page={page} />
        <CommentSection
          comments={page.comments}
          place={{ slug, code: clause.code }}
          citation={clause.citation}
          canAnswer={isOpen}
          mayCover={mayCover}
          own={own}
          signature={signature}
        />
        <section className="section" aria-labelledby="h-skad">
          <h2 id="h-skad">{t('drafting.clause.history')}</h2>
          <ClauseHistory steps={page.history} slug={slug} hasBelow={page.below.length > 0} />
        </section>
      </div>
    </Page>
  );
}

function Amendments({ page }: { page: ClausePage }) {
  const t = useT();
  const {
    open,
    decided,
    counts,
    remarkPage,
    remarkPages,
    consultation: { slug },
    clause,
  } = page;
  const to = usePaths();
  return (
    <section className="section" aria-labelledby="h-poprawki">
      <h2 id="h-poprawki">{t('drafting.remarks')}</h2>
      {open.length + decided.length === 0 ? (
        <p className="by">
          {t(
            page.below.some(({ remarks }) => remarks > 0)
              ? 'textwork.below.elsewhere'
              : 'drafting.clause.no-amendments',
            { citation: clause.citation },
          )}
        </p>
      ) : null}
      {open.some(({ kind }) => kind === 'amendment') ? (
        <p>
          <a className="tap" href={to.wordings(slug, clause.code)}>
            {t('deciding.wordings.compare')}
          </a>
        </p>
      ) : null}
      <div className="stack">
        {open.map((remark) => (
          <RemarkCard key={remark.number} remark={remark} slug={slug} />
        ))}
        {remarkPages > 1 ? (
          <p className="by">
            {t('list.page', { page: remarkPage, pages: remarkPages })}{' '}
            {remarkPage > 1 ? (
              <a className="tap" href={to.clausePage(slug, clause.code, remarkPage - 1)}>
                {t('list.previous')}
              </a>
            ) : null}{' '}
            {remarkPage < remarkPages ? (
              <a className="tap" href={to.clausePage(slug, clause.code, remarkPage + 1)}>
                {t('list.next')}
              </a>
            ) : null}
          </p>
        ) : null}
        {counts.decided > decided.length ? (
          <p>
            <a className="tap" href={to.remarks(slug, { jednostka: clause.code })}>
              {t('textwork.clause.all-remarks', { count: counts.open + counts.decided })}
            </a>
          </p>
        ) : null}
        {decided.length > 0 ? (
          <details>
            <summary>{t('drafting.clause.decided', { count: counts.decided })}</summary>
            <div className="stack mt-4">
              {decided.map((remark) => (
                <RemarkCard key={remark.number} remark={remark} slug={slug} />
              ))}
            </div>
          </details>
        ) : null}
      </div>
    </section>
  );
}

function Gone({
  gone,
  consultation,
  comments,
  mayCover,
  own,
}: {
  gone: GoneClause;
  consultation: ConsultationHead;
  comments: CommentPage;
  mayCover: boolean;
  own: string[];
}) {
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(consultation.slug), lang: 'pl' },
        { label: t('drafting.desk.draft'), to: to.draft(consultation.slug) },
        { label: gone.citation },
      ]}
    >
      <PageHead
        title={t('drafting.clause.gone')}
        lead={t(gone.wasMerged ? 'textwork.clause.merged-lead' : 'drafting.clause.gone-lead', {
          from: gone.from,
          to: gone.last,
          citation: gone.citation,
          version: gone.version,
        })}
      />
      <GoneClauseBody gone={gone} slug={consultation.slug} />
      {comments.count > 0 ? (
        <CommentSection
          comments={comments}
          place={{ slug: consultation.slug, code: gone.code }}
          citation={gone.citation}
          canAnswer={false}
          mayCover={mayCover}
          own={own}
          signature={null}
        />
      ) : null}
    </Page>
  );
}
