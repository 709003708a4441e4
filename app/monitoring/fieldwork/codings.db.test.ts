import { expect, test } from 'vitest';
import { makeEdition, makeTeam } from '#tests/fixtures/monitoring-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { listCodings } from './codings.server.ts';
import { saveCoding, type SaveCodingInput } from './save-coding.server.ts';
import { getCodingPage } from './team-queries.server.ts';

const db = await testDb();
const teryt = '9902012';

async function scene() {
  const team = await makeTeam(db);
  const { slug, methodology } = await makeEdition(db, { ...team, teryts: [teryt] });
  const answer = (changes: Partial<SaveCodingInput> = {}): SaveCodingInput => ({
    viewer: team.member,
    slug,
    teryt,
    indicator: 'I05',
    state: 'scored',
    level: 1,
    reason: 'Tylko liczby.',
    requestedOn: null,
    revision: 0,
    evidence: [{ url: 'https://bip.example/1', place: 'strona 2', note: 'Raport' }],
    ...changes,
  });
  return { ...team, slug, methodology, answer };
}

test('an answer with too little evidence is saved, says so, and counts as not assessed', async () => {
  const { member, slug, answer } = await scene();
  expect(await saveCoding(db, answer())).toEqual({ ok: true, revision: 1 });
  const page = await getCodingPage(db, { viewer: member, slug, teryt, indicator: 'I05' });
  expect(page.coding).toMatchObject({
    state: 'scored',
    level: 1,
    coder: 'member',
    revision: 1,
    evidence: [{ url: 'https://bip.example/1', place: 'strona 2' }],
  });
  expect(page.areas.flatMap((area) => area.cells).find((cell) => cell.indicator === 'I05')).toMatchObject({
    status: 'incomplete',
    have: 1,
    need: 3,
  });
});

test('an answer made against an older revision is a conflict that shows what is stored and changes nothing', async () => {
  const { lead, answer } = await scene();
  await saveCoding(db, answer());
  const late = await saveCoding(db, answer({ viewer: lead, level: 3, reason: 'Inaczej' }));
  expect(late).toMatchObject({
    ok: false,
    error: { code: 'conflict', current: { level: 1, reason: 'Tylko liczby.', revision: 1 } },
  });
  expect(await saveCoding(db, answer({ viewer: lead, level: 3, revision: 1 }))).toEqual({ ok: true, revision: 2 });
});

test('of two first answers sent at once one wins and the other is told', async () => {
  const { lead, slug, answer } = await scene();
  const results = await Promise.all([saveCoding(db, answer()), saveCoding(db, answer({ viewer: lead, level: 2 }))]);
  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  const edition = await db.edition.findUniqueOrThrow({ where: { slug } });
  expect(await db.coding.count({ where: { editionId: edition.id } })).toBe(1);
});

test('an address that stays keeps the time it was first captured', async () => {
  const { slug, answer } = await scene();
  const first = new Date('2026-02-01T10:00:00Z');
  await saveCoding(db, answer({ at: first }));
  const rows = [
    { url: 'https://bip.example/new', place: '', note: '' },
    { url: 'https://bip.example/1', place: 'strona 9', note: '' },
  ];
  await saveCoding(db, answer({ revision: 1, evidence: rows, at: new Date('2026-03-01T10:00:00Z') }));
  const edition = await db.edition.findUniqueOrThrow({ where: { slug } });
  const [coding] = await listCodings(db, { editionId: edition.id });
  expect(coding?.evidence.map((item) => [item.url, item.capturedAt])).toEqual([
    ['https://bip.example/new', '2026-03-01T10:00:00.000Z'],
    ['https://bip.example/1', first.toISOString()],
  ]);
});

test('states without a level need their reason, a refusal its date, and an indicator that always applies takes no "not applicable"', async () => {
  const { answer } = await scene();
  const bare = { level: null, evidence: [] };
  const code = async (changes: Partial<SaveCodingInput>) => {
    const result = await saveCoding(db, answer({ ...bare, ...changes }));
    return result.ok ? 'saved' : result.error.code;
  };
  expect(await code({ state: 'not_assessed', reason: ' ' })).toBe('reason-missing');
  expect(await code({ state: 'withheld', reason: 'Wniosek o rejestr' })).toBe('request-date-missing');
  expect(await code({ state: 'not_applicable', indicator: 'T01', reason: 'Nie było' })).toBe('always-applies');
  expect(await code({ state: 'scored', level: 4 })).toBe('level-unknown');
  expect(await code({ state: 'withheld', reason: 'Wniosek o rejestr', requestedOn: '2025-10-06' })).toBe('saved');
});

test('for people of other teams neither the page nor the save exists', async () => {
  const { outsider, slug, answer } = await scene();
  await expect(saveCoding(db, answer({ viewer: outsider }))).rejects.toMatchObject({ code: 'not-found' });
  await expect(getCodingPage(db, { viewer: outsider, slug, teryt, indicator: 'I05' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(saveCoding(db, answer({ teryt: '9999999' }))).rejects.toMatchObject({ code: 'not-found' });
  await expect(saveCoding(db, answer({ indicator: 'X99' }))).rejects.toMatchObject({ code: 'not-found' });
});
