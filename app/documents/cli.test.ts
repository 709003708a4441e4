import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadFonts } from './pdf/load-fonts.server.ts';
import { runDocsCommand, type CommandResult } from './cli.ts';
import { SAMPLE_AMENDMENTS, SAMPLE_TEXT } from './testing/sample-act.ts';
import { by as change, lineOf, rootOf, runOf, wordOf } from './testing/word-parts.ts';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

type Files = Record<string, Uint8Array | string>;

async function docs(line: string, files: Files): Promise<{ result: CommandResult; files: Files }> {
  const disk: Files = { ...files };
  const result = await runDocsCommand(line.split(' '), {
    read: (file) => {
      const found = disk[file];
      if (found === undefined) throw Object.assign(new Error('missing'), { code: 'ENOENT' });
      return typeof found === 'string' ? strToU8(found) : found;
    },
    write: (file, bytes) => void (disk[file] = bytes),
    now: () => new Date('2026-05-10T08:00:00.500Z'),
    fonts: loadFonts,
  });
  return { result, files: disk };
}

function wordFile(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({
    'word/document.xml': strToU8(`<w:document ${WORD}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(files),
  });
}

type ReadJson = {
  text: string;
  accepted: string;
  changes: { kind: string; author: string; text: string; citation: string }[];
  comments: { date: string; words: string; citation: string }[];
  unsupported: string[];
};

async function read(body: string, parts: Record<string, string> = {}): Promise<ReadJson> {
  const { result } = await docs('read a.docx', { 'a.docx': wordFile(body, parts) });
  if (!result.ok) throw new Error(result.message);
  return JSON.parse(result.output) as ReadJson;
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const by = (id: number, author = 'Ewa'): string => `w:id="${id}" w:author="${author}" w:date="2026-06-01T09:00:00Z"`;

test('the command writes what it is asked for and prints nothing', async () => {
  for (const to of ['txt', 'html', 'docx', 'akn']) {
    const { result, files } = await docs(`convert a.txt --to ${to} --out out`, { 'a.txt': SAMPLE_TEXT });
    expect([to, result]).toEqual([to, { ok: true, output: '', notes: [] }]);
    expect((files.out as Uint8Array).length).toBeGreaterThan(500);
  }
});

test('what a Word file holds beside its text is named, and what became of it', async () => {
  const file = wordOf(
    lineOf(
      `${runOf('§ 1. Tekst')}${change('del', '<w:r><w:delText>stary</w:delText></w:r>')}${change('ins', runOf('nowy'))}`,
    ) + lineOf(runOf('Nie widać', '<w:vanish/>')),
    [
      ['header', 'header1.xml', rootOf('w:hdr', lineOf(runOf('Druk nr 7')))],
      [
        'comments',
        'comments.xml',
        rootOf('w:comments', `<w:comment w:id="1" w:author="Jan">${lineOf(runOf('Uwaga'))}</w:comment>`),
      ],
    ],
  );
  const { result, files } = await docs('convert a.docx --to txt --out out', { 'a.docx': file });
  expect(new TextDecoder().decode(files.out as Uint8Array)).toBe('§ 1. Tekstnowy\n');
  expect(result).toEqual({
    ok: true,
    output: '',
    notes: [
      'a tracked change was accepted (2 times): "delete stary", "insert nowy"',
      'a comment was left out: "Jan: Uwaga"',
      'hidden text was left out: "Nie widać"',
      'a page header was left out: "Druk nr 7"',
    ],
  });
});

test('a .docx and Akoma Ntoso convert back to the same text', async () => {
  const plain = (await docs('convert a.txt --to txt --out out', { 'a.txt': SAMPLE_TEXT })).files.out;
  for (const to of ['docx', 'akn']) {
    const { files } = await docs(`convert a.txt --to ${to} --out middle`, { 'a.txt': SAMPLE_TEXT });
    expect((await docs('convert middle --to txt --out out', files)).files.out).toEqual(plain);
  }
});

test('a foreign Akoma Ntoso file converts with every word and says what it kept as text; other markup is refused', async () => {
  const akn =
    '\ufeff\n<!-- x --><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta/><body><section><num>1.</num><content><p>Park jest otwarty.</p></content></section></body><conclusions><p>Podpis</p></conclusions></act></akomaNtoso>';
  for (const to of ['txt', 'html', 'docx', 'akn', 'pdf']) {
    const { result, files } = await docs(`convert a.xml --to ${to} --out out`, { 'a.xml': akn });
    expect([to, result]).toMatchObject([
      to,
      { ok: true, notes: [expect.stringContaining('„section”'), expect.stringContaining('„conclusions”')] },
    ]);
    if (to === 'txt')
      expect(new TextDecoder().decode(files.out as Uint8Array)).toBe('1. Park jest otwarty.\n\nPodpis\n');
  }
  for (const other of [
    '<html><body>§ 1. Strona.</body></html>',
    '<!doctype html><p>§ 1. Strona.',
    '<w:document xmlns:w="x"><w:p>§ 1.</w:p></w:document>',
    '<?xml version="1.0"?><rss/>',
  ]) {
    expect([other, (await docs('convert a.txt --to txt --out out', { 'a.txt': other })).result.ok]).toEqual([
      other,
      false,
    ]);
  }
});

test('amendments convert to a file whose changes docs read lists by author', async () => {
  const { files } = await docs('convert a.txt --to docx --out o.docx --amendments am.json', {
    'a.txt': SAMPLE_TEXT,
    'am.json': JSON.stringify(SAMPLE_AMENDMENTS),
  });
  const { result } = await docs('read o.docx', files);
  const json = JSON.parse(result.ok ? result.output : '') as ReadJson;
  expect(Object.keys(json)).toEqual(['text', 'accepted', 'changes', 'comments', 'unsupported']);
  expect(new Set(json.changes.map(({ author }) => author))).toEqual(
    new Set(SAMPLE_AMENDMENTS.map(({ author }) => author)),
  );
  const dates = new Set(SAMPLE_AMENDMENTS.map(({ date }) => date));
  expect(json.comments.filter(({ date }) => !dates.has(date))).toEqual([]);
  expect(json.comments.length).toBeGreaterThan(0);
});

test('a paragraph split off with Enter and new words is an insertion, a true split is listed', async () => {
  const added = await read(
    `<w:p><w:pPr><w:rPr><w:ins ${by(1)}/></w:rPr></w:pPr>${run('§ 1. Jeden.')}</w:p><w:p><w:ins ${by(2)}>${run('§ 2. Dwa.')}</w:ins></w:p>`,
  );
  expect([added.text, added.accepted, added.unsupported]).toEqual(['§ 1. Jeden.\n', '§ 1. Jeden.\n\n§ 2. Dwa.\n', []]);
  expect(added.changes).toMatchObject([{ kind: 'insert', author: 'Ewa', text: '§ 2. Dwa.', citation: '§ 2' }]);
  const split = await read(
    `<w:p><w:pPr><w:rPr><w:ins ${by(1)}/></w:rPr></w:pPr>${run('§ 1. Jeden.')}</w:p><w:p>${run(' I dalej.')}</w:p>`,
  );
  expect(split.text).toBe('§ 1. Jeden. I dalej.\n');
  expect(split.unsupported).toEqual(['a paragraph was split at § 1 by Ewa, 2026-06-01T09:00:00Z: "§ 1. Jeden."']);
});

test('automatic numbers are those of each reading', async () => {
  const list = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const numbering = `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const body = `<w:p>${list}</w:pPr>${run('Jeden.')}</w:p><w:p>${list}<w:rPr><w:del ${by(1)}/></w:rPr></w:pPr><w:del ${by(2)}><w:r><w:delText>Dwa.</w:delText></w:r></w:del></w:p><w:p>${list}</w:pPr>${run('Trzy.')}</w:p>`;
  const json = await read(body, { 'word/numbering.xml': numbering });
  expect([json.text, json.accepted]).toEqual([
    '§ 1. Jeden.\n\n§ 2. Dwa.\n\n§ 3. Trzy.\n',
    '§ 1. Jeden.\n\n§ 2. Trzy.\n',
  ]);
});

test('words one inserted and another removed, formatting and table rows are listed, comments know their words', async () => {
  const comments = `<w:comments ${WORD}><w:comment ${by(5)}><w:p>${run('Dlaczego?')}</w:p></w:comment></w:comments>`;
  const body =
    `<w:p>${run('§ 1. ')}<w:commentRangeStart w:id="5"/>${run('Stare')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r><w:ins ${by(1, 'Jan')}><w:del ${by(2)}><w:r><w:delText> krótko</w:delText></w:r></w:del></w:ins>` +
    `<w:r><w:rPr><w:b/><w:rPrChange ${by(3)}/></w:rPr><w:t xml:space="preserve"> słowa.</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:ins ${by(4)}/></w:trPr><w:tc><w:p>${run('Lp.')}</w:p></w:tc><w:tc><w:p>${run('Ulica')}</w:p></w:tc></w:tr></w:tbl>`;
  const json = await read(body, { 'word/comments.xml': comments });
  expect([json.text, json.accepted]).toEqual(['§ 1. Stare słowa.\n', '§ 1. Stare słowa.\n\nLp.\tUlica\n']);
  expect(json.changes.map(({ kind, author, text }) => [kind, author, text])).toEqual([
    ['insert', 'Jan', ' krótko'],
    ['delete', 'Ewa', ' krótko'],
    ['format', 'Ewa', ' słowa.'],
    ['insert', 'Ewa', 'Lp.'],
    ['insert', 'Ewa', 'Ulica'],
  ]);
  expect(json.comments).toMatchObject([{ text: 'Dlaczego?', words: 'Stare', citation: '§ 1' }]);
  expect(json.unsupported.map((one) => one.split(' at ')[0])).toEqual([
    'only the formatting changed',
    'a table changed',
  ]);
});

const bad: [line: string, files: Files, message: RegExp][] = [
  ['', {}, /^usage/],
  ['shred a', {}, /unknown command shred/],
  ['convert a.txt --to odt --out o', {}, /--to must be one of/],
  ['convert a.txt --to txt', {}, /--out is missing/],
  ['convert a.txt --to txt --out o', {}, /cannot read a\.txt: ENOENT/],
  ['convert a.txt --to txt --out o', { 'a.txt': '' }, /a\.txt is empty/],
  ['convert a.txt --to pdf --out o --amendments b', { 'a.txt': 'x' }, /--amendments goes with/],
  ['convert a.txt --to docx --out o --amendments b', { 'a.txt': SAMPLE_TEXT, b: '[{' }, /b is not JSON/],
  [
    'convert a.txt --to docx --out o --amendments b',
    { 'a.txt': SAMPLE_TEXT, b: '[{"author":"A","date":"wczoraj","clauses":[]}]' },
    /b holds no amendments of the expected form at 0\.date/,
  ],
  [
    'convert a.txt --to akn --out o --amendments b',
    {
      'a.txt': SAMPLE_TEXT,
      b: '[{"author":"A","date":"2026-05-01T12:00:00Z","reason":"","clauses":[{"op":"delete","citation":"§ 99"}]}]',
    },
    /amendment 1 \(A\) names § 99/,
  ],
  ['read a.docx', { 'a.docx': 'zwykły tekst' }, /not a \.docx document/],
  ['read a.docx', { 'a.docx': wordFile('').subarray(0, 120) }, /not a \.docx document|damaged/],
  [
    'read a.docx',
    { 'a.docx': zipSync({ '../../etc/passwd': strToU8('x'), 'word\\document.xml': strToU8('x') }) },
    /word\/document\.xml is missing/,
  ],
  [
    'read a.docx',
    {
      'a.docx': zipSync({
        'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
      }),
    },
    /document type or entities/,
  ],
  [
    'read a.docx',
    { 'a.docx': zipSync({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 1 }) },
    /unpacks to more than/,
  ],
  ['read a.docx', { 'a.docx': new Uint8Array(50 * 1024 * 1024) }, /over 41943040 bytes/],
];

test.each(bad)('bad input is one line that says what is wrong: docs %s', async (line, files, message) => {
  const { result, files: after } = await docs(line, files);
  expect(result).toMatchObject({ ok: false, message: expect.stringMatching(message) as unknown });
  expect(result.ok ? '' : result.message).not.toContain('\n');
  expect(Object.keys(after)).toEqual(Object.keys(files));
});
