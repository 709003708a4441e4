import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { landing } from '#app/components/landing.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { CodeAnswer } from './code-form.server.ts';
import { ReceivedFields } from './filer-fields.tsx';
import { PointsSummary } from './points-summary.tsx';

/** What a code leads to, read only, and the fields about how it came. */
export function CodeLetter({ slug, answer, today }: { slug: string; answer: CodeAnswer; today: string }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  if (!answer.found) return null;
  const { code, letter, page } = answer.found;
  const { contact } = letter;
  return (
    <div className="stack stack--wide">
      <section className="stack" aria-labelledby="h-kod-pismo" {...landing}>
        <h2 id="h-kod-pismo">{t('register.code.found')}</h2>
        <dl className="kv">
          <dt>{t('register.guest.name')}</dt>
          <dd>
            {letter.name} {letter.nameIsPublic ? null : <span className="by">({t('register.name-private')})</span>}
          </dd>
          {letter.organisation ? (
            <>
              <dt>{t('register.guest.organisation')}</dt>
              <dd>{letter.organisation}</dd>
            </>
          ) : null}
          <dt>{t(contact.by === 'phone' ? 'register.guest.phone' : 'register.office.address')}</dt>
          <dd>{contact.words}</dd>
          <dt>{t('register.code.written')}</dt>
          <dd>
            <time dateTime={letter.sentAt.toISOString()}>{formatDateTime(locale, letter.sentAt)}</time>
          </dd>
        </dl>
        <PointsSummary points={page.points} />
        {letter.files.length > 0 ? (
          <p>{t('attachment.waiting', { names: letter.files.map(({ name }) => name).join(', ') })}</p>
        ) : null}
      </section>
      <Form action={to.enterByCode(slug)} failure={answer.failure}>
        <input type="hidden" name="code" value={code} />
        <p className="note">{t('register.code.as-written')}</p>
        <ReceivedFields today={today} channel="paper" />
        <SubmitRow>
          <Submit name="intent" value="enter">
            {t('register.office.submit')}
          </Submit>
          <a className="tap" href={to.enterByCode(slug)}>
            {t('register.code.other')}
          </a>
        </SubmitRow>
      </Form>
    </div>
  );
}
