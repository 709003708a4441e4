import { expect, test } from 'vitest';
import {
  clauseNow,
  codes,
  decide,
  eventsOf,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  remarkNow,
  textNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { verifyRemarks } from '#app/verify/verify-remarks.server.ts';
import { verifyVersions } from '#app/verify/verify-versions.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { Decision } from '../state/remark-state.ts';
import { correctRuling } from './correct-ruling.server.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const term21 = term.replace('14 dni', '21 dni');

async function scene(slug: string) {
  const made = await makeConsultation(db, slug);
  return { ...made, anna: await makePerson(db, 'Anna'), bogdan: await makePerson(db, 'Bogdan') };
}

async function correct(
  slug: string,
  viewer: Viewer,
  number: number,
  to: { decision: Decision; reason?: string; why?: string; final?: string },
) {
  const remark = await remarkNow(db, slug, number);
  const { version } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  return correctRuling(db, {
    viewer,
    slug,
    number,
    decision: to.decision,
    reason: to.reason ?? 'Nowe uzasadnienie.',
    why: to.why ?? 'Pomyłka przy wpisywaniu.',
    finals: new Map(to.final === undefined ? [] : [[1, { text: to.final, anchorId: null }]]),
    ruling: remark.rulings.find(({ replacedAt }) => replacedAt === null)!.id,
    againstVersion: version,
  });
}

/** What the record says against itself. */
async function differences(slug: string) {
  const { consultationId, head, numbering, version } = await loadDraft(db, { slug });
  return [
    ...(await verifyVersions(db, { id: consultationId, version, head, numbering })),
    ...(await verifyRemarks(db, consultationId)),
  ].map(({ line }) => line);
}

test('a reason is corrected: both stay, the text and the number of rulings in force do not change', async () => {
  const { slug, official, anna } = await scene('powod');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number, decision: 'accepted' });
  const done = await correct(slug, official, number, { decision: 'accepted', reason: 'Bez literówki.' });
  expect(done).toMatchObject({ ok: true, value: { version: null, numbers: [number] } });
  const remark = await remarkNow(db, slug, number);
  expect(remark.rulings.map(({ reason, resultVersion }) => [reason, resultVersion]).sort()).toEqual([
    ['Bez literówki.', 2],
    ['Uzasadnienie urzędu.', 2],
  ]);
  expect(await eventsOf(db, remark.id)).toEqual(['remark-filed', 'remark-decided', 'ruling-corrected']);
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'ruling', 'correction']);
  expect(await differences(slug)).toEqual([]);
});

const ways: {
  name: string;
  code: number;
  op: 'replace' | 'delete' | 'insert-after' | 'split';
  text?: string;
  inserted?: string;
}[] = [
  { name: 'words', code: codes.term, op: 'replace', text: term21 },
  { name: 'a unit struck', code: codes.notice, op: 'delete' },
  { name: 'a unit struck with all below it', code: codes.second, op: 'delete' },
  { name: 'a unit added', code: codes.first, op: 'insert-after', inserted: 'Konsultacje są jawne.' },
];

test.each(ways)(
  'accepted, then not: the text is what it was ($name), and accepted again',
  async ({ code, op, text, inserted, name }) => {
    const { slug, official, anna } = await scene(`tam-i-z-powrotem-${op}-${code}`);
    const before = await textNow(db, slug);
    const number = await filed(db, {
      slug,
      viewer: anna,
      code,
      op: op as 'replace',
      ...(text ? { text } : {}),
      ...(inserted ? { inserted } : {}),
    });
    await decide(db, { slug, viewer: official, number, decision: 'accepted' });
    const accepted = await textNow(db, slug);
    expect(accepted, name).not.toBe(before);
    expect(await correct(slug, official, number, { decision: 'not-accepted' })).toMatchObject({
      ok: true,
      value: { version: 3 },
    });
    expect(await textNow(db, slug)).toBe(before);
    expect((await remarkNow(db, slug, number)).state).toBe('not-accepted');
    expect(await correct(slug, official, number, { decision: 'accepted', reason: 'Jednak tak.' })).toMatchObject({
      ok: true,
      value: { version: 4 },
    });
    expect(await textNow(db, slug)).toBe(accepted);
    expect(await differences(slug)).toEqual([]);
  },
);

test('what others changed since stays, in other words of the unit and in the same ones', async () => {
  const { slug, official, anna, bogdan } = await scene('na-wierzchu');
  const first = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  const second = await filed(db, {
    slug,
    viewer: bogdan,
    code: codes.term,
    text: term21.replace('jedno spotkanie', 'dwa spotkania'),
  });
  await decide(db, { slug, viewer: official, number: second, decision: 'accepted' });
  expect(await correct(slug, official, first, { decision: 'not-accepted' })).toMatchObject({ ok: true });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(term.replace('jedno spotkanie', 'dwa spotkania'));
  expect(await differences(slug)).toEqual([]);
  const { version } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  await correct(slug, official, first, { decision: 'accepted', reason: 'Jednak.' });
  await writeEditorial(db, {
    viewer: official,
    slug,
    change: {
      op: 'replace',
      code: codes.term,
      heading: '',
      text: term.replace('14 dni', '30 dni'),
      rest: '',
      target: null,
    },
    reason: 'Statut.',
    againstVersion: version + 1,
  });
  expect(await correct(slug, official, first, { decision: 'not-accepted' })).toMatchObject({
    ok: false,
    error: { code: 'conflict', conflicts: [{ now: term.replace('14 dni', '30 dni') }] },
  });
  expect(await differences(slug)).toEqual([]);
});

test('accepted is corrected to accepted in part in one version, and back out of it', async () => {
  const { slug, official, anna } = await scene('w-czesci');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number, decision: 'accepted' });
  const final = term.replace('14 dni', '18 dni');
  expect(await correct(slug, official, number, { decision: 'accepted-in-part', final })).toMatchObject({
    ok: true,
    value: { version: 3 },
  });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(final);
  expect(await correct(slug, official, number, { decision: 'not-accepted', reason: 'Nie.' })).toMatchObject({
    ok: true,
  });
  expect((await clauseNow(db, slug, codes.term))?.text).toBe(term);
  expect(await differences(slug)).toEqual([]);
});

test('nothing is written without a reason, without a change, or on what has moved', async () => {
  const { slug, official, anna } = await scene('odmowy');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term21 });
  await decide(db, { slug, viewer: official, number, decision: 'not-accepted' });
  const refusal = async (to: Parameters<typeof correct>[3]) => correct(slug, official, number, to);
  expect(await refusal({ decision: 'not-accepted', reason: 'Uzasadnienie urzędu.' })).toMatchObject({
    error: { code: 'nothing-changed' },
  });
  expect(await refusal({ decision: 'accepted', why: '' })).toMatchObject({ error: { code: 'why-required' } });
  expect(await refusal({ decision: 'accepted', reason: '' })).toMatchObject({ error: { code: 'reason-required' } });
  expect(await refusal({ decision: 'answered' })).toMatchObject({ error: { code: 'not-possible' } });
  expect(await db.ruling.count({ where: { consultation: { slug } } })).toBe(1);
  await db.consultation.update({ where: { slug }, data: { sentAt: new Date() } });
  expect(await refusal({ decision: 'accepted' })).toMatchObject({ error: { code: 'sent' } });
  expect(await refusal({ decision: 'not-accepted', reason: 'Inaczej.' })).toMatchObject({ ok: true });
});
