import { expect, test } from 'vitest';
import { allowName } from '#app/account/naming/allow-name.server.ts';
import { withdrawNames } from '#app/account/naming/withdraw-names.server.ts';
import { subjects } from '#app/record/covered/subjects.ts';
import { endpoints } from '#app/api/endpoints.server.ts';
import { createToken } from '#app/api/tokens/create-token.server.ts';
import { publicRoutes } from '#app/http/public-routes.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { locales } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { makeArchive } from '#app/openness/archive/make-archive.server.ts';
import { closeAccount } from '#app/account/closing/close-account.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import { canaries, coverEverything, coveredWorld } from '#tests/fixtures/covered-world.ts';
import { makePerson, teryt } from '#tests/setup/consultation.ts';
import { placesOf } from '#tests/setup/cover-words.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { wordsOfFile } from '#tests/setup/words-of-file.ts';
import { wordsWithoutLanguage } from '#tests/setup/words-without-language.ts';

const db = await testDb();
const world = await coveredWorld(db);
process.env.TRUST_PROXY = '1';
const { port, build } = await testServer(db);
delete process.env.TRUST_PROXY;
const stranger = await makePerson(db, 'Obcy');
const cookie =
  (await sessionCookie.serialize(await startSession(db, { userId: stranger.id, userAgent: null }))).split(';')[0] ?? '';
const token = await createToken(db, { viewer: stranger, name: 'x', days: 3, scopes: ['read'] as never });
if (!token.ok) throw new Error(token.error.code);

const { slug, edition, board, survey } = world;
const numbers = ['1', '2', '3', '4'];
const versions = Array.from({ length: world.version }, (_, n) => String(n + 1));
/** What the parts of an address may say in this world, by name; in routes of editions, boards and surveys `slug` is theirs, and so is `teryt` of the edition. */
const parts: Record<string, string[]> = {
  code: ['1', '2', '3', '4', '5', '6'],
  number: numbers,
  n: versions,
  part: ['1', '2'],
  indicator: [edition.indicator, edition.other],
  hash: [edition.hash],
  question: ['q1', 'q2'],
  type: Object.keys(subjects),
  id: world.said.map(({ id }) => id),
};
/** The same for parameters that a public route reads. A new one without values here fails the walk. */
const asked: Record<string, string[]> = {
  wydanie: ['1', '2'],
  wersja: versions,
  od: versions,
  do: versions,
  nr: ['1', '2'],
  stan: ['dzis', 'accepted', 'answered'],
  uwaga: numbers,
  druk: ['1'],
  widok: ['obok', 'pelny', 'tekst'],
  uklad: ['pelny'],
  poprawki: ['1'],
  uchwala: ['1'],
  strona: ['2'],
  uwagi: ['2'],
  watek: world.said.map(({ id }) => id),
  o: ['terminy', 'raport'],
  wyslane: ['1'],
  krok: ['zamkniecie'],
  kolejnosc: ['najstarsze', 'akt', 'autorzy'],
  op: ['replace', 'none'],
  cytat: ['Konsultacje trwają'],
  kanal: ['web'],
  jednostka: ['3'],
  grupa: ['1'],
  q: ['Kanar', 'Czarnopi'],
  szukaj: ['Kanar'],
  czesc: ['2'],
  calosc: ['1'],
  woj: ['testowe'],
  sort: ['nazwa'],
  typ: ['rural'],
  lud: ['s'],
  pasmo: ['A'],
  a: ['9902012'],
  b: ['9902022'],
  x: [edition.indicator],
  y: [edition.other],
  format: ['excel'],
  info: ['words-covered'],
};

