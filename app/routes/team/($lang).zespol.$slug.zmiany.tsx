import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { fieldFailure, formValues, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { ChangesView } from '#app/monitoring/pages/changes-view.tsx';
import { changeId, getChangeDesk } from '#app/monitoring/publication/changes/change-desk.server.ts';
import { decisionSchema, noteField, noteSchema } from '#app/monitoring/publication/changes/change-input.ts';
import { decideChange } from '#app/monitoring/publication/changes/decide-change.server.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  return { title: t('publication.changes'), desk: await getChangeDesk(db, { viewer, slug: params.slug ?? '' }) };
});

const infoOf = { approve: 'change-done', decline: 'change-declined', cancel: 'change-cancelled' } as const;

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const form = await readForm(request);
  const id = changeId(formValues(form).id?.[0]);
  if (!id) throw notFound('no such change');
  const parsed = parseForm(form, decisionSchema);
  const noted = parseForm(form, noteSchema(id));
  if (!parsed.ok) return data({ failure: { id, failure: parsed.failure }, problem: null }, { status: 400 });
  if (!noted.ok) return data({ failure: { id, failure: noted.failure }, problem: null }, { status: 400 });
  const { intent } = parsed.value;
  const note = noteField(id);
  const result = await decideChange(db, { viewer, slug, id, outcome: intent, note: noted.value[note] ?? '' });
  if (result.ok) return seeOther(`${to.changes(slug)}?info=${infoOf[intent]}#zmiana-${id}`);
  const { code } = result.error;
  if (code === 'note-missing')
    return data(
      {
        failure: { id, failure: fieldFailure(parsed.values, note, 'publication.change.problem.note-missing') },
        problem: null,
      },
      { status: 400 },
    );
  return data({ failure: { id, failure: { values: parsed.values, errors: {} } }, problem: code }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.desk)} – Paragraf` : 'Paragraf',
  },
];

export default function Changes() {
  const { title, desk } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: editionTitle(locale, desk), to: to.teamEdition(desk.slug) },
        { label: title },
      ]}
    >
      <ChangesView desk={desk} problem={refusal?.problem ?? null} failure={refusal?.failure ?? null} />
    </Page>
  );
}
