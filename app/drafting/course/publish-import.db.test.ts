import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Viewer } from '#app/people/viewer.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { deleteImport } from '../acts/delete-import.server.ts';
import { correctRoles } from '../acts/correct-roles.server.ts';
import type { DraftChange } from '../acts/draft.ts';
import { editSource } from '../acts/edit-source.server.ts';
import { getImport } from '../acts/get-import.server.ts';
import { compareTexts } from '../acts/import-proof.ts';
import { importText } from '../acts/import-text.server.ts';
import { loadDraft } from '../acts/load-draft.server.ts';
import { publishImport } from './publish-import.server.ts';
import { isOnlyNumber } from '#app/drafting/acts/unit-causes.ts';
import { redlinePage } from '../acts/redline-page.server.ts';
import { readingPage } from '../acts/reading-page.server.ts';
import { sample } from '../acts/test-units.ts';
import { draftText } from '../acts/unit-tree.ts';
import { writeVersion } from '../acts/write-version.server.ts';

const db = await testDb();
const place = { kind: 'urban', county: 'jurowicki', voivodeship: 'śląskie', searchKey: '', stateOn: '2026-01-01' };
await db.municipality.createMany({
  data: [
    { teryt: '9900011', name: 'Jurowice', ...place },
    { teryt: '9900021', name: 'Wierzbno', ...place },
  ],
});
const marta = await official('marta@example.org', '9900011');
const outsider = await official('obcy@example.org', '9900021');
const now = new Date('2026-11-22T12:00:00Z');

async function official(email: string, teryt: string): Promise<Viewer> {
  const { id } = await db.user.create({ data: { email, displayName: email, passwordHash: '-' } });
  return {
    id,
    email,
    displayName: email,
    verified: true,
    grants: [{ role: 'official', teryt, teamId: null, organisationName: null }],
  };
}

const begin = (source = sample) =>
  importText(db, { viewer: marta, teryt: '9900011', sourceName: 'projekt.txt', source });

const terms = {
  title: 'Próba',
  summary: 'Sprawdzenie publikacji.',
  numbering: 'draft' as const,
  note: 'Tekst wyjściowy',
  now,
  opensAt: new Date('2026-11-20T00:00:00Z'),
  closesAt: new Date('2026-12-20T00:00:00Z'),
  answersDueAt: new Date('2027-01-20T00:00:00Z'),
};

async function publish(source = sample): Promise<string> {
  const result = await publishImport(db, { viewer: marta, id: await begin(source), revision: 1, ...terms });
  if (!result.ok) throw new Error(result.error.code);
  return result.slug;
}

test('a published text is printed as its source, and reads as version 1', async () => {
  const draft = await loadDraft(db, { slug: await publish() });
  expect(compareTexts(sample, draftText(draft.head, draft.units)).difference).toBeNull();
  expect(draft).toMatchObject({ version: 1, current: 1, teryt: '9900011' });
  const page = await readingPage(db, draft.slug, now);
  expect(page.facts).toMatchObject({ stage: 'open', late: 0, counts: { remarks: 0, amendments: 0 } });
});

test('an official of another municipality finds nothing', async () => {
  const id = await begin();
  const refused = { code: 'not-found' };
  await expect(
    importText(db, { viewer: outsider, teryt: '9900011', sourceName: 'x', source: sample }),
  ).rejects.toMatchObject(refused);
  await expect(getImport(db, { viewer: outsider, id })).rejects.toMatchObject(refused);
  await expect(getImport(db, { viewer: marta, id: 'not-an-id' })).rejects.toMatchObject(refused);
  await expect(correctRoles(db, { viewer: outsider, id, revision: 1, choices: [] })).rejects.toMatchObject(refused);
  await expect(editSource(db, { viewer: outsider, id, revision: 1, source: 'x' })).rejects.toMatchObject(refused);
  await expect(publishImport(db, { viewer: outsider, id, revision: 1, ...terms })).rejects.toMatchObject(refused);
  expect(await getImport(db, { viewer: marta, id })).toMatchObject({ revision: 1, source: sample, slug: null });
});

