import { expect, test } from 'vitest';
import { createGroup } from '#app/drafting/rulings/change-group.server.ts';
import { approveDrafts } from '#app/drafting/rulings/approve-drafts.server.ts';
import { decideMany } from '#app/drafting/rulings/decide-many.server.ts';
import { officeHome } from '#app/drafting/pages/office-home.server.ts';
import { reviewDraft } from '#app/drafting/rulings/review-draft.server.ts';
import { ruleGroup } from '#app/drafting/rulings/rule-group.server.ts';
import { loadRulingPage } from '#app/drafting/rulings/ruling-page.server.ts';
import { saveDraft } from '#app/drafting/rulings/save-draft.server.ts';
import { setFourEyes } from '#app/drafting/rulings/set-four-eyes.server.ts';
import { assignRemarks } from '#app/drafting/rulings/assign.server.ts';
import { nextDigest } from '#app/mail/digest.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { codes, filed, makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { approveOfficeDraft } from './approve-office-draft.server.ts';
import { handInOfficeDraft } from './hand-in-office-draft.server.ts';
import { reviewOfficeDraft } from './review-office-draft.server.ts';

const db = await testDb();
let scenes = 0;

/** An office of three, alone in its municipality, with the rule of two on. */
async function scene() {
  scenes += 1;
  await db.roleGrant.updateMany({ where: { teryt, role: 'official' }, data: { revokedAt: new Date() } });
  const made = await makeConsultation(db, `powiadomieni-${scenes}`);
  const [second, third] = [
    await makePerson(db, 'Piotr', { role: 'official' }),
    await makePerson(db, 'Ewa', { role: 'official', locale: 'en' }),
  ];
  for (const { id: userId } of [made.official, second, third])
    await db.roleGrant.create({ data: { userId, role: 'official', teryt, grantedById: userId } });
  const anna = await makePerson(db, 'Anna');
  await setFourEyes(db, { viewer: made.official, slug: made.slug, fourEyes: true, reason: 'Ważna uchwała.' });
  const say = (reason: string) => filed(db, { slug: made.slug, viewer: anna, code: codes.first, op: 'none', reason });
  const handIn = async (number: number, viewer: Viewer = made.official) => {
    const own = await db.rulingDraft.findFirst({
      where: { remark: { number, consultationId: made.id }, draftedById: viewer.id },
    });
    const saved = await saveDraft(db, {
      viewer,
      slug: made.slug,
      number,
      decision: 'not-accepted',
      reason: 'Nie.',
      finals: new Map(),
      againstVersion: 1,
      remarkRevision: 1,
      step: 'hand-in',
      draftRevision: own?.revision ?? 0,
    });
    if (!saved.ok) throw new Error(saved.error.code);
    return db.rulingDraft.findUniqueOrThrow({ where: { id: saved.value.draftId } });
  };
  return { ...made, second, third, anna, say, handIn };
}

async function lettersTo(viewer: Viewer) {
  const letters = await db.mailMessage.findMany({ where: { toEmail: viewer.email }, orderBy: { id: 'asc' } });
  return letters.map(({ subject, body, runAt }) => ({ subject, body, runAt }));
}

test('everybody who could approve is told that a draft waits, in their language, and nobody else', async () => {
  const { slug, official, second, third, anna, say, handIn } = await scene();
  const number = await say('Raz.');
  await handIn(number);
  expect(await lettersTo(official)).toEqual([]);
  expect((await lettersTo(anna)).filter(({ subject }) => subject.includes('zatwierdz'))).toEqual([]);
  expect(await lettersTo(second)).toMatchObject([
    { subject: `Do zatwierdzenia, szkic stanowiska, uwaga nr ${number}: Zasady konsultacji` },
  ]);
  const [letter] = await lettersTo(third);
  expect(letter?.subject).toBe(`To approve, draft response, remark no. ${number}: Zasady konsultacji`);
  expect(letter?.body).toContain(`/en/urzad/konsultacje/${slug}/uwagi/${number}`);
});

