import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { runTextCommand, type CommandResult } from './cli.ts';

const SOURCE =
  'UCHWAŁA NR 1\nw sprawie wzoru\n\nRozdział 1\nOgólne\n\n§ 1. 1. Raz.\n\n2. Dwa, z zastrzeżeniem ust. 1 i § 5–7.\n\n§ 2. Wchodzi w życie.\n';

function run(args: string[], bytes: Uint8Array | string = SOURCE): Promise<CommandResult> {
  return runTextCommand(args, (file) => {
    if (file === 'brak.txt') throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return typeof bytes === 'string' ? strToU8(bytes) : bytes;
  });
}

async function json(args: string[], bytes?: Uint8Array | string): Promise<unknown> {
  const result = await run(args, bytes);
  if (!result.ok) throw new Error(result.message);
  expect(result.output.endsWith('\n')).toBe(true);
  return JSON.parse(result.output);
}

test('parse gives the tree with every field of a unit', async () => {
  expect(await json(['parse', 'a.txt'])).toMatchObject({
    kind: 'resolution',
    title: 'UCHWAŁA NR 1 w sprawie wzoru',
    legalBasis: '',
    annexes: [],
    reasons: null,
    problems: [],
    units: [
      {
        id: 'u1',
        type: 'chapter',
        label: 'Rozdział 1',
        number: '1',
        heading: 'Ogólne',
        text: '',
        line: 4,
        children: [
          { id: 'u2', type: 'paragraph', label: '§ 1.', number: '1', citation: '§ 1', line: 7 },
          { type: 'paragraph' },
        ],
      },
    ],
  });
});

test('outline, refs and lint have the documented form', async () => {
  expect(await json(['outline', '-'])).toMatchObject({
    counts: { chapter: 1, paragraph: 2, subsection: 2 },
    chapters: [{ label: 'Rozdział 1', title: 'Ogólne' }],
  });
  expect(await json(['refs', '-'])).toEqual({
    references: [
      { from: '§ 1 ust. 2', words: 'ust. 1', line: 9, targets: ['§ 1 ust. 1'], status: 'resolved' },
      { from: '§ 1 ust. 2', words: '§ 5–7', line: 9, targets: ['§ 5–§ 7'], status: 'dangling' },
    ],
  });
  const { problems } = (await json(['lint', '-'])) as { problems: Array<{ code: string; rule: string }> };
  expect(problems.map((problem) => [problem.code, problem.rule])).toEqual([
    ['missing-legal-basis', 'ZTP § 139'],
    ['dangling-reference', 'ZTP § 156'],
  ]);
});

test('the kind of act can be forced', async () => {
  expect(await json(['parse', '-', '--kind', 'statute'], 'Art. 1. Raz.\n\nArt. 2. Dwa.\n')).toMatchObject({
    kind: 'statute',
  });
  expect(await json(['outline', '-', '--kind', 'resolution'], 'Art. 1. Raz.\n\nArt. 2. Dwa.\n')).toMatchObject({
    counts: {},
  });
});

test('a file is read in the encodings that offices use, as on the web', async () => {
  const text = '§ 1. Źródła i żółć.\n\n§ 2. Wchodzi w życie.\n';
  const cp1250: Record<string, number> = { Ź: 0x8f, ó: 0xf3, ł: 0xb3, ż: 0xbf, ć: 0xe6, ź: 0x9f, '§': 0xa7 };
  const latin2: Record<string, number> = { ...cp1250, Ź: 0xac, ź: 0xbc };
  const single = (table: Record<string, number>) =>
    Uint8Array.from([...text], (char) => table[char] ?? char.charCodeAt(0));
  const wide = (mark: number[]) =>
    Uint8Array.from([...mark, ...[...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8])]);
  for (const bytes of [single(cp1250), single(latin2), wide([0xff, 0xfe]), wide([])]) {
    expect(await json(['parse', 'a.txt'], bytes)).toMatchObject({
      units: [{ text: 'Źródła i żółć.' }, { text: 'Wchodzi w życie.' }],
    });
  }
});

