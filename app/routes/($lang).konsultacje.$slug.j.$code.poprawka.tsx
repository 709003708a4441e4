import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TermLine } from '#app/amendments/clause-parts.tsx';
import { findGoneClause } from '#app/amendments/clause-history.server.ts';
import { fileRemark } from '#app/amendments/file-remark.server.ts';
import { wholeParam } from '#app/amendments/params.ts';
import { loadProposePage, previewProposal, type MovedProposal, type ProposePage } from '#app/amendments/propose-page.server.ts';
import { ProposeForm } from '#app/amendments/propose-form.tsx';
import { ProposeGone } from '#app/amendments/propose-gone.tsx';
import type { FilingProblem } from '#app/amendments/register/filing-draft.ts';
import { proposalSchema } from '#app/amendments/schema.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/http/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { limitRate } from '#app/http/rate-limit.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireVerified } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDay } from '#app/i18n/dates.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { organisationOf } from '#app/people/viewer.ts';
import { loadDraft } from '#app/consultations/load-draft.server.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const viewer = await requireVerified(request);
  const [slug, code, now] = [params.slug ?? '', wholeParam(params.code), new Date()];
  const draft = await loadDraft(db, { slug });
  // The clause was left out while the form was open: what was typed still has to be shown.
  if (!draft.units.some((unit) => unit.code === code)) return { page: null, gone: await findGoneClause(db, { draft, code }), slug, now };
  const page = await loadProposePage(db, { slug, code, locale, now });
  const asked = url.searchParams.get('op');
  const op = page.clause.allows.find((allowed) => allowed === asked) ?? page.clause.allows[0] ?? 'none';
  return { page, gone: null, slug, op, now, who: { name: viewer.displayName, organisation: organisationOf(viewer) } };
});

type Answer = { failure: FormFailure; change: Awaited<ReturnType<typeof previewProposal>>['change']; moved: MovedProposal | null };
const answer = (parts: Partial<Answer> & { failure: FormFailure }, status: number) => data<Answer>({ change: null, moved: null, ...parts }, { status });

export const action = handler(async ({ request, params, db, locale, to }) => {
  const viewer = await requireVerified(request);
  const [slug, code] = [params.slug ?? '', wholeParam(params.code)];
  const body = await readForm(request);
  const form = parseForm(body, proposalSchema);
  if (!form.ok) return answer({ failure: form.failure }, 400);
  const { base, ...proposed } = form.value;
  const failure: FormFailure = { values: form.values, errors: {} };
  if (body.get('intent') === 'file') {
    limitRate(`remark:${viewer.id}`, 30, 3_600_000);
    const filed = await fileRemark(db, { viewer, slug, code, baseRevisionId: base, proposed });
    if (filed.ok) return seeOther(`${to.remark(slug, filed.value.number)}?info=remark-filed`);
    if (filed.error.code === 'not-verified') return seeOther(to.account());
    if (filed.error.code === 'closed') return answer({ failure: fieldFailure(form.values, 'reason', 'drafting.error.closed') }, 400);
    if (filed.error.code === 'problems') return answer({ failure: problemsOf(failure, filed.error.problems) }, 400);
  } else if (body.get('intent') !== 'preview') throw new AppError('bad-request', 'unknown intent');
  const preview = await previewProposal(db, { slug, code, baseRevisionId: base, proposed, locale });
  if (preview.moved) return answer({ moved: preview.moved, failure: carriedOver(failure, preview.moved, proposed.op) }, 409);
  if (preview.problems.length > 0) return answer({ failure: problemsOf(failure, preview.problems) }, 400);
  return answer({ failure, change: preview.change }, 200);
});

function problemsOf(failure: FormFailure, problems: readonly Pick<FilingProblem, 'field' | 'key'>[]): FormFailure {
  return { ...failure, errors: Object.fromEntries(problems.map(({ field, key }) => [field, [{ key }]])) };
}

/** The field goes on with the proposal as it is on the new text; what was typed stands above it. */
function carriedOver(failure: FormFailure, moved: MovedProposal, op: string): FormFailure {
  return op === 'replace' && moved.carried ? { ...failure, values: { ...failure.values, text: [moved.carried.text] } } : failure;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => {
  const title = translate(localeOfPath(location.pathname), 'drafting.propose.title', { citation: loaded?.page?.clause.citation ?? loaded?.gone?.citation ?? '' });
  return [{ title: `${title} – Paragraf` }, { name: 'robots', content: 'noindex' }];
};

export default function Propose() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  if (!loaded.page) return <ProposeGone gone={loaded.gone} slug={loaded.slug} failure={answered?.failure} moved={answered?.moved ?? null} />;
  const { page, op, who, now } = loaded;
  const { clause, consultation } = page;
  return (
    <Page crumbs={[{ label: consultation.title, to: to.consultation(consultation.slug) }, { label: clause.citation, to: to.clause(consultation.slug, clause.code) }, { label: t('drafting.clause.propose') }]}>
      <PageHead title={bindSpaces(t('drafting.propose.title', { citation: clause.citation }))}>
        <p className="facts"><span><TermLine consultation={consultation} now={now} /></span></p>
      </PageHead>
      <div className="beside">
        {consultation.stage === 'open' || answered ? <ProposeForm page={page} op={op} failure={answered?.failure} change={answered?.change ?? null} moved={answered?.moved ?? null} who={who} /> : <TooEarlyOrLate page={page} />}
        <Next due={consultation.answersDueAt} />
      </div>
    </Page>
  );
}

/** Nothing is taken now; a form that was open when the term ended is still shown, with what was typed. */
function TooEarlyOrLate({ page: { clause, consultation } }: { page: ProposePage }) {
  const t = useT();
  const to = usePaths();
  return <p><a className="tap" href={to.clause(consultation.slug, clause.code)}>{bindSpaces(t('drafting.propose.back', { citation: clause.citation }))}</a></p>;
}

function Next({ due }: { due: Date }) {
  const t = useT();
  const locale = useLocale();
  return (
    <aside className="stack" aria-labelledby="h-dalej">
      <h2 className="size-4" id="h-dalej">{t('drafting.propose.next')}</h2>
      <ol className="stack stack--2">
        <li>{t('drafting.propose.next-1')}</li>
        <li>{t('drafting.propose.next-2')}</li>
        <li>{t('drafting.propose.next-3')}</li>
        <li>{t('drafting.propose.next-4', { due: formatDay(locale, due) })}</li>
      </ol>
    </aside>
  );
}
