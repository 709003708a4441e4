import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { boardSources } from '#app/boards/board-sources.server.ts';
import { Empty, Notice, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import type { Db } from '#app/db/client.server.ts';
import { addGround, removeGround } from '#app/drafting/grounds/change-grounds.server.ts';
import { addGroundSchema, removeGroundSchema, sourceValue, type GroundSource } from '#app/drafting/grounds/ground.ts';
import { AddGroundForm, GroundList } from '#app/drafting/grounds/grounds-forms.tsx';
import { earlierRemarks, listGrounds, provisionsOf } from '#app/drafting/grounds/grounds.server.ts';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { citableSurveys, surveyFigures } from '#app/surveys/survey-figures.server.ts';

/** What can be named, handed in by those who own it: the draft knows neither boards nor surveys. */
async function sourcesFor(db: Db, at: { teryt: string; slug: string }): Promise<GroundSource[]> {
  const surveys: GroundSource[] = [];
  for (const { id, title } of await citableSurveys(db, at.teryt))
    for (const { sourceId, label, figure, address } of await surveyFigures(db, id))
      surveys.push({
        kind: 'survey-question',
        sourceId,
        label: `${title}: ${label.pl}`,
        figure: figure.pl,
        address,
      });
  return [...surveys, ...(await boardSources(db, at.teryt)), ...(await earlierRemarks(db, at))];
}

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireOfficial(request);
  const consultation = await findForOffice(db, { viewer, slug: params.slug ?? '' });
  return {
    consultation: { slug: consultation.slug, title: consultation.title },
    grounds: await listGrounds(db, consultation.slug),
    provisions: await provisionsOf(db, consultation.slug),
    sources: await sourcesFor(db, consultation),
    title: t('grounds.office'),
  };
});

const offered = async (db: Db, viewer: Viewer, slug: string) =>
  sourcesFor(db, await findForOffice(db, { viewer, slug }));

type Answer = { failure: FormFailure | null; trouble: MessageKey | null; about: string };
const refused = (failure: FormFailure, about = '') => data<Answer>({ failure, trouble: null, about }, { status: 400 });

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const body = await readForm(request);
  if (body.get('intent') === 'remove') {
    const form = parseForm(body, removeGroundSchema);
    if (!form.ok) return refused(form.failure, String(body.get('ground')));
    const removed = await removeGround(db, { viewer, slug, ...form.value });
    return removed.ok
      ? seeOther(`${to.officeGrounds(slug)}?info=ground-removed`)
      : data<Answer>({ failure: null, trouble: `grounds.error.${removed.error.code}`, about: '' }, { status: 409 });
  }
  const form = parseForm(body, addGroundSchema);
  if (!form.ok) return refused(form.failure);
  const source = (await offered(db, viewer, slug)).find((each) => sourceValue(each) === form.value.source);
  if (!source) return refused(fieldFailure(form.values, 'source', 'error.choice'));
  const code = form.value.code === '' ? null : Number(form.value.code);
  const added = await addGround(db, { viewer, slug, code, source });
  if (added.ok) return seeOther(`${to.officeGrounds(slug)}?info=ground-added`);
  return data<Answer>(
    { failure: { values: form.values, errors: {} }, trouble: `grounds.error.${added.error.code}`, about: '' },
    { status: 409 },
  );
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.consultation.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function OfficeGrounds() {
  const { consultation, grounds, provisions, sources, title } = useLoaderData<typeof loader>();
  const answered: Answer | undefined = useActionData<typeof action>();
  const t = useT();
  return (
    <Page>
      <OfficeNav slug={consultation.slug} here="grounds" />
      <PageHead kind={<Polish>{consultation.title}</Polish>} title={title} lead={t('grounds.lead')} />
      {answered?.trouble ? (
        <Notice warn>
          <p>{t(answered.trouble)}</p>
        </Notice>
      ) : null}
      {grounds.length > 0 ? (
        <GroundList grounds={grounds} failure={answered?.failure} about={answered?.about ?? ''} />
      ) : (
        <Empty>
          <p>{t('grounds.none-yet')}</p>
        </Empty>
      )}
      <Section id="h-wskaz" title={t('grounds.add')}>
        {sources.length > 0 ? (
          <AddGroundForm
            provisions={provisions}
            sources={sources}
            failure={answered?.about === '' ? answered.failure : null}
          />
        ) : (
          <p>{t('grounds.none')}</p>
        )}
      </Section>
    </Page>
  );
}
