import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Empty, Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { TableHead } from '#app/components/table-head.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usesMailbox } from '#app/http/settings.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { listMails } from '#app/mail/mailbox-queries.server.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ db }) => {
  if (!(await usesMailbox())) throw notFound('mails are sent here');
  return listMails(db);
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'mailbox.title');

export default function Mailbox() {
  const { mails, count } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: t('mailbox.title') }]}>
      <PageHead title={t('mailbox.title')} lead={t('mailbox.lead')} />
      <Notice warn>
        <p>{t('mailbox.open')}</p>
      </Notice>
      {mails.length === 0 ? (
        <div className="mt-4">
          <Empty>
            <p>{t('mailbox.empty')}</p>
          </Empty>
        </div>
      ) : (
        <div className="room">
          <table role="table" className="data data--stack mt-4">
            <caption>{t('mailbox.count', { count })}</caption>
            <TableHead columns={[t('mailbox.subject'), t('mailbox.to'), t('mailbox.date')]} />
            <tbody role="rowgroup">
              {mails.map((mail) => (
                <tr role="row" key={mail.id}>
                  <th role="rowheader" scope="row">
                    <a href={to.mail(mail.id)} lang={mail.locale}>
                      {mail.subject}
                    </a>
                  </th>
                  <td role="cell" data-label={t('mailbox.to')}>
                    <span>{mail.to}</span>
                  </td>
                  <td role="cell" data-label={t('mailbox.date')}>
                    <span>{formatDateTime(locale, new Date(mail.createdAt))}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
