import { expect, test } from 'vitest';
import {
  clauseNow,
  codes,
  decide,
  during,
  eventsOf,
  file,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  remarkNow,
  textNow,
} from '#tests/setup/consultation.ts';
import { addComment } from '../talk/add-comment.server.ts';
import { answerFit } from '../carry/answer-fit.server.ts';
import { setSupport } from '../talk/set-support.server.ts';
import { loadDraft } from '../acts/load-draft.server.ts';
import { testDb } from '#tests/setup/test-db.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const term21 = term.replace('14 dni', '21 dni');
const termTwoMeetings = term.replace('jedno spotkanie', 'dwa spotkania');

async function scene(slug: string) {
  const consultation = await makeConsultation(db, slug);
  const [anna, bogdan, celina] = [
    await makePerson(db, 'Anna'),
    await makePerson(db, 'Bogdan'),
    await makePerson(db, 'Celina'),
  ];
  return { ...consultation, anna, bogdan, celina };
}

test('accepting an amendment writes exactly its words into the next version', async () => {
  const { slug, official, anna } = await scene('accept');
  const before = await textNow(db, slug);
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const result = await decide(db, { slug, viewer: official, number, decision: 'accepted' });
  expect(result).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await textNow(db, slug)).toBe(before.replace(term, term21));
  const remark = await remarkNow(db, slug, number);
  expect(remark.state).toBe('accepted');
  expect(remark.rulings).toMatchObject([
    { decision: 'accepted', againstVersion: 1, resultVersion: 2, madeByName: 'Marta' },
  ]);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'remark-decided']);
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'ruling']);
  const version = await db.version.findFirstOrThrow({ where: { number: 2, consultation: { slug } } });
  expect(version).toMatchObject({
    kind: 'ruling',
    rulingId: remark.rulings[0]!.id,
    note: '',
    changes: [{ op: 'replace', citation: '§ 2 ust. 1' }],
  });
});

test('two residents change the same clause in different words: the second is adapted and both survive', async () => {
  const { slug, official, anna, bogdan } = await scene('different-words');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const second = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwoMeetings });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  const adapted = await remarkNow(db, slug, second);
  const both = term21.replace('jedno spotkanie', 'dwa spotkania');
  expect(adapted).toMatchObject({ state: 'open', fit: 'adapted' });
  expect(adapted.operations[0]).toMatchObject({
    before: term,
    after: termTwoMeetings,
    carriedAfter: both,
    fit: 'adapted',
  });
  expect(adapted.operations[0]!.wordings.map(({ kind, after }) => [kind, after])).toEqual([
    ['filed', termTwoMeetings],
    ['adapted', both],
  ]);
  expect(await eventsOf(db, adapted.id)).toEqual(['remark-filed', 'remark-carried']);
  expect(await lettersTo(db, bogdan)).toEqual(['receipt', 'fit']);
  await decide(db, { slug, viewer: official, number: second, decision: 'accepted' });
  expect(await clauseNow(db, slug, codes.term)).toEqual({ label: '1.', text: both });
});

test('amendments of the same words collide: the other one cannot be accepted as it is, only in other words or not at all', async () => {
  const { slug, official, anna, bogdan } = await scene('same-words');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const second = await filed(db, { slug, viewer: bogdan, code: codes.term, text: term.replace('14 dni', '30 dni') });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  const remark = await remarkNow(db, slug, second);
  expect(remark.fit).toBe('conflict');
  expect(remark.operations[0]).toMatchObject({ carriedAfter: null, fit: 'conflict', conflicts: [{ base: '14' }] });
  expect(await decide(db, { slug, viewer: official, number: second, decision: 'accepted' })).toEqual({
    ok: false,
    error: { code: 'conflict-as-is' },
  });
  expect((await remarkNow(db, slug, second)).state).toBe('open');
  const compromise = term.replace('14 dni', '25 dni');
  expect(
    await decide(db, { slug, viewer: official, number: second, decision: 'accepted-in-part', final: compromise }),
  ).toMatchObject({ ok: true });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(compromise);
  expect((await remarkNow(db, slug, second)).rulings[0]!.finalText).toEqual({ 1: compromise });
});

