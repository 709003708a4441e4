import { expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { registerAccount } from '#app/people/register-account.server.ts';
import { requestGuestLink } from '#app/people/request-guest-link.server.ts';
import { resetPassword } from '#app/people/reset-password.server.ts';
import { findViewer } from '#app/people/sessions.server.ts';
import { signInByLink } from '#app/people/sign-in-by-link.server.ts';
import { signIn } from '#app/people/sign-in.server.ts';
import { answerFit } from '../carry/answer-fit.server.ts';
import type { EditorialInput } from '../editorial/editorial-change.ts';
import { writeEditorial } from '../editorial/write-editorial.server.ts';
import {
  closesAt,
  codes,
  decide,
  during,
  eventsOf,
  filed,
  makeConsultation,
  makePerson,
  remarkNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { dayOf } from '#app/i18n/dates.ts';
import { markPosted } from '../told/mark-posted.server.ts';
import { toldOf } from '../told/told-authors.server.ts';
import { enterByCode, findByCode } from './enter-by-code.server.ts';
import { emptyOperation } from './filing-draft.ts';
import type { GuestContact } from './guest-payload.ts';
import { keepByCode } from './keep-by-code.server.ts';
import { loadKeptByCode } from './kept-by-code.server.ts';
import { loadLettersToPrint } from './letters-to-print.server.ts';
import { confirmGuestFiling, findGuestFiling, findSpentLink, purgeGuestFilings } from './guest-filing.server.ts';
import { renewGuestLink } from './renew-guest-link.server.ts';
import { sendGuestFiling } from './send-guest-filing.server.ts';

const db = await testDb();
const hour = 3_600_000;
const later = (hours: number, from = during) => new Date(from.getTime() + hours * hour);
const words = 'Konsultacje trwają co najmniej 14 dni i obejmują dwa spotkania w siedzibie urzędu.';

async function lastLink(email: string, part: string): Promise<string> {
  const letters = await db.mailMessage.findMany({ where: { toEmail: email }, orderBy: { id: 'desc' } });
  const found = letters.flatMap(({ body }) => new RegExp(`${part}/([\\w-]+)`).exec(body)?.[1] ?? [])[0];
  if (!found) throw new Error('no link in the letters');
  return found;
}

async function send(slug: string, email: string, now = during) {
  const draft = await loadDraft(db, { slug });
  const operation = {
    ...emptyOperation(
      draft.units.find(({ code }) => code === codes.term)!,
      'replace',
    ),
    text: words,
  };
  return sendGuestFiling(db, {
    slug,
    email,
    name: 'Gość Gościnny',
    organisation: null,
    locale: 'pl',
    now,
    points: [{ reason: 'Jedno to za mało.', place: '', operations: [operation] }],
  });
}

test('a guest’s letter counts once the link is opened, from the moment it was sent, and the waiting words are removed', async () => {
  const { slug } = await makeConsultation(db, 'guest');
  const email = 'gosc.jeden@example.org';
  expect(await send(slug, email)).toEqual({ ok: true });
  expect(await db.remark.count({ where: { consultation: { slug } } })).toBe(0);
  const secret = await lastLink(email, 'potwierdz/uwaga');
  expect(await findGuestFiling(db, { secret, now: later(1) })).toMatchObject({ slug, reasons: ['Jedno to za mało.'] });
  expect(await confirmGuestFiling(db, { secret, now: later(47) })).toMatchObject({
    ok: true,
    value: { slug, number: 1, isGuest: true },
  });
  const remark = await remarkNow(db, slug, 1);
  expect(remark).toMatchObject({ channel: 'guest', authorName: '', filedAt: during, state: 'open', fit: 'unchanged' });
  expect(await db.filing.findFirst({ where: { id: remark.filingId }, select: { privateName: true } })).toEqual({
    privateName: 'Gość Gościnny',
  });
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed']);
  expect(await db.guestFiling.count({ where: { email } })).toBe(0);
  // The link files nothing a second time; it leads to the receipt, and nothing about the person is kept with it.
  expect(await findSpentLink(db, { secret, now: later(47) })).toEqual({ kind: 'filed', slug, number: 1 });
  expect(
    await db.guestFiling.findFirst({
      where: { number: 1, email: '' },
      select: { name: true, payload: true, organisation: true },
    }),
  ).toEqual({ name: '', payload: {}, organisation: null });
  await purgeGuestFilings(db, later(24 * 60));
  expect(await findSpentLink(db, { secret })).toBeNull();
  expect(await confirmGuestFiling(db, { secret, now: later(47) })).toEqual({ ok: false, error: { code: 'gone' } });
  expect(await db.remark.count({ where: { consultation: { slug } } })).toBe(1);
});

test('of two clicks at once exactly one files', async () => {
  const { slug } = await makeConsultation(db, 'guest-twice');
  const email = 'gosc.dwa@example.org';
  await send(slug, email);
  const secret = await lastLink(email, 'potwierdz/uwaga');
  const results = await Promise.all([1, 2, 3].map(() => confirmGuestFiling(db, { secret, now: later(1) })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.remark.count({ where: { consultation: { slug } } })).toBe(1);
});

test('after 48 hours the link is over and a new one can be sent, after seven days the words are gone', async () => {
  const { slug } = await makeConsultation(db, 'guest-expired');
  const email = 'gosc.trzy@example.org';
  await send(slug, email);
  const secret = await lastLink(email, 'potwierdz/uwaga');
  expect(await confirmGuestFiling(db, { secret, now: later(48) })).toEqual({ ok: false, error: { code: 'gone' } });
  await purgeGuestFilings(db, later(48));
  expect(await renewGuestLink(db, { secret, now: later(47) })).toEqual({ ok: false, error: { code: 'gone' } });
  const week = later(7 * 24);
  expect(await findSpentLink(db, { secret, now: later(48) })).toEqual({ kind: 'expired', until: week });
  expect(await renewGuestLink(db, { secret, now: later(50) })).toEqual({ ok: true });
  expect(await renewGuestLink(db, { secret, now: later(50) })).toEqual({ ok: false, error: { code: 'gone' } });
  const renewed = await lastLink(email, 'potwierdz/uwaga');
  expect(await findGuestFiling(db, { secret: renewed, now: later(97) })).toMatchObject({ sentAt: during });
  expect(await findSpentLink(db, { secret: renewed, now: later(7 * 24 - 1) })).toMatchObject({ kind: 'expired' });
  await purgeGuestFilings(db, week);
  expect(await renewGuestLink(db, { secret: renewed, now: week })).toEqual({ ok: false, error: { code: 'gone' } });
  expect(await db.guestFiling.count({ where: { email } })).toBe(0);
  expect(await db.remark.count({ where: { consultation: { slug } } })).toBe(0);
});

test('sent before the end and confirmed after it counts; sent after the end is refused', async () => {
  const { slug } = await makeConsultation(db, 'guest-term');
  const last = new Date(closesAt.getTime() - 1);
  expect(await send(slug, 'gosc.cztery@example.org', last)).toEqual({ ok: true });
  expect(await send(slug, 'gosc.piec@example.org', closesAt)).toEqual({ ok: false, error: { code: 'closed' } });
  const secret = await lastLink('gosc.cztery@example.org', 'potwierdz/uwaga');
  expect(await confirmGuestFiling(db, { secret, now: later(24, closesAt) })).toMatchObject({ ok: true });
  expect(await remarkNow(db, slug, 1)).toMatchObject({ filedAt: last });
});

test('when the words move before the guest confirms, the letter is carried over like any other and the guest is asked', async () => {
  const { slug, official } = await makeConsultation(db, 'guest-moved');
  const email = 'gosc.szesc@example.org';
  await send(slug, email);
  const first = await filed(db, {
    slug,
    viewer: await makePerson(db, 'Anna'),
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni i obejmują jedno spotkanie w siedzibie urzędu.',
  });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  const result = await confirmGuestFiling(db, { secret: await lastLink(email, 'potwierdz/uwaga'), now: later(2) });
  if (!result.ok) throw new Error('not confirmed');
  const remark = await remarkNow(db, slug, result.value.number);
  expect(remark).toMatchObject({
    fit: 'adapted',
    againstVersion: 1,
    operations: [{ after: words, carriedAfter: words.replace('14', '21') }],
  });
  expect(remark.operations[0]!.wordings.map(({ kind }) => kind)).toEqual(['filed', 'adapted']);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed']);
  // The guest comes back by the link of the receipt and agrees.
  const entered = await signInByLink(db, { secret: await lastLink(email, 'logowanie/link'), userAgent: null });
  const viewer = entered.ok ? await findViewer(db, entered.secret) : null;
  if (!viewer) throw new Error('not signed in');
  expect(
    await answerFit(db, {
      slug,
      number: remark.number,
      viewer,
      revision: remark.revision,
      answer: { kind: 'confirm' },
    }),
  ).toMatchObject({ ok: true });
});

test('a guest’s link into the letters works once, and a new one can be asked for', async () => {
  const { slug } = await makeConsultation(db, 'guest-link');
  const email = 'gosc.siedem@example.org';
  await send(slug, email);
  await confirmGuestFiling(db, { secret: await lastLink(email, 'potwierdz/uwaga'), now: later(1) });
  const secret = await lastLink(email, 'logowanie/link');
  expect(await signInByLink(db, { secret, userAgent: null })).toMatchObject({ ok: true });
  expect(await signInByLink(db, { secret, userAgent: null })).toEqual({ ok: false, error: { code: 'used' } });
  await requestGuestLink(db, { email, next: '/konto' });
  const fresh = await lastLink(email, 'logowanie/link');
  expect(fresh).not.toBe(secret);
  await db.emailToken.updateMany({ where: { usedAt: null }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await signInByLink(db, { secret: fresh, userAgent: null })).toEqual({ ok: false, error: { code: 'expired' } });
  const count = () => db.mailMessage.count();
  const before = await count();
  await requestGuestLink(db, { email: 'nikt@example.org', next: '/konto' });
  expect(await count()).toBe(before);
});

test('a later registration takes the guest over only through the mailbox', async () => {
  const { slug } = await makeConsultation(db, 'guest-takeover');
  const email = 'gosc.osiem@example.org';
  await send(slug, email);
  await confirmGuestFiling(db, { secret: await lastLink(email, 'potwierdz/uwaga'), now: later(1) });
  const old = await lastLink(email, 'logowanie/link');
  await registerAccount(db, { displayName: 'Ktoś Inny', email, password: 'dowolne hasło obcego', locale: 'pl' });
  expect(await signIn(db, { email, password: 'dowolne hasło obcego', userAgent: null })).toMatchObject({ ok: false });
  expect(await resetPassword(db, { secret: await lastLink(email, 'haslo'), password: 'moje własne hasło' })).toEqual({
    ok: true,
  });
  const entered = await signIn(db, { email, password: 'moje własne hasło', userAgent: null });
  const viewer = entered.ok ? await findViewer(db, entered.secret) : null;
  expect(viewer).toMatchObject({ isGuest: false, verified: true });
  expect((await remarkNow(db, slug, 1)).authorId).toBe(viewer?.id);
  // With a password set the links of old letters open nothing.
  expect(await signInByLink(db, { secret: old, userAgent: null })).toMatchObject({ ok: false });
});

test('a password that somebody else set on an unproved address does not open what its owner sends', async () => {
  const { slug } = await makeConsultation(db, 'guest-squatter');
  const email = 'gosc.dziewiec@example.org';
  await registerAccount(db, { displayName: 'Podszywacz', email, password: 'hasło podszywacza', locale: 'pl' });
  await send(slug, email);
  await confirmGuestFiling(db, { secret: await lastLink(email, 'potwierdz/uwaga'), now: later(1) });
  expect(await signIn(db, { email, password: 'hasło podszywacza', userAgent: null })).toMatchObject({ ok: false });
});

test('a mailbox gets no more than five unconfirmed letters', async () => {
  const { slug } = await makeConsultation(db, 'guest-many');
  for (let at = 0; at < 5; at += 1) expect(await send(slug, 'gosc.wielu@example.org')).toEqual({ ok: true });
  expect(await send(slug, 'gosc.wielu@example.org')).toEqual({ ok: false, error: { code: 'many-waiting' } });
});

test('a guest’s move that nothing touched goes on fitting, and a unit joined meanwhile is not taken for deleted', async () => {
  const { slug, official } = await makeConsultation(db, 'guest-late');
  const sendOne = async (email: string, code: number, op: 'move' | 'delete' | 'insert-after', fields = {}) => {
    const draft = await loadDraft(db, { slug });
    const operation = {
      ...emptyOperation(
        draft.units.find((unit) => unit.code === code)!,
        op,
      ),
      ...fields,
    };
    await sendGuestFiling(db, {
      slug,
      email,
      name: 'Gość',
      organisation: null,
      locale: 'pl',
      now: during,
      points: [{ reason: `Proszę: ${op}.`, place: '', operations: [operation] }],
    });
  };
  const edit = async (change: Partial<EditorialInput> & Pick<EditorialInput, 'op' | 'code'>) =>
    writeEditorial(db, {
      viewer: official,
      slug,
      change: { heading: '', text: '', rest: '', target: null, ...change },
      reason: 'Porządek.',
      againstVersion: (await loadDraft(db, { slug })).version,
    });
  await sendOne('m@example.org', codes.first, 'move', { target: codes.last });
  await sendOne('d@example.org', codes.report, 'delete');
  await sendOne('i@example.org', codes.term, 'insert-after', { inserted: 'Stosuje się § 3.' });
  await edit({ op: 'merge', code: codes.notice, target: codes.report });
  await edit({ op: 'insert-after', code: codes.second, text: 'Konsultacje są jawne.' });
  const states: unknown[] = [];
  for (const email of ['m@example.org', 'd@example.org', 'i@example.org']) {
    const confirmed = await confirmGuestFiling(db, { secret: await lastLink(email, 'potwierdz/uwaga'), now: later(1) });
    if (!confirmed.ok) throw new Error(confirmed.error.code);
    const remark = await remarkNow(db, slug, confirmed.value.number);
    states.push([
      remark.fit,
      remark.operations[0]!.carriedAfter,
      remark.operations[0]!.wordings.map(({ kind }) => kind),
    ]);
  }
  expect(states).toEqual([
    ['unchanged', null, ['filed']],
    ['conflict', null, ['filed', 'conflict']],
    ['adapted', 'Stosuje się § 4.', ['filed', 'adapted']],
  ]);
});

test('without e-mail a letter waits for its code: the office enters it once, on the day of the code, and the words are removed', async () => {
  const { slug, id, official } = await makeConsultation(db, 'guest-code');
  const keep = async (contact: GuestContact & { by: 'phone' | 'post' }, now = during) => {
    const term = (await loadDraft(db, { slug })).units.find(({ code }) => code === codes.term)!;
    const kept = await keepByCode(db, {
      slug,
      contact,
      name: 'Stanisława Bez Poczty',
      organisation: null,
      locale: 'pl',
      now,
      points: [
        { reason: 'Jedno to za mało.', place: '', operations: [{ ...emptyOperation(term, 'replace'), text: words }] },
      ],
    });
    if (!kept.ok) throw new Error(kept.error.code);
    return kept.value.secret;
  };
  const secret = await keep({ by: 'phone', words: '600 100 200' });
  const kept = await loadKeptByCode(db, { slug, secret, now: later(1) });
  if (kept.state.kind !== 'waiting') throw new Error(kept.state.kind);
  const { code } = kept.state;
  expect(code).toMatch(/^\d{3} \d{3} \d{3}$/);
  expect(JSON.stringify(kept)).not.toMatch(/Stanisława|600 100/);
  // The link of a letter is another thing: nobody enters a waiting letter by himself.
  expect(await confirmGuestFiling(db, { secret, now: later(1) })).toEqual({ ok: false, error: { code: 'gone' } });
  expect(await findGuestFiling(db, { secret, now: later(1) })).toBeNull();
  expect(await findSpentLink(db, { secret, now: later(24 * 15) })).toBeNull();
  expect(await renewGuestLink(db, { secret, now: later(24 * 15) })).toMatchObject({ ok: false });

  const asked = { viewer: official, slug, now: later(30) };
  const entry = { channel: 'phone', receivedAt: later(29), caseSign: null } as const;
  expect(await findByCode(db, { ...asked, code: '000 000 000' })).toEqual({ ok: false, error: { code: 'unknown' } });
  await expect(findByCode(db, { ...asked, viewer: await makePerson(db, 'Obcy'), code })).rejects.toThrow();
  const other = await makeConsultation(db, 'guest-code-other');
  expect(await findByCode(db, { viewer: other.official, slug: other.slug, code, now: later(30) })).toMatchObject({
    error: { code: 'elsewhere', slug },
  });
  expect(await findByCode(db, { ...asked, code: code.replaceAll(' ', '-') })).toMatchObject({
    value: { name: 'Stanisława Bez Poczty', contact: { by: 'phone', words: '600 100 200' } },
  });
  expect(await enterByCode(db, { ...asked, code, entry: { ...entry, receivedAt: later(-48) } })).toEqual({
    ok: false,
    error: { code: 'before-sent' },
  });
  // The words moved before the code came: it is carried over like any other.
  const first = await filed(db, {
    slug,
    viewer: await makePerson(db, 'Anna'),
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni i obejmują jedno spotkanie w siedzibie urzędu.',
  });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  const results = await Promise.all([1, 2].map(() => enterByCode(db, { ...asked, code, entry })));
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'entered', number: 2 } });
  expect(await remarkNow(db, slug, 2)).toMatchObject({ fit: 'adapted', channel: 'phone', filedAt: later(29) });
  expect(await db.filing.findFirst({ where: { consultationId: id, number: 2 } })).toMatchObject({
    privateName: 'Stanisława Bez Poczty',
    contactPhone: '600 100 200',
    contactAddress: null,
    contactEmail: null,
    enteredById: official.id,
  });
  expect(await db.guestFiling.findFirst({ where: { consultationId: id } })).toMatchObject({
    contact: '',
    name: '',
    payload: {},
    number: 2,
  });
  expect(await loadKeptByCode(db, { slug, secret, now: later(40) })).toMatchObject({
    state: { kind: 'entered', number: 2 },
  });
  // The answer goes by phone: the office is told so and notes it.
  await decide(db, { slug, viewer: official, number: 2, decision: 'not-accepted' });
  expect(await toldOf(db, id, { kind: 'answers' })).toMatchObject({ toCall: 1, toPost: 0, noAddress: 0 });
  const list = await loadLettersToPrint(db, { viewer: official, slug, number: null, page: 1 });
  expect(list.letters).toMatchObject([{ number: 2, contactPhone: '600 100 200' }]);
  await markPosted(db, {
    viewer: official,
    slug,
    name: 'odpowiedzi',
    on: dayOf(new Date()),
    letters: new Map([[2, list.letters[0]!.print]]),
    now: new Date(),
  });
  expect(await toldOf(db, id, { kind: 'answers' })).toMatchObject({ toCall: 0, called: 1, posted: 0 });

  // Nobody brought this one: the code is over after 14 days, and the words go.
  const left = await keep({ by: 'post', words: 'Łęgi 14, 11-111 Łęgi' }, later(41));
  const over = later(41 + 14 * 24);
  await purgeGuestFilings(db, later(41 + 13 * 24));
  expect(await loadKeptByCode(db, { slug, secret: left, now: later(41 + 13 * 24) })).toMatchObject({
    state: { kind: 'waiting' },
  });
  expect(await loadKeptByCode(db, { slug, secret: left, now: over })).toMatchObject({ state: { kind: 'gone' } });
  await purgeGuestFilings(db, over);
  expect(await db.guestFiling.count({ where: { consultationId: id, number: null } })).toBe(0);
});

test('wrong codes of one official are bounded in number, right ones are not', async () => {
  const { slug, official } = await makeConsultation(db, 'guest-code-tries');
  const asked = { viewer: official, slug, now: during };
  for (let at = 0; at < 30; at += 1)
    expect(await findByCode(db, { ...asked, code: String(100_000_000 + at) })).toEqual({
      ok: false,
      error: { code: 'unknown' },
    });
  expect(await findByCode(db, { ...asked, code: '999999999' })).toMatchObject({
    ok: false,
    error: { code: 'too-many' },
  });
});
