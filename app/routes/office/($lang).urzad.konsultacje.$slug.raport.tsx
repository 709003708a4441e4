import { Polish } from '#app/components/polish.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { typedText } from '#app/forms/typed-text.ts';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { FourEyesNote } from '#app/drafting/office/four-eyes-note.tsx';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { detailsSchema } from '#app/drafting/report/details.ts';
import { Blocked, CloseReview, DetailsForm } from '#app/drafting/report/office-report-parts.tsx';
import { officeReport } from '#app/drafting/report/office-report.server.ts';
import { publishReport } from '#app/drafting/report/publish-report.server.ts';
import { saveDetails } from '#app/drafting/report/save-details.server.ts';
import { ToldLine } from '#app/drafting/told/told-line.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { waitForSecond } from '#app/http/wait-for-second.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireOfficial(request);
  const isReview = url.searchParams.get('krok') === 'zamkniecie';
  return {
    page: await officeReport(db, { viewer, slug: params.slug ?? '', now: new Date(), isReview }),
    title: t('report.title'),
  };
});

type Answer = {
  details: FormFailure | null;
  close: FormFailure | null;
  trouble: 'conflict' | 'moved' | 'missing' | null;
};
const answer = (parts: Partial<Answer>, status: number) =>
  data<Answer>({ details: null, close: null, trouble: null, ...parts }, { status });

const closeSchema = z.object({
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'error.invalid')
    .transform(Number),
  details: z
    .string()
    .regex(/^\d{1,9}$/, 'error.invalid')
    .transform(Number),
  note: typedText({ max: bounds.reportNote }).default(''),
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const body = await readForm(request);
  if (body.get('intent') === 'close') {
    const form = parseForm(body, closeSchema);
    if (!form.ok) return answer({ close: form.failure }, 400);
    const closed = await publishReport(db, { viewer, slug, ...form.value, now: new Date() });
    if (closed.ok) return seeOther(`${to.report(slug)}?info=report-published`);
    if (closed.error.code === 'note-required')
      return answer({ close: fieldFailure(form.values, 'note', 'error.required') }, 400);
    if (closed.error.code === 'four-eyes')
      return waitForSecond(db, to, { viewer, slug, kind: 'report', input: form.value });
    return answer({ trouble: closed.error.code }, 409);
  }
  const form = parseForm(body, detailsSchema);
  if (!form.ok) return answer({ details: form.failure }, 400);
  const { revision, ...details } = form.value;
  const saved = await saveDetails(db, { viewer, slug, details, revision });
  if (saved.ok)
    return seeOther(
      body.get('intent') === 'review'
        ? `${to.officeReport(slug)}?krok=zamkniecie`
        : `${to.officeReport(slug)}?info=report-details`,
    );
  // The next try is made against what was saved meanwhile, which the page shows beside the words typed.
  const { revision: _shown, ...values } = form.values;
  return answer({ details: { values, errors: {} }, trouble: 'conflict' }, 409);
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.page.consultation.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function OfficeReportPage() {
  const { page, title } = useLoaderData<typeof loader>();
  const answered: Answer | undefined = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { slug } = page.consultation;
  const isBlocked = page.missing.count > 0 || page.missing.details.length > 0 || page.missing.stillOpen;
  return (
    <Page>
      <OfficeNav slug={slug} here="report" />
      <PageHead kind={<Polish>{page.consultation.title}</Polish>} title={title} lead={t('report.office-lead')}>
        <p className="actions">
          <a href={`${to.report(slug)}?stan=dzis`}>{t('report.see-live')}</a>
          <a href={`${to.reportFile(slug, 'docx')}?stan=dzis`}>{t('report.docx')}</a>
          <a href={`${to.reportFile(slug, 'csv')}?stan=dzis`}>{t('report.csv')}</a>
        </p>
      </PageHead>
      <div className="stack stack--wide">
        <FourEyesNote on={page.consultation.fourEyes} />
        {answered?.trouble === 'moved' ? (
          <Notice warn>
            <p>{t('report.moved')}</p>
          </Notice>
        ) : null}
        {page.finals.length > 0 ? (
          <section aria-labelledby="h-ogloszone">
            <h2 id="h-ogloszone" className="size-4">
              {t('report.published-list')}
            </h2>
            <ul className="stack stack--2">
              {page.finals.map((final) => (
                <li key={final.number}>
                  <a href={to.report(slug, { nr: final.number })}>
                    {t('report.closed', { number: final.number, at: formatDateTime(locale, final.madeAt) })}
                  </a>
                  , {final.madeByName}
                </li>
              ))}
            </ul>
            {page.told ? <ToldLine told={page.told} lettersTo={to.lettersToPrint(slug, { o: 'raport' })} /> : null}
          </section>
        ) : null}
        {isBlocked ? <Blocked slug={slug} missing={page.missing} /> : null}
        {page.head ? (
          isBlocked ? (
            <p>
              <a className="tap" href={to.officeReport(slug)}>
                {t('report.back-to-words')}
              </a>
            </p>
          ) : (
            <CloseReview page={page} failure={answered?.close} />
          )
        ) : (
          <DetailsForm
            page={page}
            failure={answered?.details}
            typed={answered?.trouble === 'conflict' ? (answered.details?.values ?? null) : null}
          />
        )}
      </div>
    </Page>
  );
}
