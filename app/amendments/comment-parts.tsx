import { Form, Submit, TextArea, type FormProblem } from '#app/components/form.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import type { CommentPage, CommentView } from './comments.server.ts';

type ThreadProps = { comments: CommentPage; slug: string; code: number; citation: string; canAnswer: boolean };

/** Threads on a clause, one page of them, with a way to answer each. */
export function CommentThreads({ comments, slug, code, citation, canAnswer }: ThreadProps) {
  const t = useT();
  const to = usePaths();
  if (comments.count === 0) return <p className="by">{t('drafting.comments.none', { citation })}</p>;
  const href = (page: number) => `${to.clause(slug, code)}?strona=${page}#komentarze`;
  return (
    <>
      <ol className="thread" role="list">
        {comments.threads.map((thread) => (
          <li key={thread.id} id={`k-${thread.id}`}>
            <OneComment comment={thread} />
            {thread.answers.length > 0 ? (
              <ol className="thread" role="list">
                {thread.answers.map((answer) => <li key={answer.id} id={`k-${answer.id}`}><OneComment comment={answer} /></li>)}
              </ol>
            ) : null}
            {canAnswer ? <p className="by"><a className="tap" href={`${to.comment(slug, code)}?do=${thread.id}`}>{t('drafting.comment.answer')}<span className="vh">: {thread.authorName}</span></a></p> : null}
          </li>
        ))}
      </ol>
      {comments.pages > 1 ? (
        <p className="by">
          {t('list.page', { page: comments.page, pages: comments.pages })}{' '}
          {comments.page > 1 ? <a className="tap" href={href(comments.page - 1)}>{t('list.previous')}</a> : null}{' '}
          {comments.page < comments.pages ? <a className="tap" href={href(comments.page + 1)}>{t('list.next')}</a> : null}
        </p>
      ) : null}
    </>
  );
}

export function OneComment({ comment }: { comment: Omit<CommentView, 'answers'> }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <p className="by">
        <b>{comment.organisation ?? comment.authorName}</b>
        {comment.byOffice ? <span className="office">{t('drafting.office')}</span> : null}{' '}
        <time dateTime={comment.at.toISOString()}>{formatDateTime(locale, comment.at)}</time>
        {comment.onOlderWords ? <>, {t('drafting.comments.older-words')}</> : null}
      </p>
      <p className="said">{comment.body}</p>
    </>
  );
}

/** The form for a comment or an answer; `parent` is empty for a new thread. */
export function CommentForm({ action, parent, failure, isAnswer }: { action: string; parent: string; failure: FormProblem | undefined; isAnswer: boolean }) {
  const t = useT();
  return (
    <Form action={action} failure={failure}>
      <input type="hidden" name="parent" value={parent} />
      <TextArea name="body" label={t(isAnswer ? 'drafting.comment.answer-field' : 'drafting.comment.field')} hint={t('drafting.comment.hint')} rows={4} />
      <p className="actions"><Submit>{t(isAnswer ? 'drafting.comment.answer-send' : 'drafting.comment.send')}</Submit></p>
    </Form>
  );
}
