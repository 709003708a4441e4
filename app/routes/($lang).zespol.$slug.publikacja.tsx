import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { formValues } from '#app/http/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { addBorderCells } from '#app/monitoring/fieldwork/add-border-cells.server.ts';
import { previewPublication } from '#app/monitoring/preview-publication.server.ts';
import { PublicationView } from '#app/monitoring/publication-view.tsx';
import { publishEdition } from '#app/monitoring/publish-edition.server.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  return { title: t('monitoring.publish'), preview: await previewPublication(db, { viewer, slug: params.slug ?? '' }) };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  if (values.intent?.[0] === 'border') {
    const added = await addBorderCells(db, { viewer, slug });
    return added.ok ? seeOther(`${to.publishEdition(slug)}?info=border-cells`) : data({ problem: added.error.code === 'published' ? 'published' as const : 'conflict' as const }, { status: 409 });
  }
  const stamp = values.stamp?.[0] ?? '';
  const result = await publishEdition(db, { viewer, slug, stamp });
  if (result.ok) return seeOther(`${to.edition(slug)}?info=edition-published`);
  return data({ problem: result.error.code }, { status: result.error.code === 'nothing-to-publish' ? 400 : 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title ?? ''} – Paragraf` }];

export default function Publication() {
  const { title, preview } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('monitoring.desk'), to: to.team() }, { label: locale === 'pl' ? preview.titlePl : preview.titleEn, to: to.teamEdition(preview.slug) }, { label: title }]}>
      <PublicationView preview={preview} problem={refusal?.problem ?? null} />
    </Page>
  );
}
