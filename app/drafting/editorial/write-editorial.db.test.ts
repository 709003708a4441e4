import { expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { listVersions } from '#app/drafting/acts/version-list.server.ts';
import {
  clauseNow,
  codes,
  decide,
  during,
  eventsOf,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  remarkNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { loadClausePage } from '../pages/clause-page.server.ts';
import { setSupport } from '../talk/set-support.server.ts';
import { addComment } from '../talk/add-comment.server.ts';
import { supportCounts } from '../talk/support-counts.server.ts';
import type { EditorialInput } from './editorial-change.ts';
import { previewEditorial } from './editorial-page.server.ts';
import { writeEditorial } from './write-editorial.server.ts';

const db = await testDb();
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';

async function scene(slug: string) {
  const made = await makeConsultation(db, slug);
  const [anna, bogdan] = [await makePerson(db, 'Anna'), await makePerson(db, 'Bogdan')];
  const edit = async (
    change: Partial<EditorialInput> & Pick<EditorialInput, 'op'>,
    given: { reason?: string; version?: number; viewer?: typeof anna } = {},
  ) => {
    const { version } = await loadDraft(db, { slug });
    const full: EditorialInput = { code: 0, heading: '', text: '', rest: '', target: null, ...change };
    return writeEditorial(db, {
      viewer: given.viewer ?? made.official,
      slug,
      change: full,
      reason: given.reason ?? 'Porządek redakcyjny.',
      againstVersion: given.version ?? version,
    });
  };
  const say = (code: number, body: string, quote = '') =>
    addComment(db, { viewer: anna, slug, code, body, parentId: null, quote, now: during });
  const page = async (code: number) => loadClausePage(db, { slug, code, page: 1, locale: 'pl', now: during });
  return { ...made, anna, bogdan, edit, say, page };
}

test('an editorial change makes a version with who, why and what, and carries the open amendments over', async () => {
  const { slug, id, anna, edit } = await scene('redakcja');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term.replace('14', '21') });
  expect(
    await edit({ op: 'replace', code: codes.term, text: term.replace('jedno spotkanie', 'dwa spotkania') }),
  ).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await listVersions(db, id))[0]).toMatchObject({
    kind: 'editorial',
    note: 'Porządek redakcyjny.',
    madeBy: 'Marta',
    causes: [],
    changes: [{ op: 'replace', citation: '§ 2 ust. 1' }],
  });
  const remark = await remarkNow(db, slug, number);
  expect(remark).toMatchObject({
    fit: 'adapted',
    operations: [{ carriedAfter: term.replace('14', '21').replace('jedno spotkanie', 'dwa spotkania') }],
  });
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'fit']);
  expect(await eventsOf(db, id)).toContain('text-edited');
});

test('an editorial change needs a reason, the newest version, an official, and a text that was not sent', async () => {
  const { slug, anna, edit } = await scene('odmowy');
  const change = { op: 'replace' as const, code: codes.term, text: 'Inaczej.' };
  expect(await edit(change, { reason: '' })).toEqual({ ok: false, error: { code: 'reason-required' } });
  expect(await edit(change, { version: 7 })).toEqual({ ok: false, error: { code: 'moved' } });
  expect(await edit({ ...change, text: term })).toEqual({ ok: false, error: { code: 'nothing-changes' } });
  expect(await edit({ op: 'move', code: codes.term, target: codes.first })).toMatchObject({
    error: { code: 'impossible', problem: { code: 'nesting' } },
  });
  await expect(edit(change, { viewer: anna })).rejects.toMatchObject({ code: 'not-found' });
  await db.consultation.updateMany({ where: { slug }, data: { sentAt: during } });
  expect(await edit(change)).toEqual({ ok: false, error: { code: 'sent' } });
  expect(await db.version.count({ where: { consultation: { slug } } })).toBe(1);
});

test('split and merged clauses say where they came from and went to; nothing else loses its identity', async () => {
  const { slug, edit } = await scene('rodowod');
  const before = (await loadDraft(db, { slug })).units.map(({ clauseId }) => clauseId);
  await edit({
    op: 'split',
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 14 dni.',
    rest: 'Obejmują jedno spotkanie w siedzibie urzędu.',
  });
  const second = await db.clause.findFirstOrThrow({
    where: { consultation: { slug }, code: 7 },
    include: { splitFrom: true },
  });
  expect(second.splitFrom?.code).toBe(codes.term);
  await edit({ op: 'merge', code: codes.notice, target: codes.report });
  const merged = await db.clause.findFirstOrThrow({
    where: { consultation: { slug }, code: codes.report },
    include: { mergedInto: true },
  });
  expect([merged.mergedInto?.code, merged.mergedVersion]).toEqual([codes.notice, 3]);
  expect(await clauseNow(db, slug, codes.notice)).toEqual({
    label: '3.',
    text: 'Ogłoszenie zamieszcza się na tablicy. Raport sporządza się w terminie 30 dni.',
  });
  const after = (await loadDraft(db, { slug })).units.map(({ clauseId }) => clauseId);
  expect(after.filter((clauseId) => before.includes(clauseId))).toHaveLength(before.length - 1);
});

