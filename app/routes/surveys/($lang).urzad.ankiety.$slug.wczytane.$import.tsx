import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { formValues, type FormFailure } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import { pageTitle } from '#app/people/page-title.ts';
import {
  dropImport,
  findWaitingImport,
  mapImport,
  takeImport,
  waitingImport,
} from '#app/surveys/import-answers.server.ts';
import { readMapping } from '#app/surveys/import-form.ts';
import { ImportForm, ImportPreview } from '#app/surveys/import-view.tsx';

export const loader = handler(async ({ request, db, params }) => {
  const viewer = await requireOfficial(request);
  const waiting = await waitingImport(db, { viewer, slug: params.slug ?? '', id: params.import ?? '' });
  // The answers themselves stay on the server: the page needs their number.
  const { answers, ...judged } = waiting.judged;
  return { ...waiting, judged: { ...judged, valid: answers.length } };
});

type Answer = { failure: FormFailure | null; trouble: MessageKey | null };
const trouble = (key: MessageKey) => data<Answer>({ failure: null, trouble: key }, { status: 409 });

export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireOfficial(request);
  const who = { viewer, slug: params.slug ?? '', id: params.import ?? '' };
  await findWaitingImport(db, who);
  const values = formValues(await readForm(request));
  const intent = values.intent?.[0];
  if (intent === 'drop') {
    await dropImport(db, who);
    return seeOther(to.officeSurveyPart(who.slug, 'wczytane'));
  }
  const given = values.revision?.[0] ?? '';
  const revision = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (intent === 'take') {
    const taken = await takeImport(db, { ...who, revision, now: new Date() });
    if (!taken.ok) return trouble(`survey.import.error.${taken.error.code}`);
    return seeOther(to.officeSurveyPart(who.slug, 'wczytane'));
  }
  const read = readMapping(await waitingImport(db, who), values);
  if (!read.ok) return data<Answer>({ failure: read.failure, trouble: null }, { status: 400 });
  const kept = await mapImport(db, { ...who, revision, mapping: read.value });
  return kept.ok ? seeOther(to.officeSurveyImport(who.slug, who.id)) : trouble('survey.import.error.conflict');
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.nav.import');

export default function SurveyImport() {
  const page = useLoaderData<typeof loader>();
  const answered: Answer | undefined = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const { survey, name } = page;
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.import'), to: to.officeSurveyPart(survey.slug, 'wczytane') },
        { label: name, lang: 'pl' },
      ]}
    >
      <PageHead title={t('survey.import.map-title', { name })} lead={t('survey.import.map-lead')} />
      {answered?.trouble ? (
        <Notice warn>
          <p>{t(answered.trouble)}</p>
        </Notice>
      ) : null}
      <ImportPreview page={page} />
      <ImportForm page={page} failure={answered?.failure ?? null} />
    </Page>
  );
}
