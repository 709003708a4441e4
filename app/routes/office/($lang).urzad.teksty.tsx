import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, TextArea, TextField } from '#app/components/form.tsx';
import { Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { placeholders } from '#app/drafting/snippets/fill-snippet.ts';
import { loadSnippets } from '#app/drafting/snippets/list-snippets.server.ts';
import { removeSnippet, saveSnippet } from '#app/drafting/snippets/save-snippet.server.ts';
import { mostSnippets, snippetMeant, snippetSchema } from '#app/drafting/snippets/snippet.ts';
import { AppError } from '#app/errors/app-error.ts';
import { bounds } from '#app/forms/bounds.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, url, db }) => {
  const viewer = await requireOfficial(request);
  const page = await loadSnippets(db, { viewer, teryt: url.searchParams.get('gmina') });
  return { ...page, picked: url.searchParams.get('tekst') };
});

export const action = handler(async ({ request, url, db, to }) => {
  const viewer = await requireOfficial(request);
  const { place } = await loadSnippets(db, { viewer, teryt: url.searchParams.get('gmina') });
  const body = await readForm(request);
  const intent = body.get('intent');
  if (intent !== 'add' && intent !== 'change' && intent !== 'remove')
    throw new AppError('bad-request', 'unknown intent');
  const meant = intent === 'add' ? null : parseForm(body, snippetMeant);
  if (meant && !meant.ok) return refuse(meant.failure);
  if (intent === 'remove' && meant) {
    const { snippet: id, revision } = meant.value;
    const removed = await removeSnippet(db, { viewer, teryt: place.teryt, id, revision });
    if (removed.ok) return seeOther(to.snippets({ gmina: place.teryt, info: 'snippet-removed' }));
    return data({ failure: fieldFailure(meant.values, 'text', 'office.snippet.moved') }, { status: 409 });
  }
  const form = parseForm(body, snippetSchema);
  if (!form.ok) return refuse(form.failure);
  const saved = await saveSnippet(db, {
    viewer,
    teryt: place.teryt,
    ...form.value,
    meant: meant && { id: meant.value.snippet, revision: meant.value.revision },
  });
  if (saved.ok) return seeOther(to.snippets({ gmina: place.teryt, info: 'snippet-saved' }));
  switch (saved.error.code) {
    case 'unknown-placeholder':
      return refuse(
        fieldFailure(form.values, 'text', 'office.snippet.unknown', {
          names: saved.error.names.map((name) => `{${name}}`).join(', '),
        }),
      );
    case 'too-many':
      return refuse(fieldFailure(form.values, 'name', 'office.snippet.too-many', { max: mostSnippets }), 409);
    case 'moved':
      return data({ failure: fieldFailure(form.values, 'text', 'office.snippet.moved') }, { status: 409 });
  }
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'office.snippets');

export default function Snippets() {
  const { place, others, snippets, picked } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const chosen = snippets.find(({ id }) => id === picked);
  return (
    <Page crumbs={[{ label: t('office.title'), to: to.office() }, { label: t('office.snippets') }]}>
      <PageHead kind={place.name} title={t('office.snippets')} lead={t('office.snippets.lead')} />
      {others.length > 0 ? (
        <ul className="filters">
          {others.map(({ teryt, name }) => (
            <li key={teryt}>
              <a href={to.snippets({ gmina: teryt })}>{name}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {snippets.length === 0 ? null : (
        <ul className="rows rows--split">
          {snippets.map(({ id, name, text }) => (
            <li key={id}>
              <div>
                <h2 className="size-4">{name}</h2>
                <p className="pre">{text}</p>
              </div>
              <p className="meta">
                <a
                  className="tap"
                  href={`${to.snippets({ gmina: place.teryt, tekst: id })}#h-form`}
                  aria-current={id === picked ? 'true' : undefined}
                >
                  {t('office.snippet.change')}
                  <span className="vh">: {name}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Section
        id="h-form"
        title={chosen ? t('office.snippet.changing', { name: chosen.name }) : t('office.snippet.new')}
      >
        <Form
          action={to.snippets({ gmina: place.teryt, ...(chosen ? { tekst: chosen.id } : {}) })}
          failure={failure}
          key={chosen?.id}
        >
          {chosen ? (
            <>
              <input type="hidden" name="snippet" value={chosen.id} />
              <input type="hidden" name="revision" value={chosen.revision} />
            </>
          ) : null}
          <TextField
            name="name"
            max={bounds.snippetName}
            label={t('office.snippet.name')}
            {...(chosen ? { defaultValue: chosen.name } : {})}
          />
          <TextArea
            name="text"
            max={bounds.snippetText}
            label={t('office.snippet.text')}
            hint={t('office.snippets.placeholders', { names: placeholders.map((name) => `{${name}}`).join(', ') })}
            {...(chosen ? { defaultValue: chosen.text } : {})}
          />
          <p className="actions">
            <Submit name="intent" value={chosen ? 'change' : 'add'}>
              {t(chosen ? 'form.save' : 'office.snippet.add')}
            </Submit>
            {chosen ? (
              <>
                <Submit name="intent" value="remove" quiet>
                  {t('office.snippet.remove')}
                </Submit>
                <a className="tap" href={to.snippets({ gmina: place.teryt })}>
                  {t('office.snippet.leave')}
                </a>
              </>
            ) : null}
          </p>
        </Form>
      </Section>
    </Page>
  );
}
