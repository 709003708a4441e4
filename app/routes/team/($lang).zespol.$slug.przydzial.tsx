import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { formValues, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { assignMany, placeKey, type BoardPlace } from '#app/monitoring/fieldwork/assign-many.server.ts';
import { assignmentField, placesOf } from '#app/monitoring/fieldwork/assignment-field.ts';
import { getAssignmentPage } from '#app/monitoring/fieldwork/assignment-page.server.ts';
import { AssignmentView } from '#app/monitoring/fieldwork/assignment-view.tsx';

const pageOf = (url: URL) => Number(url.searchParams.get('strona')) || 1;

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireTeamMember(request);
  return {
    title: t('fieldwork.assign.title'),
    page: await getAssignmentPage(db, { viewer, slug: params.slug ?? '', page: pageOf(url) }),
  };
});

export const action = handler(async ({ request, params, url, db, to, t }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const page = await getAssignmentPage(db, { viewer, slug, page: pageOf(url) });
  const values = formValues(await readForm(request));
  const places = placesOf(page, values);
  const result = await assignMany(db, { viewer, slug, places });
  if (result.ok) {
    const back = to.assignments(slug, page.page > 1 ? { strona: page.page } : {});
    return seeOther(`${back}${back.includes('?') ? '&' : '?'}info=assigned`);
  }
  const names = new Map(page.coders.map((coder) => [coder.id, coder.name]));
  const nameOf = (id: string) => names.get(id) ?? (id === '' ? t('fieldwork.assign.nobody') : '');
  const errors: FormFailure['errors'] = {};
  for (const refusal of result.error.places) {
    const { teryt, area, part } = refusal.place;
    const now = refusal.code === 'conflict' ? nameOf(refusal.now) : '';
    errors[assignmentField(teryt, area, part)] = [
      { key: `fieldwork.assign.error.${refusal.code}`, params: { name: nameOf(refusal.userId), now } },
    ];
  }
  return refuse(
    { values: untouchedAsNow(values, places, result.error.held), errors },
    result.error.places.some(({ code }) => code === 'conflict') ? 409 : 400,
  );
});

/** What this lead left alone shows what stands there by now, so that sending the form again undoes nobody's change. */
function untouchedAsNow(
  values: FormFailure['values'],
  places: readonly BoardPlace[],
  held: ReadonlyMap<string, string>,
): FormFailure['values'] {
  const now = places
    .filter(({ was, wanted }) => was === wanted)
    .map(
      (place) =>
        [assignmentField(place.teryt, place.area, place.part), [held.get(placeKey(place)) ?? '']] as [string, string[]],
    );
  return { ...values, ...Object.fromEntries(now) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data
      ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.page.edition)} – Paragraf`
      : 'Paragraf',
  },
];

export default function Assignments() {
  const { title, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: editionTitle(locale, page.edition), to: to.teamEdition(page.edition.slug) },
        { label: title },
      ]}
    >
      <AssignmentView page={page} failure={refusal?.failure ?? null} />
    </Page>
  );
}
