import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CheckField, Form, RadioField, Submit, SubmitRow, TextArea, TextField } from '#app/components/form.tsx';
import { Notice, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime, dayOf, warsawEnd, warsawInstant } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { answerers, surveyBounds } from '#app/surveys/definition.ts';
import { extendSurvey } from '#app/surveys/extend-survey.server.ts';
import { surveyEditor } from '#app/surveys/office-pages.server.ts';
import { OfficeSurveyNav } from '#app/surveys/office-survey-nav.tsx';
import { publishSurvey, type PublishError } from '#app/surveys/publish-survey.server.ts';
import { extendSchema, publishSchema, versionSchema } from '#app/surveys/survey-facts-form.ts';

export const loader = handler(async ({ request, db, params }) => {
  const viewer = await requireOfficial(request);
  const now = new Date();
  const in14 = new Date(now.getTime() + 14 * 86_400_000);
  return {
    ...(await surveyEditor(db, { viewer, slug: params.slug ?? '', now })),
    dates: { opensOn: dayOf(now), closesOn: dayOf(in14) },
  };
});

/** Which field a refusal is about, and what is said of it. */
function refusalOf(
  error: PublishError,
): [field: string, key: `survey.publish.error.${string}`, params?: Record<string, number>] {
  switch (error.code) {
    case 'incomplete':
      return ['answeredBy', 'survey.publish.error.incomplete', { no: error.no }];
    case 'conditions':
      return ['answeredBy', 'survey.publish.error.conditions', { no: error.problems[0]?.no ?? 0 }];
    case 'term':
      return ['closesOn', 'survey.publish.error.term'];
    case 'no-channel':
      return ['onWeb', 'survey.publish.error.no-channel'];
    default:
      return [error.code === 'reason' ? 'reason' : 'answeredBy', `survey.publish.error.${error.code}`];
  }
}

export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const now = new Date();
  const body = await readForm(request);
  const intent = body.get('intent');
  if (intent === 'extend') {
    const form = parseForm(body, extendSchema);
    if (!form.ok) return refuse(form.failure);
    const closesAt = warsawEnd(form.value.closesOn, form.value.closesTime);
    if (!closesAt) return refuse(fieldFailure(form.values, 'closesOn', 'error.date'));
    const { revision, reason } = form.value;
    const done = await extendSurvey(db, { viewer, slug, revision, closesAt, reason, now });
    if (done.ok) return seeOther(to.officeSurveyPart(slug, 'publikacja'));
    return done.error.code === 'term'
      ? refuse(fieldFailure(form.values, 'closesOn', 'survey.publish.error.extend'))
      : data({ failure: fieldFailure(form.values, 'reason', 'survey.edit.moved') }, { status: 409 });
  }
  const further = intent === 'version';
  const form = further ? parseForm(body, versionSchema) : parseForm(body, publishSchema);
  if (!form.ok) return refuse(form.failure);
  const value = form.value as Partial<typeof publishSchema._output & typeof versionSchema._output>;
  const opensAt = further ? now : warsawInstant(value.opensOn ?? '', value.opensTime ?? '');
  const closesAt = further ? now : warsawEnd(value.closesOn ?? '', value.closesTime ?? '');
  if (!opensAt) return refuse(fieldFailure(form.values, 'opensOn', 'error.date'));
  if (!closesAt) return refuse(fieldFailure(form.values, 'closesOn', 'error.date'));
  const done = await publishSurvey(db, {
    viewer,
    slug,
    revision: value.revision ?? 0,
    now,
    answeredBy: value.answeredBy ?? 'open',
    onWeb: value.onWeb === 'yes',
    kiosk: value.kiosk === 'yes',
    paper: value.paper === 'yes',
    opensAt,
    closesAt,
    reason: value.reason ?? '',
  });
  if (done.ok) return seeOther(to.officeSurveyPart(slug, 'publikacja'));
  if (done.error.code === 'moved')
    return data(
      { failure: fieldFailure(form.values, further ? 'reason' : 'answeredBy', 'survey.edit.moved') },
      { status: 409 },
    );
  const [field, key, with_] = refusalOf(done.error);
  return refuse(fieldFailure(form.values, further ? 'reason' : field, key as 'survey.publish.error.term', with_));
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.nav.publish');

