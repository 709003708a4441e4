import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { LostFiles, TypedForm } from '#app/components/unsent-form.tsx';
import { isUuid } from '#app/db/is-uuid.ts';
import { formValues } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { keptSecret } from '#app/http/kept-form.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { countForeignForms, dropKeptForms, findKeptForms } from '#app/people/kept-form.server.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, db }) => {
  const { id: userId, displayName } = await requireViewer(request);
  const secret = await keptSecret(request);
  if (!secret) return { name: displayName, forms: [], foreign: 0 };
  return {
    name: displayName,
    forms: await findKeptForms(db, { secret, userId }),
    foreign: await countForeignForms(db, { secret, userId }),
  };
});

export const action = handler(async ({ request, db, to }) => {
  await requireViewer(request);
  const id = formValues(await readForm(request)).id?.[0];
  const secret = await keptSecret(request);
  if (secret) await dropKeptForms(db, { secret, which: id !== undefined && isUuid(id) ? { id } : 'all' });
  return seeOther(to.keptForms());
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'kept.title');

export default function KeptForms() {
  const { name, forms, foreign } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: t('kept.title') }]}>
      <PageHead title={t('kept.title')} lead={forms.length > 0 ? t('kept.lead', { name }) : t('kept.none')} />
      {forms.map((form) => (
        <section className="section" key={form.id} aria-labelledby={`h-${form.id}`}>
          <h2 id={`h-${form.id}`}>{t('kept.typed-at', { at: formatDateTime(locale, new Date(form.typedAt)) })}</h2>
          <p className="by">{t('kept.until', { until: formatDateTime(locale, new Date(form.until)) })}</p>
          <LostFiles names={form.files} />
          <TypedForm typed={form.fields} action={form.path} submit={t('kept.send')} />
          <Remove id={form.id} label={t('kept.remove')} />
        </section>
      ))}
      {foreign > 0 ? (
        <section className="section" aria-labelledby="h-cudze">
          <h2 id="h-cudze">{t('kept.foreign-title')}</h2>
          <p>{t('kept.foreign', { count: foreign })}</p>
          <Remove id={null} label={t('kept.remove-all')} />
        </section>
      ) : null}
    </Page>
  );
}

function Remove({ id, label }: { id: string | null; label: string }) {
  const to = usePaths();
  return (
    <form method="post" action={to.keptForms()}>
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <p className="actions">
        <button className="btn btn--quiet btn--small" type="submit">
          {label}
        </button>
      </p>
    </form>
  );
}
