import { expect, test } from 'vitest';
import { emptyOperation } from '#app/drafting/register/filing-draft.ts';
import { sendGuestFiling } from '#app/drafting/register/send-guest-filing.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { invite } from '#app/monitoring/fieldwork/invite.server.ts';
import { createEmbargoLink } from '#app/monitoring/publication/create-embargo-link.server.ts';
import { subscribePress } from '#app/monitoring/press/subscribe-press.server.ts';
import { registerAccount } from '#app/people/register-account.server.ts';
import { requestGuestLink } from '#app/people/request-guest-link.server.ts';
import { requestPasswordReset } from '#app/people/request-password-reset.server.ts';
import { openGuestAccount } from '#app/people/open-guest-account.server.ts';
import { sendAddressQuestion } from '#app/people/letters.server.ts';
import { codedEdition } from '#tests/fixtures/published-edition.ts';
import { codes, during, makeConsultation } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { publicUrl } from './absolute-url.server.ts';
import { queueMail } from './queue-mail.server.ts';

const db = await testDb();
const canary = 'KANAREK zly.example https://zly.example/x';

/** Every way in which somebody makes the program write to an address that nobody has confirmed, with a canary in all they type. */
const firstLetters: Record<string, (email: string) => Promise<unknown>> = {
  registration: (email) =>
    registerAccount(db, { displayName: canary, email, password: 'kot wszedł na dach szopy', locale: 'pl' }),
  'an account that is there': async (email) => {
    await registerAccount(db, { displayName: 'Ewa Lis', email, password: 'kot wszedł na dach szopy', locale: 'en' });
    await registerAccount(db, { displayName: canary, email, password: 'kot wszedł na dach szopy', locale: 'en' });
  },
  'taking over from a guest': async (email) => {
    await openGuestAccount(db, { email, displayName: canary, locale: 'pl' });
    await registerAccount(db, { displayName: canary, email, password: 'kot wszedł na dach szopy', locale: 'pl' });
  },
  'a guest’s link': async (email) => {
    await openGuestAccount(db, { email, displayName: canary, locale: 'pl' });
    await requestGuestLink(db, { email, next: `/konto?${canary}` });
  },
  'a new password': async (email) => {
    await registerAccount(db, { displayName: canary, email, password: 'kot wszedł na dach szopy', locale: 'pl' });
    await db.user.updateMany({ where: { email }, data: { emailVerifiedAt: during } });
    await requestPasswordReset(db, { email });
  },
  'a change of address': async (email) => {
    const { id } = await openGuestAccount(db, { email: `old-${email}`, displayName: canary, locale: 'pl' });
    await sendAddressQuestion(
      db,
      { id, email: `old-${email}`, displayName: canary, locale: 'pl' },
      { side: 'new', to: email, secret: 'abc', hours: 48 },
    );
  },
  'a guest’s letter': async (email) => {
    const { slug } = await makeConsultation(db, 'pierwsze-listy');
    const unit = (await loadDraft(db, { slug })).units.find(({ code }) => code === codes.term)!;
    const operation = { ...emptyOperation(unit, 'replace'), text: `${unit.text} ${canary}` };
    await sendGuestFiling(db, {
      slug,
      email,
      name: canary,
      organisation: canary,
      nameIsPublic: true,
      points: [{ reason: canary, place: canary, operations: [operation] }],
      locale: 'pl',
      now: during,
    });
  },
  'an invitation, an embargo and a press list': async (email) => {
    const now = new Date('2031-05-05T08:00:00Z');
    const { slug, lead, release } = await codedEdition(db);
    await release({ releaseAt: new Date('2031-05-05T10:00:00Z'), now });
    const { teamId } = await db.edition.findUniqueOrThrow({ where: { slug }, select: { teamId: true } });
    await invite(db, { viewer: { ...lead, displayName: canary }, teamId, email, role: 'member', locale: 'pl' });
    await createEmbargoLink(db, {
      viewer: { ...lead, displayName: canary },
      slug,
      name: canary,
      outlet: canary,
      email,
      locale: 'pl',
      now,
    });
    await subscribePress(db, { slug, email, locale: 'en', now });
  },
};

test('a letter to an address that nobody confirmed repeats nothing that its sender typed', async () => {
  for (const [at, [name, send]] of Object.entries(firstLetters).entries()) {
    const email = `ofiara-${at}@example.org`;
    await send(email);
    const letters = await db.mailMessage.findMany({ where: { toEmail: email } });
    expect(letters.length, name).toBeGreaterThan(name.startsWith('an invitation') ? 2 : 0);
    for (const { subject, body } of letters) expect(`${subject}\n${body}`, name).not.toMatch(/KANAREK|zly.example/i);
  }
});

test('no letter that was queued has an address to press that is not ours', async () => {
  await queueMail(db, {
    to: 'x@example.org',
    locale: 'pl',
    subject: `Odpowiedź ${canary}`,
    body: `Uzasadnienie: ${canary}\n\n${publicUrl()}/konto`,
  });
  for (const { subject, body } of await db.mailMessage.findMany()) {
    const words = `${subject}\n${body}`.split(/\s+/).filter((word) => !word.startsWith(publicUrl()));
    expect(
      words.filter((word) => /:\/\/|[\p{L}\p{N}]\.\p{L}{2}/u.test(word)),
      body,
    ).toEqual([]);
  }
  expect((await db.mailMessage.findFirstOrThrow({ where: { toEmail: 'x@example.org' } })).body).toContain(
    `\n${publicUrl()}/konto\n`,
  );
});
