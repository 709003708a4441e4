import { expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { answerFit } from '../carry/answer-fit.server.ts';
import { loadRemarkPage, loadRemarkPersonal } from '../pages/remark-page.server.ts';
import { emptyOperation } from './filing-draft.ts';
import type { OperationDraft } from './operation-draft.ts';
import { loadFilingPage } from './filing-page.server.ts';
import { setSupport } from '../talk/set-support.server.ts';
import {
  clauseNow,
  closesAt,
  codes,
  decide,
  during,
  eventsOf,
  file,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  opensAt,
  remarkNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const term21 = term.replace('14 dni', '21 dni');
const termTwo = term.replace('jedno spotkanie', 'dwa spotkania');

async function scene(slug: string) {
  const consultation = await makeConsultation(db, slug);
  return { ...consultation, anna: await makePerson(db, 'Anna'), bogdan: await makePerson(db, 'Bogdan') };
}

async function revisionOf(slug: string, code: number): Promise<string> {
  const draft = await loadDraft(db, { slug });
  return draft.units.find((unit) => unit.code === code)!.revisionId;
}

/** One change as the form shows it after „show the change". */
async function shown(slug: string, change: Partial<OperationDraft> & { base: string }) {
  const operation = {
    ...emptyOperation({ code: codes.term, revisionId: change.base, text: '' }, 'replace'),
    ...change,
  };
  const { page } = await loadFilingPage(db, {
    slug,
    points: [{ reason: '', place: '', operations: [operation] }],
    intent: { do: 'preview' },
    locale: 'pl',
    now: during,
  });
  return page.points[0]!.operations[0]!;
}

test('an amendment gets the next number, its record and a receipt', async () => {
  const { slug, anna } = await scene('file');
  expect(await filed(db, { slug, viewer: anna, code: codes.term, text: term21 })).toBe(1);
  expect(await filed(db, { slug, viewer: anna, code: codes.term, text: termTwo })).toBe(2);
  const remark = await remarkNow(db, slug, 1);
  expect(remark).toMatchObject({
    kind: 'amendment',
    state: 'open',
    fit: 'unchanged',
    authorName: '',
    againstVersion: 1,
    filedAt: during,
  });
  expect(remark.operations).toMatchObject([{ op: 'replace', before: term, after: term21, carriedAfter: term21 }]);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed']);
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'receipt']);
});

test('the same form sent twice is one remark, and other words, other reasons and other people make another', async () => {
  const { slug, anna, bogdan } = await scene('twice');
  const same = { slug, viewer: anna, code: codes.term, text: term21, reason: 'Za krótko.' };
  const sent = await Promise.all([file(db, same), file(db, same), file(db, same)]);
  expect(sent).toEqual(sent.map(() => ({ ok: true, value: { number: 1 } })));
  expect(await lettersTo(db, anna)).toEqual(['receipt']);
  expect(await filed(db, { ...same, text: termTwo })).toBe(2);
  expect(await filed(db, { ...same, reason: 'Nie zdążymy.' })).toBe(3);
  expect(await filed(db, { ...same, viewer: bogdan })).toBe(4);
});

test('the record of a filing holds no words of the author', async () => {
  const { slug, anna } = await scene('no-words');
  await filed(db, { slug, viewer: anna, code: codes.term, text: term21, reason: 'Tajne powody.' });
  const events = await db.event.findMany({ where: { kind: 'remark-filed' } });
  expect(JSON.stringify(events)).not.toMatch(/21 dni|Tajne/);
});

test('a representative signs with the organisation', async () => {
  const { slug } = await scene('organisation');
  const ewa = await makePerson(db, 'Ewa', { role: 'representative', organisation: 'Jawne Jurowice' });
  const number = await filed(db, { slug, viewer: ewa, code: codes.term, text: term21 });
  expect((await remarkNow(db, slug, number)).organisation).toBe('Jawne Jurowice');
});

test('remarks are taken from the opening to the very minute of the end', async () => {
  const { slug, anna } = await scene('minute');
  const at = (now: Date) =>
    file(db, { slug, viewer: anna, code: codes.term, text: term21, reason: `O ${now.toISOString()}.`, now });
  expect(await at(new Date(opensAt.getTime() - 1))).toEqual({ ok: false, error: { code: 'closed' } });
  expect(await at(opensAt)).toMatchObject({ ok: true });
  expect(await at(new Date(closesAt.getTime() - 1))).toMatchObject({ ok: true });
  expect(await at(closesAt)).toEqual({ ok: false, error: { code: 'closed' } });
  expect(await db.remark.count({ where: { consultation: { slug } } })).toBe(2);
});