test('Word documents are known by their first bytes', async () => {
  const body =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>§ 1. Raz.</w:t></w:r></w:p></w:body></w:document>';
  const bytes = zipSync({ 'word/document.xml': strToU8(body) });
  expect(await json(['outline', 'a.docx'], bytes)).toMatchObject({ counts: { paragraph: 1 } });
});

test('bad input is one clear line that names what is wrong', async () => {
  const cases: Array<[string[], Uint8Array | string | undefined, RegExp]> = [
    [[], undefined, /^usage/],
    [['zzz', '-'], undefined, /unknown command zzz/],
    [['parse'], undefined, /no file given/],
    [['parse', '-', '--kind', 'x'], undefined, /--kind must be/],
    [['parse', '-', '--format'], undefined, /--format must be .* got nothing/],
    [['parse', '-', '--loud'], undefined, /unknown option --loud/],
    [['parse', 'a', 'b'], undefined, /too many arguments/],
    [['parse', 'brak.txt'], undefined, /cannot read brak\.txt: ENOENT/],
    [['parse', '-'], '', /standard input is empty/],
    [['parse', 'x.txt'], ' \n ', /x\.txt holds no text/],
    [['parse', '-'], new Uint8Array([0xff, 0xfe, 0x00]), /not text in UTF-8, UTF-16, Windows-1250 or ISO-8859-2/],
    [['parse', '-'], 'a\u0000b', /not text/],
    [['parse', '-', '--format', 'docx'], 'tekst', /not a \.docx/],
    [['parse', '-'], new Uint8Array([0x50, 0x4b, 3, 4, 0]), /standard input is an archive, not a \.docx/],
    [['parse', 'a.txt'], '%PDF-1.7 x', /a\.txt is a PDF, .*save its text as \.docx/],
    [['outline', 'a.rtf'], '{\\rtf1 § 1. Raz.}', /an RTF file/],
    [['lint', 'a.doc'], new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /an old Word file/],
    [['parse', 'a.htm'], '<!DOCTYPE html><p>§ 1. Raz.', /an HTML page/],
    [['parse', '-'], 'a'.repeat(2_000_001), /at most 2000000/],
    [['diff', '-'], '{', /standard input is not JSON/],
  ];
  for (const [args, bytes, message] of cases) {
    const result = await run(args, bytes);
    expect([args, result.ok, result.ok ? '' : result.message]).toEqual([args, false, expect.stringMatching(message)]);
    if (!result.ok) expect(result.message).not.toContain('\n');
  }
});

test('amend writes an act that apply carries out; options are checked', async () => {
  const files: Record<string, string> = {
    'a.txt': SOURCE,
    'b.txt': SOURCE.replace('Wchodzi w życie.', 'Obowiązuje od jutra wszystkich.'),
  };
  const both = async (args: string[]): Promise<CommandResult> =>
    runTextCommand(args, (file) => strToU8(files[file] ?? ''));
  const written = await both([
    'amend',
    'a.txt',
    'b.txt',
    '--number',
    'I/1/2020',
    '--date',
    '2020-03-01',
    '--form',
    'reword',
  ]);
  if (!written.ok) throw new Error(written.message);
  const { act, commands } = JSON.parse(written.output) as { act: string; commands: unknown[] };
  expect(commands).toMatchObject([{ op: 'reword', targets: ['§ 2'] }]);
  expect(act).toContain('§ 1. W uchwale nr I/1/2020 z dnia 1 marca 2020 r. w sprawie wzoru § 2 otrzymuje brzmienie:');
  files['c.txt'] = act.replace('nr I/1/2020 z dnia 1 marca 2020 r. ', '');
  const applied = await both(['apply', 'a.txt', 'c.txt']);
  if (!applied.ok) throw new Error(applied.message);
  expect((JSON.parse(applied.output) as { text: string }).text).toContain('§ 2. Obowiązuje od jutra wszystkich.');
  for (const args of [
    ['amend', 'a.txt'],
    ['apply', 'a.txt'],
    ['amend', 'a.txt', 'b.txt', '--form', 'krótko'],
    ['amend', 'a.txt', 'b.txt', '--date', '1 marca'],
    ['apply', '-', '-'],
  ])
    expect((await both(args)).ok).toBe(false);
});