/** Every address of every route of the program, with every part and parameter one by one. */
function addresses(): string[] {
  const found = new Set<string>();
  const routes = routeAddresses(build, { slug, code: 3, teryt, indicator: edition.indicator, edition: edition.slug });
  for (const { id, pattern, names, fill } of routes) {
    const isEdition = /^(?:oceny|osadz|pliki|zespol|urzad\/oceny)\//.test(pattern);
    const usual: Record<string, string> = {
      ...(/^tablice\//.test(pattern) ? { slug: board } : {}),
      ...(/^(?:urzad\/)?ankiety\//.test(pattern) ? { slug: survey, question: 'q1' } : {}),
      ...(isEdition ? { slug: edition.slug, teryt: edition.teryt } : {}),
      ...(names.includes('hash') ? { hash: edition.hash } : {}),
    };
    const plain = new Set([fill(usual)]);
    for (const name of names) for (const value of parts[name] ?? []) plain.add(fill({ ...usual, [name]: value }));
    for (const path of plain) {
      found.add(path);
      const isFile = /\.\w+$/.test(path) || /^\/osadz|^\/oembed|^\/api/.test(path);
      if (!isFile) found.add(path === '/' ? '/_root.data' : `${path}.data`);
      if (!/\.(?:pdf|docx|png)$/.test(path) && !path.startsWith('/api')) found.add(path === '/' ? '/en' : `/en${path}`);
    }
    const reads = (publicRoutes.get(id)?.reads ?? []).filter(
      (each): each is readonly [string, (value: string) => boolean] =>
        typeof each[0] === 'string' && each[0] !== 'info',
    );
    for (const [name, takes] of reads) {
      const values = (asked[name] ?? []).filter(takes);
      if (values.length === 0 && (asked[name] ?? []).every((value) => !['1'].includes(value)))
        throw new Error(`${id} reads ${name}, and the walk has no value for it`);
      for (const value of values) found.add(`${fill(usual)}?${name}=${encodeURIComponent(value)}`);
    }
    if (reads.some(([name]) => name === 'od') && reads.some(([name]) => name === 'do'))
      found.add(`${fill(usual)}?od=1&do=${world.version}`);
  }
  for (const { method, path } of endpoints) {
    if (method !== 'get') continue;
    const isEdition = path.startsWith('/editions');
    for (const number of numbers) {
      const values: Record<string, string> = {
        slug: isEdition ? edition.slug : slug,
        number,
        code: number,
        teryt: isEdition ? edition.teryt : teryt,
        indicator: edition.indicator,
        version: '1.0.0-draft',
        key: 'gmina-2026',
        id: world.said[0]!.id,
        issue: '1',
      };
      const address = `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1')}`;
      for (const end of ['', '?issue=1', '?version=1', '?include=all']) found.add(`${address}${end}`);
    }
  }
  found.add(`/oembed?url=${encodeURIComponent(`http://localhost:3000/oceny/${edition.slug}/${edition.teryt}`)}`);
  found.add(`/oembed?url=${encodeURIComponent(`http://localhost:3000/oceny/${edition.slug}`)}`);
  return [...found].sort();
}

let questions = 0;

/** A busy machine may close a connection that waited: then the question is put again. */
async function ask(
  address: string,
  headers: Record<string, string>,
  left = 2,
): Promise<Awaited<ReturnType<typeof rawRequest>>> {
  try {
    // A walk asks more in a minute than one address may, and a refusal holds nothing to look at: every question comes from another one.
    questions += 1;
    const answer = await rawRequest(port, address, {
      headers: { ...headers, 'X-Forwarded-For': `10.0.${Math.floor(questions / 250) % 250}.${questions % 250}` },
    });
    if (answer.status === 429) throw new Error(`429 ${address}`);
    return answer;
  } catch (error) {
    if (left === 0 || !/ECONNRESET|hang up/.test(String(error))) throw error;
    return ask(address, headers, left - 1);
  }
}

type Answer = { address: string; text: string };

/** What is answered everywhere to one kind of asker, files opened. Pictures hold no text that a program can read. */
async function walk(list: readonly string[], headers: Record<string, string> = {}): Promise<Answer[]> {
  const answers: Answer[] = [];
  const queue = [...list];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let address = queue.pop(); address; address = queue.pop()) {
        const { status, headers: given, body } = await ask(address, headers);
        if (status >= 500) throw new Error(`${status} ${address}: ${body.toString().slice(0, 300)}`);
        const text = String(given['content-type']).startsWith('image/png')
          ? ''
          : `${given.location ?? ''} ${given['content-disposition'] ?? ''} ${wordsOfFile(body)}`;
        answers.push({ address: `${status} ${address}`, text });
      }
    }),
  );
  return answers;
}

const isData = (address: string) => /\.data(?:$|\?)/.test(address);
const isEnglish = (address: string) => /^\/en(?:$|[/?])/.test(address);
const isHeavyFile = (address: string) => /\.(?:pdf|docx)/.test(address);
const isPageData = /^[^?]*\/uwagi\/\d+\.data$/;
/** The address of what a page is drawn from, which is all that it can say and more; its own where there is none, as for files. */
const dataOf = (address: string): string => {
  const [path = '', query = ''] = address.split(/(?=\?)/);
  const polish = path.replace(/^\/en(?=$|\/)/, '') || '/';
  return every.has(polish === '/' ? '/_root.data' : `${polish}.data`)
    ? `${path === '/' ? '/_root' : path}.data${query}`
    : address;
};

