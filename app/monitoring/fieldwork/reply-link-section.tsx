import { Form, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { Notice, Section } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import { editionTitle } from '../cards/edition-title.ts';
import type { NoticePage } from './notice-page.server.ts';

type Props = {
  page: NoticePage;
  failure: FormProblem | null;
  problem: string | null;
  /** The address of a letter to be printed, told this once. */
  printed: string | null;
};

/** The link by which an office replies without an account: the one that holds, those before it, and a new one. */
export function ReplyLinkSection({ page, failure, problem, printed }: Props) {
  const { t, locale } = useWords();
  const when = (instant: string) => formatDateTime(locale, new Date(instant));
  const held = page.links.find((link) => link.revokedAt === null);
  return (
    <Section id="link" title={t('fieldwork.link.title')}>
      <p>{t('fieldwork.link.lead')}</p>
      {problem ? (
        <Notice warn>
          <p>{problem}</p>
        </Notice>
      ) : null}
      {printed ? <PrintedLetter page={page} address={printed} /> : null}
      {page.links.length > 0 ? (
        <ul className="plain-list no-print">
          {page.links.map((link) => (
            <li key={link.id}>
              {link.toEmail
                ? t('fieldwork.link.sent', { at: when(link.createdAt), to: link.toEmail })
                : t('fieldwork.link.printed', { at: when(link.createdAt) })}
              , {link.openedAt ? t('fieldwork.link.opened', { at: when(link.openedAt) }) : t('fieldwork.link.unopened')}
              {link.revokedAt ? `, ${t('fieldwork.link.revoked', { at: when(link.revokedAt) })}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      {page.isRunning ? (
        <div className="no-print">
          <Form className="form mt-3" failure={failure}>
            <input type="hidden" name="held" value={held?.id ?? ''} />
            <TextField
              name="email"
              type="email"
              max={bounds.email}
              optional
              label={t('fieldwork.link.email')}
              hint={t('fieldwork.link.email.hint')}
              defaultValue={held?.toEmail || page.officeEmail}
            />
            {held ? <p className="note">{t('fieldwork.link.again')}</p> : null}
            <SubmitRow>
              <Submit name="intent" value="link-mail">
                {t(held ? 'fieldwork.link.mail-again' : 'fieldwork.link.mail')}
              </Submit>
              <Submit quiet name="intent" value="link-print">
                {t('fieldwork.link.print')}
              </Submit>
            </SubmitRow>
          </Form>
          {held ? (
            <Form className="form mt-3">
              <input type="hidden" name="held" value={held.id} />
              <SubmitRow>
                <Submit quiet name="intent" value="link-revoke">
                  {t('fieldwork.link.revoke')}
                </Submit>
              </SubmitRow>
            </Form>
          ) : null}
        </div>
      ) : null}
    </Section>
  );
}

function PrintedLetter({ page, address }: { page: NoticePage; address: string }) {
  const { t, locale } = useWords();
  const until = formatDateTime(locale, new Date(page.endsAt));
  const title = editionTitle(locale, page);
  return (
    <>
      <div className="no-print">
        <Notice>
          <p>{t('fieldwork.link.once')}</p>
        </Notice>
      </div>
      <article className="receipt mt-3" aria-labelledby="h-letter">
        <h3 className="size-5" id="h-letter">
          {t('fieldwork.mail.proposals.subject', { title, municipality: page.municipality.name })}
        </h3>
        <p>
          {t('fieldwork.mail.link.body', {
            team: page.teamName,
            title,
            municipality: page.municipality.name,
            until,
          })}
        </p>
        <p className="secret-address">{address}</p>
        <p>{t('fieldwork.mail.proposals.silence')}</p>
        <p>{page.contact}</p>
      </article>
    </>
  );
}
