import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { setFourEyes } from '#app/amendments/deciding/set-four-eyes.server.ts';
import { DeskHead } from '#app/amendments/desk-head.tsx';
import { loadDeskHead } from '#app/amendments/desk.server.ts';
import { CheckField, Form, Submit } from '#app/components/form.tsx';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues } from '#app/http/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, db }) => {
  const viewer = await requireOfficial(request);
  const { draft: _draft, scope: _scope, ...desk } = await loadDeskHead(db, { viewer, slug: params.slug ?? '' });
  return { desk };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  const set = await setFourEyes(db, { viewer, slug, fourEyes: values.fourEyes?.[0] === 'yes' });
  if (set.ok) return seeOther(`${to.deskSettings(slug)}?info=settings-saved`);
  return data({ failure: fieldFailure(values, 'fourEyes', 'deciding.error.needs-two') }, { status: 400 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  { title: `${translate(localeOfPath(location.pathname), 'deciding.settings')}${loaded ? `. ${loaded.desk.consultation.title}` : ''} – Paragraf` }, { name: 'robots', content: 'noindex' },
];

export default function Settings() {
  const { desk } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page>
      <DeskHead desk={desk} here="settings" />
      <section className="section" aria-labelledby="h-ustawienia">
        <h2 id="h-ustawienia">{t('deciding.settings.ruling')}</h2>
        <Form action={to.deskSettings(desk.consultation.slug)} failure={failure}>
          <CheckField name="fourEyes" label={t('deciding.four-eyes')} note={t('deciding.four-eyes.note')} defaultChecked={desk.consultation.fourEyes} />
          <p className="by">{t('deciding.settings.recorded')}</p>
          <p className="actions"><Submit>{t('deciding.settings.save')}</Submit></p>
        </Form>
      </section>
    </Page>
  );
}
