import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addToGroup, createGroup, groupLimit, type GroupError } from '#app/drafting/rulings/change-group.server.ts';
import { numbersFrom } from '#app/drafting/rulings/deciding-schema.ts';
import { GroupTable, SuggestionForm } from '#app/drafting/rulings/group-parts.tsx';
import { loadOfficeGroups } from '#app/drafting/rulings/group-suggestions.server.ts';
import { readTypedFields } from '#app/forms/typed-text.ts';
import { DeskHead } from '#app/drafting/rulings/desk-head.tsx';
import { Empty, Notice, Page } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, db }) => {
  const viewer = await requireOfficial(request);
  return loadOfficeGroups(db, { viewer, slug: params.slug ?? '' });
});

type Answer = { failure: FormFailure; lead: number; /** Null when the name was too long. */ error: GroupError | null };

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  const [lead = 0] = numbersFrom(values.lead ?? [], 1);
  const numbers = numbersFrom(values.nr ?? [], groupLimit);
  const errors: FormFailure['errors'] = {};
  const name = values[`title-${lead}`] ? `title-${lead}` : 'title';
  const title = readTypedFields(values, bounds.groupTitle, errors)(name);
  if (errors[name])
    return data<Answer>(
      { failure: { values, errors: { [`title-${lead}`]: errors[name] } }, lead, error: null },
      { status: 400 },
    );
  const intent = values.intent?.[0];
  if (intent !== 'create' && intent !== 'add') throw new AppError('bad-request', 'unknown intent');
  const [group = 0, revision = 0] = [values.group, values.revision].map((one) => numbersFrom(one ?? [], 1)[0]);
  const done =
    intent === 'create'
      ? await createGroup(db, { viewer, slug, title, numbers })
      : await addToGroup(db, { viewer, slug, group, revision, numbers });
  if (done.ok) return seeOther(`${to.officeGroup(slug, done.value.number)}?info=grouped`);
  const failure =
    done.error.code === 'title-required'
      ? fieldFailure(values, `title-${lead}`, 'deciding.error.title')
      : { values, errors: {} };
  return data<Answer>(
    { failure, lead, error: done.error },
    { status: done.error.code === 'title-required' || done.error.code === 'too-few' ? 400 : 409 },
  );
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'deciding.groups')}${loaded ? `. ${loaded.desk.consultation.title}` : ''} – Paragraf`,
  },
  { name: 'robots', content: 'noindex' },
];

export default function OfficeGroups() {
  const { desk, groups, suggestions, more } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const { slug } = desk.consultation;
  return (
    <Page>
      <DeskHead desk={desk} here="groups" />
      {answered?.error?.code === 'not-possible' ? (
        <Notice warn>
          <p>{t('deciding.error.group-members', { numbers: answered.error.numbers.join(', ') })}</p>
        </Notice>
      ) : null}
      {answered?.error?.code === 'title-required' && answered.lead === 0 ? (
        <Notice warn>
          <p>{t('deciding.error.title')}</p>
        </Notice>
      ) : null}
      {answered?.error?.code === 'too-few' ? (
        <Notice warn>
          <p>{t('deciding.error.too-few')}</p>
        </Notice>
      ) : null}
      {answered?.error?.code === 'moved' ? (
        <Notice warn>
          <p>{t('deciding.error.group-moved')}</p>
        </Notice>
      ) : null}
      <section className="section" aria-labelledby="h-grupy">
        <h2 id="h-grupy">{t('deciding.groups')}</h2>
        <p className="note">{t('deciding.groups.lead')}</p>
        {groups.length > 0 ? (
          <GroupTable groups={groups} slug={slug} office />
        ) : (
          <p className="by">{t('deciding.groups.none')}</p>
        )}
      </section>
      <section className="section" aria-labelledby="h-podobne">
        <h2 id="h-podobne">{t('deciding.near')}</h2>
        <p className="note">{t('deciding.near.lead')}</p>
        {suggestions.length === 0 ? (
          <Empty>
            <p>{t('deciding.near.none')}</p>
          </Empty>
        ) : null}
        <div className="stack">
          {suggestions.map((suggestion) => (
            <SuggestionForm
              key={suggestion.lead.number}
              suggestion={suggestion}
              slug={slug}
              failure={answered?.lead === suggestion.lead.number ? answered.failure : undefined}
            />
          ))}
        </div>
        {more > 0 ? <p className="by">{t('deciding.near.more', { count: more })}</p> : null}
      </section>
    </Page>
  );
}
