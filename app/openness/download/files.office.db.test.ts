import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actAkn, adoptedAkn } from '#app/drafting/akn/act-akn.server.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import { reportPdf } from '#app/drafting/report/report-pdf.server.ts';
import { unifiedPdf, versionPdf } from '#app/drafting/unified/text-pdf.server.ts';
import { proposeUnified } from '#app/drafting/unified/propose-unified.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import { frozenText, officeUnified } from '#app/drafting/unified/unified-page.server.ts';
import { answerFindings } from '#app/drafting/unified/answer-findings.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { readAkn } from '#app/documents/akn/read-akn.ts';
import { scorecardPdf } from '#app/monitoring/press/document/scorecard-pdf.server.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { renderText } from '#app/text/index.ts';
import { publishedEdition, units } from '#tests/fixtures/published-edition.ts';
import { closesAt, codes, decide, filed, makeConsultation, makePerson, textNow } from '#tests/setup/consultation.ts';
import { readPdf } from '#tests/setup/poppler.ts';
import { coverInRemark } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { freezeNow } from '#tests/setup/unified.ts';

const db = await testDb();
const after = new Date(closesAt.getTime() + 86_400_000);
const SCHEMA = join(process.cwd(), '..', 'shared', 'data', 'akn', 'akomantoso30.xsd');

/** Structure elements of a kind, in the order of reading. */
const count = (structure: string, tag: string) =>
  structure.match(new RegExp(`^\\s+${tag}(?:[ :]|$)`, 'gm'))?.length ?? 0;
const outlined = (bytes: Uint8Array) =>
  expect(Buffer.from(bytes).toString('latin1')).toMatch(
    /\/Outlines[\s\S]*\/Lang \(pl-PL\)|\/Lang \(pl-PL\)[\s\S]*\/Outlines/,
  );

/** A consultation whose text is closed. */
async function frozen(name: string): Promise<{ slug: string; official: Viewer }> {
  const { slug, official } = await makeConsultation(db, name);
  const proposed = await proposeUnified(db, { viewer: official, slug, version: 1, now: after });
  if (!proposed.ok) throw new Error(proposed.error.code);
  const { findings } = await officeUnified(db, { viewer: official, slug });
  await answerFindings(db, {
    viewer: official,
    slug,
    id: proposed.value.id,
    answers: new Map(findings.map(({ key, answer }) => [key, { answer: 'Wiemy.', shown: answer }])),
  });
  expect((await freezeNow(db, { viewer: official, slug, id: proposed.value.id, now: after })).ok).toBe(true);
  return { slug, official };
}

test('the unified text as PDF is tagged, in Polish, and says every word that went to the council', async () => {
  const { slug } = await frozen('pdf-ujednolicony');
  for (const { bytes, name } of [
    await unifiedPdf(db, { slug, version: null, locale: 'pl' }),
    await versionPdf(db, { slug, version: 1, locale: 'pl' }),
  ]) {
    const { info, words, structure } = readPdf(bytes);
    expect(name).toMatch(/\.pdf$/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+\S/);
    for (const word of (await textNow(db, slug)).split(/\s+/)) expect(words).toContain(word);
    expect(words).toContain('Strona 1 z ');
    expect(words).toMatch(/SHA-256 [0-9a-f]{64}/);
    for (const tag of ['H1', 'P']) expect(count(structure, tag)).toBeGreaterThan(0);
    outlined(bytes);
  }
});

