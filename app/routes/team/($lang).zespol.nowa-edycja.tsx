import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { DEFAULT_SHARE } from '#app/monitoring/fieldwork/double-draw.ts';
import { createEdition } from '#app/monitoring/publication/create-edition.server.ts';
import { EditionForm } from '#app/monitoring/pages/edition-form.tsx';
import { listMethodologies } from '#app/monitoring/access/methodologies.server.ts';
import type { UnresolvedLine } from '#app/monitoring/publication/resolve-municipalities.server.ts';
import { listDesk } from '#app/monitoring/fieldwork/team-queries.server.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'error.date');
const schema = z.object({
  titlePl: z.string().trim().min(5).max(bounds.editionTitle),
  titleEn: z.string().trim().min(5).max(bounds.editionTitle),
  methodology: z.string().regex(/^[^/]+\/[^/]+$/, 'error.choice'),
  measuredFrom: day,
  measuredTo: day,
  municipalities: z.string().max(bounds.municipalities),
  doubleShare: z
    .string()
    .trim()
    .max(bounds.doubleShare)
    .pipe(
      z.coerce
        .number<string>('fieldwork.new.share.error')
        .int('fieldwork.new.share.error')
        .max(100, 'fieldwork.new.share.error'),
    )
    .refine((share) => share === 0 || share >= DEFAULT_SHARE, 'fieldwork.new.share.error'),
});

/** The team named in the address, when the viewer leads it. */
async function ledTeam({ request, url, db }: { request: Request; url: URL; db: Parameters<typeof listDesk>[0] }) {
  const viewer = await requireTeamMember(request);
  const team = (await listDesk(db, { viewer })).find(
    (each) => each.isLead && each.slug === url.searchParams.get('zespol'),
  );
  if (!team) throw notFound('not the lead of this team');
  return { viewer, team };
}

export const loader = handler(async (context) => {
  const { team } = await ledTeam(context);
  return { title: context.t('monitoring.new'), team: team.name, methodologies: await listMethodologies(context.db) };
});

export const action = handler(async (context) => {
  const { viewer, team } = await ledTeam(context);
  const form = parseForm(await readForm(context.request), schema);
  if (!form.ok) return refused(form.failure);
  const [key = '', version = ''] = form.value.methodology.split('/');
  const result = await createEdition(context.db, {
    ...form.value,
    viewer,
    teamId: team.id,
    methodology: { key, version },
  });
  if (result.ok) return seeOther(context.to.editionMunicipalities(result.slug));
  const { error } = result;
  if (error.code === 'dates') return refused(fieldFailure(form.values, 'measuredTo', 'monitoring.error.dates'));
  if (error.code === 'methodology') return refused(fieldFailure(form.values, 'methodology', 'error.choice'));
  return refused(
    fieldFailure(form.values, 'municipalities', 'monitoring.error.municipalities', { count: error.lines.length }),
    error.lines,
  );
});

function refused(failure: FormFailure, unresolved: UnresolvedLine[] = []) {
  return data({ failure, unresolved }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} – Paragraf` }];

export default function NewEdition() {
  const { title, team, methodologies } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('monitoring.desk'), to: to.team() }, { label: title }]}>
      <PageHead title={title} kind={team} />
      <EditionForm
        failure={refusal?.failure ?? null}
        unresolved={refusal?.unresolved ?? []}
        methodologies={methodologies}
      />
    </Page>
  );
}
