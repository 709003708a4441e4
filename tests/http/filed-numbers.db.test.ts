import { expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { fileFiling } from '#app/drafting/register/file-filing.server.ts';
import { emptyOperation } from '#app/drafting/register/filing-draft.ts';
import { publishReport } from '#app/drafting/report/publish-report.server.ts';
import { requiredDetails } from '#app/drafting/report/details.ts';
import type { Filer } from '#app/drafting/register/file-filing.server.ts';
import type { OperationDraft } from '#app/drafting/register/operation-draft.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import {
  afterwards,
  decide,
  during,
  makeConsultation,
  makePerson,
  testUnits,
  teryt,
} from '#tests/setup/consultation.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { wordsOfFile } from '#tests/setup/words-of-file.ts';
import { saveDetails } from '#app/drafting/report/save-details.server.ts';
import { readDetails } from '#app/drafting/report/details.ts';
import { verifyReports } from '#app/drafting/report/verify-reports.server.ts';

const db = await testDb();
const slug = 'numery';
/** A § that the office strikes afterwards stands first, so that what was filed about § 4 is about § 3 today. */
const units = [
  { ...testUnits[0]!, label: '§ 1.', number: '1', text: 'Ten przepis skreśli urząd.' },
  ...testUnits.map((unit) =>
    unit.type === 'paragraph'
      ? { ...unit, label: `§ ${Number(unit.number) + 1}.`, number: String(Number(unit.number) + 1) }
      : unit,
  ),
];
const [struck, first, last] = [1, 2, 7];

