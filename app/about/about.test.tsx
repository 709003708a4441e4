import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LocaleProvider } from '#app/i18n/context.tsx';
import { locales } from '#app/i18n/locale.ts';
import { guestDays } from '#app/drafting/register/guest-payload.ts';
import { keptHours } from '#app/api/idempotent.server.ts';
import { tokenKeptDays } from '#app/api/tokens/purge-tokens.server.ts';
import { replyDraftKeptDays, replyLinkKeptDays } from '#app/monitoring/fieldwork/purge-reply-links.server.ts';
import { invitationKeptDays } from '#app/monitoring/fieldwork/purge-invitations.server.ts';
import { pressDays } from '#app/monitoring/press/purge-press.server.ts';
import { deliveryDays } from '#app/openness/webhooks/purge-deliveries.server.ts';
import { longestDays } from '../../public/device-copy.js';
import { longestSessionDays, longestSharedHours, sessionDays, sharedMinutes } from '#app/people/sessions.server.ts';
import { keptDays } from '#app/people/purge.server.ts';
import { DeclarationText } from './declaration-text.tsx';
import { declarations } from './declaration.ts';
import { helpPages } from './help.ts';
import { listeningGuides, listeningId } from './listening.ts';
import type { Operator } from './operator.ts';
import { privacyPages } from './privacy.ts';
import { securityText } from './security-text.ts';

const nobody: Operator = {
  name: null,
  address: null,
  email: null,
  phone: null,
  publishedOn: null,
  url: 'https://prawo.example.pl',
};
/** Ids of the technical conditions for declarations, without which a review cannot read one. */
const required = [
  'a11y-wstep',
  'a11y-podmiot',
  'a11y-url',
  'a11y-data-publikacja',
  'a11y-data-aktualizacja',
  'a11y-status',
  'a11y-data-sporzadzenie',
  'a11y-kontakt',
  'a11y-osoba',
  'a11y-email',
  'a11y-telefon',
  'a11y-procedura',
  'a11y-architektura',
  'a11y-aplikacje',
];

function declaration(locale: 'pl' | 'en', operator: Operator): string {
  return renderToStaticMarkup(
    <LocaleProvider value={locale}>
      <DeclarationText text={declarations[locale]} operator={operator} />
    </LocaleProvider>,
  );
}

test.each(locales)('the declaration in %s has every required id once', (locale) => {
  const html = declaration(locale, nobody);
  for (const id of required) expect(html.split(`id="${id}"`), id).toHaveLength(2);
});

test('what the operator has not said is said to be missing, with the setting to use', () => {
  expect(declaration('pl', nobody)).toContain('do uzupełnienia przez operatora (OPERATOR_EMAIL)');
  expect(declaration('pl', nobody)).not.toContain('zapewnia dostępność');
  const html = declaration('pl', {
    ...nobody,
    name: 'Gmina Próbna',
    address: 'Rynek 1',
    email: 'a@example.pl',
    phone: '+48 22 000 00 00',
    publishedOn: '2026-12-01',
  });
  expect(html).not.toContain('OPERATOR_');
  expect(html).toContain('>Gmina Próbna</span> zapewnia dostępność cyfrową strony <a id="a11y-url"');
  expect(html).toContain(`href="/pomoc#${listeningId}"`);
  expect(html).toContain('<a id="a11y-telefon" href="tel:+48220000000">');
  expect(html).toContain('<time id="a11y-data-publikacja" dateTime="2026-12-01">1 grudnia 2026');
});

test('both languages of each page have the same parts', () => {
  expect(helpPages.en.tasks.map((task) => [task.id, task.steps.length])).toEqual(
    helpPages.pl.tasks.map((task) => [task.id, task.steps.length]),
  );
  expect(helpPages.pl.tasks).toHaveLength(6);
  const minutes = (locale: 'pl' | 'en') => listeningGuides[locale].steps.map((step) => step.minutes);
  expect(minutes('en')).toEqual(minutes('pl'));
  expect(minutes('pl').reduce((sum, each) => sum + each, 0)).toBe(60);
  expect(declarations.en.unchecked.length).toBe(declarations.pl.unchecked.length);
  const shape = (locale: 'pl' | 'en') =>
    privacyPages[locale].sections.map((section) => [section.id, section.paragraphs.length, section.list?.length]);
  expect(shape('en')).toEqual(shape('pl'));
});