/** Words and where they stand; the words somebody searches for stand on the page that answers him. */
function found(answers: readonly Answer[], words: ReadonlyMap<string, string>): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const { address, text } of answers)
    for (const [key, word] of words) if (text.includes(word)) map.set(key, [...(map.get(key) ?? []), address]);
  return map;
}

const all = addresses();
const every = new Set(all);
const people = new Map([
  ['who withdrew', 'Czarnopióra'],
  ['who closed the account', 'Bogatkowa'],
  ['who speaks for an organisation', 'Zielonooki'],
]);
// In one language and as pages: it is enough that each word is found somewhere, and the data and the translation have no others. Some data too, to see that words are found there.
const before = await walk(
  all.filter((address) => (!isData(address) || isPageData.test(address)) && !isEnglish(address)),
);
let after: Answer[] = [];

test('every kind of text and every name stands somewhere before it is covered, so that the walk can find it', () => {
  const seen = found(before, canaries);
  // What a file was called is for the office and the author alone, and what an open question was answered for the office: they are on no page of everybody's, before or after.
  expect([...canaries.keys()].filter((key) => !seen.has(key))).toEqual(['attachment fileName', 'survey-answer values']);
  expect([...people.keys()].filter((key) => !found(before, people).has(key))).toEqual([]);
  const inData = found(
    before.filter(({ address }) => isData(address)),
    canaries,
  );
  expect(
    [...inData.keys()].filter((key) => key.startsWith('remark ')).length,
    [...inData.keys()].join(),
  ).toBeGreaterThan(1);
  // Pages that everybody reads are answered.
  expect(before.filter(({ address }) => address.startsWith('200')).length).toBeGreaterThan(400);
});

test('pages in English say of all words of the record that they are Polish', async () => {
  const english = all.filter((address) => /^\/en(?:\/|$)/.test(address) && !/[?]|\.\w+$/.test(address));
  const unsaid = new Map<string, string[]>();
  let pages = 0;
  for (const { address, text } of await walk(english)) {
    // The words of a page stand behind it once more, without its tags.
    const end = text.lastIndexOf('</html>');
    if (!address.startsWith('200') || end < 0) continue;
    pages += 1;
    for (const word of wordsWithoutLanguage(text.slice(0, end + 7), canaries.values())) {
      const key = [...canaries].find(([, each]) => each === word)![0];
      unsaid.set(key, [...(unsaid.get(key) ?? []), address]);
    }
  }
  expect(pages).toBeGreaterThan(80);
  expect(Object.fromEntries([...unsaid].map(([key, where]) => [key, where.slice(0, 12)]))).toEqual({});
});

test('covered words and withdrawn names are in no answer to anybody, whatever the address asks for', async () => {
  const covered = await coverEverything(db, world);
  expect([...canaries].filter(([, word]) => !covered.has(word))).toEqual([]);
  for (const viewer of [world.withdraws, world.speaks])
    expect(await withdrawNames(db, { viewer, which: { kind: 'all' } })).toMatchObject({ ok: true });
  expect(await closeAccount(db, { viewer: world.closes, password: '' })).toEqual({ ok: true });
  const secrets = new Map([...canaries, ...people]);
  for (const [who, headers] of [
    ['guest', {}],
    ['resident', { Cookie: cookie }],
    ['client', { Authorization: `Bearer ${token.value.secret}` }],
  ] as const) {
    // The pages are drawn in one language: whatever another one could say stands in their data, in the same words.
    const list =
      who === 'client'
        ? all.filter((address) => address.startsWith('/api'))
        : who === 'resident'
          ? all.filter((address) => !isHeavyFile(address) && !isData(address) && !isEnglish(address))
          : all.map((address) => (isEnglish(address) ? dataOf(address) : address));
    const answers = await walk(list, headers);
    if (who === 'guest') after = answers;
    const leaks = found(answers, secrets);
    expect([who, Object.fromEntries([...leaks].map(([key, where]) => [key, where.slice(0, 6)]))]).toEqual([who, {}]);
  }
  for (const municipality of [teryt, edition.teryt]) {
    const { files } = await makeArchive(db, { teryt: municipality });
    expect(
      Object.fromEntries(
        found(
          [...files].map(([address, text]) => ({ address, text })),
          secrets,
        ),
      ),
    ).toEqual({});
  }
});