test('who drafted is told that the draft came back, with the note, and that it was approved', async () => {
  const { slug, official, second, say, handIn } = await scene();
  const number = await say('Dwa.');
  const draft = await handIn(number);
  const step = { kind: 'return', note: 'Napisz, dlaczego.' } as const;
  await reviewDraft(db, { viewer: second, slug, draftId: draft.id, draftRevision: draft.revision, step });
  const again = await handIn(number);
  await approveDrafts(db, { viewer: second, slug, drafts: [again], againstVersion: 1 });
  const letters = await lettersTo(official);
  expect(letters.map(({ subject }) => subject)).toEqual([
    `Wraca do poprawy, szkic stanowiska, uwaga nr ${number}: Zasady konsultacji`,
    `Zatwierdzono, szkic stanowiska, uwaga nr ${number}: Zasady konsultacji`,
  ]);
  expect(letters[0]?.body).toContain('Napisz, dlaczego.');
  expect((await lettersTo(second)).map(({ subject }) => subject)).toHaveLength(2);
});

test('many drafts handed in at once, and a group approved, are one letter each', async () => {
  const { id, slug, official, second, say } = await scene();
  const numbers = [await say('Trzy.'), await say('Cztery.')];
  const remarks = new Map(numbers.map((number) => [number, 1]));
  const many = { viewer: official, slug, decision: 'not-accepted', reason: 'Nie.', againstVersion: 1 } as const;
  expect(await decideMany(db, { ...many, remarks, step: 'hand-in' })).toMatchObject({ ok: true });
  expect(await lettersTo(second)).toMatchObject([
    { subject: `Do zatwierdzenia, 2 szkice stanowisk, uwagi nr ${numbers.join(', ')}: Zasady konsultacji` },
  ]);
  const group = await createGroup(db, { viewer: official, slug, title: 'Grupa', numbers });
  if (!group.ok) throw new Error(group.error.code);
  const { revision } = await db.remarkGroup.findFirstOrThrow({ where: { consultationId: id } });
  const ruling = { ...many, viewer: second, group: group.value.number, groupRevision: revision, finals: new Map() };
  const rows = await db.remark.findMany({ where: { consultationId: id } });
  const members = new Map(rows.map((each) => [each.number, each.revision]));
  // Joining a group is no change of the remark: the drafts still say what their author saw.
  expect(await ruleGroup(db, { ...ruling, members, step: 'approve' })).toMatchObject({ ok: true });
  expect((await lettersTo(official)).filter(({ subject }) => subject.startsWith('Zatwierdzono'))).toHaveLength(1);
});

test('other drafts of the office are told of as well', async () => {
  const { slug, official, second } = await scene();
  const input = { reason: 'Urlopy.' };
  const handedIn = await handInOfficeDraft(db, { viewer: official, slug, kind: 'four-eyes-off', input });
  if (!handedIn.ok) throw new Error(handedIn.error.code);
  const named = { viewer: second, slug, id: handedIn.value.id, revision: 1 };
  await reviewOfficeDraft(db, { ...named, step: { kind: 'return', note: 'Za wcześnie.' } });
  const again = await handInOfficeDraft(db, { viewer: official, slug, kind: 'four-eyes-off', input });
  if (!again.ok) throw new Error(again.error.code);
  expect(await approveOfficeDraft(db, { ...named, id: again.value.id })).toMatchObject({ ok: true });
  expect((await lettersTo(official)).map(({ subject }) => subject.split(',')[0])).toEqual([
    'Wraca do poprawy',
    'Zatwierdzono',
  ]);
  expect((await lettersTo(second)).map(({ body }) => body.includes(`/konsultacje/${slug}/zatwierdzanie`))).toEqual([
    true,
    true,
  ]);
});

