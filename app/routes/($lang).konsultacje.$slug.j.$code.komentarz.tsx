import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addComment, type AddCommentError } from '#app/amendments/add-comment.server.ts';
import { loadClausePage } from '#app/amendments/clause-page.server.ts';
import { ClauseWords } from '#app/amendments/clause-parts.tsx';
import { CommentForm, OneComment } from '#app/amendments/comment-parts.tsx';
import { findComment } from '#app/amendments/comments.server.ts';
import { wholeParam } from '#app/amendments/params.ts';
import { commentSchema } from '#app/amendments/schema.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/http/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { limitRate } from '#app/http/rate-limit.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireVerified } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { translate, type MessageKey } from '#app/i18n/translate.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async ({ request, params, url, db, locale, to }) => {
  await requireVerified(request);
  const [slug, code] = [params.slug ?? '', wholeParam(params.code)];
  const { page } = await loadClausePage(db, { slug, code, page: 1, locale });
  if (!page || page.consultation.stage !== 'open') throw seeOther(to.clause(slug, code));
  const { clause, below, consultation } = page;
  return { clause, below, consultation, answered: await findComment(db, { slug, code, id: url.searchParams.get('do') }) };
});

const refusals: Record<Exclude<AddCommentError['code'], 'not-verified'>, MessageKey> = {
  closed: 'drafting.error.closed', 'clause-gone': 'drafting.error.clause-gone', parent: 'drafting.error.parent',
};

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireVerified(request);
  const [slug, code] = [params.slug ?? '', wholeParam(params.code)];
  const form = parseForm(await readForm(request), commentSchema);
  if (!form.ok) return refuse(form.failure);
  limitRate(`comment:${viewer.id}`, 20, 600_000);
  const result = await addComment(db, { viewer, slug, code, body: form.value.body, parentId: form.value.parent || null });
  if (result.ok) return seeOther(`${to.clause(slug, code)}?info=comment-added#k-${result.value.id}`);
  if (result.error.code === 'not-verified') return seeOther(to.account());
  return refuse(fieldFailure(form.values, 'body', refusals[result.error.code]));
});

export const meta: MetaFunction<typeof loader> = ({ data, location, error }) => {
  const title = translate(localeOfPath(location.pathname), 'drafting.comment.field');
  return [{ title: `${error || !data ? title : `${title}: ${data.clause.citation}`} – Paragraf` }, { name: 'robots', content: 'noindex' }];
};

export default function Comment() {
  const { clause, below, consultation, answered } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const { slug } = consultation;
  const parent = failure?.values.parent?.[0] ?? answered?.id ?? '';
  return (
    <Page crumbs={[{ label: consultation.title, to: to.consultation(slug) }, { label: clause.citation, to: to.clause(slug, clause.code) }, { label: t('drafting.comments') }]}>
      <PageHead title={answered ? t('drafting.comment.answer-to', { name: answered.authorName }) : t('drafting.comment.field')} />
      <div className="stack">
        <section className="excerpt w-40" aria-label={bindSpaces(clause.citation)}><ClauseWords clause={clause} below={below} slug={slug} /></section>
        {answered ? <div className="quote"><OneComment comment={answered} /></div> : null}
        <CommentForm action={to.comment(slug, clause.code)} parent={parent} failure={failure} isAnswer={parent !== ''} />
        <p><a className="tap" href={to.clause(slug, clause.code)}>{bindSpaces(t('drafting.propose.back', { citation: clause.citation }))}</a></p>
      </div>
    </Page>
  );
}