test('the same edit by a second resident is marked as contained and stays open for its own ruling', async () => {
  const { slug, official, anna, bogdan } = await scene('same-edit');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const second = await filed(db, { slug, viewer: bogdan, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  expect(await remarkNow(db, slug, second)).toMatchObject({ state: 'open', fit: 'contained' });
  expect(await decide(db, { slug, viewer: official, number: second, decision: 'accepted' })).toMatchObject({
    ok: true,
    value: { version: null },
  });
  expect(await db.version.count({ where: { consultation: { slug } } })).toBe(2);
});

test('a contained amendment speaks again when the text moves away from it', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('contained-no-more');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const second = await filed(db, { slug, viewer: bogdan, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  const third = await filed(db, { slug, viewer: celina, code: codes.term, text: term });
  await decide(db, { slug, viewer: official, number: third, decision: 'accepted' });
  const remark = await remarkNow(db, slug, second);
  expect(remark.fit).toBe('unchanged');
  expect(remark.operations[0]!.carriedAfter).toBe(term21);
});

test('rejecting leaves the text and all other remarks alone', async () => {
  const { slug, official, anna, bogdan } = await scene('reject');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const second = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwoMeetings });
  const before = await textNow(db, slug);
  expect(await decide(db, { slug, viewer: official, number: first, decision: 'not-accepted' })).toMatchObject({
    ok: true,
    value: { version: null, carried: [] },
  });
  expect(await textNow(db, slug)).toBe(before);
  expect(await remarkNow(db, slug, first)).toMatchObject({ state: 'not-accepted' });
  expect(await eventsOf(db, (await remarkNow(db, slug, second)).id)).toEqual(['remark-filed']);
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'ruling']);
});

test('a ruling needs a reason whatever it says', async () => {
  const { slug, official, anna } = await scene('reason');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  for (const decision of ['accepted', 'accepted-in-part', 'not-accepted'] as const) {
    expect(await decide(db, { slug, viewer: official, number, decision, reason: '', final: 'x' })).toEqual({
      ok: false,
      error: { code: 'reason-required' },
    });
  }
  expect(await db.ruling.count({ where: { remark: { consultation: { slug } } } })).toBe(0);
});

test('an inserted unit is numbered at once and those behind it move on; the same insertion by another is contained', async () => {
  const { slug, official, anna, bogdan } = await scene('insert');
  const words = 'O zmianie terminu zawiadamia się tak samo.';
  const first = await filed(db, { slug, viewer: anna, code: codes.term, op: 'insert-after', inserted: words });
  const same = await filed(db, { slug, viewer: bogdan, code: codes.term, op: 'insert-after', inserted: words });
  const other = await filed(db, {
    slug,
    viewer: bogdan,
    code: codes.term,
    op: 'insert-after',
    inserted: 'Termin liczy się od dnia ogłoszenia.',
  });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  expect(await textNow(db, slug)).toContain(`2. ${words}\n\n3. Ogłoszenie`);
  expect((await clauseNow(db, slug, codes.report))?.label).toBe('4.');
  expect((await remarkNow(db, slug, same)).fit).toBe('contained');
  expect((await remarkNow(db, slug, other)).fit).toBe('unchanged');
  expect(await eventsOf(db, (await remarkNow(db, slug, other)).id)).toEqual(['remark-filed', 'remark-carried']);
  // Who is not asked anything is not written to.
  expect(await lettersTo(db, bogdan)).toEqual(['receipt', 'receipt', 'fit']);
});

