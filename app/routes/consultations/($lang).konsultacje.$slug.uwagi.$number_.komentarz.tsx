import { Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signedComment } from '#app/drafting/talk/comment-signature.server.ts';
import { RemarkBody } from '#app/drafting/pages/remark-body.tsx';
import { loadRemarkPage } from '#app/drafting/pages/remark-page.server.ts';
import { TermLine } from '#app/drafting/pages/clause-parts.tsx';
import { CommentForm, OneComment } from '#app/drafting/talk/comment-parts.tsx';
import { findComment } from '#app/drafting/talk/comments.server.ts';
import { takesComments } from '#app/drafting/state/remark-state.ts';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { useRemarkTitle } from '#app/drafting/remarks/remark-parts.tsx';
import { signatureOf } from '#app/drafting/state/signature.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { takeComment } from '#app/http/comment-form.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { requireVerified } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { translate } from '#app/i18n/translate.ts';
import { localeOfPath } from '#app/i18n/locale.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const viewer = await requireVerified(request);
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const now = new Date();
  const page = await loadRemarkPage(db, { slug, number, locale, now });
  if (page.remark.kind !== 'amendment') throw new AppError('not-found', 'comments are on amendments');
  return {
    page,
    now,
    signature: await signedComment(db, { viewer, slug }),
    answered: await findComment(db, { slug, number, id: url.searchParams.get('do') }),
  };
});

export const action = handler(async (context) => {
  const [slug, number] = [context.params.slug ?? '', wholeParam(context.params.number)];
  return takeComment(context, { slug, number }, context.to.remark(slug, number));
});

export const meta: MetaFunction<typeof loader> = ({ data, location, error }) => {
  const locale = localeOfPath(location.pathname);
  const title = translate(locale, 'drafting.comment.field');
  const about =
    error || !data ? '' : `: ${translate(locale, 'drafting.kind.amendment', { number: data.page.remark.number })}`;
  return [{ title: `${title}${about} – Paragraf` }, { name: 'robots', content: 'noindex' }];
};

export default function Comment() {
  const { page, answered, now, signature } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const title = useRemarkTitle();
  const { remark, consultation } = page;
  const { slug } = consultation;
  const name = title(remark, remark.citation);
  const parent = failure?.values.parent?.[0] ?? answered?.id ?? '';
  // A form that was open when the term ended or the author withdrew is still shown, with what was typed.
  const isOpen = takesComments(remark, consultation);
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(slug), lang: 'pl' },
        { label: name, to: to.remark(slug, remark.number) },
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
        lead={name}
      >
        <p className="facts">
          <span>
            <TermLine consultation={consultation} now={now} />
          </span>
        </p>
      </PageHead>
      <RemarkBody page={page} />
      <div className="stack">
        {answered ? (
          <div className="quote">
            <OneComment comment={answered} />
          </div>
        ) : null}
        {isOpen || failure ? (
          <CommentForm
            place={{ slug, number: remark.number }}
            parent={parent}
            failure={failure}
            isAnswer={parent !== ''}
            signature={signature}
          />
        ) : null}
        <p>
          <a className="tap" href={to.remark(slug, remark.number)}>
            {t('textwork.comment.back', { name })}
          </a>
        </p>
      </div>
    </Page>
  );
}