test('references follow a new number in the same version, with the amendments on their clause; lost ones are told', async () => {
  const { slug, id, anna, official, edit } = await scene('odeslania');
  await edit({
    op: 'replace',
    code: codes.last,
    text: 'Uchwała wchodzi w życie po upływie 14 dni, z wyjątkiem § 2 ust. 3.',
  });
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.last,
    text: 'Uchwała wchodzi w życie po upływie 30 dni, z wyjątkiem § 2 ust. 3.',
  });
  const change: EditorialInput = { op: 'delete', code: codes.notice, heading: '', text: '', rest: '', target: null };
  const preview = await previewEditorial(db, { viewer: official, slug, change, locale: 'pl' });
  expect(preview).toMatchObject({
    ok: true,
    value: {
      references: [{ op: 'reference', citation: '§ 3', was: '§ 2 ust. 3', is: '§ 2 ust. 2' }],
      touched: [{ number, fit: 'adapted' }],
    },
  });
  await edit(change);
  expect((await clauseNow(db, slug, codes.last))?.text).toContain('z wyjątkiem § 2 ust. 2.');
  expect((await remarkNow(db, slug, number)).operations[0]?.carriedAfter).toBe(
    'Uchwała wchodzi w życie po upływie 30 dni, z wyjątkiem § 2 ust. 2.',
  );
  await edit({ op: 'delete', code: codes.report });
  expect((await listVersions(db, id))[0]?.changes).toContainEqual({
    op: 'lost-reference',
    citation: '§ 3',
    was: '§ 2 ust. 2',
    target: '§ 2 ust. 2',
  });
  expect((await clauseNow(db, slug, codes.last))?.text).toContain('z wyjątkiem § 2 ust. 2.');
});

test('a comment through the versions: the same text, changed, joined with another unit, deleted', async () => {
  const { edit, say, page } = await scene('cztery-stany');
  expect(await say(codes.term, 'Czy to wystarczy?', 'co  najmniej 15 dni')).toEqual({
    ok: false,
    error: { code: 'quote' },
  });
  expect(await say(codes.notice, 'A internet?', 'na\u00a0tablicy')).toMatchObject({ ok: true });
  const state = async (code: number = codes.notice) => {
    const loaded = await page(code);
    return (loaded.page?.comments ?? (loaded.page === null ? loaded.comments : undefined))?.threads[0]?.state;
  };
  expect(await state()).toEqual({ kind: 'same' });
  await edit({ op: 'replace', code: codes.notice, text: 'Ogłoszenie o konsultacjach zamieszcza się na tablicy.' });
  expect(await state()).toEqual({ kind: 'same' });
  await edit({
    op: 'replace',
    code: codes.notice,
    text: 'Ogłoszenie o konsultacjach zamieszcza się na każdej tablicy.',
  });
  expect(await state()).toMatchObject({ kind: 'changed', was: 'na tablicy', is: 'na każdej tablicy' });
  await edit({ op: 'merge', code: codes.term, target: codes.notice });
  expect(await state()).toEqual({ kind: 'merged', unit: { code: codes.term, citation: '§ 2 ust. 1' } });
  expect((await page(codes.term)).page?.comments.threads).toMatchObject([
    { quote: 'na tablicy', onMerged: codes.notice },
  ]);
  await say(codes.report, 'Za długo.');
  await edit({ op: 'delete', code: codes.report });
  expect(await state(codes.report)).toEqual({ kind: 'removed' });
});

test('voices stay with the words they were given to; people are told once and renew with one click', async () => {
  const { slug, anna, bogdan, official, edit } = await scene('glosy');
  const celina = await makePerson(db, 'Celina');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, text: term.replace('14', '21') });
  const { id } = await remarkNow(db, slug, number);
  const voice = (viewer: typeof anna, stance: 'support' | 'objection' | null) =>
    setSupport(db, { viewer, slug, number, stance, now: during });
  await voice(bogdan, 'support');
  await voice(celina, 'objection');
  expect((await supportCounts(db, [id])).get(id)).toEqual({
    support: 1,
    objection: 1,
    supportEarlier: 0,
    objectionEarlier: 0,
  });
  await edit({ op: 'replace', code: codes.term, text: term.replace('jedno spotkanie', 'dwa spotkania') });
  expect((await supportCounts(db, [id])).get(id)).toEqual({
    support: 0,
    objection: 0,
    supportEarlier: 1,
    objectionEarlier: 1,
  });
  await edit({ op: 'replace', code: codes.first, text: 'Uchwała określa zasady.' });
  expect([await lettersTo(db, bogdan), await lettersTo(db, celina)]).toEqual([['support'], ['support']]);
  expect(await voice(bogdan, 'support')).toMatchObject({
    ok: true,
    value: { support: 1, supportEarlier: 0, objectionEarlier: 1 },
  });
  expect(await voice(bogdan, 'objection')).toMatchObject({ value: { support: 0, objection: 1 } });
  expect(await db.support.count({ where: { remarkId: id } })).toBe(2);
  expect(
    await setSupport(db, { viewer: celina, slug, number, stance: 'support', wordingHash: 'earlier', now: during }),
  ).toEqual({ ok: false, error: { code: 'moved' } });
  await decide(db, { slug, viewer: official, number, decision: 'accepted' });
  expect(await voice(celina, null)).toEqual({ ok: false, error: { code: 'decided' } });
});

test('a mark of another kind at the beginning of the office’s words is asked about, and stays where the official says so', async () => {
  const { slug, official } = await makeConsultation(db, 'cudzy-znak');
  const change = { op: 'insert-after' as const, code: codes.notice, heading: '', rest: '', target: null };
  const write = (given: { text: string; mark?: 'keep' }) =>
    writeEditorial(db, {
      viewer: official,
      slug,
      change: { ...change, ...given },
      reason: 'Uzupełnienie.',
      againstVersion: 1,
    });
  expect(await write({ text: '1) na stronie urzędu;' })).toEqual({
    ok: false,
    error: { code: 'other-mark', field: 'text', mark: '1)' },
  });
  expect(await write({ text: '1) na stronie urzędu;', mark: 'keep' })).toMatchObject({ ok: true });
  expect((await loadDraft(db, { slug })).units.map(({ text }) => text)).toContain('1) na stronie urzędu;');
});
