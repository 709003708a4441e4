import { Polish } from '#app/components/polish.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import { instantsOf } from '#app/drafting/course/publish-schema.ts';
import { changeTerms } from '#app/drafting/course/terms/change-terms.server.ts';
import { shortTermOf } from '#app/drafting/course/terms/short-term-of.server.ts';
import { listTermChanges } from '#app/drafting/course/terms/term-changes.server.ts';
import { FourEyesNote } from '#app/drafting/office/four-eyes-note.tsx';
import { termsProblem } from '#app/drafting/course/terms/terms-change.ts';
import { TermsReview, type TermsReviewed } from '#app/drafting/course/terms/terms-review.tsx';
import { TermChanges, TermsForm } from '#app/drafting/course/terms/terms-parts.tsx';
import { termsComplaints, termsSchema } from '#app/drafting/course/terms/terms-schema.ts';
import { latestNotice } from '#app/drafting/told/latest-notice.server.ts';
import { ToldLine } from '#app/drafting/told/told-line.tsx';
import { reachOf, toldOf } from '#app/drafting/told/told-authors.server.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { waitForSecond } from '#app/http/wait-for-second.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireOfficial(request);
  const consultation = await findForOffice(db, { viewer, slug: params.slug ?? '' });
  const last = await latestNotice(db, consultation.id, 'terminy');
  return {
    consultation,
    reach: await reachOf(db, consultation.id),
    told: last ? await toldOf(db, consultation.id, last) : null,
    changes: await listTermChanges(db, consultation.id),
    now: new Date(),
    title: t('terms.title'),
  };
});

/** Terms that end the time for remarks earlier, to be looked at once more. */
type Answer = { failure: FormFailure | null; review: TermsReviewed | null };

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const form = parseForm(await readForm(request), termsSchema);
  if (!form.ok) return refuse(form.failure);
  const dates = instantsOf(form.value);
  if (!dates.ok) return refuse({ values: form.values, errors: dates.errors });
  const { shownOpens, shownCloses, shownAnswers, reason } = form.value;
  const shown = { opensAt: shownOpens, closesAt: shownCloses, answersDueAt: shownAnswers };
  const input = { shown, dates: keepSeconds(dates.dates, shown), reason };
  const now = new Date();
  const isShorter = input.dates.closesAt < shown.closesAt && termsProblem(shown, input.dates, now) === null;
  const short = termsProblem(shown, input.dates, now) ? null : await shortTermOf(db, { slug, dates: input.dates });
  if ((isShorter || short) && form.value.confirmed !== 'yes')
    return data<Answer>({ failure: null, review: { ...input, fields: form.values, short } }, { status: 200 });
  const shortTerm = form.value.confirmed === 'yes';
  const changed = await changeTerms(db, { viewer, slug, ...input, shortTerm, now });
  if (changed.ok) return seeOther(`${to.officeTerms(slug)}?info=terms-changed`);
  if (changed.error.code === 'four-eyes')
    return waitForSecond(db, to, { viewer, slug, kind: 'terms', input: { ...input, shortTerm } });
  const { field, key } = termsComplaints[changed.error.code];
  return refuse(fieldFailure(form.values, field, key), changed.error.code === 'moved' ? 409 : 400);
});

type Dates = { opensAt: Date; closesAt: Date; answersDueAt: Date };

/** Forms speak in minutes: a term in the same minute was not touched. */
function keepSeconds(dates: Dates, shown: Dates): Dates {
  const minute = (date: Date) => Math.floor(date.getTime() / 60_000);
  const pick = (name: keyof Dates) => (minute(dates[name]) === minute(shown[name]) ? shown[name] : dates[name]);
  return { opensAt: pick('opensAt'), closesAt: pick('closesAt'), answersDueAt: pick('answersDueAt') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.consultation.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function Terms() {
  const { consultation, changes, now, title, reach, told } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  if (answered && 'review' in answered && answered.review)
    return (
      <Page>
        <OfficeNav slug={consultation.slug} here="terms" />
        <PageHead
          kind={<Polish>{consultation.title}</Polish>}
          title={t('terms.once-more')}
          lead={t('terms.once-more-lead')}
        />
        <TermsReview slug={consultation.slug} review={answered.review} reach={reach} now={now} />
      </Page>
    );
  const isSent = Boolean(consultation.sentAt || consultation.adoptedOn);
  return (
    <Page>
      <OfficeNav slug={consultation.slug} here="terms" />
      <PageHead kind={<Polish>{consultation.title}</Polish>} title={title} lead={t('terms.lead')} />
      <div className="stack stack--wide">
        {isSent ? (
          <Notice>
            <p>{t('terms.error.sent')}</p>
          </Notice>
        ) : (
          <>
            <FourEyesNote on={consultation.fourEyes} />
            <TermsForm
              slug={consultation.slug}
              dates={consultation}
              now={now}
              reach={reach}
              failure={answered?.failure}
            />
          </>
        )}
        {told ? <ToldLine told={told} lettersTo={to.lettersToPrint(consultation.slug, { o: 'terminy' })} /> : null}
        <TermChanges changes={changes} mayCover />
      </div>
    </Page>
  );
}