test('a correction made against an older revision changes nothing', async () => {
  const id = await begin();
  const line = sample.split('\n').findIndex((text) => text.startsWith('3. Wynik')) + 1;
  expect(await correctRoles(db, { viewer: marta, id, revision: 1, choices: [{ line, role: 'continuation' }] })).toEqual(
    { ok: true },
  );
  expect(await correctRoles(db, { viewer: marta, id, revision: 1, choices: [{ line, role: 'text' }] })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
  expect(await editSource(db, { viewer: marta, id, revision: 1, source: 'x' })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
  const draft = await getImport(db, { viewer: marta, id });
  expect(draft.revision).toBe(2);
  expect([...draft.overrides]).toEqual([[line, 'continuation']]);
  expect(await publishImport(db, { viewer: marta, id, revision: 1, ...terms })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
});

test('publishing twice, also at once, gives one consultation', async () => {
  const id = await begin();
  const before = await db.consultation.count();
  const results = await Promise.all(
    [1, 2, 3].map(() => publishImport(db, { viewer: marta, id, revision: 1, ...terms })),
  );
  const again = await publishImport(db, { viewer: marta, id, revision: 1, ...terms });
  expect(new Set([...results, again].map((result) => (result.ok ? result.slug : result.error.code))).size).toBe(1);
  expect(await db.consultation.count()).toBe(before + 1);
});

test('the same title gives another address', async () => {
  const [first, second] = [await publish(), await publish()];
  expect(first).not.toBe(second);
  expect(second).toMatch(/^proba-\d+$/);
});

test('a published import cannot be changed any more', async () => {
  const id = await begin();
  await publishImport(db, { viewer: marta, id, revision: 1, ...terms });
  expect(await correctRoles(db, { viewer: marta, id, revision: 1, choices: [] })).toEqual({
    ok: false,
    error: { code: 'published' },
  });
  expect(await editSource(db, { viewer: marta, id, revision: 1, source: 'x' })).toEqual({
    ok: false,
    error: { code: 'published' },
  });
});

test('terms out of order and texts without units are refused', async () => {
  const id = await begin();
  const refusal = async (change: Partial<typeof terms>) =>
    publishImport(db, { viewer: marta, id, revision: 1, ...terms, ...change });
  expect(await refusal({ closesAt: terms.opensAt })).toEqual({ ok: false, error: { code: 'closes-before-opens' } });
  expect(await refusal({ answersDueAt: terms.closesAt })).toEqual({
    ok: false,
    error: { code: 'answers-before-close' },
  });
  expect(await refusal({ opensAt: new Date('2026-01-01'), closesAt: new Date('2026-02-01') })).toEqual({
    ok: false,
    error: { code: 'closes-in-past' },
  });
  const empty = await begin('Tylko tytuł');
  expect(await publishImport(db, { viewer: marta, id: empty, revision: 1, ...terms })).toEqual({
    ok: false,
    error: { code: 'no-units' },
  });
});

const origin = {
  kind: 'editorial' as const,
  rulingId: null,
  note: 'zmiana',
  changes: [],
  createdById: marta.id,
  createdAt: new Date(),
};

async function change(slug: string, make: (find: (words: string) => string) => DraftChange[]): Promise<void> {
  const draft = await loadDraft(db, { slug });
  const find = (words: string) => draft.units.find((unit) => unit.text.includes(words))!.clauseId;
  expect(await db.$transaction((tx) => writeVersion(tx, draft, make(find), origin))).toBe(draft.version + 1);
}

test('every earlier version is still exactly what it was', async () => {
  const slug = await publish();
  const texts: string[] = [];
  const remember = async () => {
    const draft = await loadDraft(db, { slug });
    texts.push(draftText(draft.head, draft.units));
  };
  await remember();
  await change(slug, (find) => [{ op: 'replace', clauseId: find('14 dni'), text: 'Próby trwają co najmniej 21 dni.' }]);
  await remember();
  await change(slug, (find) => [
    { op: 'insert-after', clauseId: find('zasady prób'), type: 'paragraph', text: 'Nowy paragraf.' },
  ]);
  await remember();
  await change(slug, (find) => [
    { op: 'delete', clauseId: find('Próbę ogłasza') },
    { op: 'replace', clauseId: find('Nowy paragraf'), text: 'Inny.' },
  ]);
  await remember();
  await change(slug, (find) => [{ op: 'delete', clauseId: find('Inny.') }]);
  await remember();
  for (const [at, text] of texts.entries()) {
    const draft = await loadDraft(db, { slug }, at + 1);
    expect(draftText(draft.head, draft.units)).toBe(text);
  }
  expect(new Set(texts).size).toBe(texts.length);
  await expect(loadDraft(db, { slug }, 6)).rejects.toMatchObject({ code: 'not-found' });
});

test('a version made against an old version writes nothing', async () => {
  const slug = await publish();
  const old = await loadDraft(db, { slug });
  await change(slug, (find) => [{ op: 'replace', clauseId: find('14 dni'), text: 'Inne.' }]);
  const rows = async () => [
    await db.version.count(),
    await db.clause.count(),
    await db.clauseRevision.count(),
    await db.clausePlacement.count(),
  ];
  const before = await rows();
  const changes: DraftChange[] = [
    { op: 'insert-after', clauseId: old.units[1]!.clauseId, type: 'paragraph', text: 'Spóźniony.' },
  ];
  expect(await db.$transaction((tx) => writeVersion(tx, old, changes, origin))).toBeNull();
  expect(await rows()).toEqual(before);
  expect(await loadDraft(db, { slug })).toMatchObject({ version: 2, current: 2 });
});

test('a redline names the versions that touched a clause, and tells those apart that only shifted its number', async () => {
  const slug = await publish();
  await change(slug, (find) => [
    { op: 'insert-after', clauseId: find('zasady prób'), type: 'paragraph', text: 'Nowy.' },
  ]);
  await change(slug, (find) => [
    { op: 'replace', clauseId: find('Wykonanie'), text: 'Wykonanie powierza się Radzie.' },
  ]);
  await change(slug, (find) => [{ op: 'delete', clauseId: find('Wynik próby') }]);
  const page = await redlinePage(db, { slug, from: 1, to: 4, locale: 'pl', now });
  const told = page.diff.changes.map((unit) => [
    unit.change,
    page.causes[unit.clauseId]?.map((cause) => (isOnlyNumber(cause) ? `${cause.version} number` : cause.version)),
  ]);
  expect(told).toEqual([
    ['inserted', [2]],
    ['deleted', [4]],
    ['changed', ['2 number', 3]],
  ]);
  expect(page.diff.renumbered.length).toBeGreaterThan(0);
  await expect(redlinePage(db, { slug, from: 1, to: 9, locale: 'pl', now })).rejects.toMatchObject({
    code: 'not-found',
  });
});

const folder = '../shared/data/resolutions';
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

test.runIf(files.length > 0)(
  'real acts are printed as their sources, number by number',
  { timeout: 300_000 },
  async () => {
    for (const name of files) {
      const source = readFileSync(`${folder}/${name}`, 'utf8');
      const draft = await loadDraft(db, { slug: await publish(source) });
      expect(compareTexts(source, draftText(draft.head, draft.units)).difference, name).toBeNull();
    }
  },
);

test('where a municipality has one official a text is not published with the rule of two people', async () => {
  const id = await begin();
  await db.roleGrant.create({ data: { userId: marta.id, role: 'official', teryt: '9900011' } });
  expect(await publishImport(db, { viewer: marta, id, revision: 1, ...terms, fourEyes: true })).toEqual({
    ok: false,
    error: { code: 'needs-two' },
  });
  const { id: userId } = await official('drugi@example.org', '9900011');
  await db.roleGrant.create({ data: { userId, role: 'official', teryt: '9900011' } });
  expect(await publishImport(db, { viewer: marta, id, revision: 1, ...terms, fourEyes: true })).toMatchObject({
    ok: true,
  });
});

test('an import is deleted before it is published alone, and the record keeps that there was one', async () => {
  const id = await begin();
  expect(await deleteImport(db, { viewer: marta, id, revision: 7 })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
  expect(await deleteImport(db, { viewer: marta, id, revision: 1 })).toEqual({ ok: true });
  expect(await db.importDraft.count({ where: { id } })).toBe(0);
  const lines = await db.event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  expect(lines.map(({ kind }) => kind)).toContain('import-deleted');
  await expect(deleteImport(db, { viewer: marta, id, revision: 1 })).rejects.toMatchObject({ code: 'not-found' });
  const published = await begin();
  await publishImport(db, { viewer: marta, id: published, revision: 1, ...terms });
  expect(await deleteImport(db, { viewer: marta, id: published, revision: 1 })).toEqual({
    ok: false,
    error: { code: 'published' },
  });
});

test('a term shorter than the municipality’s own rule is published by nobody who was not warned', async () => {
  const rule = { termDays: 35, termSource: '§ 4 uchwały nr 12', termCheckedOn: '2026-11-01' };
  const empty = {
    name: 'Urząd',
    address: '',
    hours: '',
    phone: '',
    email: '',
    edoreczenia: '',
    controller: '',
    inspector: '',
  };
  const id = await begin(sample);
  const { teryt } = await db.importDraft.findUniqueOrThrow({ where: { id }, select: { teryt: true } });
  await db.officeDetails.upsert({
    where: { teryt },
    create: { teryt, ...empty, ...rule, changedById: marta.id, changedByName: 'Marta' },
    update: rule,
  });
  const input = { viewer: marta, id, revision: 1, ...terms };
  expect(await publishImport(db, input)).toEqual({ ok: false, error: { code: 'term-short' } });
  expect(await publishImport(db, { ...input, shortTerm: true })).toMatchObject({ ok: true });
  const published = await db.event.findFirstOrThrow({
    where: { kind: 'consultation-published', data: { path: ['importId'], equals: id } },
  });
  expect(published.data).toMatchObject({ days: 30, leastDays: 35, actKind: 'other' });
  await db.officeDetails.update({ where: { teryt }, data: { termDays: null } });
});
