import { Polish } from '#app/components/polish.tsx';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { Form, Submit, TextArea, type FormProblem } from '#app/components/form.tsx';
import { signatureOf } from '#app/drafting/state/signature.ts';
import { Redline } from '#app/components/redline.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { TalkParams } from '#app/i18n/paths.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { UnsignForm } from './unsign-form.tsx';
import type { Subject } from './add-comment.server.ts';
import type { CommentState } from './comment-state.ts';
import type { CommentPage, CommentView, Said } from './comments.server.ts';
import { textLimits } from '#app/drafting/state/remark.ts';

export type SignedComment = Parameters<typeof signatureOf>[0] & { byOffice: boolean };

/** What the threads are about, in addresses. */
export type TalkPlace = { slug: string } & Subject;

/** Addresses of the threads on a clause or an amendment. */
function useTalk(place: TalkPlace) {
  const to = usePaths();
  const { slug } = place;
  return place.number === undefined
    ? {
        here: to.clause(slug, place.code),
        page: (params: TalkParams, anchor?: string) => to.talk(slug, place.code, params, anchor),
        form: to.comment(slug, place.code),
      }
    : {
        here: to.remark(slug, place.number),
        page: (params: TalkParams, anchor?: string) => to.remarkTalk(slug, place.number, params, anchor),
        form: to.remarkComment(slug, place.number),
      };
}

type ThreadProps = {
  comments: CommentPage;
  place: TalkPlace;
  citation: string;
  canAnswer: boolean;
  /** Whether words of a comment may be covered by the one who looks. */ mayCover?: boolean;
  /** Comments that the one who looks signed. */ own?: readonly string[];
};

/** Threads on a clause, one page of them, with a way to answer each. */
function CommentThreads(props: ThreadProps) {
  const { comments, citation } = props;
  const t = useT();
  if (comments.count === 0) return <p className="by">{t('drafting.comments.none', { citation })}</p>;
  return (
    <>
      {comments.count > 1 ? <OrderLinks {...props} /> : null}
      <ol className="thread" role="list">
        {comments.threads.map((thread) => (
          <Thread key={thread.id} thread={thread} {...props} />
        ))}
      </ol>
      {comments.pages > 1 ? <Pages {...props} /> : null}
    </>
  );
}

function Thread({
  thread,
  comments,
  place,
  canAnswer,
  mayCover = false,
  own = [],
}: ThreadProps & { thread: CommentView }) {
  const t = useT();
  const talk = useTalk(place);
  return (
    <li id={`k-${thread.id}`}>
      <OneComment
        comment={thread}
        onMerged={thread.onMerged}
        mayCover={mayCover}
        signedAt={own.includes(thread.id) ? talk.here : null}
      />
      {thread.state ? <StateOfWords state={thread.state} slug={place.slug} /> : null}
      {thread.answers.length > 0 ? (
        <ol className="thread" role="list">
          {thread.answers.map((answer) => (
            <li key={answer.id} id={`k-${answer.id}`}>
              <OneComment comment={answer} mayCover={mayCover} signedAt={own.includes(answer.id) ? talk.here : null} />
            </li>
          ))}
        </ol>
      ) : null}
      {thread.more > 0 ? (
        <p className="by">
          <a
            className="tap"
            href={talk.page(
              { strona: comments.page, kolejnosc: orderParam(comments.order), watek: thread.id },
              `k-${thread.id}`,
            )}
          >
            {t('textwork.answers.more', { count: thread.more })}
          </a>
        </p>
      ) : null}
      {canAnswer ? (
        <p className="by">
          <a className="tap" href={`${talk.form}?do=${thread.id}`}>
            {t('drafting.comment.answer')}
            <span className="vh">
              : <SignedBy signed={thread} />
            </span>
          </a>
        </p>
      ) : null}
    </li>
  );
}

function orderParam(order: CommentPage['order']): string | undefined {
  return order === 'oldest' ? 'najstarsze' : undefined;
}

