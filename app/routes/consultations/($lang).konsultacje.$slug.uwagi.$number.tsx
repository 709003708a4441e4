import { Polish } from '#app/components/polish.tsx';
import { landing } from '#app/components/landing.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerFit, type AnswerError, type AuthorAnswer } from '#app/drafting/carry/answer-fit.server.ts';
import { ConsentForm } from '#app/drafting/pages/consent-form.tsx';
import { groupOf } from '#app/drafting/rulings/group-page.server.ts';
import { addedBound } from '#app/drafting/state/word-limits.ts';
import { readNewWords } from '#app/drafting/rulings/new-words.ts';
import { ownSignedComments } from '#app/account/naming/signed-texts.server.ts';
import { CommentSection } from '#app/drafting/talk/comment-parts.tsx';
import { signedComment } from '#app/drafting/talk/comment-signature.server.ts';
import { loadRemarkComments } from '#app/drafting/talk/comments.server.ts';
import { takesComments } from '#app/drafting/state/remark-state.ts';
import { pageNumber, wholeParam } from '#app/drafting/remarks/params.ts';
import { RemarkBody, RemarkHead } from '#app/drafting/pages/remark-body.tsx';
import { loadRemarkPage, loadRemarkPersonal } from '#app/drafting/pages/remark-page.server.ts';
import { coveredNote } from '#app/record/covered/covered-note.server.ts';
import { CoveredLine } from '#app/redaction/redaction-view.tsx';
import { RemarkTrace, RulingSection } from '#app/drafting/pages/remark-trace.tsx';
import { answerSchema } from '#app/drafting/remarks/schema.ts';
import { loadSupportBox } from '#app/drafting/talk/support-box.server.ts';
import { SupportSection } from '#app/drafting/talk/support-box.tsx';
import { broughtWords } from '#app/drafting/words/brought-words.server.ts';
import { BroughtWordsSection } from '#app/drafting/words/brought-words.tsx';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { UnsignSection } from '#app/drafting/talk/unsign-form.tsx';
import { Notice, Page } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { getViewer, requireVerified, requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate, type MessageKey } from '#app/i18n/translate.ts';
import { CitedIn } from '#app/drafting/grounds/grounds-view.tsx';
import { citationsOf } from '#app/drafting/grounds/grounds.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const [slug, number, now] = [params.slug ?? '', wholeParam(params.number), new Date()];
  const page = await loadRemarkPage(db, { slug, number, locale, now });
  const viewer = await getViewer(request);
  return {
    page,
    group: await groupOf(db, { slug, number }),
    personal: viewer && (await loadRemarkPersonal(db, { slug, number, viewer, locale })),
    now,
    covered: await coveredNote(db, { slug, number }),
    box: await loadSupportBox(db, { slug, number, viewerId: viewer?.id ?? null }),
    cited: await citationsOf(db, 'earlier-remark', `${slug}:${number}`),
    brought: await broughtWords(db, { slug, number }),
    comments: await loadRemarkComments(db, {
      slug,
      number,
      page: pageNumber(url),
      expanded: url.searchParams.get('watek'),
      order: url.searchParams.get('kolejnosc') === 'najstarsze' ? 'oldest' : 'newest',
    }),
    signature: viewer?.verified ? await signedComment(db, { viewer, slug }) : null,
    own: viewer ? await ownSignedComments(db, { viewer, slug }) : [],
  };
});

export const action = handler(async (context) => {
  const form = await readForm(context.request, bodyLimits.words);
  switch (form.get('intent')) {
    case 'support':
      return support(context, form);
    case 'answer':
      return answer(context, await requireViewer(context.request), form);
    default:
      throw new AppError('bad-request', 'unknown intent');
  }
});

async function support({ request, params, db, to }: Context, form: FormData) {
  const viewer = await requireVerified(request);
  const [slug, number, asked, wordingHash] = [
    params.slug ?? '',
    wholeParam(params.number),
    form.get('stance'),
    form.get('wording'),
  ];
  const stance = asked === 'support' || asked === 'objection' ? asked : null;
  if (stance === null && asked !== 'none') throw new AppError('bad-request', 'unknown stance');
  const result = await setSupport(db, {
    viewer,
    slug,
    number,
    stance,
    wordingHash: typeof wordingHash === 'string' ? wordingHash : '',
  });
  if (result.ok)
    return seeOther(`${to.remark(slug, number)}?info=${stance ? `${stance}-given` : 'support-withdrawn'}#poparcie`);
  if (result.error.code === 'too-many') throw new AppError('too-many', 'support', { seconds: result.error.seconds });
  if (result.error.code === 'moved') return refuse(fieldFailure({}, 'support', 'notice.wording-moved'), 409);
  // A page that was open while the office decided: the remark itself says what happened.
  return seeOther(to.remark(slug, number));
}

