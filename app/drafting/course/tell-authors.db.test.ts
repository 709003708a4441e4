import { expect, test } from 'vitest';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { answerFindings } from '#app/drafting/unified/answer-findings.server.ts';
import { officeUnified } from '#app/drafting/unified/unified-page.server.ts';
import { correctAdopted } from '#app/drafting/unified/correct-adopted.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import { proposeUnified } from '#app/drafting/unified/propose-unified.server.ts';
import {
  answersDue,
  closesAt,
  codes,
  during,
  filed,
  makeConsultation,
  makePerson,
  opensAt,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { freezeNow } from '#tests/setup/unified.ts';
import { changeTerms } from './terms/change-terms.server.ts';

const db = await testDb();
const after = new Date(closesAt.getTime() + 86_400_000);

/** An author, somebody who supports the remark, somebody who read only, and a letter on paper with an address in it. */
async function scene(slug: string) {
  const made = await makeConsultation(db, slug);
  const people = {
    author: await makePerson(db, 'Anna'),
    supporter: await makePerson(db, 'Bogdan', { locale: 'en' }),
    reader: await makePerson(db, 'Celina'),
  };
  const number = await filed(db, { slug, viewer: people.author, code: codes.first, op: 'none', reason: 'Uwaga.' });
  await setSupport(db, { viewer: people.supporter, slug, number, stance: 'support', now: during });
  const paper = `${slug}-papier@example.org`;
  const { teryt } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  const common = { teryt, consultationId: made.id, number: 2, channel: 'paper', authorName: '' };
  await db.filing.create({
    data: {
      ...common,
      contactEmail: paper,
      receivedAt: during,
      remarks: { create: { ...common, kind: 'remark', reason: 'Z listu.', againstVersion: 1, state: 'open' } },
    },
  });
  const words = async (to: string, prefix: string) =>
    (
      await db.mailMessage.findFirst({ where: { toEmail: to, dedupeKey: { startsWith: `${prefix}:` } } })
    )?.body.replaceAll('\u00a0', ' ') ?? null;
  const toldOf = async (prefix: string) => ({
    author: await words(people.author.email, prefix),
    supporter: await words(people.supporter.email, prefix),
    reader: await words(people.reader.email, prefix),
    paper: await words(paper, prefix),
  });
  return { ...made, ...people, paper, toldOf };
}

test('a moved term is told to everybody who takes part: was and is, why, and that nothing has to be done', async () => {
  const { slug, official, toldOf } = await scene('zmiana');
  const shown = { opensAt, closesAt, answersDueAt: answersDue };
  const later = new Date(closesAt.getTime() + 7 * 86_400_000);
  const changed = await changeTerms(db, {
    viewer: official,
    slug,
    shown,
    dates: { ...shown, closesAt: later },
    reason: 'Śnieg.',
    now: during,
  });
  expect(changed.ok).toBe(true);
  const told = await toldOf('terms');
  expect(told.author).toContain('był 30 listopada 2026 r., godz. 23.59, jest 7 grudnia 2026 r., godz. 23.59');
  expect(told.author).toContain('Uzasadnienie urzędu:\nŚnieg.');
  expect(told.author).toContain('Nie musisz nic robić');
  // The term that stays is not said to have moved.
  expect(told.author).not.toContain('Termin na stanowiska urzędu: był');
  expect(told.supporter).toContain('was 30 November 2026, 23:59');
  expect(told.paper).toBe(told.author);
  expect(told.reader).toBeNull();
});

test('freezing, adoption and a corrected entry are told, once to each address', async () => {
  const { slug, official, author, paper, toldOf } = await scene('rada');
  // The same address on paper and in an account is one reader.
  await db.filing.updateMany({ where: { contactEmail: paper }, data: { contactEmail: author.email } });
  const { version } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  await db.remark.updateMany({ where: { consultation: { slug } }, data: { state: 'answered' } });
  const proposed = await proposeUnified(db, { viewer: official, slug, version, now: after });
  if (!proposed.ok) throw new Error(proposed.error.code);
  const { findings } = await officeUnified(db, { viewer: official, slug });
  const answers = new Map(findings.map(({ key }) => [key, { answer: 'Wiemy o tym.', shown: '' }]));
  await answerFindings(db, { viewer: official, slug, id: proposed.value.id, answers });
  const frozen = await freezeNow(db, { viewer: official, slug, id: proposed.value.id, now: after });
  expect(frozen).toMatchObject({ ok: true });
  expect(await toldOf('frozen')).toMatchObject({
    author: expect.stringContaining('zamknął wersję 1'),
    supporter: expect.stringContaining('closed version 1'),
    reader: null,
  });
  const { text } = await db.unifiedText.findUniqueOrThrow({ where: { id: proposed.value.id } });
  const entry = {
    viewer: official,
    slug,
    sign: 'XII/1/26',
    adoptedOn: '2026-12-15',
    now: new Date('2026-12-20T10:00:00Z'),
  };
  expect(await enterAdopted(db, { ...entry, text })).toMatchObject({ ok: true });
  expect((await toldOf('adopted')).author).toContain('taki sam jak tekst zamknięty dla rady');
  const corrected = await correctAdopted(db, {
    ...entry,
    after: 1,
    sign: 'XII/2/26',
    text: null,
    reason: 'Zły numer.',
  });
  expect(corrected).toMatchObject({ ok: true });
  const letters = await db.mailMessage.findMany({
    where: { toEmail: author.email, dedupeKey: { startsWith: 'adopted:' } },
  });
  expect(letters).toHaveLength(2);
  const last = letters.find(({ body }) => body.includes('XII/2/26'))?.body.replaceAll('\u00a0', ' ');
  expect(last).toContain('Było: Uchwała nr XII/1/26 z 15 grudnia 2026 r.');
  expect(last).toContain('Tekst uchwały się nie zmienił.');
  expect(last).toContain('Zły numer.');
});
