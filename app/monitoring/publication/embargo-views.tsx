import { Form, Submit, SubmitRow, TextField, SelectField, type FormProblem } from '#app/components/form.tsx';
import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { useWords } from '../bridge/use-words.ts';
import type { EmbargoOpening } from './open-embargo-link.server.ts';
import type { ReleaseDesk } from './release-desk.server.ts';

/** The lead's list of named people who see an edition before its hour, with every opening. */
export function EmbargoLinksView({
  desk,
  failure,
  problem,
}: {
  desk: ReleaseDesk;
  failure: FormProblem | null;
  problem: 'not-scheduled' | 'revoked-already' | null;
}) {
  const { t, to, locale } = useWords();
  const when = (instant: string) => formatDateTime(locale, new Date(instant));
  return (
    <>
      <PageHead
        title={t('publication.embargo.links')}
        kind={editionTitle(locale, desk)}
        lead={desk.publishedAt ? t('publication.embargo.lead', { until: when(desk.publishedAt) }) : ''}
      />
      {problem ? (
        <Notice warn>
          <p>{t(`publication.embargo.problem.${problem}`)}</p>
        </Notice>
      ) : null}
      {desk.links.length === 0 ? (
        <p>{t('publication.embargo.nobody')}</p>
      ) : (
        <div className="room">
          <table role="table" className="data data--stack">
            <caption>{t('publication.embargo.caption', { count: desk.links.length })}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {(['person', 'sent', 'openings', 'action'] as const).map((key) => (
                  <th key={key} role="columnheader" scope="col">
                    {t(`publication.embargo.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {desk.links.map((link) => (
                <tr key={link.id} role="row">
                  <th role="rowheader" scope="row">
                    {link.name}
                    {link.outlet ? `, ${link.outlet}` : ''}
                    <br />
                    <span className="quiet plain">{link.email}</span>
                  </th>
                  <td role="cell" data-label={t('publication.embargo.sent')}>
                    {when(link.createdAt)}
                  </td>
                  <td role="cell" data-label={t('publication.embargo.openings')}>
                    {link.openings.length === 0 ? (
                      t('publication.embargo.unopened')
                    ) : (
                      <details>
                        <summary>{t('publication.embargo.opened', { count: link.openings.length })}</summary>
                        <ul className="plain-list">
                          {link.openings.map((at, n) => (
                            <li key={n}>{when(at)}</li>
                          ))}
                        </ul>
                      </details>
                    )}
                  </td>
                  <td role="cell" data-label={t('publication.embargo.action')}>
                    {link.revokedAt ? (
                      t('publication.embargo.revoked', { at: when(link.revokedAt) })
                    ) : (
                      <Form className="plain-form">
                        <input type="hidden" name="link" value={link.id} />
                        <Submit quiet name="intent" value="revoke">
                          {t('publication.embargo.revoke')}
                          <span className="vh"> {link.name}</span>
                        </Submit>
                      </Form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {desk.stage === 'scheduled' ? (
        <section className="section" aria-labelledby="h-add">
          <h2 id="h-add">{t('publication.embargo.add')}</h2>
          <Form failure={failure}>
            <TextField name="name" max={bounds.guestName} label={t('publication.embargo.name')} />
            <TextField name="outlet" max={bounds.outletName} label={t('publication.embargo.outlet')} optional />
            <TextField
              name="email"
              max={bounds.email}
              type="email"
              label={t('publication.embargo.email')}
              hint={t('publication.embargo.email-hint')}
            />
            <SelectField
              name="locale"
              label={t('publication.embargo.locale')}
              choices={[
                { value: 'pl', label: 'polski' },
                { value: 'en', label: 'English' },
              ]}
              defaultValue={locale}
              short
            />
            <SubmitRow>
              <Submit name="intent" value="add">
                {t('publication.embargo.send')}
              </Submit>
            </SubmitRow>
          </Form>
        </section>
      ) : null}
      <p className="actions">
        <a className="btn btn--quiet" href={to.publishEdition(desk.slug)}>
          {t('monitoring.back')}
        </a>
      </p>
    </>
  );
}

/** What the link in the letter leads to: the terms first, then a button, so that a scanner of mail opens nothing. */
export function EmbargoDoor({ opening }: { opening: EmbargoOpening }) {
  const { t, to, locale } = useWords();
  const until = formatDateTime(locale, new Date(opening.until));
  const title = editionTitle(locale, opening);
  return (
    <>
      <PageHead
        title={title}
        kind={opening.team}
        lead={opening.isOver ? t('publication.embargo.over') : t('publication.embargo.mark', { until })}
      />
      {opening.isOver ? (
        <p className="actions">
          <a className="btn" href={to.edition(opening.slug)}>
            {t('publication.embargo.open')}
          </a>
        </p>
      ) : (
        <Form>
          <p>{t('publication.embargo.terms', { name: opening.name, until })}</p>
          <SubmitRow>
            <Submit>{t('publication.embargo.open')}</Submit>
          </SubmitRow>
        </Form>
      )}
    </>
  );
}