test('the report as PDF has every remark once, and nothing that was blacked out', async () => {
  const { slug, official } = await makeConsultation(db, 'pdf-raport');
  const anna = await makePerson(db, 'Anna Tajna');
  await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni i obejmują jedno spotkanie w siedzibie urzędu.',
  });
  await filed(db, {
    slug,
    viewer: anna,
    code: codes.first,
    op: 'none',
    reason: 'Dzwońcie pod 501 234 567, najlepiej wieczorem. Zażółć gęślą jaźń.',
  });
  await filed(db, {
    slug,
    viewer: anna,
    code: codes.last,
    op: 'none',
    reason: Array.from({ length: 900 }, (_, i) => `słowo${i}`).join(' '),
  });
  await decide(db, { slug, viewer: official, number: 1, decision: 'accepted' });
  expect(
    (await coverInRemark(db, { viewer: official, slug, number: 2, words: '501 234 567', note: 'numer telefonu' })).ok,
  ).toBe(true);
  const bytes = await reportPdf(await openReport(db, { slug, number: null, now: after }), 'pl');
  const { info, text, words, structure } = readPdf(bytes);
  expect(info).toMatch(/Title:\s+Raport z konsultacji/);
  expect(info).toMatch(/Tagged:\s+yes/);
  for (const number of [1, 2, 3]) expect(text).toContain(`uwaga nr ${number}`);
  expect(words).toContain('gęślą jaźń');
  expect(text).not.toMatch(/501 234|Tajna/);
  // A remark longer than a page goes on over several, and loses nothing.
  for (const i of [0, 250, 500, 899]) expect(text).toContain(`słowo${i}`);
  expect(count(structure, 'Table')).toBeGreaterThan(2);
  expect(count(structure, 'TH')).toBeGreaterThan(8);
  // The head of the table stands on each of its pages, but is read once.
  expect(text.match(/Treść uwagi i propozycja/g)!.length).toBeGreaterThan(1);
  expect(structure.match(/Treść uwagi i propozycja/g)).toHaveLength(1);
  outlined(bytes);
});

test('the scorecard as PDF makes the eleven points, with the figures of the card', async () => {
  const { slug } = await publishedEdition(db);
  const card = await getScorecard(db, { slug, teryt: units[0] });
  const bytes = await scorecardPdf(card, { origin: 'https://paragraf.example', locale: 'pl' });
  const { info, text, words, structure } = readPdf(bytes);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(new RegExp(`Title:\\s+${card.document.municipality.name}`));
  const heads = [...text.matchAll(/^(\d+)\. \p{L}/gmu)].map(([, n]) => Number(n));
  expect(heads).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
  expect(count(structure, 'H2')).toBe(11);
  for (const figure of ['49,5', '47,7–52,0', '58,0', '48,7', '41,7', '156275/3159']) expect(words).toContain(figure);
  expect(text.replace(/\s/g, '')).toContain(card.hash);
  for (const indicator of card.document.indicators) {
    expect(words).toContain(`${indicator.id}. ${indicator.question.pl}`);
    for (const { file } of indicator.evidence) if (file) expect(text.replace(/\s/g, '')).toContain(file.hash);
  }
  expect(words).toContain('korupcji');
  outlined(bytes);
});

/** The Akoma Ntoso files of the tests by name, each valid by the schema. */
function valid(files: ReadonlyMap<string, string>): void {
  if (!existsSync(SCHEMA)) return;
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-akn-'));
  const names = [...files].map(([name, xml]) => {
    writeFileSync(join(folder, name), xml);
    return join(folder, name);
  });
  execFileSync('xmllint', ['--nonet', '--noout', '--schema', SCHEMA, ...names], { stdio: 'pipe' });
  rmSync(folder, { recursive: true });
}

/** Root, then what the file says it is: the address, day and author of the work, the address of the wording. */
function identityOf(xml: string): string[] {
  const at = (pattern: RegExp) => pattern.exec(xml)?.[1] ?? '';
  return [
    at(/<akomaNtoso [^>]*><(\w+)/),
    at(/<FRBRWork><FRBRthis [^>]*><FRBRuri value="([^"]*)"/),
    at(/<FRBRWork>.*?<FRBRdate date="([^"]*)"/),
    at(/<TLCOrganization eId="organ"[^>]* showAs="([^"]*)"/),
    at(/<FRBRExpression><FRBRthis [^>]*><FRBRuri value="([^"]*)"/),
  ];
}

