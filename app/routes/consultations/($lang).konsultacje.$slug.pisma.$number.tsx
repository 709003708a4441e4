import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { numbersFrom, seenRevisions } from '#app/drafting/rulings/deciding-schema.ts';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { filingLimits } from '#app/drafting/register/operation-draft.ts';
import { FilingActions, Receipt, Refilings } from '#app/drafting/register/filing-body.tsx';
import { loadFiling, loadFilingPersonal } from '#app/drafting/register/filing-view.server.ts';
import { waitForSecond } from '#app/http/wait-for-second.server.ts';
import { withdrawFiling } from '#app/drafting/register/withdraw-filing.server.ts';
import { UnsignSection } from '#app/drafting/talk/unsign-form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { answerAttachmentForm } from '#app/drafting/attachments/answer-attachment-form.server.ts';
import { AttachmentSection } from '#app/drafting/attachments/attachment-list.tsx';
import { formFiles } from '#app/forms/form-files.server.ts';
import { fieldFailure, formValues } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { getViewer, requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, db, locale }) => {
  const [slug, number, now] = [params.slug ?? '', wholeParam(params.number), new Date()];
  const viewer = await getViewer(request);
  const filing = await loadFiling(db, { slug, number, locale, now, viewer });
  return {
    filing,
    personal:
      viewer && (await loadFilingPersonal(db, { slug, number, viewer, isOpen: filing.consultation.stage === 'open' })),
  };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireViewer(request);
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const form = await readForm(request, bodyLimits.evidence);
  const values = formValues(form);
  const attached = await answerAttachmentForm(db, {
    viewer,
    slug,
    filing: number,
    values,
    files: await formFiles(form),
  });
  if (attached?.ok) return seeOther(`${to.filing(slug, number)}?info=${attached.notice}#zalaczniki`);
  if (attached) return refuse(attached.failure, attached.status);
  if (values.intent?.[0] !== 'withdraw') throw new AppError('bad-request', 'unknown intent');
  const seen = seenRevisions(values.seen ?? []);
  const points = new Map(
    numbersFrom(values.point ?? [], filingLimits.points).map((point) => [point, seen.get(point) ?? 0]),
  );
  if (points.size === 0) return refuse(fieldFailure(values, 'point', 'register.error.no-point'));
  const result = await withdrawFiling(db, { viewer, slug, number, points });
  if (!result.ok && result.error.code === 'four-eyes')
    return waitForSecond(db, to, { viewer, slug, kind: 'withdrawal', input: { number, points: [...points] } });
  if (!result.ok)
    return refuse(
      fieldFailure(values, 'point', `drafting.error.answer-${result.error.code === 'moved' ? 'moved' : 'decided'}`),
      409,
    );
  return seeOther(`${to.filing(slug, number)}?info=remark-withdrawn`);
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data
      ? `${translate(localeOfPath(location.pathname), 'register.letter', { number: data.filing.number })}. ${data.filing.consultation.title} – Paragraf`
      : 'Paragraf',
  },
  { name: 'robots', content: 'noindex' },
];

export default function Filing() {
  const { filing, personal } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const { consultation, number } = filing;
  const complaint = failure?.errors.point?.[0];
  const moved = failure?.errors.attachment?.[0];
  const title = t('register.letter', { number });
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(consultation.slug), lang: 'pl' },
        { label: t('drafting.remarks'), to: to.remarks(consultation.slug) },
        { label: title },
      ]}
    >
      <PageHead title={title} lead={t('register.letter-lead')} />
      <div className="letter-sheet">
        <Receipt filing={filing} personal={personal} />
        <Refilings filing={filing} />
      </div>
      <p className="actions no-print mt-4">
        {filing.points.length === 1 && filing.points[0] ? (
          <a className="btn" href={to.remark(consultation.slug, filing.points[0].number)}>
            {t('register.receipt.follow')}
          </a>
        ) : null}
        <a className={filing.points.length === 1 ? 'btn btn--quiet' : 'btn'} href={to.draft(consultation.slug)}>
          {t('overview.draft')}
        </a>
      </p>
      <AttachmentSection
        slug={consultation.slug}
        files={filing.attachments}
        action={to.filing(consultation.slug, number)}
        failure={failure?.errors.file || failure?.errors.kind ? failure : undefined}
        isConcerned={Boolean(personal?.isAuthor || personal?.isOfficial)}
        isOfficial={Boolean(personal?.isOfficial)}
        canAdd={Boolean(personal?.canAttach)}
        mayCover={Boolean(personal?.coverId)}
        problem={moved ? t(moved.key, moved.params) : null}
      />
      {personal?.coverId ? (
        <p>
          <a className="tap" href={to.covering('filing', personal.coverId)}>
            {t('redaction.link-signature')}
          </a>
        </p>
      ) : null}
      {personal?.signedId ? (
        <UnsignSection id={personal.signedId} back={to.filing(consultation.slug, number)} number={number} />
      ) : null}
      {personal ? (
        <FilingActions
          filing={filing}
          personal={personal}
          action={to.filing(consultation.slug, number)}
          refusal={complaint ? t(complaint.key, complaint.params) : null}
        />
      ) : null}
    </Page>
  );
}
