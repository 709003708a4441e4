import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { addMunicipalities, removeMunicipality } from '#app/monitoring/publication/edition-municipalities.server.ts';
import { MunicipalitiesView } from '#app/monitoring/pages/municipalities-view.tsx';
import { searchMunicipalities } from '#app/monitoring/publication/resolve-municipalities.server.ts';
import { getLedEdition } from '#app/monitoring/access/edition-access.server.ts';
import { getBoard } from '#app/monitoring/fieldwork/team-queries.server.ts';

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const { isDemo } = await getLedEdition(db, { viewer, slug });
  const query = (url.searchParams.get('q') ?? '').slice(0, bounds.searchedName);
  return {
    title: t('monitoring.choose'),
    query,
    board: await getBoard(db, { viewer, slug }),
    found: await searchMunicipalities(db, { words: query, isDemo }),
  };
});

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), teryt: z.string().regex(/^\d{7}$/) }),
  z.object({
    intent: z.literal('remove'),
    teryt: z.string().regex(/^\d{7}$/),
    assigned: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  }),
  z.object({ intent: z.literal('list'), municipalities: z.string().trim().min(1).max(bounds.municipalities) }),
]);

export const action = handler(async ({ request, params, url, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first])));
  if (!parsed.success) {
    if (values.intent?.[0] !== 'list') throw notFound('no such button');
    const isLong = (values.municipalities?.[0] ?? '').length > bounds.municipalities;
    return data(
      {
        failure: isLong
          ? fieldFailure(values, 'municipalities', 'error.too-long', { max: bounds.municipalities })
          : fieldFailure(values, 'municipalities', 'error.required'),
        unresolved: [],
        problem: null,
      },
      { status: 400 },
    );
  }
  const form = parsed.data;
  const back = to.editionMunicipalities(slug, url.searchParams.get('q') ?? undefined);
  if (form.intent === 'remove') {
    const result = await removeMunicipality(db, { viewer, slug, teryt: form.teryt, assigned: form.assigned });
    return result.ok
      ? seeOther(back)
      : data({ failure: null, unresolved: [], problem: result.error.code }, { status: 409 });
  }
  const municipalities = form.intent === 'add' ? form.teryt : form.municipalities;
  const result = await addMunicipalities(db, { viewer, slug, municipalities });
  if (result.ok) return seeOther(back);
  const { error } = result;
  if (error.code === 'published') return data({ failure: null, unresolved: [], problem: error.code }, { status: 409 });
  const failure = fieldFailure(values, 'municipalities', 'monitoring.error.municipalities', {
    count: error.lines.length,
  });
  return data({ failure, unresolved: error.lines, problem: null }, { status: 400 });
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data
      ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.board.edition)} – Paragraf`
      : 'Paragraf',
  },
];

export default function EditionMunicipalities() {
  const { title, board, query, found } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        {
          label: editionTitle(locale, board.edition),
          to: to.teamEdition(board.edition.slug),
        },
        { label: title },
      ]}
    >
      <MunicipalitiesView
        board={board}
        query={query}
        found={found}
        failure={refusal?.failure ?? null}
        unresolved={refusal?.unresolved ?? []}
        problem={refusal?.problem ?? null}
      />
    </Page>
  );
}
