import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { addBorderCells } from '#app/monitoring/fieldwork/add-border-cells.server.ts';
import { previewPublication } from '#app/monitoring/publication/preview-publication.server.ts';
import { PublicationView, type PublicationProblem } from '#app/monitoring/pages/publication-view.tsx';
import { cancelRelease } from '#app/monitoring/publication/cancel-release.server.ts';
import { getReleaseDesk } from '#app/monitoring/publication/release-desk.server.ts';
import { releaseHour, releaseSchema } from '#app/monitoring/publication/release-input.ts';
import { publishEdition } from '#app/monitoring/publication/publish-edition.server.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  return {
    title: t('monitoring.publish'),
    preview: await previewPublication(db, { viewer, slug }),
    desk: await getReleaseDesk(db, { viewer, slug }),
  };
});

const refused = (answer: { problem?: PublicationProblem; failure?: FormFailure }, status: number) =>
  data({ problem: answer.problem ?? null, failure: answer.failure ?? null }, { status });

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const parsed = parseForm(await readForm(request), releaseSchema);
  if (!parsed.ok) return refused({ failure: parsed.failure }, 400);
  const { intent, stamp } = parsed.value;
  if (intent === 'border') {
    const added = await addBorderCells(db, { viewer, slug });
    return added.ok
      ? seeOther(`${to.publishEdition(slug)}?info=border-cells`)
      : refused({ problem: added.error.code }, 409);
  }
  if (intent === 'cancel') {
    const result = await cancelRelease(db, { viewer, slug, shown: parsed.value.scheduled });
    return result.ok
      ? seeOther(`${to.publishEdition(slug)}?info=release-cancelled`)
      : refused({ problem: result.error.code }, 409);
  }
  const hour = releaseHour(parsed.value);
  if (!hour.ok) return refused({ failure: fieldFailure(parsed.values, hour.field, hour.key) }, 400);
  const result = await publishEdition(db, { viewer, slug, stamp, releaseAt: hour.releaseAt });
  if (result.ok)
    return seeOther(
      hour.releaseAt
        ? `${to.publishEdition(slug)}?info=release-scheduled`
        : `${to.edition(slug)}?info=edition-published`,
    );
  if (result.error.code === 'release-time')
    return refused({ failure: fieldFailure(parsed.values, 'day', 'publication.error.past') }, 400);
  return refused({ problem: result.error.code }, result.error.code === 'nothing-to-publish' ? 400 : 409);
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data
      ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.preview)} – Paragraf`
      : 'Paragraf',
  },
];

export default function Publication() {
  const { title, preview, desk } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: editionTitle(locale, preview), to: to.teamEdition(preview.slug) },
        { label: title },
      ]}
    >
      <PublicationView
        preview={preview}
        desk={desk}
        problem={refusal?.problem ?? null}
        failure={refusal?.failure ?? null}
      />
    </Page>
  );
}
