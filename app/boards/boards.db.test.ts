import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#app/people/viewer.ts';
import { makeMunicipality, makePerson, teryt } from '#tests/setup/consultation.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';
import { coverIn } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { attachCards } from './attach-cards.server.ts';
import type { CardKind, PointOfView } from './board.ts';
import { boardChanges, changeBoard } from './change-board.server.ts';
import { giveMarks } from './give-marks.server.ts';
import { findByCode, joinByCode } from './join-board.server.ts';
import { hideCard, makeGroup, mergeCards, placeCards, renameGroup, setPhase } from './lead-board.server.ts';
import { openBoard } from './open-board.server.ts';
import { readBoard } from './read-board.server.ts';
import { enterSlip, writeCard, type NewCard } from './write-card.server.ts';

const db = await testDb();
const now = new Date('2026-11-10T12:00:00Z');
const nobody = { viewer: null, pass: null };
let official: Viewer;
let resident: Viewer;

beforeAll(async () => {
  await makeMunicipality(db);
  official = await makePerson(db, 'Ewa', { role: 'official' });
  resident = await makePerson(db, 'Halina');
});

async function open(title: string, access: 'public' | 'invited' = 'public'): Promise<string> {
  const opened = await openBoard(db, {
    viewer: official,
    board: {
      teryt,
      as: 'office',
      teamId: null,
      consultation: null,
      unitName: '',
      title,
      question: 'Co przeszkadza?',
      access,
      marksEach: 6,
      opensAt: new Date('2026-11-01T00:00:00Z'),
      closesAt: new Date('2026-11-30T00:00:00Z'),
    },
    now,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.slug;
}

const card = (text: string, more: Partial<NewCard> = {}): NewCard => ({
  kind: 'need' as CardKind,
  view: 'residents' as PointOfView,
  text,
  signature: '',
  answers: null,
  uses: null,
  once: null,
  ...more,
});
const write = (slug: string, one: NewCard, who = nobody as { viewer: Viewer | null; pass: string | null }, at = now) =>
  writeCard(db, { slug, who, card: one, now: at });
const lead = (slug: string) => ({ slug, viewer: official, now });

test('a card without an account is taken once, however often it is sent, and its writer stands nowhere in the record', async () => {
  const slug = await open('Raz');
  const once = '0192b1c4-0000-7000-8000-000000000001';
  const first = await write(slug, card('Za późno.', { once }));
  expect(first).toMatchObject({ ok: true, value: { number: 1 } });
  const again = await write(slug, card('Za późno.', { once }));
  expect(again).toMatchObject({ ok: true, value: { number: 1 } });
  const page = await readBoard(db, slug, nobody, now);
  expect(page.content.cards.map(({ text }) => text)).toEqual(['Za późno.']);
  const signedIn = await write(slug, card('Podpisana', { signature: 'Halina' }), { viewer: resident, pass: null });
  expect(signedIn.ok).toBe(true);
  const lines = await db.event.findMany({ where: { kind: 'board-card-added' } });
  expect(lines.map(({ actorId }) => actorId)).toEqual([null, null]);
});

test('what is refused changes neither the board nor its counter', async () => {
  const slug = await open('Odmowy');
  const before = await db.board.findUniqueOrThrow({ where: { slug } });
  const answers = [
    await write(slug, card('Odpowiedź', { kind: 'answer' })),
    await write(slug, card('Za wcześnie'), nobody, new Date('2026-10-01T00:00:00Z')),
    await write(slug, card('Za późno'), nobody, new Date('2026-12-01T00:00:00Z')),
    await write(slug, card('Podszyta', { signature: 'Urząd Gminy Jurowice' })),
    await giveMarks(db, { slug, who: nobody, marks: new Map([[1, 1]]), revision: 1, now }),
    await setPhase(db, { ...lead(slug), phase: 'collecting', open: true }),
  ];
  expect(answers.map((each) => (each.ok ? 'ok' : each.error.code))).toEqual([
    'phase-closed',
    'not-yet',
    'over',
    'name',
    'closed',
    'no-change',
  ]);
  expect(await db.board.findUniqueOrThrow({ where: { slug } })).toEqual(before);
});

test('groups, joined cards, answers and weights come out as they went in, and nothing is deleted', async () => {
  const slug = await open('Cała droga');
  for (const [text, kind, view] of [
    ['Dowiadujemy się po fakcie.', 'obstacle', 'residents'],
    ['Po fakcie wiemy.', 'obstacle', 'partners'],
    ['Zebranie co miesiąc.', 'resource', 'residents'],
    ['Nazwisko sąsiada.', 'obstacle', 'residents'],
  ] as const)
    await write(slug, card(text, { kind, view }));
  expect((await mergeCards(db, { ...lead(slug), into: 1, numbers: [1, 2] })).ok).toBe(true);
  expect(await mergeCards(db, { ...lead(slug), into: 1, numbers: [2] })).toMatchObject({ error: { code: 'moved' } });
  expect(await mergeCards(db, { ...lead(slug), into: 1, numbers: [3] })).toMatchObject({
    error: { code: 'other-kind' },
  });
  await makeGroup(db, { ...lead(slug), name: 'Za późno', note: '', numbers: [1, 2] });
  expect(await renameGroup(db, { ...lead(slug), number: 1, revision: 9, name: 'Inaczej', note: '' })).toMatchObject({
    error: { code: 'conflict' },
  });
  await setPhase(db, { ...lead(slug), phase: 'answers', open: true });
  await write(slug, card('Trzy tygodnie.', { kind: 'answer', answers: 1, uses: 3 }));
  await write(slug, card('Kalendarz.', { kind: 'answer' }));
  expect(await write(slug, card('Do zasobu.', { kind: 'answer', answers: 3 }))).toMatchObject({
    error: { code: 'no-target' },
  });
  expect(await attachCards(db, { ...lead(slug), from: 6, to: 1, attach: true })).toEqual({ ok: true });
  expect(await attachCards(db, { ...lead(slug), from: 6, to: 1, attach: true })).toMatchObject({ ok: false });
  await hideCard(db, { ...lead(slug), number: 4, reason: 'Nazwisko osoby, której tu nie ma.' });
  await setPhase(db, { ...lead(slug), phase: 'weighing', open: true });
  const give = (pass: string | null, marks: [number, number][], revision: number) =>
    giveMarks(db, { slug, who: { viewer: null, pass }, marks: new Map(marks), revision, now });
  expect(await give(null, [[5, 3]], 1)).toMatchObject({ error: { code: 'too-many-on-one', most: 2, number: 5 } });
  const given = await give(
    null,
    [
      [5, 2],
      [6, 1],
    ],
    1,
  );
  const pass = given.ok ? given.value.secret : null;
  expect(pass).not.toBeNull();
  // Another window had the marks from before.
  expect(await give(pass, [[6, 2]], 1)).toMatchObject({ error: { code: 'conflict' } });
  expect(
    (
      await give(
        pass,
        [
          [5, 1],
          [6, 1],
        ],
        2,
      )
    ).ok,
  ).toBe(true);
  expect((await readBoard(db, slug, nobody, now)).content.weighers).toBeNull();
  await setPhase(db, { ...lead(slug), phase: 'weighing', open: false });

  const { content } = await readBoard(db, slug, nobody, now);
  expect(content.weighers).toBe(1);
  expect(content.groups).toMatchObject([
    {
      name: 'Za późno',
      voices: { residents: 1, partners: 1, institutions: 0, government: 0 },
      cards: [{ number: 1, merged: [{ number: 2, text: 'Po fakcie wiemy.' }] }],
      answers: [
        { number: 5, uses: [3], answers: [1], weight: { people: 1, marks: 1 } },
        { number: 6, weight: { people: 1, marks: 1 } },
      ],
    },
  ]);
  expect(content.cards.find(({ number }) => number === 4)).toMatchObject({ text: null, signature: '' });
  expect(await db.boardCard.count({ where: { board: { slug } } })).toBe(6);
  expect((await placeCards(db, { ...lead(slug), group: null, numbers: [1] })).ok).toBe(true);
});

test('whoever does not lead finds no page and writes nothing', async () => {
  const slug = await open('Cudza');
  const as = { slug, viewer: resident, now };
  const tries = [
    () => setPhase(db, { ...as, phase: 'answers', open: true }),
    () => hideCard(db, { ...as, number: 1, reason: 'x' }),
    () => makeGroup(db, { ...as, name: 'x', note: '', numbers: [] }),
    () => enterSlip(db, { ...as, card: card('x'), slip: 1 }),
  ];
  for (const each of tries) await expect(each()).rejects.toMatchObject({ code: 'not-found' });
});

test('a board for invited people is not there for others, and a code opens it', async () => {
  const slug = await open('Zaproszeni', 'invited');
  await expect(readBoard(db, slug, nobody, now)).rejects.toMatchObject({ code: 'not-found' });
  const { code } = await db.board.findUniqueOrThrow({ where: { slug } });
  const joined = await joinByCode(db, { code: `${code.slice(0, 4)} ${code.slice(4)}`, name: 'Ola', who: nobody, now });
  const pass = joined.ok ? joined.value.secret : null;
  expect((await readBoard(db, slug, { viewer: null, pass }, now)).participant?.name).toBe('Ola');
  expect(await joinByCode(db, { code: '00000000', name: '', who: nobody, now })).toMatchObject({
    error: { code: 'unknown-code' },
  });
  expect(await joinByCode(db, { code, name: '', who: nobody, now: new Date('2026-12-01T00:00:00Z') })).toMatchObject({
    error: { code: 'over' },
  });
  expect(await findByCode(db, 'x'.repeat(100_000))).toMatchObject({ ok: false });
});

test('an account is one person on every device, and another account in the same browser is another', async () => {
  const slug = await open('Dwa telefony');
  const first = await write(slug, card('Z telefonu'), { viewer: resident, pass: null });
  const pass = first.ok ? first.value.secret : null;
  await write(slug, card('Z laptopa'), { viewer: resident, pass: null });
  await write(slug, card('Inna osoba'), { viewer: official, pass });
  const people = await db.boardParticipant.findMany({
    where: { board: { slug } },
    orderBy: { createdAt: 'asc' },
    select: { userId: true, _count: { select: { cards: true } } },
  });
  expect(people).toEqual([
    { userId: resident.id, _count: { cards: 2 } },
    { userId: official.id, _count: { cards: 1 } },
  ]);
});

test('words covered on a card leave the board and what a draft rests on, and its writer is told', async () => {
  const slug = await open('Zasłonięta');
  const who = { viewer: resident, pass: null };
  await write(slug, card('Sąsiad Zenon Wilk pali śmieci.', { signature: 'Halina' }), who);
  const { id } = await db.boardCard.findFirstOrThrow({ where: { board: { slug } } });
  await makeGroup(db, { ...lead(slug), name: 'Zenon Wilk', note: '', numbers: [1] });
  const group = await db.boardGroup.findFirstOrThrow({ where: { board: { slug } } });
  await expect(
    coverIn(db, { type: 'board-card', id }, { viewer: resident, words: 'Zenon Wilk' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  for (const subject of [
    { type: 'board-card', id },
    { type: 'board-group', id: group.id },
  ] as const)
    expect(await coverIn(db, subject, { viewer: official, words: 'Zenon Wilk' })).toMatchObject({ ok: true });
  const shown = JSON.stringify(await readBoard(db, slug, nobody, now));
  expect(shown).not.toContain('Wilk');
  expect(shown).toContain('pali śmieci');
  expect(await db.mailMessage.count({ where: { toEmail: resident.email } })).toBe(1);
  const redaction = await db.redaction.findFirstOrThrow({ where: { subjectId: id } });
  const undone = { viewer: official, type: 'board-card' as const, id, redactionId: redaction.id, reason: 'Pomyłka.' };
  expect(await undoRedaction(db, undone)).toMatchObject({ ok: true });
  expect(JSON.stringify(await readBoard(db, slug, nobody, now))).toContain('Sąsiad Zenon Wilk');
});

test('a board changes its name, question and end with a reason, against what its page knew', async () => {
  const slug = await open('Zmieniana');
  const closesAt = new Date('2026-12-10T23:00:00Z');
  const facts = { title: 'Zmieniana inaczej', question: 'Co pomaga?', closesAt };
  const change = (title: string, known: number, more = {}) =>
    changeBoard(db, { ...lead(slug), facts: { ...facts, title, ...more }, reason: 'Prosili sołtysi.', known });
  await expect(
    changeBoard(db, { slug, viewer: resident, now, facts, reason: 'Bo tak.', known: 0 }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await change(facts.title, 0, { closesAt: new Date('2026-11-02T00:00:00Z') })).toMatchObject({
    error: { code: 'dates' },
  });
  expect(await change(facts.title, 0)).toEqual({ ok: true });
  expect(await change('Inaczej', 0)).toMatchObject({ error: { code: 'conflict' } });
  expect(await change(facts.title, 1)).toMatchObject({ error: { code: 'same' } });
  const { id, title } = await db.board.findUniqueOrThrow({ where: { slug } });
  expect(title).toBe(facts.title);
  expect(await boardChanges(db, id)).toMatchObject([
    { reason: 'Prosili sołtysi.', before: { title: 'Zmieniana', question: 'Co przeszkadza?' }, after: { title } },
  ]);
});