/** What says that a hash is of earlier words: on pages and in files in both languages, in the interface. */
const said = ['redaction.hash-note', 'redaction.hash-note.edition'] as const;
const sayings = [
  ...locales.flatMap((locale) => [
    ...said.map((key) => translate(locale, key)),
    translate(locale, 'report.redactions', { count: 1 }).slice(0, 20),
  ]),
  '"isRedacted":true',
].map((words) => words.replace(/\s/g, ''));

test('wherever a hash is printed whose words were covered since, it is said that it is of the words before', async () => {
  const covered = async (table: string, column: string) =>
    new Set(
      (await db.coveredText.findMany({ where: { tableName: table, columnName: column }, select: { rowId: true } })).map(
        ({ rowId }) => rowId,
      ),
    );
  const [cards, issues, texts, adopted, reports] = [
    await covered('Scorecard', 'json'),
    await covered('EditionIssue', 'manifest'),
    await covered('UnifiedText', 'text'),
    await covered('AdoptedText', 'text'),
    await covered('Report', 'json'),
  ];
  const rows = [
    ...(await db.scorecard.findMany()).filter(({ id }) => cards.has(id)),
    ...(await db.editionIssue.findMany())
      .filter(({ id }) => issues.has(id))
      .map(({ manifestHash }) => ({ hash: manifestHash })),
    ...(await db.unifiedText.findMany()).filter(({ id }) => texts.has(id)),
    ...(await db.adoptedText.findMany()).filter(({ id }) => adopted.has(id)),
    ...(await db.report.findMany()).filter(({ id }) => reports.has(id)),
    ...(await db.version.findMany()),
  ];
  expect([cards, issues, texts, adopted, reports].map(({ size }) => size > 0)).toEqual([true, true, true, true, true]);
  const hashes = [...new Set(rows.map(({ hash }) => hash))];
  const prints = (text: string) => hashes.some((hash) => text.replace(/\s/g, '').includes(hash));
  const english = after.filter(({ address, text }) => /^\d+ \/en.*\.data(?:$|\?)/.test(address) && prints(text));
  const drawn = await walk(english.map(({ address }) => address.replace(/^\d+ /, '').replace('.data', '')));
  expect(drawn.length).toBeGreaterThan(5);
  // A table is the bytes that were hashed and has no room for a sentence; its description beside it says it. Data of a page is said by the page.
  const silent = [...after, ...drawn]
    .filter(({ address }) => !/\.(?:csv|data)(?:$|\?)/.test(address))
    .flatMap(({ address, text }) => {
      const packed = text.replace(/\s/g, '');
      return prints(text) && !sayings.some((words) => packed.includes(words)) ? [address] : [];
    });
  expect(silent).toEqual([]);
  for (const address of [
    `200 /oceny/${edition.slug}/${edition.teryt}`,
    `200 /oceny/${edition.slug}/${edition.teryt}.json`,
    `200 /oceny/${edition.slug}/${edition.teryt}.pdf`,
    `200 /oceny/${edition.slug}.json`,
    `200 /oceny/${edition.slug}/${edition.teryt}.csv-metadata.json`,
    `200 /api/v1/editions/${edition.slug}/scores`,
  ]) {
    const packed = after.find((answer) => answer.address === address)?.text.replace(/\s/g, '') ?? '';
    expect([address, sayings.some((words) => packed.includes(words))]).toEqual([address, true]);
  }
});

test('they are in no row that anybody but who may cover words reads, letters and notices that wait among them', async () => {
  const left: Record<string, string[]> = {};
  const standing = await placesOf(db, [...canaries.values()]);
  for (const [key, word] of canaries) {
    const places = (standing.get(word) ?? []).filter(
      (place) =>
        !['User.displayName', 'User.email', 'MailMessage.toEmail', 'RoleGrant.organisationName'].includes(place),
    );
    if (places.length > 0) left[key] = places;
  }
  expect(left).toEqual({});
});

test('a name that is allowed again stands under new comments alone', async () => {
  await allowName(db, { viewer: world.withdraws });
  expect(
    found(
      await walk([...new Set(all.filter((address) => !isHeavyFile(address) && !isEnglish(address)).map(dataOf))]),
      new Map([['who withdrew', 'Czarnopióra']]),
    ),
  ).toEqual(new Map());
});
