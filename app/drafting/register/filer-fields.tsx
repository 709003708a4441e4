import { CheckField, RadioField, TextField } from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { OfficeDetails } from '../office/office-details.ts';
import { contactWays, guestDays, guestHours } from './guest-payload.ts';
import { channelKeys, officeChannels, type OfficeChannel } from '../state/channels.ts';

/** Who signs: the account, or the fields of a guest. */
export function Signature({
  who,
  office,
  here,
}: {
  who: { name: string; organisation: string | null } | null;
  /** Who answers for the data of a guest. */ office: OfficeDetails | null;
  here: string;
}) {
  const t = useT();
  if (!who) return <GuestFields office={office} here={here} />;
  return (
    <section className="stack" aria-labelledby="h-podpis">
      <h2 className="size-4" id="h-podpis">
        {t('register.guest.title')}
      </h2>
      <p className="by">
        {who.organisation
          ? t('drafting.propose.as-organisation', { name: who.name, organisation: who.organisation })
          : t('drafting.propose.as', { name: who.name })}
      </p>
      <NamePublic />
    </section>
  );
}

function NamePublic() {
  const t = useT();
  return <CheckField name="nameIsPublic" label={t('register.name-public')} note={t('register.name-public-note')} />;
}

function GuestFields({ office, here }: { office: OfficeDetails | null; here: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <section className="stack ways" aria-labelledby="h-podpis">
      <h2 className="size-4" id="h-podpis">
        {t('register.guest.title')}
      </h2>
      <p className="hint">
        {t('register.guest.lead')} <a href={to.signIn(here)}>{t('register.guest.sign-in')}</a>
      </p>
      <TextField
        name="name"
        max={bounds.guestName}
        label={t('register.guest.name')}
        hint={t('register.guest.name-hint')}
        autoComplete="name"
      />
      <NamePublic />
      <TextField
        name="organisation"
        max={bounds.organisation}
        label={t('register.guest.organisation')}
        autoComplete="organization"
        optional
      />
      <RadioField
        name="contactBy"
        label={t('register.guest.contact')}
        hint={t('register.guest.contact-hint')}
        defaultValue="email"
        choices={contactWays.map((way) => ({
          value: way,
          label: t(`register.guest.by.${way}`),
          note: t(`register.guest.by.${way}-note`, { hours: guestHours, days: guestDays.code }),
        }))}
      />
      <div className="way-email">
        <TextField
          name="email"
          max={bounds.email}
          label={t('person.email')}
          hint={t('register.guest.email-hint')}
          type="email"
          inputMode="email"
          autoComplete="email"
        />
      </div>
      <div className="way-phone">
        <TextField
          name="phone"
          max={bounds.contactPhone}
          label={t('register.guest.phone')}
          hint={t('register.guest.phone-hint')}
          inputMode="tel"
          autoComplete="tel"
          short
        />
      </div>
      <div className="way-post">
        <TextField
          name="postAddress"
          max={bounds.contactAddress}
          label={t('register.guest.address')}
          hint={t('register.guest.address-hint')}
          autoComplete="street-address"
        />
      </div>
      <details>
        <summary>{t('register.guest.clause-title')}</summary>
        <p className="note">
          {office
            ? t('register.guest.clause.controller', { controller: ended(office.controller) })
            : t('register.guest.clause.unknown')}{' '}
          {office?.inspector ? t('register.guest.clause.inspector', { inspector: ended(office.inspector) }) : null}{' '}
          {t('register.guest.clause', { days: guestDays.words, code: guestDays.code })}{' '}
          <a href={to.about('dane-osobowe')}>{t('nav.privacy')}</a>
        </p>
      </details>
      <CheckField name="consent" label={t('register.guest.consent')} />
    </section>
  );
}

/** What an office typed, before the full stop of a sentence of ours. */
const ended = (text: string) => text.replaceAll('\n', ', ').replace(/\.$/, '');

/** How a letter came and who wrote it, as the official reads it from the stamp. */
export function OfficeFields({ today, channel = null }: { today: string; channel?: OfficeChannel | null }) {
  const t = useT();
  return (
    <>
      <ReceivedFields today={today} channel={channel} />
      <fieldset>
        <legend>{t('register.office.who')}</legend>
        <TextField
          name="authorName"
          max={bounds.authorName}
          label={t('register.guest.name')}
          hint={t('register.office.name-hint')}
          optional
        />
        <CheckField
          name="nameIsPublic"
          label={t('register.office.name-public')}
          note={t('register.office.name-public-note')}
        />
        <TextField
          name="organisation"
          max={bounds.organisation}
          label={t('register.office.organisation')}
          hint={t('register.office.organisation-hint')}
          optional
        />
        <div className="field-row">
          <TextField
            name="contactEmail"
            max={bounds.email}
            label={t('person.email')}
            hint={t('register.office.email-hint')}
            inputMode="email"
            optional
          />
          <TextField
            name="contactAddress"
            max={bounds.contactAddress}
            label={t('register.office.address')}
            hint={t('register.office.address-hint')}
            optional
          />
          <TextField
            name="contactPhone"
            max={bounds.contactPhone}
            label={t('register.guest.phone')}
            hint={t('register.office.phone-hint')}
            inputMode="tel"
            optional
            short
          />
        </div>
      </fieldset>
    </>
  );
}

/** How and when a letter came, and under which sign. */
export function ReceivedFields({ today, channel = null }: { today: string; channel?: OfficeChannel | null }) {
  const t = useT();
  return (
    <>
      <RadioField
        name="channel"
        label={t('register.office.channel')}
        {...(channel ? { defaultValue: channel } : {})}
        choices={officeChannels.map((channel) => ({ value: channel, label: t(channelKeys[channel]) }))}
      />
      <div className="field-row">
        <TextField
          name="receivedOn"
          label={t('register.office.received-on')}
          hint={t('register.office.received-hint')}
          type="date"
          defaultValue={today}
          short
        />
        <TextField name="receivedAt" label={t('register.office.received-at')} type="time" optional short />
        <TextField
          name="caseSign"
          max={bounds.caseSign}
          label={t('register.office.case-sign')}
          hint={t('register.office.case-hint')}
          optional
          short
        />
      </div>
    </>
  );
}

/** How it will be signed and how the answer comes, to be read once more. Of an account there is the box alone. */
export function PersonSummary({ values }: { values: Readonly<Record<string, readonly string[]>> }) {
  const t = useT();
  const said = (name: string) => values[name]?.[0] ?? '';
  const way = contactWays.find((each) => each === said('contactBy'));
  const contact = way ? { email: said('email'), phone: said('phone'), post: said('postAddress') }[way] : '';
  return (
    <dl className="kv">
      {said('name') ? (
        <>
          <dt>{t('register.guest.name')}</dt>
          <dd>{said('name')}</dd>
        </>
      ) : null}
      {said('organisation') ? (
        <>
          <dt>{t('register.guest.organisation')}</dt>
          <dd>{said('organisation')}</dd>
        </>
      ) : null}
      {way ? (
        <>
          <dt>{t(`register.guest.by.${way}`)}</dt>
          <dd>{contact}</dd>
        </>
      ) : null}
      <dt>{t('register.guest.title')}</dt>
      <dd>{t(said('nameIsPublic') === 'yes' ? 'register.step.named' : 'register.step.not-named')}</dd>
    </dl>
  );
}