test('deleting a clause puts amendments of it and insertions after it in conflict; the office can place their words elsewhere', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('delete');
  const deletion = await filed(db, { slug, viewer: anna, code: codes.notice, op: 'delete' });
  const edit = await filed(db, {
    slug,
    viewer: bogdan,
    code: codes.notice,
    text: 'Ogłoszenie zamieszcza się na tablicy i w internecie.',
  });
  const insertion = await filed(db, {
    slug,
    viewer: celina,
    code: codes.notice,
    op: 'insert-after',
    inserted: 'Ogłoszenie jest proste.',
  });
  const sameDeletion = await filed(db, { slug, viewer: celina, code: codes.notice, op: 'delete' });
  await decide(db, { slug, viewer: official, number: deletion, decision: 'accepted' });
  expect(await clauseNow(db, slug, codes.notice)).toBeNull();
  expect((await clauseNow(db, slug, codes.report))?.label).toBe('2.');
  expect((await remarkNow(db, slug, edit)).fit).toBe('conflict');
  expect((await remarkNow(db, slug, insertion)).fit).toBe('conflict');
  expect((await remarkNow(db, slug, sameDeletion)).fit).toBe('contained');
  const final = 'Ogłoszenie zamieszcza się w internecie.';
  expect(await decide(db, { slug, viewer: official, number: edit, decision: 'accepted-in-part', final })).toEqual({
    ok: false,
    error: { code: 'anchor-required', seq: 1 },
  });
  const anchor = await db.clause.findFirstOrThrow({ where: { code: codes.term, consultation: { slug } } });
  expect(
    await decide(db, {
      slug,
      viewer: official,
      number: edit,
      decision: 'accepted-in-part',
      final,
      anchorId: anchor.id,
    }),
  ).toMatchObject({ ok: true });
  expect(await textNow(db, slug)).toContain(`2. ${final}\n\n3. Raport`);
});

test('a deletion is asked about again when something under the unit has changed', async () => {
  const { slug, official, anna, bogdan } = await scene('subtree');
  const deletion = await filed(db, { slug, viewer: anna, code: codes.second, op: 'delete' });
  const edit = await filed(db, { slug, viewer: bogdan, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number: edit, decision: 'accepted' });
  expect((await remarkNow(db, slug, deletion)).fit).toBe('adapted');
  await decide(db, { slug, viewer: official, number: deletion, decision: 'accepted' });
  expect(await clauseNow(db, slug, codes.term)).toBeNull();
  expect((await clauseNow(db, slug, codes.last))?.label).toBe('§ 2.');
});

test('a page made against an older text or an older remark decides nothing', async () => {
  const { slug, official, anna, bogdan } = await scene('stale');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const second = await filed(db, {
    slug,
    viewer: bogdan,
    code: codes.report,
    text: 'Raport sporządza się w terminie 14 dni.',
  });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  expect(await decide(db, { slug, viewer: official, number: second, decision: 'accepted', version: 1 })).toEqual({
    ok: false,
    error: { code: 'moved' },
  });
  expect(await decide(db, { slug, viewer: official, number: second, decision: 'accepted', revision: 99 })).toEqual({
    ok: false,
    error: { code: 'moved' },
  });
  expect(await db.ruling.count({ where: { remark: { consultation: { slug } } } })).toBe(1);
});

test('of two officials who decide at once exactly one wins and the other learns it', async () => {
  const { slug, official, anna } = await scene('race');
  const second = await makePerson(db, 'Olga', { role: 'official' });
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const results = await Promise.all([
    decide(db, { slug, viewer: official, number, decision: 'accepted', version: 1, revision: 1 }),
    decide(db, { slug, viewer: second, number, decision: 'not-accepted', version: 1, revision: 1 }),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'decided' } });
  const remark = await remarkNow(db, slug, number);
  expect(remark.rulings).toHaveLength(1);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'remark-decided']);
});

test('rulings on different remarks at once: one wins, the other text is refused, no proposal is lost', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('race-two');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const second = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwoMeetings });
  // What the third author read, before either ruling: a file that read it in the race could find the new text.
  const base = (await loadDraft(db, { slug })).units.find(({ code }) => code === codes.term)!.revisionId;
  const [one, other, third] = await Promise.all([
    decide(db, { slug, viewer: official, number: first, decision: 'accepted', version: 1, revision: 1 }),
    decide(db, { slug, viewer: official, number: second, decision: 'accepted', version: 1, revision: 1 }),
    file(db, { slug, viewer: celina, code: codes.term, base, text: term.replace('siedzibie urzędu', 'świetlicy') }),
  ]);
  expect([one, other].filter(({ ok }) => ok)).toHaveLength(1);
  // Either it came first and was carried over, or it was told that the text had moved: never in between.
  if (third.ok) expect((await remarkNow(db, slug, third.value.number)).fit).toBe('adapted');
  else expect(third.error).toEqual({ code: 'moved' });
});

