import { Form, RadioField, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { Notice, PageHead, Section } from '#app/components/page-parts.tsx';
import { TableHead } from '#app/components/table-head.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import { INVITATION_DAYS } from './limits.ts';
import type { TeamPage, TeamPerson } from './team-page.server.ts';

type Props = { page: TeamPage; failure: FormProblem | null; problem: string | null };

/** The people of a team, their ties, and to the lead the invitations. */
export function PeopleView({ page, failure, problem }: Props) {
  const { t, locale } = useWords();
  return (
    <>
      <PageHead title={t('fieldwork.people.title')} kind={page.name} lead={t('fieldwork.people.lead')} />
      {problem ? (
        <Notice warn>
          <p>{problem}</p>
        </Notice>
      ) : null}
      <div className="room">
        <table role="table" className="data data--stack w-56">
          <caption className="vh">{t('fieldwork.people.caption')}</caption>
          <TableHead columns={[t('fieldwork.people.person'), t('fieldwork.people.role'), t('fieldwork.people.ties')]} />
          <tbody role="rowgroup">
            {page.people.map((person) => (
              <tr key={person.id} role="row">
                <th role="rowheader" scope="row">
                  {person.name}
                  {page.isLead ? (
                    <>
                      <br />
                      <span className="quiet plain">{person.email}</span>
                    </>
                  ) : null}
                </th>
                <td role="cell" data-label={t('fieldwork.people.role')}>
                  {person.roles.map((role) => t(`fieldwork.role.${role}`)).join(', ')}
                </td>
                <td role="cell" data-label={t('fieldwork.people.ties')}>
                  <Ties person={person} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {page.isLead ? (
        <>
          <Section id="h-invite" title={t('fieldwork.people.invite')}>
            <Form failure={failure}>
              <input type="hidden" name="intent" value="invite" />
              <TextField
                name="email"
                max={bounds.email}
                type="email"
                label={t('person.email')}
                hint={t('fieldwork.people.invite.hint', { days: INVITATION_DAYS })}
                autoComplete="off"
              />
              <RadioField
                name="role"
                label={t('fieldwork.people.role')}
                choices={(['member', 'reviewer', 'lead'] as const).map((role) => ({
                  value: role,
                  label: t(`fieldwork.role.${role}`),
                  note: t(`fieldwork.role.${role}.text`),
                }))}
              />
              <SubmitRow>
                <Submit>{t('fieldwork.people.invite.submit')}</Submit>
              </SubmitRow>
            </Form>
          </Section>
          {page.invitations.length > 0 ? (
            <Section id="h-invitations" title={t('fieldwork.people.invitations')}>
              <ul className="picks" role="list">
                {page.invitations.map((invitation) => (
                  <li key={invitation.id}>
                    <span>
                      {t('fieldwork.people.invitation', {
                        email: invitation.email,
                        role: t(`fieldwork.role.${invitation.role}`),
                        until: formatDateTime(locale, new Date(invitation.expiresAt)),
                      })}
                    </span>
                    <OneButton
                      intent="withdraw"
                      id={invitation.id}
                      label={t('fieldwork.people.withdraw', { email: invitation.email })}
                    />
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <Section id="h-remove" title={t('fieldwork.people.removal')}>
            <p className="note">{t('fieldwork.people.remove.text')}</p>
            <ul className="picks" role="list">
              {page.people.map((person) => (
                <li key={person.id}>
                  <span>{person.name}</span>
                  <OneButton
                    intent="remove"
                    id={person.id}
                    roles={person.roles}
                    label={t('fieldwork.people.remove', { name: person.name })}
                  />
                </li>
              ))}
            </ul>
          </Section>
        </>
      ) : null}
    </>
  );
}

function Ties({ person }: { person: TeamPerson }) {
  const { t } = useWords();
  if (person.ties.length === 0) return <span className="quiet">{t('fieldwork.people.no-ties')}</span>;
  return (
    <ul>
      {person.ties.map((tie) => (
        <li key={tie.teryt}>
          <b>{tie.municipality}</b>: {t(`fieldwork.ties.kind.${tie.kind}`)}. <span className="said">{tie.words}</span>{' '}
          <span className="quiet">
            {t('fieldwork.ties.dates', { since: tie.since ?? 'none', until: tie.until ?? 'none' })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OneButton({
  intent,
  id,
  roles = [],
  label,
}: {
  intent: string;
  id: string;
  roles?: readonly string[];
  label: string;
}) {
  return (
    <Form className="one-button">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      {roles.map((role) => (
        <input type="hidden" name="role" value={role} key={role} />
      ))}
      <button className="btn btn--quiet btn--small" type="submit">
        {label}
      </button>
    </Form>
  );
}
