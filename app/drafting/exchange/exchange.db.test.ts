import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { eventsOf, filed, codes, makeConsultation, makePerson, remarkNow } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { exportRemarks } from './export-remarks.server.ts';
import { importRemarks } from './import-remarks.server.ts';
import { viewImport } from './import-form.ts';

const db = await testDb();
const now = new Date('2026-11-10T12:00:00Z');

/** Rows of real lists beside the repository where they are at hand, else rows of the same shape. */
const folder = new URL('../../../../shared/data/remarks/', import.meta.url);
const ownRows = `data_wplywu,oznaczenie_uwagi,obszar,propozycja_rozpatrzenia,uzasadnienie,kategoria_wiodaca
2026-04-14,1,"dz. 3/2 AR. 3, dz. 4",Nieuwzględniona,"Nie uwzględniono ze względu na ""studium"", czyli dokument wcześniejszy.",Parametry i wskaźniki
2026-04-14,2,strefa 2601SW,Uwzględniona,Uwzględniono poprzez zmianę.,Usługi
2026-04-15,3/A,strefa 2601SW,Częściowo nieuwzględniona,"Nie uwzględniono w części. W pozostałym zakresie uwzględniono.",Inny
2026-04-15,4,"-3 metry od granicy",,,Zieleń
2026-04-15,5,=HYPERLINK,Poza zakresem,Nie należy do planu.,Inny
`;
const sources = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .sort()
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  : [];
const rowsOf = (source: string): string[][] => parse(source, { bom: true });

async function enter(slug: string, source: string, viewer: Awaited<ReturnType<typeof makePerson>>) {
  const view = viewImport(source, {});
  if (!view.ok) throw new Error(view.error.code);
  expect(view.value.plan.problems).toEqual([]);
  return importRemarks(db, { viewer, slug, remarks: view.value.plan.remarks, now });
}

test('the rows of office lists come back as they were: same columns, same cells, same order', async () => {
  const { slug, official } = await makeConsultation(db, 'round-trip');
  const tables = sources.length > 0 ? sources : [ownRows.replace('=HYPERLINK', 'HYPERLINK')];
  for (const source of tables) await enter(slug, source, official);
  const [headers, ...exported] = rowsOf(await exportRemarks(db, { slug, layout: 'office' }));
  expect(headers).toEqual(rowsOf(tables[0]!)[0]);
  expect(exported.map((row) => row.map((cell) => cell.replace(/^'(?=-)/, '')))).toEqual(
    tables.flatMap((source) => rowsOf(source).slice(1)),
  );
});

test('an imported row is a remark with its own mark, its ruling in the office’s words and a record of each', async () => {
  const { slug, official } = await makeConsultation(db, 'imported');
  expect(await enter(slug, ownRows, official)).toEqual({ ok: true, value: { entered: 5, known: 0, first: 1 } });
  const part = await remarkNow(db, slug, 3);
  expect(part).toMatchObject({
    sign: '3/A',
    place: 'strefa 2601SW',
    category: 'Inny',
    state: 'accepted-in-part',
    channel: 'paper',
    rulings: [{ decision: 'accepted-in-part', decisionWords: 'Częściowo nieuwzględniona' }],
  });
  expect(await eventsOf(db, part.id)).toEqual(['remark-filed', 'remark-decided']);
  const waiting = await remarkNow(db, slug, 4);
  expect(waiting).toMatchObject({ state: 'open', rulings: [] });
  expect(await eventsOf(db, waiting.id)).toEqual(['remark-filed']);
  const filing = await db.filing.findFirstOrThrow({ where: { number: 3, consultation: { slug } } });
  expect(filing).toMatchObject({
    enteredById: official.id,
    authorId: null,
    receivedAt: new Date('2026-04-14T22:00:00Z'),
  });
});

test('the same file twice enters nothing twice, equal rows within it stay apart', async () => {
  const { slug, official } = await makeConsultation(db, 'import-twice');
  const source = 'data_wplywu;tresc_uwagi\n2026-04-14;To samo.\n2026-04-14;To samo.\n';
  expect(await enter(slug, source, official)).toMatchObject({ value: { entered: 2, known: 0 } });
  expect(await enter(slug, source, official)).toMatchObject({ value: { entered: 0, known: 2 } });
  expect(await enter(slug, `${source}2026-04-15;Nowe.\n`, official)).toMatchObject({
    value: { entered: 1, known: 2, first: 3 },
  });
});

test('only an official imports, and not once the text is with the council', async () => {
  const { slug, official } = await makeConsultation(db, 'import-right');
  await expect(enter(slug, ownRows, await makePerson(db, 'Anna'))).rejects.toMatchObject({ code: 'not-found' });
  await db.consultation.update({ where: { slug }, data: { sentAt: now } });
  expect(await enter(slug, ownRows, official)).toEqual({ ok: false, error: { code: 'closed' } });
});

test('no cell of an export is a formula, and private people are not named in it', async () => {
  const { slug, official } = await makeConsultation(db, 'safe');
  await enter(slug, ownRows, official);
  const anna = await makePerson(db, 'Annamaria');
  await filed(db, { slug, viewer: anna, code: codes.term, text: '@SUM(1) nowe słowa', reason: '+48 600 000 000' });
  for (const layout of ['office', 'full'] as const) {
    const csv = await exportRemarks(db, { slug, layout });
    for (const cell of rowsOf(csv).flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-\D/);
    expect(csv).not.toContain('Annamaria');
  }
  const full = rowsOf(await exportRemarks(db, { slug, layout: 'full' }));
  expect(full).toHaveLength(7);
  expect(full.at(-1)).toEqual(expect.arrayContaining(['6', 'osoba fizyczna', 'poprawka', '§ 2 ust. 1']));
});

test('what was exported can be imported elsewhere', async () => {
  const { slug, official } = await makeConsultation(db, 'export-import');
  const { slug: other } = await makeConsultation(db, 'export-import-2');
  await enter(slug, ownRows, official);
  const csv = await exportRemarks(db, { slug, layout: 'office' });
  await enter(other, csv, official);
  expect(await exportRemarks(db, { slug: other, layout: 'office' })).toBe(csv);
});
