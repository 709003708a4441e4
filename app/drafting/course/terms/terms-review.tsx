import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { StageDates } from '#app/drafting/state/stage.ts';
import { reachWords, type Reach } from '../../told/told.ts';
import type { shortTerm } from '../../state/legal-term.ts';
import { ShortTermNote } from '../../state/short-term-note.tsx';
import { cutsRunningTerm } from './terms-change.ts';

export type TermsReviewed = {
  shown: StageDates;
  dates: StageDates;
  reason: string;
  /** The fields as they were sent, to be sent once more. */
  fields: Record<string, string[]>;
  /** The rule that they break. */
  short: ReturnType<typeof shortTerm>;
};

/** Every term as it is and as it would be, the reason and whom it would be told to, before time is taken from those who still may file. */
export function TermsReview({
  slug,
  review,
  reach,
  now,
}: {
  slug: string;
  review: TermsReviewed;
  reach: Reach;
  now: Date;
}) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const terms = [
    { label: t('overview.opens'), name: 'opensAt' },
    { label: t('overview.closes'), name: 'closesAt' },
    { label: t('overview.answers'), name: 'answersDueAt' },
  ] as const;
  const at = (date: Date) => formatDateTime(locale, date);
  return (
    <Form action={to.officeTerms(slug)} className="form">
      {Object.entries(review.fields).map(([name, values]) => (
        <input key={name} type="hidden" name={name} value={values[0] ?? ''} />
      ))}
      <input type="hidden" name="confirmed" value="yes" />
      <dl className="kv kv--stack">
        {terms.map(({ label, name }) => (
          <div className="contents" key={name}>
            <dt>{label}</dt>
            <dd>
              {review.shown[name].getTime() === review.dates[name].getTime()
                ? t('terms.unchanged', { at: at(review.dates[name]) })
                : t('terms.before-after', { before: at(review.shown[name]), after: at(review.dates[name]) })}
            </dd>
          </div>
        ))}
        <dt>{t('terms.reason')}</dt>
        <dd className="pre">{review.reason}</dd>
      </dl>
      <ShortTermNote short={review.short} />
      {cutsRunningTerm(review.shown, review.dates, now) ? <p className="note">{t('terms.cut')}</p> : null}
      <p className="note">{t('terms.effect', { reach: reachWords(t, reach) })}</p>
      <SubmitRow>
        <Submit>{t(review.dates.closesAt < review.shown.closesAt ? 'terms.shorten' : 'terms.submit')}</Submit>
        <a className="tap" href={to.officeTerms(slug)}>
          {t('terms.back')}
        </a>
      </SubmitRow>
    </Form>
  );
}