test('an account without a confirmed address files nothing', async () => {
  const { slug } = await scene('unverified');
  const viewer = await makePerson(db, 'Nikt', { verified: false });
  expect(await file(db, { slug, viewer, code: codes.term, text: term21 })).toEqual({
    ok: false,
    error: { code: 'not-verified' },
  });
});

test('a proposal that changes nothing, says nothing or gives no reason is refused field by field', async () => {
  const { slug, anna } = await scene('problems');
  const refused = async (input: Parameters<typeof file>[1]) => {
    const result = await file(db, input);
    return result.ok || result.error.code !== 'problems' ? result : result.error.problems.map(({ field }) => field);
  };
  const common = { slug, viewer: anna, code: codes.term };
  expect(await refused({ ...common, text: `  ${term.replace(' ', '\u00a0')} ` })).toEqual(['text']);
  expect(await refused({ ...common, text: '', reason: '' })).toEqual(['text', 'reason']);
  expect(await refused({ ...common, op: 'insert-after', inserted: '' })).toEqual(['inserted']);
  expect(await refused({ ...common, op: 'none', reason: '' })).toEqual(['reason']);
  expect(await refused({ ...common, code: codes.second, text: 'Słowa tam, gdzie ich nie ma' })).toEqual(['op']);
});

test('a proposal against words that have changed is refused with both sides and its words carried over', async () => {
  const { slug, official, anna, bogdan } = await scene('moved');
  const base = await revisionOf(slug, codes.term);
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  expect(await file(db, { slug, viewer: bogdan, code: codes.term, base, text: termTwo })).toEqual({
    ok: false,
    error: { code: 'moved' },
  });
  const moved = await shown(slug, { base, text: termTwo });
  const both = term21.replace('jedno spotkanie', 'dwa spotkania');
  expect(moved.moved).toMatchObject({
    version: 2,
    begun: term,
    fit: 'adapted',
    now: { text: term21 },
    carried: { text: both },
  });
  // The field goes on from the carried words, on the new wording.
  expect(moved.draft).toMatchObject({ text: both, base: await revisionOf(slug, codes.term) });
  const clash = { base, text: term.replace('14', '30') };
  const second = await shown(slug, clash);
  expect(second.moved).toMatchObject({ fit: 'conflict', carried: null });
  expect(second.moved?.yours?.is).toBe(clash.text);
  // Confirmed against the new text it is filed.
  expect(await file(db, { slug, viewer: bogdan, code: codes.term, text: both })).toMatchObject({ ok: true });
});

