import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { formValues, type FormFailure } from '#app/http/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { assignMany } from '#app/monitoring/fieldwork/assign-many.server.ts';
import { getAssignmentPage } from '#app/monitoring/fieldwork/assignment-page.server.ts';
import { AssignmentView } from '#app/monitoring/fieldwork/assignment-view.tsx';

const pageOf = (url: URL) => Number(url.searchParams.get('strona')) || 1;

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireTeamMember(request);
  return { title: t('fieldwork.assign.title'), page: await getAssignmentPage(db, { viewer, slug: params.slug ?? '', page: pageOf(url) }) };
});

export const action = handler(async ({ request, params, url, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const page = await getAssignmentPage(db, { viewer, slug, page: pageOf(url) });
  const values = formValues(await readForm(request));
  const refusals = await assignMany(db, { viewer, page, values });
  if (refusals.length === 0) {
    const back = to.assignments(slug, page.page > 1 ? { strona: page.page } : {});
    return seeOther(`${back}${back.includes('?') ? '&' : '?'}info=assigned`);
  }
  const names = new Map(page.coders.map((coder) => [coder.id, coder.name]));
  const errors: FormFailure['errors'] = {};
  for (const { field, code, userId } of refusals) errors[field] = [{ key: `fieldwork.assign.error.${code}`, params: { name: names.get(userId) ?? '' } }];
  return refuse({ values, errors });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function Assignments() {
  const { title, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('monitoring.desk'), to: to.team() }, { label: locale === 'pl' ? page.edition.titlePl : page.edition.titleEn, to: to.teamEdition(page.edition.slug) }, { label: title }]}>
      <AssignmentView page={page} failure={refusal?.failure ?? null} />
    </Page>
  );
}