test('drafts of one municipality on one legal basis are works of their own, and what was adopted is an act', async () => {
  const { slug: adopted, official } = await frozen('akn-jeden');
  await expect(adoptedAkn(db, adopted)).rejects.toThrow('nothing was adopted');
  const { text } = await frozenText(db, { slug: adopted, version: null });
  const entered = { viewer: official, slug: adopted, sign: 'XII/87/2026', adoptedOn: '2026-12-03', text };
  expect((await enterAdopted(db, { ...entered, now: new Date('2026-12-05T10:00:00Z') })).ok).toBe(true);
  const open = await makeConsultation(db, 'akn-dwa');
  const number = await filed(db, {
    slug: open.slug,
    viewer: await makePerson(db, 'Jan'),
    code: codes.notice,
    op: 'delete',
  });
  expect(await decide(db, { slug: open.slug, viewer: open.official, number, decision: 'accepted' })).toMatchObject({
    ok: true,
  });
  const files = new Map<string, string>([['uchwala.xml', (await adoptedAkn(db, adopted)).xml]]);
  for (const [slug, version] of [
    ['akn-jeden', 1],
    ['akn-dwa', 1],
    ['akn-dwa', 2],
  ] as const)
    files.set(`${slug}-${version}.xml`, (await actAkn(db, { slug, version })).xml);
  const said = [...files.values()].map(identityOf);
  const { publishedAt, teryt } = await db.consultation.findFirstOrThrow({ where: { slug: 'akn-jeden' } });
  const published = dayOf(publishedAt);
  expect(said.map(([root, , date]) => [root, date])).toEqual([
    ['act', '2026-12-03'],
    ['bill', published],
    ['bill', published],
    ['bill', published],
  ]);
  expect(said.map(([, work]) => work)).toEqual([
    `/akn/pl/act/uchwala/gmina-${teryt}/2026-12-03/xii-87-2026`,
    `/akn/pl/bill/uchwala/gmina-${teryt}/${published}/akn-jeden`,
    `/akn/pl/bill/uchwala/gmina-${teryt}/${published}/akn-dwa`,
    `/akn/pl/bill/uchwala/gmina-${teryt}/${published}/akn-dwa`,
  ]);
  expect(new Set(said.map(([, , , , wording]) => wording)).size).toBe(4);
  expect([...files.values()].join('')).not.toContain('1990-03-08');
  valid(files);
});

test('a version with open amendments is valid Akoma Ntoso, and comes back as it was', async () => {
  const { slug } = await makeConsultation(db, 'akn');
  const anna = await makePerson(db, 'Anna Tajna');
  const group = await makePerson(db, 'Ewa', { role: 'representative', organisation: 'Jawne Jurowice' });
  await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni & jedno <spotkanie>.',
  });
  await filed(db, { slug, viewer: group, code: codes.notice, op: 'delete' });
  await filed(db, { slug, viewer: group, code: codes.first, op: 'none', reason: 'Bez brzmienia.' });
  const { xml, name } = await actAkn(db, { slug, version: null, amendments: true });
  const { act, amendments } = readAkn(xml);
  expect(name).toBe('akn-wersja-1-poprawki.akn.xml');
  expect(renderText(act)).toBe(await textNow(db, slug));
  expect(amendments.map(({ author, clauses }) => [author, clauses.map(({ op }) => op)])).toEqual([
    ['osoba fizyczna, uwaga nr 1', ['replace']],
    ['Jawne Jurowice', ['delete']],
  ]);
  expect(amendments[0]!.clauses[0]).toMatchObject({
    text: 'Konsultacje trwają co najmniej 21 dni & jedno <spotkanie>.',
  });
  expect(xml).not.toContain('Tajna');
  const clause = await db.clause.findFirstOrThrow({ where: { code: codes.term, consultation: { slug } } });
  expect(xml).toContain(`GUID="${clause.id}"`);
  valid(new Map([['act.xml', xml]]));
});