test('words that were never of this clause, or of another consultation, are not found', async () => {
  const { slug, anna } = await scene('foreign');
  const { slug: other } = await scene('foreign-other');
  const base = await revisionOf(other, codes.term);
  await expect(file(db, { slug, viewer: anna, code: codes.term, base, text: term21 })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(
    file(db, { slug, viewer: anna, code: codes.term, base: await revisionOf(slug, codes.report), text: term21 }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('an insertion is shown with the number it would get', async () => {
  const { slug } = await scene('number');
  const { change } = await shown(slug, {
    code: codes.notice,
    base: await revisionOf(slug, codes.notice),
    op: 'insert-after',
    inserted: 'Nowe zdanie.',
  });
  expect(change).toMatchObject({ op: 'insert-after', lines: [{ mark: '3.' }] });
  expect(change?.sentence).toContain('oznaczenie 3.');
});

async function adaptedScene(slug: string) {
  const people = await scene(slug);
  const first = await filed(db, { slug, viewer: people.anna, code: codes.term, text: term21 });
  const number = await filed(db, { slug, viewer: people.bogdan, code: codes.term, text: termTwo });
  await decide(db, { slug, viewer: people.official, number: first, decision: 'accepted' });
  const { revision } = await remarkNow(db, slug, number);
  return { ...people, number, revision };
}

test('the author is asked about the adapted wording and agrees', async () => {
  const { slug, anna, bogdan, number, revision } = await adaptedScene('confirm');
  const personal = await loadRemarkPersonal(db, { slug, number, viewer: bogdan, locale: 'pl' });
  expect(personal.questions[0]).toMatchObject({
    fit: 'adapted',
    op: 'replace',
    current: term21,
    draft: term21.replace('jedno spotkanie', 'dwa spotkania'),
  });
  expect((await loadRemarkPersonal(db, { slug, number, viewer: anna, locale: 'pl' })).questions).toEqual([]);
  expect(await answerFit(db, { slug, number, viewer: bogdan, revision, answer: { kind: 'confirm' } })).toEqual({
    ok: true,
    value: { fit: 'unchanged', state: 'open' },
  });
  const remark = await remarkNow(db, slug, number);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'remark-carried', 'remark-confirmed']);
  expect(remark.operations[0]!.wordings.map(({ kind }) => kind)).toEqual(['filed', 'adapted', 'confirmed']);
  expect(
    await answerFit(db, { slug, number, viewer: bogdan, revision: remark.revision, answer: { kind: 'confirm' } }),
  ).toEqual({ ok: false, error: { code: 'not-asked' } });
});

test('the author rewrites on the new text; the words filed stay as they were and every wording is kept', async () => {
  const { slug, official, bogdan, number, revision } = await adaptedScene('rewrite');
  const rewritten = term21.replace('jedno spotkanie', 'trzy spotkania');
  const answer = (text: string) =>
    answerFit(db, {
      slug,
      number,
      viewer: bogdan,
      revision,
      answer: { kind: 'rewrite', words: new Map([[1, { text }]]) },
    });
  expect(await answer('')).toEqual({ ok: false, error: { code: 'text-required', seq: 1 } });
  expect(await answer(term21)).toEqual({ ok: false, error: { code: 'nothing-changed', seq: 1 } });
  expect(await answer(rewritten)).toMatchObject({ ok: true });
  const remark = await remarkNow(db, slug, number);
  expect(remark.operations[0]).toMatchObject({
    before: term,
    after: termTwo,
    carriedAfter: rewritten,
    fit: 'unchanged',
  });
  const page = await loadRemarkPage(db, { slug, number, locale: 'pl' });
  expect(page.trace.map(({ kind }) => kind)).toEqual(['filed', 'adapted', 'rewritten']);
  await decide(db, { slug, viewer: official, number, decision: 'accepted' });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(rewritten);
});

test('a later change is carried over from the rewritten words, not from those filed first', async () => {
  const { slug, official, anna, bogdan, number, revision } = await adaptedScene('rewrite-carried');
  const rewritten = term21.replace('jedno spotkanie', 'trzy spotkania');
  await answerFit(db, {
    slug,
    number,
    viewer: bogdan,
    revision,
    answer: { kind: 'rewrite', words: new Map([[1, { text: rewritten }]]) },
  });
  const third = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: term21.replace('siedzibie urzędu', 'świetlicy'),
  });
  await decide(db, { slug, viewer: official, number: third, decision: 'accepted' });
  expect((await remarkNow(db, slug, number)).operations[0]!.carriedAfter).toBe(
    rewritten.replace('siedzibie urzędu', 'świetlicy'),
  );
});

test('an answer made on an older page is refused and changes nothing', async () => {
  const { slug, bogdan, number, revision } = await adaptedScene('old-answer');
  for (const kind of ['confirm', 'withdraw'] as const) {
    expect(await answerFit(db, { slug, number, viewer: bogdan, revision: revision - 1, answer: { kind } })).toEqual({
      ok: false,
      error: { code: 'moved' },
    });
  }
  expect(await remarkNow(db, slug, number)).toMatchObject({ state: 'open', fit: 'adapted' });
});

test('withdrawing is recorded, keeps the remark and can be done once, by its author only', async () => {
  const { slug, official, anna, bogdan } = await scene('withdraw');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  await expect(
    answerFit(db, { slug, number, viewer: bogdan, revision: 1, answer: { kind: 'withdraw' } }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await answerFit(db, { slug, number, viewer: anna, revision: 1, answer: { kind: 'withdraw' } })).toMatchObject({
    ok: true,
    value: { state: 'withdrawn' },
  });
  expect(await answerFit(db, { slug, number, viewer: anna, revision: 2, answer: { kind: 'withdraw' } })).toEqual({
    ok: false,
    error: { code: 'decided' },
  });
  const remark = await remarkNow(db, slug, number);
  expect(remark.state).toBe('withdrawn');
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'remark-withdrawn']);
  expect(await decide(db, { slug, viewer: official, number, decision: 'accepted' })).toEqual({
    ok: false,
    error: { code: 'withdrawn' },
  });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(term);
});

test('support counts one per person, can be taken back, and not for oneself', async () => {
  const { slug, official, anna, bogdan } = await scene('support');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  const support = (viewer: typeof anna, stance: 'support' | null = 'support') =>
    setSupport(db, { viewer, slug, number, stance, now: during });
  expect(await support(bogdan)).toMatchObject({ ok: true, value: { support: 1 } });
  expect(await support(bogdan)).toMatchObject({ ok: true, value: { support: 1 } });
  expect(await support(anna)).toEqual({ ok: false, error: { code: 'own' } });
  expect(await support(await makePerson(db, 'Nikt', { verified: false }))).toEqual({
    ok: false,
    error: { code: 'not-verified' },
  });
  expect(await support(bogdan, null)).toMatchObject({ ok: true, value: { support: 0 } });
  const remark = await remarkNow(db, slug, number);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'support-given', 'support-withdrawn']);
  await decide(db, { slug, viewer: official, number, decision: 'not-accepted' });
  expect(await support(bogdan)).toEqual({ ok: false, error: { code: 'decided' } });
});
