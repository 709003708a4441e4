import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { reachWords, type Reach } from '../told/told.ts';

export type AdoptedReviewed =
  | { write: 'adopt'; sign: string; adoptedOn: string; text: string }
  | { write: 'correct'; sign: string; adoptedOn: string; text: string | null; after: number; reason: string };

/** What the council adopted as it was typed and read, once more before it can no longer be taken back. */
export function AdoptedReview({ review, reach, back }: { review: AdoptedReviewed; reach: Reach; back: string }) {
  const t = useT();
  const locale = useLocale();
  const isCorrection = review.write === 'correct';
  return (
    <Form action={back} className="form form--wide" upload>
      <input type="hidden" name="sign" value={review.sign} />
      <input type="hidden" name="adoptedOn" value={review.adoptedOn} />
      <dl className="kv kv--stack">
        <dt>{t('unified.sign')}</dt>
        <dd>{review.sign}</dd>
        <dt>{t('unified.adopted-day')}</dt>
        <dd>{formatDate(locale, new Date(review.adoptedOn))}</dd>
        {isCorrection ? (
          <>
            <dt>{t('unified.correct-reason')}</dt>
            <dd className="pre">{review.reason}</dd>
          </>
        ) : null}
        <dt>{t('unified.review-text')}</dt>
        <dd>
          {review.text === null ? (
            t('unified.text-stays')
          ) : (
            <p className="law pre" lang="pl">
              {review.text}
            </p>
          )}
        </dd>
        <dt>{t('unified.who-is-told')}</dt>
        <dd>{reachWords(t, reach)}</dd>
      </dl>
      {isCorrection ? (
        <>
          <input type="hidden" name="after" value={review.after} />
          <input type="hidden" name="reason" value={review.reason} />
        </>
      ) : null}
      <input type="hidden" name="text" value={review.text ?? ''} />
      <p className="note">{t(isCorrection ? 'unified.correct-effect' : 'unified.enter-effect')}</p>
      <SubmitRow>
        <Submit name="intent" value={review.write}>
          {t(isCorrection ? 'unified.correct-submit' : 'unified.enter-submit')}
        </Submit>
        <a className="tap" href={back}>
          {t('unified.check-back')}
        </a>
      </SubmitRow>
    </Form>
  );
}