async function send(filer: Filer, code: number, op: OperationDraft['op'], fields: Partial<OperationDraft>) {
  const draft = await loadDraft(db, { slug });
  const unit = draft.units.find((each) => each.code === code)!;
  const result = await fileFiling(db, {
    slug,
    filer,
    points: [{ reason: 'Tak będzie lepiej.', place: '', operations: [{ ...emptyOperation(unit, op), ...fields }] }],
    now: during,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.number;
}

async function scene() {
  const { id, official } = await makeConsultation(db, slug, units);
  await db.roleGrant.create({ data: { userId: official.id, role: 'official', teryt } });
  const anna = await makePerson(db, 'Anna');
  const moved = await send({ kind: 'author', viewer: anna }, last, 'move', { target: first });
  const entry = {
    channel: 'paper' as const,
    authorName: 'Zofia Malec',
    organisation: null,
    contactEmail: null,
    contactAddress: 'Łęgi 14',
    caseSign: null,
    receivedAt: during,
  };
  const paper = await send({ kind: 'office', viewer: official, entry }, last, 'replace', {
    text: 'Uchwała wchodzi w życie po upływie 30 dni.',
  });
  const change = { op: 'delete' as const, code: struck, target: 0, heading: '', text: '', rest: '' };
  const made = await writeEditorial(db, {
    viewer: official,
    slug,
    change,
    reason: 'Przepis zbędny.',
    againstVersion: 1,
    now: during,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  await decide(db, { slug, viewer: official, number: paper, decision: 'not-accepted' });
  const cookie = await sessionCookie.serialize(await startSession(db, { userId: official.id, userAgent: null }));
  return { id, official, moved, paper, cookie: cookie.split(';')[0] ?? '' };
}

const world = await scene();
const { port, build } = await testServer(db);
const plain = (text: string) => text.replace(/<[^>]{0,4000}>/g, '').replace(/&nbsp;|[\s\u2060]+/g, ' ');

async function read(path: string, signedIn: boolean): Promise<string> {
  const { status, body } = await rawRequest(port, path, { headers: signedIn ? { Cookie: world.cookie } : {} });
  expect([path, status]).toEqual([path, 200]);
  return plain(wordsOfFile(body)).replaceAll('": ', '":');
}

/** What quotes a remark by the number its unit has today. */
const wrong = /(?:Przenosi|Przenieść|Proponowane brzmienie|Moves|[nN][ro]\.? \d+:) § 3/;

test('a remark keeps the numbers it was filed with in every output, with those of today beside them', async () => {
  const page = `/konsultacje/${slug}`;
  const office = `/urzad${page}`;
  const outputs: [path: string, words: string[], signedIn?: boolean][] = [
    [`${page}/uwagi/${world.moved}`, [': § 4 (dziś § 3)', 'Przenosi § 4 (dziś § 3) za § 2 (dziś § 1)']],
    [`${page}/uwagi/${world.paper}`, [': § 4 (dziś § 3)']],
    [`${page}/pisma/${world.moved}`, ['§ 4 (dziś § 3)']],
    [`${page}/uwagi`, ['§ 4 (dziś § 3)']],
    [`${page}/uwagi?q=${encodeURIComponent('§ 4')}`, ['§ 4 (dziś § 3)']],
    [`${page}/uwagi?q=${encodeURIComponent('§ 3')}`, ['§ 4 (dziś § 3)']],
    [`${page}/j/${last}`, ['Przenosi § 4 (dziś § 3) za § 2 (dziś § 1)']],
    [`${page}/j/${last}/brzmienia`, ['Przenosi § 4 (dziś § 3) za § 2 (dziś § 1)']],
    [`${page}/raport`, ['Przenieść § 4 (dziś § 3) za § 2 (dziś § 1)', 'Proponowane brzmienie § 4 (dziś § 3)']],
    [`${page}/raport.csv`, ['Przenieść § 4 (dziś § 3) za § 2 (dziś § 1)', 'Proponowane brzmienie § 4 (dziś § 3)']],
    [`${page}/raport.docx`, ['Przenieść § 4 (dziś § 3) za § 2 (dziś § 1)', 'Proponowane brzmienie § 4 (dziś § 3)']],
    [`${page}/raport.json`, ['"unitAsFiled":"§ 4"', '"targetAsFiled":"§ 2"', '"today":"§ 3"']],
    [`${page}/uwagi.csv?uklad=pelny`, ['§ 4 (dziś § 3): move: § 2 (dziś § 1)']],
    [`${page}/uwagi.csv`, ['§ 4 (dziś § 3)']],
    [`${page}/poprawki.docx`, ['Zgłoszono do: § 4 (dziś § 3), § 2 (dziś § 1).']],
    [`/api/v1/consultations/${slug}/remarks`, ['"citationAsFiled":"§ 4"', '"targetAsFiled":"§ 2"', '"citation":"§ 3"']],
    [`/api/v1/consultations/${slug}/remarks/${world.moved}`, ['"citationAsFiled":"§ 4"', '"citation":"§ 3"']],
    [`/en${page}/uwagi/${world.moved}`, ['§ 4 (now § 3)']],
    [office, ['§ 4 (dziś § 3)'], true],
    [`${office}/uwagi/${world.moved}`, [': § 4 (dziś § 3)'], true],
    [`${office}/zbiorczo?nr=${world.moved}`, ['§ 4 (dziś § 3)'], true],
    [`${office}/rejestr/listy`, ['§ 4 (dziś § 3)'], true],
  ];
  for (const [path, words, signedIn = false] of outputs) {
    const found = await read(path, signedIn);
    expect.soft([path, words.filter((each) => !found.includes(each))]).toEqual([path, []]);
  }
});

test('no page, file or answer quotes a remark by the numbers of today alone', async () => {
  const routes = routeAddresses(build, { slug, code: last, teryt, indicator: 'x', edition: 'x' });
  const paths = routes
    .filter(({ pattern }) => /konsultacje/.test(pattern))
    .flatMap(({ fill, names }) =>
      (names.includes('number') ? [world.moved, world.paper] : [1]).map((number) => fill({ number: String(number) })),
    );
  let seen = 0;
  for (const path of new Set(paths)) {
    const { status, body } = await rawRequest(port, path, { headers: { Cookie: world.cookie } });
    if (status !== 200) continue;
    seen += 1;
    expect.soft([path, wrong.exec(plain(wordsOfFile(body)))?.[0]]).toEqual([path, undefined]);
  }
  expect(seen).toBeGreaterThan(40);
});

test('a closed report keeps both numbers, and is the same when it is made again', async () => {
  await decide(db, { slug, viewer: world.official, number: world.moved, decision: 'not-accepted' });
  const details = { ...readDetails(null), ...Object.fromEntries(requiredDetails.map((name) => [name, 'Wpisano.'])) };
  await saveDetails(db, { viewer: world.official, slug, details, revision: 0 });
  const now = afterwards;
  expect(await publishReport(db, { viewer: world.official, slug, after: 0, note: '', now })).toMatchObject({
    ok: true,
  });
  expect(await read(`/konsultacje/${slug}/raport`, false)).toContain('Przenieść § 4 (dziś § 3) za § 2 (dziś § 1)');
  expect(await verifyReports(db, { id: world.id, slug, isImported: false })).toEqual([]);
});