function OrderLinks({ comments, place }: ThreadProps) {
  const t = useT();
  const talk = useTalk(place);
  return (
    <ul className="filters" aria-label={t('textwork.comments.order')}>
      {(['newest', 'oldest'] as const).map((order) => (
        <li key={order}>
          <a
            href={talk.page({ kolejnosc: orderParam(order) })}
            aria-current={order === comments.order ? 'true' : undefined}
          >
            {t(`textwork.comments.${order}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Pages({ comments, place }: ThreadProps) {
  const t = useT();
  const talk = useTalk(place);
  const href = (page: number) => talk.page({ strona: page, kolejnosc: orderParam(comments.order) });
  return (
    <p className="by">
      {t('list.page', { page: comments.page, pages: comments.pages })}{' '}
      {comments.page > 1 ? (
        <a className="tap" href={href(comments.page - 1)}>
          {t('list.previous')}
        </a>
      ) : null}{' '}
      {comments.page < comments.pages ? (
        <a className="tap" href={href(comments.page + 1)}>
          {t('list.next')}
        </a>
      ) : null}
    </p>
  );
}

type OneProps = {
  comment: Said;
  onMerged?: number | null;
  mayCover?: boolean;
  /** Page to come back to where the one who looks signed it. */ signedAt?: string | null;
};

export function OneComment({ comment, onMerged = null, mayCover = false, signedAt = null }: OneProps) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <>
      <p className="by">
        <b>
          <SignedBy signed={comment} />
        </b>
        {comment.byOffice ? <span className="office">{t('drafting.office')}</span> : null}{' '}
        <time dateTime={comment.at.toISOString()}>{formatDateTime(locale, comment.at)}</time>
        {onMerged === null ? null : <>, {t('textwork.comment.on-merged')}</>}
      </p>
      {comment.quote ? (
        <blockquote className="quote quote--small" lang="pl">
          {bindSpaces(comment.quote)}
        </blockquote>
      ) : null}
      <p className="said">
        <Polish>{comment.body}</Polish>
      </p>
      {mayCover ? (
        <p className="by">
          <a className="tap" href={to.covering('comment', comment.id)}>
            {t('redaction.link')}
            <span className="vh">
              : <SignedBy signed={comment} />
            </span>
          </a>
        </p>
      ) : null}
      {signedAt === null ? null : (
        <UnsignForm kind="comment" id={comment.id} back={signedAt} name={t('names.comment')} />
      )}
    </>
  );
}

/** What became of the words the comment is about, in the newest text. */
function StateOfWords({ state, slug }: { state: CommentState; slug: string }) {
  const t = useT();
  const to = usePaths();
  switch (state.kind) {
    case 'same':
      return <p className="by words-state">{t('textwork.comment.same')}</p>;
    case 'reworded':
      return <p className="by words-state">{t('textwork.comment.reworded')}</p>;
    case 'removed':
      return <p className="by words-state">{t('textwork.comment.removed')}</p>;
    case 'merged':
      return (
        <p className="by words-state">
          {state.unit ? (
            <a href={to.clause(slug, state.unit.code)}>
              {t('textwork.comment.merged', { citation: state.unit.citation })}
            </a>
          ) : (
            t('textwork.comment.merged-gone')
          )}
        </p>
      );
    case 'split-off':
      return (
        <p className="by words-state">
          <a href={to.clause(slug, state.unit.code)}>
            {t('textwork.comment.split-off', { citation: state.unit.citation })}
          </a>
        </p>
      );
    case 'changed':
      return (
        <details className="words-state">
          <summary>{t(state.is === '' ? 'textwork.comment.struck' : 'textwork.comment.changed')}</summary>
          <p className="law" lang="pl">
            <Redline spans={state.spans} />
          </p>
        </details>
      );
  }
}

/** The threads on a clause or an amendment, and the form for a new one or the way to it. */
export function CommentSection({
  signature,
  ...threads
}: ThreadProps & {
  /** Who will stand under a comment; null for who has to sign in. */ signature: SignedComment | null;
}) {
  const t = useT();
  const talk = useTalk(threads.place);
  return (
    <section className="section" aria-labelledby="h-komentarze" id="komentarze">
      <h2 id="h-komentarze">{t('drafting.comments')}</h2>
      <div className="stack w-40">
        <CommentThreads {...threads} />
        {threads.canAnswer && signature ? (
          <CommentForm place={threads.place} parent="" failure={undefined} isAnswer={false} signature={signature} />
        ) : null}
        {threads.canAnswer && !signature ? (
          <p>
            <a className="tap" href={talk.form}>
              {t('drafting.comment.sign-in')}
            </a>
          </p>
        ) : null}
      </div>
    </section>
  );
}

/** The form for a comment or an answer; `parent` is empty for a new thread. */
export function CommentForm({
  place,
  parent,
  failure,
  isAnswer,
  signature,
  quote = '',
}: {
  place: TalkPlace;
  parent: string;
  failure: FormProblem | undefined;
  isAnswer: boolean;
  /** Who will stand under it. */ signature: SignedComment;
  quote?: string;
}) {
  const t = useT();
  const to = usePaths();
  const talk = useTalk(place);
  return (
    <Form action={talk.form} failure={failure}>
      <input type="hidden" name="parent" value={parent} />
      {isAnswer || place.number !== undefined ? null : (
        <TextArea
          name="quote"
          max={textLimits.quote}
          label={t('textwork.comment.quote')}
          hint={t('textwork.comment.quote-hint')}
          defaultValue={quote}
          optional
          rows={2}
          law
        />
      )}
      <TextArea
        name="body"
        max={textLimits.comment}
        label={t(isAnswer ? 'drafting.comment.answer-field' : 'drafting.comment.field')}
        hint={t('drafting.comment.hint')}
        rows={4}
      />
      <p className="note">
        {t(signature.byOffice ? 'textwork.comment.signed-office' : 'textwork.comment.signed', {
          name: signatureOf(signature, t),
        })}{' '}
        {signature.byOffice || signature.organisation ? null : (
          <a href={to.signatures()}>{t('textwork.comment.signed-change')}</a>
        )}
      </p>
      <p className="actions">
        <Submit>{t(isAnswer ? 'drafting.comment.answer-send' : 'drafting.comment.send')}</Submit>
      </p>
    </Form>
  );
}