test('who wants one letter a day gets everything of a day in one, the next morning', async () => {
  const { second, say, handIn } = await scene();
  await db.user.update({ where: { id: second.id }, data: { officeLetters: 'daily' } });
  const numbers = [await say('Pięć.'), await say('Sześć.')];
  for (const number of numbers) await handIn(number);
  const [letter, ...more] = await lettersTo(second);
  expect(more).toEqual([]);
  for (const number of numbers) expect(letter?.body).toContain(`uwaga nr ${number}`);
  expect(letter?.body.match(/^-- $/gm)).toHaveLength(1);
  expect(letter?.body.trimEnd().split('\n').at(-3)).toBe('-- ');
  expect(letter?.runAt.getTime()).toBeGreaterThan(Date.now());
  // The sender has it already: what comes later goes into the letter after it.
  await db.mailMessage.updateMany({ where: { toEmail: second.email }, data: { attempts: 1 } });
  await handIn(await say('Siedem.'));
  expect(await lettersTo(second)).toHaveLength(2);
});

test('a digest goes out at seven in Poland, summer and winter', () => {
  expect(nextDigest(new Date('2026-11-30T05:58:00Z')).toISOString()).toBe('2026-11-30T06:00:00.000Z');
  expect(nextDigest(new Date('2026-11-30T05:59:30Z')).toISOString()).toBe('2026-12-01T06:00:00.000Z');
  expect(nextDigest(new Date('2026-07-01T12:00:00Z')).toISOString()).toBe('2026-07-02T05:00:00.000Z');
});

test('the task list says what waits for each official, and empties as it is done', async () => {
  const { slug, official, second, say, handIn } = await scene();
  const [first, other] = [await say('Osiem.'), await say('Dziewięć.')];
  const tasksOf = async (viewer: Viewer, now = new Date()) =>
    (await officeHome(db, { viewer, now })).tasks.filter((task) => task.slug === slug);
  expect((await tasksOf(second)).filter(({ kind }) => kind !== 'overdue')).toEqual([]);
  const draft = await handIn(first);
  await assignRemarks(db, {
    viewer: official,
    slug,
    numbers: [other],
    officialId: second.id,
    shown: new Map([[other, '']]),
  });
  expect((await tasksOf(second, new Date('2026-12-01T12:00:00Z'))).map(({ kind, count }) => [kind, count])).toEqual([
    ['approve', 1],
    ['mine', 1],
  ]);
  expect((await tasksOf(second, new Date('2027-01-10T12:00:00Z')))[0]).toMatchObject({
    kind: 'overdue',
    count: 2,
    oldest: new Date('2026-12-30T22:59:00Z'),
  });
  const step = { kind: 'return', note: 'Krócej.' } as const;
  await reviewDraft(db, { viewer: second, slug, draftId: draft.id, draftRevision: draft.revision, step });
  const during = new Date('2026-12-01T12:00:00Z');
  expect((await tasksOf(official, during)).map(({ kind }) => kind)).toEqual(['returned']);
  expect((await tasksOf(second, during)).map(({ kind }) => kind)).toEqual(['mine']);
});

test('who approves sees what this very draft would do, and not what accepting would', async () => {
  const { slug, official, second, anna } = await scene();
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    op: 'replace',
    text: 'Konsultacje trwają 30 dni.',
  });
  const saved = await saveDraft(db, {
    viewer: official,
    slug,
    number,
    decision: 'accepted-in-part',
    reason: 'Tyle się da.',
    finals: new Map([[1, { text: 'Konsultacje trwają 21 dni.', anchorId: null }]]),
    againstVersion: 1,
    remarkRevision: 1,
    step: 'hand-in',
    draftRevision: 0,
  });
  expect(saved).toMatchObject({ ok: true });
  const page = await loadRulingPage(db, { viewer: second, slug, number, locale: 'pl' });
  expect(page.effects).toBeNull();
  const [shown] = page.drafts;
  expect(shown?.effects).toMatchObject({ decision: 'accepted-in-part', letters: 1 });
  const words = shown?.effects?.result.flatMap(({ spans }) => spans.filter(({ op }) => op !== 'delete')) ?? [];
  expect(words.map(({ text }) => text).join('')).toContain('21 dni');
  // To its author it is a draft like any other: the page asks about accepting.
  const own = await loadRulingPage(db, { viewer: official, slug, number, locale: 'pl' });
  expect(own.drafts[0]?.effects).toBeNull();
  expect(own.effects).toMatchObject({ decision: 'accepted' });
});
