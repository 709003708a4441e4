import { Icon } from '#app/components/icon.tsx';
import { Form, Submit, SubmitRow, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { Notice } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { detailFields, detailKeys, detailNames, requiredDetails, type DetailField } from './details.ts';
import { reachWords } from '../told/told.ts';
import { Pairs } from './report-pairs.tsx';
import { datePairs, numberPairs, signaturePairs, stateRows, subjectPairs, type Pair } from './report-sections.ts';
import type { Missing } from './missing.server.ts';
import type { OfficeReport } from './office-report.server.ts';

/** Why the report cannot be closed, each line with the link that mends it. */
export function Blocked({ slug, missing }: { slug: string; missing: Missing }) {
  const t = useT();
  const to = usePaths();
  const more = missing.count - missing.lines.length;
  return (
    <section className="blocked" aria-labelledby="h-stop">
      <h2 id="h-stop">
        {missing.count > 0 ? t('report.blocked', { count: missing.count }) : t('report.blocked-other')}
      </h2>
      <ul>
        {missing.stillOpen ? <li>{t('report.blocked.open')}</li> : null}
        {missing.details.map((name) => (
          <li key={name}>
            <a href={`#f-${name}`}>{t('report.blocked.detail', { name: t(detailKeys[name]) })}</a>
          </li>
        ))}
        {missing.lines.map(({ number, why }) => (
          <li key={number}>
            <a href={to.ruling(slug, number)}>{t(`report.blocked.${why}`, { number })}</a>
          </li>
        ))}
        {more > 0 ? <li>{t('report.blocked.more', { count: more })}</li> : null}
      </ul>
    </section>
  );
}

/**
 * Everything that the report would say, but for its table, and whom it would be told to; then the button. After the first report also the
 * reason for another one. What was typed is saved by then: closing loses no word.
 */
export function CloseReview({ page, failure }: { page: OfficeReport; failure: FormProblem | null | undefined }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { head, consultation } = page;
  const last = page.finals[0]?.number ?? 0;
  if (!head) return null;
  const context = { t, locale };
  const parts: [title: string, pairs: Pair[]][] = [
    [t('report.h.subject'), subjectPairs(head, context)],
    [t('report.h.dates'), datePairs(head, context)],
    [
      t('report.h.numbers'),
      [
        ...(head.details.forms ? [[t('report.detail.forms'), head.details.forms] as Pair] : []),
        ...numberPairs(head, context),
        ...stateRows(head, context).map(({ name, count }): Pair => [name, String(count)]),
      ],
    ],
    [t('report.h.next'), [[t('report.detail.nextSteps'), head.details.nextSteps || t('report.not-entered')]]],
    [t('report.h.signatures'), signaturePairs(head, context, null)],
  ];
  return (
    <>
      {parts.map(([title, pairs]) => (
        <section className="stack stack--2" key={title}>
          <h2 className="size-4">{title}</h2>
          <Pairs pairs={pairs} />
        </section>
      ))}
      <p>
        <a href={`${to.report(consultation.slug)}?stan=dzis`}>{t('report.see-live')}</a>
      </p>
      <Form failure={failure} action={`${to.officeReport(consultation.slug)}?krok=zamkniecie`} className="form">
        <input type="hidden" name="after" value={last} />
        <input type="hidden" name="details" value={page.revision} />
        <h2>{t(last > 0 ? 'report.close-again' : 'report.close')}</h2>
        <ul className="effects">
          {(['report.effect.public', 'report.effect.immutable', 'report.effect.letters'] as const).map((key) => (
            <li key={key}>
              <Icon sign="s-ok" />
              <span>{t(key, { reach: reachWords(t, page.reach) })}</span>
            </li>
          ))}
        </ul>
        {last > 0 ? (
          <TextArea
            name="note"
            max={bounds.reportNote}
            label={t('report.why-again')}
            hint={t('report.why-again-hint')}
            rows={3}
          />
        ) : null}
        <SubmitRow>
          <Submit name="intent" value="close">
            {t('report.close-submit')}
          </Submit>
          <a className="tap" href={to.officeReport(consultation.slug)}>
            {t('report.back-to-words')}
          </a>
        </SubmitRow>
      </Form>
    </>
  );
}

const hints: Partial<
  Record<
    DetailField,
    | 'report.hint.legalBasis'
    | 'report.hint.announcement'
    | 'report.hint.forms'
    | 'report.hint.pageVisits'
    | 'report.hint.nextSteps'
  >
> = {
  legalBasis: 'report.hint.legalBasis',
  announcement: 'report.hint.announcement',
  forms: 'report.hint.forms',
  pageVisits: 'report.hint.pageVisits',
  nextSteps: 'report.hint.nextSteps',
};

/** The words of the office. After a conflict what the other official saved stands beside each field that differs. */
export function DetailsForm({
  page,
  failure,
  typed,
}: {
  page: OfficeReport;
  failure: FormProblem | null | undefined;
  typed: Record<string, string[]> | null;
}) {
  const t = useT();
  const locale = useLocale();
  const differing = typed ? detailNames.filter((name) => (typed[name]?.[0] ?? '').trim() !== page.details[name]) : [];
  return (
    <Form failure={failure} className="form form--wide">
      <h2>{t('report.details')}</h2>
      {typed ? (
        <Notice warn>
          <h3>
            {t('report.conflict', {
              by: page.savedBy ?? '',
              at: page.savedAt ? formatDateTime(locale, page.savedAt) : '',
            })}
          </h3>
          <p>{t('report.conflict-text')}</p>
          <dl className="kv kv--stack">
            {differing.map((name) => (
              <div className="contents" key={name}>
                <dt>{t(detailKeys[name])}</dt>
                <dd className="pre">{page.details[name] || t('report.not-entered')}</dd>
              </div>
            ))}
          </dl>
        </Notice>
      ) : null}
      <input type="hidden" name="revision" value={page.revision} />
      {detailNames.map((name) => {
        const isRequired = (requiredDetails as readonly DetailField[]).includes(name);
        const shared = {
          name,
          max: detailFields[name],
          label: t(detailKeys[name]),
          optional: !isRequired,
          defaultValue: page.details[name],
          ...(hints[name] ? { hint: t(hints[name]) } : {}),
        };
        return detailFields[name] >= 1000 ? (
          <TextArea key={name} {...shared} rows={4} />
        ) : (
          <TextField key={name} {...shared} short={name === 'pageVisits'} />
        );
      })}
      <SubmitRow>
        <Submit name="intent" value="save" quiet>
          {t('report.details-save')}
        </Submit>
        <Submit name="intent" value="review">
          {t('report.details-review')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}
