import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { Form, Submit, SubmitRow, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { dayOf, formatDate, formatDateTime, formatTime } from '#app/i18n/dates.ts';
import type { StageDates } from '#app/drafting/state/stage.ts';
import { reachWords, type Reach } from '../../told/told.ts';
import type { TermChangeRow } from './term-changes.server.ts';

/** Announced terms, each with what was written before and why it was moved. Nothing when none was moved. */
export function TermChanges({
  changes,
  mayCover = false,
}: {
  changes: readonly TermChangeRow[];
  /** Whether the one who looks may cover words. */ mayCover?: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  if (changes.length === 0) return null;
  return (
    <section className="stack stack--2" aria-labelledby="h-zmiany-terminow">
      <h2 className="size-4" id="h-zmiany-terminow">
        {t('terms.changes')}
      </h2>
      <ul className="stack stack--2">
        {changes.map((row) => (
          <li key={row.id}>
            {row.changes.map(({ term, before, after }) => (
              <p key={term}>
                {t(`terms.changed.${term}`, {
                  before: formatDateTime(locale, before),
                  after: formatDateTime(locale, after),
                })}
              </p>
            ))}
            <p lang="pl">{row.reason}</p>
            <p className="by">
              {row.madeByName}, {formatDate(locale, row.madeAt)}
            </p>
            <CoverLink may={mayCover && row.reason !== ''} type="term-change" id={row.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Terms of a consultation with the reason for moving them. A term that has come is shown and cannot be typed over. */
export function TermsForm({
  slug,
  dates,
  now,
  reach,
  failure,
}: {
  slug: string;
  dates: StageDates;
  now: Date;
  reach: Reach;
  failure: FormProblem | null | undefined;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <Form failure={failure} className="form">
      <input type="hidden" name="shownOpens" value={dates.opensAt.toISOString()} />
      <input type="hidden" name="shownCloses" value={dates.closesAt.toISOString()} />
      <input type="hidden" name="shownAnswers" value={dates.answersDueAt.toISOString()} />
      <Term name="opens" label={t('overview.opens')} at={dates.opensAt} isPast={now >= dates.opensAt} />
      <Term name="closes" label={t('overview.closes')} at={dates.closesAt} isPast={now >= dates.closesAt} />
      <Term name="answers" label={t('overview.answers')} at={dates.answersDueAt} isPast={now >= dates.answersDueAt} />
      <TextArea
        name="reason"
        max={bounds.termsReason}
        label={t('terms.reason')}
        hint={t('terms.reason-hint')}
        rows={3}
      />
      {now >= dates.opensAt && now < dates.closesAt ? <p className="note">{t('terms.cut')}</p> : null}
      <p className="note">{t('terms.effect', { reach: reachWords(t, reach) })}</p>
      <SubmitRow>
        <Submit>{t('terms.submit')}</Submit>
        <a className="tap" href={to.desk(slug)}>
          {t('terms.back')}
        </a>
      </SubmitRow>
    </Form>
  );
}

function Term({
  name,
  label,
  at,
  isPast,
}: {
  name: 'opens' | 'closes' | 'answers';
  label: string;
  at: Date;
  isPast: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  const time = formatTime('en', at);
  if (isPast) {
    return (
      <div className="field" id={`f-${name}On`}>
        <p>
          <b>{label}</b> {formatDateTime(locale, at)}
        </p>
        <p className="hint">{t('terms.stands')}</p>
        <input type="hidden" name={`${name}On`} value={dayOf(at)} />
        <input type="hidden" name={`${name}Time`} value={time} />
      </div>
    );
  }
  return (
    <div className="field-row">
      <TextField name={`${name}On`} type="date" label={label} defaultValue={dayOf(at)} short />
      <TextField
        name={`${name}Time`}
        type="time"
        label={t('publish.hour', { what: label })}
        defaultValue={time}
        short
      />
    </div>
  );
}