const refusals: Record<AnswerError['code'], { field: 'answer' | 'text'; key: MessageKey; status: 400 | 409 }> = {
  decided: { field: 'answer', key: 'drafting.error.answer-decided', status: 409 },
  moved: { field: 'answer', key: 'drafting.error.answer-moved', status: 409 },
  'not-asked': { field: 'answer', key: 'error.choice', status: 400 },
  'text-required': { field: 'text', key: 'drafting.error.text', status: 400 },
  'nothing-changed': { field: 'text', key: 'drafting.error.same', status: 400 },
  'covered-words': { field: 'text', key: 'redaction.error.typed', status: 400 },
  'too-much': { field: 'text', key: 'drafting.error.too-much', status: 400 },
  'clause-gone': { field: 'answer', key: 'drafting.error.clause-gone', status: 400 },
};

async function answer({ params, db, to }: Context, viewer: Viewer, data: FormData) {
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const form = parseForm(data, answerSchema);
  if (!form.ok) return refuse(form.failure);
  const { answer: kind, revision } = form.value;
  const { words, errors } = readNewWords(form.values);
  if (Object.keys(errors).length > 0) return refuse({ values: form.values, errors });
  const given: AuthorAnswer = kind === 'rewrite' ? { kind, words } : { kind };
  const result = await answerFit(db, { viewer, slug, number, revision, answer: given });
  const done = { confirm: 'remark-confirmed', rewrite: 'remark-rewritten', withdraw: 'remark-withdrawn' }[kind];
  if (result.ok) return seeOther(`${to.remark(slug, number)}?info=${done}`);
  const { field, key, status } = refusals[result.error.code];
  return refuse(
    fieldFailure(form.values, 'seq' in result.error ? `text-${result.error.seq}` : field, key, addedBound),
    status,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const t = (key: MessageKey, params: Record<string, string | number>) =>
    translate(localeOfPath(location.pathname), key, params);
  if (!data) return [{ title: 'Paragraf' }];
  const { kind, number, citation } = data.page.remark;
  return [
    {
      title: `${citation ? t(`drafting.kind-to.${kind}`, { number, citation }) : t(`drafting.kind.${kind}`, { number })} – Paragraf`,
    },
  ];
};

export default function Remark() {
  const { page, group, personal, now, box, brought, cited, covered, comments, signature, own } =
    useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const { consultation, remark } = page;
  const here = to.remark(consultation.slug, remark.number);
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(consultation.slug), lang: 'pl' },
        { label: t('drafting.remarks'), to: to.remarks(consultation.slug) },
        { label: t(`drafting.kind.${remark.kind}`, { number: remark.number }) },
      ]}
    >
      <RemarkHead page={page} personal={personal} />
      {personal && personal.questions.length > 0 ? (
        <ConsentForm
          questions={personal.questions}
          revision={personal.revision}
          version={consultation.version}
          filedAt={remark.filedAt}
          action={here}
          failure={failure}
        />
      ) : null}
      {group ? (
        <p className="note">
          {t(remark.state === 'open' ? 'deciding.group.in' : 'deciding.group.answered')}{' '}
          <a href={to.group(consultation.slug, group.number)}>
            {t('deciding.group.name', { number: group.number })}: <Polish>{group.title}</Polish>
          </a>
        </p>
      ) : null}
      <RemarkBody page={page} />
      <CoveredLine note={covered} />
      {failure?.errors.support ? (
        <Notice warn>
          <p>{t('notice.wording-moved')}</p>
        </Notice>
      ) : null}
      <SupportSection box={box} here={here} canVote={remark.state === 'open' && !personal?.isAuthor} />
      <RulingSection page={page} now={now} />
      <CitedIn citations={cited} as="h2" />
      {remark.kind === 'amendment' ? (
        <CommentSection
          comments={comments}
          place={{ slug: consultation.slug, number: remark.number }}
          citation={t('drafting.kind.amendment', { number: remark.number })}
          canAnswer={takesComments(remark, consultation)}
          mayCover={personal?.mayCover ?? false}
          own={own}
          signature={signature}
        />
      ) : null}
      <BroughtWordsSection brought={brought} slug={consultation.slug} number={remark.number} />
      <section className="section" aria-labelledby="h-slad">
        <h2 id="h-slad">{t('drafting.remark.trace')}</h2>
        <RemarkTrace page={page} />
      </section>
      {personal?.signedId ? <UnsignSection id={personal.signedId} back={here} number={remark.filing.number} /> : null}
      {personal?.isAuthor && remark.state === 'open' && personal.questions.length === 0 ? (
        <Withdraw here={here} revision={personal.revision} error={failure ? t('drafting.error.answer-moved') : null} />
      ) : null}
    </Page>
  );
}

function Withdraw({ here, revision, error }: { here: string; revision: number; error: string | null }) {
  const t = useT();
  return (
    <details className="section more no-print" open={error !== null}>
      <summary>{t('drafting.remark.withdraw-title')}</summary>
      <form method="post" action={here} className="stack">
        {error ? (
          <p className="error" role="alert" {...landing}>
            {error}
          </p>
        ) : null}
        <p className="note">{t('drafting.remark.withdraw-note')}</p>
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="answer" value="withdraw" />
        <input type="hidden" name="revision" value={revision} />
        <p>
          <button className="btn btn--quiet" type="submit">
            {t('drafting.remark.withdraw')}
          </button>
        </p>
      </form>
    </details>
  );
}
