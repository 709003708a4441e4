import { Form, RadioField, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { State } from '#app/components/icon.tsx';
import { Empty, Notice, Section } from '#app/components/page-parts.tsx';
import { stateKeys, stateSigns } from '#app/drafting/state/remark-state.ts';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';
import type { AskedRemark } from '#app/drafting/carry/asked-of-author.server.ts';
import type { AccountPage, OwnRemark, RoleRow, SessionRow } from './account-queries.server.ts';
import { officeLetters } from '#app/people/office-letters.ts';
import { minPasswordLength } from '#app/people/password-rules.ts';

/** Shown until the address is confirmed: what cannot be done yet and how to get there. */
export function Unconfirmed({ email }: { email: string }) {
  const t = useT();
  return (
    <Notice still warn>
      <p>{t('account.unconfirmed', { email })}</p>
      <form method="post">
        <button className="btn btn--quiet btn--small" type="submit" name="intent" value="resend">
          {t('account.resend')}
        </button>
      </form>
    </Notice>
  );
}

/** What waits for an answer of the person; nothing where nothing does. */
export function AskedSection({ asked, now }: { asked: AskedRemark[]; now: Date }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  if (asked.length === 0) return null;
  return (
    <Section id="czeka" title={t('account.asked')}>
      <p>{t('account.asked-note')}</p>
      <ul className="rows rows--split">
        {asked.map(({ number, fit, consultation: { slug, title }, dueAt }) => (
          <li key={`${slug}/${number}`}>
            <div>
              <h3 className="sub-head">
                <a href={`${to.remark(slug, number)}#odpowiedz`}>{t(`account.asked.${fit}`, { number })}</a>
              </h3>
              <p className="meta" lang="pl">
                {title}
              </p>
            </div>
            <p className="meta">
              {t(now < dueAt ? 'account.asked.due' : 'account.asked.overdue', { due: formatDateTime(locale, dueAt) })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function RemarksSection({ remarks }: { remarks: OwnRemark[] }) {
  const t = useT();
  const to = usePaths();
  return (
    <Section id="moje-uwagi" title={t('account.remarks')}>
      {remarks.length === 0 ? (
        <Empty>
          <p>{t('account.no-remarks')}</p>
          <p>
            <a href={to.consultations()}>{t('account.find-consultation')}</a>
          </p>
        </Empty>
      ) : (
        <ul className="rows rows--split">
          {remarks.map((remark) => (
            <RemarkRow key={`${remark.consultation.slug}/${remark.number}`} remark={remark} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function RemarkRow({ remark }: { remark: OwnRemark }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { slug, title } = remark.consultation;
  return (
    <li>
      <div>
        <h3 className="sub-head">
          <a href={to.remark(slug, remark.number)}>{t(`account.${remark.kind}`, { number: remark.number })}</a>
        </h3>
        <p className="meta">
          {title}, {formatDate(locale, new Date(remark.filedAt))}
        </p>
      </div>
      <p className="meta">
        <State sign={stateSigns[remark.state]}>{t(stateKeys[remark.state])}</State>
      </p>
    </li>
  );
}

export function RolesSection({ roles }: { roles: RoleRow[] }) {
  const t = useT();
  const to = usePaths();
  return (
    <Section id="role" title={t('account.roles')}>
      <ul className="stack stack--2 plain-list">
        <li>{t('role.resident')}</li>
        {roles.map((role) => (
          <li key={`${role.role} ${role.scope}`}>
            {t(`role.${role.role}`, { scope: role.scope })}
            {role.teryt ? (
              <>
                {' '}
                <a href={to.municipality(role.teryt)}>{t('role.to-municipality')}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A complaint belongs to the form it was made in: the others on the page stay as they are. */
function failureOf(failure: FormProblem | null | undefined, intent: string): FormProblem | null {
  return failure?.values.intent?.[0] === intent ? failure : null;
}

export function ProfileSection({ page, failure }: { page: AccountPage; failure: FormProblem | null | undefined }) {
  const t = useT();
  return (
    <Section id="dane" title={t('account.profile')}>
      <Form failure={failureOf(failure, 'profile')}>
        <TextField
          name="displayName"
          max={bounds.displayName}
          label={t('person.name')}
          hint={t('account.name-hint')}
          autoComplete="name"
          defaultValue={page.displayName}
        />
        <RadioField
          name="locale"
          label={t('account.language')}
          hint={t('account.language-hint')}
          defaultValue={page.locale}
          choices={[
            { value: 'pl', label: <span lang="pl">Polski</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
        />
        {page.officeLetters === null ? null : (
          <RadioField
            name="officeLetters"
            label={t('office.letters')}
            hint={t('office.letters.hint')}
            defaultValue={page.officeLetters}
            choices={officeLetters.map((value) => ({ value, label: t(`office.letters.${value}`) }))}
          />
        )}
        <SubmitRow>
          <Submit name="intent" value="profile">
            {t('form.save')}
          </Submit>
        </SubmitRow>
      </Form>
    </Section>
  );
}

export function PasswordSection({ failure }: { failure: FormProblem | null | undefined }) {
  const t = useT();
  return (
    <Section id="haslo" title={t('account.password')}>
      <Form failure={failureOf(failure, 'password')}>
        <TextField
          name="oldPassword"
          max={bounds.password}
          label={t('person.old-password')}
          type="password"
          autoComplete="current-password"
        />
        <TextField
          name="password"
          max={bounds.password}
          label={t('person.new-password')}
          hint={t('person.password-hint', { min: minPasswordLength })}
          type="password"
          autoComplete="new-password"
        />
        <p className="hint">{t('account.password-effect')}</p>
        <SubmitRow>
          <Submit name="intent" value="password">
            {t('account.password-submit')}
          </Submit>
        </SubmitRow>
      </Form>
    </Section>
  );
}

/** A guest has no password to change; setting one makes an account of it. */
export function GuestSection() {
  const t = useT();
  const to = usePaths();
  return (
    <Section id="haslo" title={t('register.account.guest')}>
      <p className="note">{t('register.account.guest-note')}</p>
      <p>
        <a className="tap" href={to.forgotPassword()}>
          {t('register.account.guest-set')}
        </a>
      </p>
    </Section>
  );
}

export function SessionsSection({ sessions }: { sessions: SessionRow[] }) {
  const t = useT();
  return (
    <Section id="sesje" title={t('account.sessions')}>
      <p className="note">{t('account.sessions-note')}</p>
      <ul className="rows rows--split w-56">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} />
        ))}
      </ul>
      <form method="post" className="mt-4">
        <SubmitRow>
          <Submit name="intent" value="end-all" quiet>
            {t('account.end-all')}
          </Submit>
        </SubmitRow>
      </form>
    </Section>
  );
}

function SessionItem({ session }: { session: SessionRow }) {
  const t = useT();
  const locale = useLocale();
  const device = session.device ?? t('account.unknown-device');
  return (
    <li>
      <div>
        <p>
          <b>{device}</b>
          {session.current ? <span className="office">{t('account.this-device')}</span> : null}
        </p>
        <p className="meta">
          {t('account.session-dates', {
            started: formatDate(locale, new Date(session.startedAt)),
            seen: formatDateTime(locale, new Date(session.lastSeenAt)),
          })}
        </p>
      </div>
      {session.current ? null : (
        <form method="post">
          <input type="hidden" name="session" value={session.id} />
          <button className="btn btn--quiet btn--small" type="submit" name="intent" value="end-session">
            {t('account.end-session')}
            <span className="vh">: {device}</span>
          </button>
        </form>
      )}
    </li>
  );
}

/** What concerns the account as a whole, each on a page of its own. */
export function OwnSections({ page }: { page: AccountPage }) {
  const t = useT();
  const to = usePaths();
  return (
    <>
      <Section id="adres" title={t('account.email')}>
        <p>{t('account.email-note', { email: page.email })}</p>
        <p className="mt-3">
          <a className="tap" href={to.changeEmail()}>
            {t('account.email-change')}
          </a>
        </p>
      </Section>
      <Section id="podpisy" title={t('account.names')}>
        <p>{t('account.names-note', { count: page.signatures })}</p>
        <p className="mt-3">
          <a className="tap" href={to.signatures()}>
            {t('account.names-manage')}
          </a>
        </p>
      </Section>
      <Section id="kopia" title={t('account.data')}>
        <p>{t('account.data-note')}</p>
        <p className="mt-3">
          <a className="tap" href={to.ownData()}>
            {t('account.data-get')}
          </a>
        </p>
      </Section>
      <Section id="zamkniecie" title={t('account.close')}>
        <p>{t('account.close-note')}</p>
        <p className="mt-3">
          <a className="tap" href={to.closeAccount()}>
            {t('account.close-go')}
          </a>
        </p>
      </Section>
    </>
  );
}
