import { useActionData, useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { hasLosses, isOpen } from '#app/drafting/acts/import-report.ts';
import { getImport } from '#app/drafting/acts/get-import.server.ts';
import { previewImport } from '#app/drafting/acts/review-import.server.ts';
import { PublishForm } from '#app/drafting/course/publish-form.tsx';
import { instantsOf, publishSchema, publishRefusal, suggestedDates } from '#app/drafting/course/publish-schema.ts';
import { findLocalRule } from '#app/drafting/office/local-rule.server.ts';
import { shortTerm, termRuleOf } from '#app/drafting/state/legal-term.ts';
import { publishImport } from '#app/drafting/course/publish-import.server.ts';
import { readForm } from '#app/http/body.server.ts';
import { parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { findOfficeDetails, isFirstPublication } from '#app/drafting/office/find-office-details.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, url, db, t, to }) => {
  const viewer = await requireOfficial(request);
  const { source, overrides, report, ...draft } = await getImport(db, { viewer, id: params.id ?? '' });
  if (isOpen(report)) throw seeOther(to.importReview(draft.id));
  const office = await findOfficeDetails(db, draft.teryt);
  // Asked once, before the first publication; whoever has no time now goes on.
  if (!office && !url.searchParams.has('bez-danych') && (await isFirstPublication(db, draft.teryt)))
    throw seeOther(to.officeDetails({ gmina: draft.teryt, dalej: to.importPublish(draft.id) }));
  return {
    ...draft,
    hasOffice: office !== null,
    losses: hasLosses(report),
    ...(await previewImport({ source, overrides })),
    dates: suggestedDates(new Date()),
    pageTitle: t('publish.title'),
  };
});

type Answer = { failure: FormFailure; refused: boolean; short?: ReturnType<typeof shortTerm> };

export const action = handler(async ({ request, params, db, to, t }) => {
  const viewer = await requireOfficial(request);
  const parsed = parseForm(await readForm(request), publishSchema);
  if (!parsed.ok) return data<Answer>({ failure: parsed.failure, refused: false }, { status: 400 });
  const { values, value } = parsed;
  const instants = instantsOf(value);
  if (!instants.ok)
    return data<Answer>({ failure: { values, errors: instants.errors }, refused: false }, { status: 400 });
  const result = await publishImport(db, {
    viewer,
    id: params.id ?? '',
    revision: value.revision,
    title: value.title,
    summary: value.summary,
    numbering: value.numbering,
    fourEyes: value.fourEyes,
    actKind: value.actKind,
    shortTerm: value.shortTerm,
    ...instants.dates,
    note: t('publish.note'),
    now: new Date(),
  });
  if (result.ok)
    return seeOther(result.toAmend ? to.importReview(params.id ?? '') : `${to.draft(result.slug)}?info=published`);
  const conflict = result.error.code === 'conflict';
  const { teryt } = await getImport(db, { viewer, id: params.id ?? '' });
  const short = shortTerm(instants.dates, termRuleOf(value.actKind, await findLocalRule(db, teryt)));
  return data<Answer>(
    { failure: { values, errors: publishRefusal(result.error.code) }, refused: conflict, short },
    { status: conflict ? 409 : 400 },
  );
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.pageTitle}: ${page?.sourceName} – Paragraf` },
];

export default function Publish() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('office.title'), to: to.office() },
        { label: t('import.review-title'), to: to.importReview(page.id) },
        { label: page.pageTitle },
      ]}
    >
      <PageHead kind={`${page.municipality}, ${page.sourceName}`} title={page.pageTitle} lead={t('publish.lead')} />
      {page.slug ? (
        <Notice>
          <p>
            {t('import.refused.published')} <a href={to.consultation(page.slug)}>{t('office.public-page')}</a>
          </p>
        </Notice>
      ) : (
        <>
          {answer?.refused ? (
            <Notice warn>
              <p>
                <strong>{t('publish.conflict')}</strong> <a href={to.importReview(page.id)}>{t('publish.see-text')}</a>
              </p>
            </Notice>
          ) : null}
          {page.hasOffice ? null : (
            <Notice still warn>
              <p>
                {t('office.details.missing')}{' '}
                <a href={to.officeDetails({ gmina: page.teryt, dalej: to.importPublish(page.id) })}>
                  {t('office.details.give')}
                </a>
              </p>
            </Notice>
          )}
          <PublishForm page={page} failure={answer?.failure ?? null} short={answer?.short ?? null} />
        </>
      )}
    </Page>
  );
}
