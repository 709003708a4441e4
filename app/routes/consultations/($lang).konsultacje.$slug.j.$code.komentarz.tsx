import { Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signedComment } from '#app/drafting/talk/comment-signature.server.ts';
import { loadClausePage } from '#app/drafting/pages/clause-page.server.ts';
import { ClauseWords, TermLine } from '#app/drafting/pages/clause-parts.tsx';
import { CommentForm, OneComment } from '#app/drafting/talk/comment-parts.tsx';
import { findComment } from '#app/drafting/talk/comments.server.ts';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { textLimits } from '#app/drafting/state/remark.ts';
import { signatureOf } from '#app/drafting/state/signature.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { takeComment } from '#app/http/comment-form.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { requireVerified } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { translate } from '#app/i18n/translate.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const viewer = await requireVerified(request);
  const [slug, code] = [params.slug ?? '', wholeParam(params.code)];
  const loaded = await loadClausePage(db, { slug, code, page: 1, locale });
  const { citation, consultation } = loaded.page
    ? { citation: loaded.page.clause.citation, consultation: loaded.page.consultation }
    : { citation: loaded.gone.citation, consultation: loaded.consultation };
  const words = loaded.page && { clause: loaded.page.clause, below: loaded.page.below };
  return {
    code,
    citation,
    consultation,
    words,
    now: new Date(),
    signature: await signedComment(db, { viewer, slug }),
    quote: (url.searchParams.get('cytat') ?? '').slice(0, textLimits.quote),
    answered: await findComment(db, { slug, code, id: url.searchParams.get('do') }),
  };
});

export const action = handler(async (context) => {
  const [slug, code] = [context.params.slug ?? '', wholeParam(context.params.code)];
  return takeComment(context, { slug, code }, context.to.clause(slug, code));
});

export const meta: MetaFunction<typeof loader> = ({ data, location, error }) => {
  const title = translate(localeOfPath(location.pathname), 'drafting.comment.field');
  return [
    { title: `${error || !data ? title : `${title}: ${data.citation}`} – Paragraf` },
    { name: 'robots', content: 'noindex' },
  ];
};

export default function Comment() {
  const { code, citation, words, consultation, answered, now, quote, signature } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const { slug } = consultation;
  // A form that was open when the term ended is still shown, with what was typed.
  const isOpen = words !== null && consultation.stage === 'open';
  const parent = failure?.values.parent?.[0] ?? answered?.id ?? '';
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(slug), lang: 'pl' },
        { label: citation, to: to.clause(slug, code) },
        { label: t('drafting.comments') },
      ]}
    >
      <PageHead
        title={
          answered ? (
            <Sentence>{t('drafting.comment.answer-to', { name: inPolish(signatureOf(answered, t)) })}</Sentence>
          ) : (
            t('drafting.comment.field')
          )
        }
      >
        <p className="facts">
          <span>{words ? <TermLine consultation={consultation} now={now} /> : t('drafting.clause.gone')}</span>
        </p>
      </PageHead>
      <div className="stack">
        {words ? (
          <section className="excerpt w-40" aria-label={bindSpaces(citation)}>
            <ClauseWords clause={words.clause} below={words.below} slug={slug} />
          </section>
        ) : null}
        {answered ? (
          <div className="quote">
            <OneComment comment={answered} />
          </div>
        ) : null}
        {isOpen || failure ? (
          <CommentForm
            place={{ slug, code }}
            parent={parent}
            failure={failure}
            isAnswer={parent !== ''}
            signature={signature}
            quote={quote}
          />
        ) : null}
        <p>
          <a className="tap" href={to.clause(slug, code)}>
            {t('drafting.propose.back', { citation })}
          </a>
        </p>
      </div>
    </Page>
  );
}
