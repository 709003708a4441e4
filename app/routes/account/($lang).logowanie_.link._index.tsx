import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { localPath, refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { atLeast } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { requestGuestLink } from '#app/people/request-guest-link.server.ts';

const schema = z.object({
  email: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.email().max(bounds.email)),
});

export const loader = handler(async ({ url }) => ({
  next: localPath(url.searchParams.get('dalej'), ''),
  sent: url.searchParams.has('wyslano'),
}));

export const action = handler(async ({ request, url, db, to }) => {
  const form = parseForm(await readForm(request), schema);
  if (!form.ok) return refuse(form.failure);
  const next = localPath(url.searchParams.get('dalej'), to.account());
  const asked = await atLeast(300, requestGuestLink(db, { email: form.value.email, next }));
  if (!asked.ok) return refuseForNow(form.values, 'email', asked.error.seconds);
  return seeOther(to.signInLink({ wyslano: 1 }));
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.link.title');

/** The way in for people without a password: a link by e-mail. Says the same whether the address is known or not. */
export default function GuestLink() {
  const { sent } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  if (sent)
    return (
      <Page>
        <PageHead title={t('register.sent.title')} lead={t('register.link.sent')} />
      </Page>
    );
  return (
    <Page crumbs={[{ label: t('nav.sign-in'), to: to.signIn() }, { label: t('register.link.title') }]}>
      <PageHead title={t('register.link.title')} lead={t('register.link.lead')} />
      <Form failure={failure}>
        <TextField
          name="email"
          max={bounds.email}
          label={t('person.email')}
          type="email"
          inputMode="email"
          autoComplete="email"
        />
        <SubmitRow>
          <Submit>{t('register.link.submit')}</Submit>
        </SubmitRow>
      </Form>
    </Page>
  );
}
