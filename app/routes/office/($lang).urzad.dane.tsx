import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow, TextArea, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { loadOfficeDetails } from '#app/drafting/office/find-office-details.server.ts';
import { officeDetailsSchema } from '#app/drafting/office/office-details.ts';
import { saveOfficeDetails } from '#app/drafting/office/save-office-details.server.ts';
import { bounds } from '#app/forms/bounds.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { localPath, refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, url, db }) => {
  const viewer = await requireOfficial(request);
  const page = await loadOfficeDetails(db, { viewer, teryt: url.searchParams.get('gmina') });
  const next = url.searchParams.get('dalej');
  return { page, next: next === null ? null : localPath(next, '') || null };
});

export const action = handler(async ({ request, url, db, to }) => {
  const viewer = await requireOfficial(request);
  const { place } = await loadOfficeDetails(db, { viewer, teryt: url.searchParams.get('gmina') });
  const form = parseForm(await readForm(request), officeDetailsSchema);
  if (!form.ok) return refuse(form.failure);
  const { revision, ...details } = form.value;
  const saved = await saveOfficeDetails(db, { viewer, teryt: place.teryt, details, revision, now: new Date() });
  if (saved.ok)
    return seeOther(
      localPath(url.searchParams.get('dalej'), to.officeDetails({ gmina: place.teryt, info: 'office-details-saved' })),
    );
  if (saved.error.code === 'rule')
    return refuse(
      fieldFailure(
        form.values,
        saved.error.missing,
        saved.error.missing === 'termSource' ? 'office.details.error.term-source' : 'error.date',
      ),
    );
  return data({ failure: fieldFailure(form.values, 'name', 'office.details.moved') }, { status: 409 });
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'office.details');

export default function Details() {
  const { page, next } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { place, others, details, changed } = page;
  return (
    <Page crumbs={[{ label: t('office.title'), to: to.office() }, { label: t('office.details') }]}>
      <PageHead kind={place.name} title={t('office.details')} lead={t('office.details.lead')} />
      {others.length > 0 ? (
        <ul className="filters">
          {others.map(({ teryt, name }) => (
            <li key={teryt}>
              <a href={to.officeDetails({ gmina: teryt })}>{name}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {next ? <p className="note">{t('office.details.first')}</p> : null}
      <Form
        action={to.officeDetails({ gmina: place.teryt, ...(next ? { dalej: next } : {}) })}
        failure={failure}
        key={page.revision}
      >
        <input type="hidden" name="revision" value={page.revision} />
        <TextField
          name="name"
          max={bounds.officeName}
          label={t('office.details.name')}
          hint={t('office.details.name-hint')}
          defaultValue={details?.name ?? ''}
        />
        <TextArea
          name="address"
          max={bounds.officeAddress}
          label={t('office.details.address')}
          defaultValue={details?.address ?? ''}
          rows={3}
        />
        <TextArea
          name="hours"
          max={bounds.officeHours}
          label={t('office.details.hours')}
          hint={t('office.details.hours-hint')}
          defaultValue={details?.hours ?? ''}
          rows={3}
          optional
        />
        <TextField
          name="phone"
          max={bounds.officePhone}
          label={t('office.card.phone')}
          defaultValue={details?.phone ?? ''}
          optional
          short
        />
        <TextField
          name="email"
          max={bounds.email}
          label={t('person.email')}
          defaultValue={details?.email ?? ''}
          inputMode="email"
          optional
        />
        <TextField
          name="edoreczenia"
          max={bounds.officeDelivery}
          label={t('office.card.delivery')}
          hint={t('office.details.delivery-hint')}
          defaultValue={details?.edoreczenia ?? ''}
          optional
        />
        <TextArea
          name="controller"
          max={bounds.officeController}
          label={t('office.details.controller')}
          hint={t('office.details.controller-hint')}
          defaultValue={details?.controller ?? ''}
          rows={2}
        />
        <TextArea
          name="inspector"
          max={bounds.officeInspector}
          label={t('office.details.inspector')}
          hint={t('office.details.inspector-hint')}
          defaultValue={details?.inspector ?? ''}
          rows={2}
          optional
        />
        <TextField
          name="termDays"
          max={bounds.termDays}
          label={t('office.details.rule')}
          hint={t('office.details.rule-hint')}
          defaultValue={details?.termDays ? String(details.termDays) : ''}
          inputMode="numeric"
          optional
          short
        />
        <TextField
          name="termSource"
          max={bounds.termSource}
          label={t('office.details.rule-source')}
          hint={t('office.details.rule-source-hint')}
          defaultValue={details?.termSource ?? ''}
          optional
        />
        <TextField
          name="termCheckedOn"
          type="date"
          label={t('office.details.rule-checked')}
          defaultValue={details?.termCheckedOn ?? ''}
          optional
          short
        />
        {changed ? (
          <p className="by">
            {t('office.details.changed', { name: changed.name, at: formatDateTime(locale, changed.at) })}
          </p>
        ) : null}
        <SubmitRow>
          <Submit>{t('form.save')}</Submit>
          {next ? <a href={`${next}?bez-danych=tak`}>{t('office.details.later')}</a> : null}
        </SubmitRow>
      </Form>
    </Page>
  );
}