test('only an official of this municipality decides', async () => {
  const { slug, anna } = await scene('permission');
  const stranger = await makePerson(db, 'Obcy', { role: 'official', teryt: '1465011' });
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  for (const viewer of [anna, stranger]) {
    await expect(decide(db, { slug, viewer, number, decision: 'accepted' })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
});

test('a plain remark is answered without a change of words, or with words of the office', async () => {
  const { slug, official, anna } = await scene('plain');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, op: 'none', reason: 'Termin jest za krótki.' });
  const second = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    op: 'none',
    reason: 'Dopiszcie drugie spotkanie.',
  });
  expect(await decide(db, { slug, viewer: official, number: first, decision: 'accepted' })).toMatchObject({
    ok: true,
    value: { version: null },
  });
  expect(
    await decide(db, { slug, viewer: official, number: second, decision: 'accepted-in-part', final: termTwoMeetings }),
  ).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(termTwoMeetings);
});

test('letters to people who read English are in English', async () => {
  const { slug, official } = await scene('english');
  const eve = await makePerson(db, 'Eve', { locale: 'en' });
  const number = await filed(db, { slug, viewer: eve, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number, decision: 'not-accepted' });
  const letters = await db.mailMessage.findMany({ where: { toEmail: eve.email }, orderBy: { id: 'asc' } });
  expect(letters.map(({ subject }) => subject)).toEqual([
    `Remark no. ${number} entered in the register: Zasady konsultacji`,
    `Response to remark no. ${number}: not accepted`,
  ]);
  expect(letters[0]!.body).toContain(`/en/konsultacje/${slug}/pisma/${number}`);
});

test('ruling, answering, supporting, commenting and filing at once: nobody waits for ever and the record stays whole', async () => {
  const { slug, official, anna, bogdan, celina } = await scene('crowd');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const asked = await filed(db, { slug, viewer: bogdan, code: codes.term, text: termTwoMeetings });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  const third = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: term21.replace('siedzibie urzędu', 'świetlicy'),
  });
  const { revision } = await remarkNow(db, slug, asked);
  const [ruled, answered, supported, said, lastFiled] = await Promise.all([
    decide(db, { slug, viewer: official, number: third, decision: 'accepted', version: 2, revision: 1 }),
    answerFit(db, { viewer: bogdan, slug, number: asked, revision, answer: { kind: 'confirm' } }),
    setSupport(db, { viewer: celina, slug, number: asked, stance: 'support', now: during }),
    addComment(db, { viewer: celina, slug, code: codes.term, body: 'Zgoda.', parentId: null, now: during }),
    file(db, { slug, viewer: celina, code: codes.term, text: term21.replace('obejmują', 'zawierają') }),
  ]);
  expect([ruled.ok, supported.ok, said.ok]).toEqual([true, true, true]);
  const remark = await remarkNow(db, slug, asked);
  // Whoever came first: the amendment has been carried to the newest text and says so, and no answer was given to another wording.
  expect(remark).toMatchObject({ state: 'open', fit: 'adapted' });
  expect(remark.operations[0]!.carriedAfter).toContain('dwa spotkania w świetlicy');
  const kinds = (await eventsOf(db, remark.id)).filter((kind) => kind !== 'support-given');
  expect(kinds).toEqual(
    answered.ok
      ? ['remark-filed', 'remark-carried', 'remark-confirmed', 'remark-carried']
      : ['remark-filed', 'remark-carried', 'remark-carried'],
  );
  if (!lastFiled.ok) expect(lastFiled.error.code).toBe('moved');
});
