import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usesMailbox } from '#app/http/settings.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { getMail } from '#app/mail/mailbox-queries.server.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ db, params }) => {
  if (!(await usesMailbox())) throw notFound('mails are sent here');
  return getMail(db, params.id ?? '');
});

export const meta: MetaFunction<typeof loader> = ({ location, data: mail }) =>
  mail
    ? [{ title: `${mail.subject} – Paragraf` }, { name: 'robots', content: 'noindex' }]
    : pageTitle(location, 'mailbox.title');

export default function Mail() {
  const mail = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page
      crumbs={[
        { label: t('nav.home'), to: to.home() },
        { label: t('mailbox.title'), to: to.mailbox() },
        { label: mail.subject, lang: mail.locale },
      ]}
    >
      <PageHead title={<span lang={mail.locale}>{mail.subject}</span>}>
        <dl className="kv">
          <dt>{t('mailbox.to')}</dt>
          <dd>{mail.to}</dd>
          <dt>{t('mailbox.date')}</dt>
          <dd>{formatDateTime(locale, new Date(mail.createdAt))}</dd>
        </dl>
      </PageHead>
      <p className="letter" lang={mail.locale}>
        {mail.parts.map((part, index) =>
          part.href ? (
            <a key={index} href={part.href}>
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </p>
      <p className="actions mt-4">
        <a href={to.mailbox()}>{t('mailbox.all')}</a>
      </p>
    </Page>
  );
}