test('the privacy page names the periods that the program keeps to', () => {
  const pl = JSON.stringify(privacyPages.pl);
  const en = JSON.stringify(privacyPages.en);
  expect(pl).toContain(
    `wygasa po ${sessionDays} dniach od ostatniej wizyty, najpóźniej po ${longestSessionDays} dniach`,
  );
  expect(pl).toContain(
    `po ${sharedMinutes} minutach od ostatniej wizyty, najpóźniej po ${longestSharedHours} godzinach`,
  );
  expect(en).toContain(`after ${sharedMinutes} minutes without a visit, and ${longestSharedHours} hours`);
  expect([
    pl.includes(`po ${longestDays} dniach otworzysz`),
    en.includes(`after ${longestDays} days, you open`),
  ]).toEqual([true, true]);
  expect(pl).toContain(`sesje: ${keptDays.endedSession} dni`);
  expect(pl).toContain(`usuwamy po ${keptDays.link} dniach`);
  expect(pl).toContain(`wiadomości: ${keptDays.sentLetter} dni`);
  expect(en).toContain(`expires after ${sessionDays} days without a visit, and ${longestSessionDays} days`);
  expect(en).toContain(`letters sent: ${keptDays.sentLetter} days`);
  expect(pl).toContain(
    `adres usuwamy po ${pressDays.unconfirmed} dniach, a po wypisaniu się po ${pressDays.ended} dniach`,
  );
  expect(en).toContain(
    `not confirmed is removed after ${pressDays.unconfirmed} days, one that left the list after ${pressDays.ended} days`,
  );
  expect(pl).toContain(`${pressDays.embargo} dni po publikacji edycji`);
  expect(en).toContain(`${pressDays.embargo} days after the release of the edition`);
  expect(pl).toContain(`rolę, ${invitationKeptDays} dni po przyjęciu`);
  expect(en).toContain(`role, ${invitationKeptDays} days after it was accepted`);
  expect(pl).toContain(
    `po ${replyDraftKeptDays} dniach od końca terminu, a adres, na który poszedł link, po ${replyLinkKeptDays} dniach`,
  );
  expect(en).toContain(
    `${replyDraftKeptDays} days after the deadline, the address that the link went to after ${replyLinkKeptDays} days`,
  );
  expect(pl).toContain(`${tokenKeptDays} dni po wygaśnięciu albo unieważnieniu`);
  expect(en).toContain(`${tokenKeptDays} days after they ran out or were revoked`);
  expect(
    [pl, en].map((page) => page.includes(`po ${keptHours} godzinach`) || page.includes(`after ${keptHours} hours`)),
  ).toEqual([true, true]);
  expect(
    [pl, en].map(
      (page) =>
        page.includes(`Usuwamy go po ${deliveryDays} dniach`) ||
        page.includes(`It is removed after ${deliveryDays} days`),
    ),
  ).toEqual([true, true]);
  expect(
    [pl, en].map(
      (page) =>
        page.includes(`listu: ${guestDays.words} dni; po potwierdzeniu przez ${guestDays.receipt} dni`) ||
        page.includes(`letter: ${guestDays.words} days; once confirmed we remember for ${guestDays.receipt} days`),
    ),
  ).toEqual([true, true]);
});

test('security.txt names whom to tell and a day to which it holds, also without an operator', () => {
  const now = new Date('2026-12-15T10:00:00Z');
  const url = 'https://prawo.example';
  expect(securityText({ email: 'kontakt@gmina.example', url }, now)).toBe(
    'Contact: mailto:kontakt@gmina.example\nExpires: 2027-02-01T00:00:00Z\nPreferred-Languages: pl, en\nCanonical: https://prawo.example/.well-known/security.txt\n',
  );
  expect(securityText({ email: null, url }, now)).toContain('Contact: https://prawo.example/dostepnosc\n');
});