export default function PublishSurvey() {
  const { survey, stage, isPublished, number } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.publish') },
      ]}
    >
      <PageHead kind={t(`survey.state.${stage}`)} title={t('survey.office.nav.publish')} />
      <OfficeSurveyNav survey={survey} here="publish" />
      {survey.state === 'draft' ? (
        <FirstForm />
      ) : (
        <>
          <Notice still>
            <p>{t(`survey.who.${survey.answeredBy as 'open'}`)}</p>
            {survey.closesAt ? <p>{t('survey.until', { at: formatDateTime(locale, survey.closesAt) })}</p> : null}
          </Notice>
          {isPublished ? null : <VersionForm number={number} />}
          {stage === 'open' || stage === 'coming' ? <ExtendForm /> : null}
        </>
      )}
    </Page>
  );
}

function FirstForm() {
  const { survey, dates } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  return (
    <Form failure={failure}>
      <input type="hidden" name="revision" value={survey.revision} />
      <RadioField
        name="answeredBy"
        label={t('survey.publish.who')}
        defaultValue="open"
        choices={answerers.map((each) => ({
          value: each,
          label: t(`survey.publish.who.${each}`),
          note: t(`survey.who.${each}`),
        }))}
      />
      <fieldset className="field">
        <legend>{t('survey.publish.channels')}</legend>
        <CheckField name="onWeb" label={t('survey.channel.web')} defaultChecked />
        <CheckField name="kiosk" label={t('survey.channel.kiosk')} note={t('survey.publish.kiosk-note')} />
        <CheckField name="paper" label={t('survey.channel.paper')} note={t('survey.publish.paper-note')} />
      </fieldset>
      <div className="field-row">
        <TextField name="opensOn" type="date" label={t('survey.publish.opens')} defaultValue={dates.opensOn} short />
        <TextField
          name="opensTime"
          type="time"
          label={t('publish.hour', { what: t('survey.publish.opens') })}
          defaultValue="00:00"
          short
        />
      </div>
      <div className="field-row">
        <TextField name="closesOn" type="date" label={t('survey.publish.closes')} defaultValue={dates.closesOn} short />
        <TextField
          name="closesTime"
          type="time"
          label={t('publish.hour', { what: t('survey.publish.closes') })}
          defaultValue="23:59"
          short
        />
      </div>
      <p className="note">{t('survey.publish.effect')}</p>
      <SubmitRow>
        <Submit name="intent" value="publish">
          {t('survey.publish.go')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}

function VersionForm({ number }: { number: number }) {
  const { survey } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  return (
    <Section id="h-wersja" title={t('survey.publish.version', { number })}>
      <Form failure={failure?.errors.closesOn ? null : failure}>
        <input type="hidden" name="revision" value={survey.revision} />
        <TextArea
          name="reason"
          max={surveyBounds.reason}
          rows={3}
          label={t('survey.publish.version-reason')}
          hint={t('survey.publish.version-hint')}
        />
        <SubmitRow>
          <Submit name="intent" value="version">
            {t('survey.publish.version-go')}
          </Submit>
        </SubmitRow>
      </Form>
    </Section>
  );
}

function ExtendForm() {
  const { survey, isPublished } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  return (
    <Section id="h-termin" title={t('survey.publish.extend')}>
      <Form failure={isPublished || failure?.errors.closesOn ? failure : null}>
        <input type="hidden" name="revision" value={survey.revision} />
        <div className="field-row">
          <TextField
            name="closesOn"
            type="date"
            label={t('survey.publish.closes')}
            defaultValue={survey.closesAt ? dayOf(survey.closesAt) : ''}
            short
          />
          <TextField
            name="closesTime"
            type="time"
            label={t('publish.hour', { what: t('survey.publish.closes') })}
            defaultValue="23:59"
            short
          />
        </div>
        <TextArea name="reason" max={surveyBounds.reason} rows={3} label={t('survey.publish.extend-reason')} />
        <SubmitRow>
          <Submit name="intent" value="extend">
            {t('survey.publish.extend-go')}
          </Submit>
        </SubmitRow>
      </Form>
    </Section>
  );
}
