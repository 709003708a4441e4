import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { WithdrawView } from '#app/monitoring/pages/withdraw-view.tsx';
import { getChangeDesk } from '#app/monitoring/publication/changes/change-desk.server.ts';
import { withdrawalSchema } from '#app/monitoring/publication/changes/change-input.ts';
import { proposeWithdrawal } from '#app/monitoring/publication/changes/propose-change.server.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  const desk = await getChangeDesk(db, { viewer, slug: params.slug ?? '' });
  if (!desk.isLead) throw notFound('not the lead');
  return { title: t('publication.withdraw'), desk };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const parsed = parseForm(await readForm(request), withdrawalSchema);
  if (!parsed.ok) return data({ failure: parsed.failure, problem: null }, { status: 400 });
  const { issue, what, ground, reason } = parsed.value;
  const result = await proposeWithdrawal(db, {
    viewer,
    slug,
    teryt: what === 'wszystko' ? null : what,
    ground,
    reason,
    againstIssue: issue,
  });
  if (result.ok) return seeOther(`${to.changes(slug)}?info=change-proposed#zmiana-${result.id}`);
  const { code } = result.error;
  if (code === 'unknown')
    return data(
      { failure: fieldFailure(parsed.values, 'what', 'publication.withdraw.error.what'), problem: null },
      { status: 400 },
    );
  if (code === 'reason-short')
    return data(
      { failure: fieldFailure(parsed.values, 'reason', 'publication.error.reason-short'), problem: null },
      { status: 400 },
    );
  return data({ failure: { values: parsed.values, errors: {} }, problem: code }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.desk)} – Paragraf` : 'Paragraf',
  },
];

export default function Withdraw() {
  const { title, desk } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: editionTitle(locale, desk), to: to.changes(desk.slug) },
        { label: title },
      ]}
    >
      <WithdrawView desk={desk} failure={refusal?.failure ?? null} problem={refusal?.problem ?? null} />
    </Page>
  );
}
