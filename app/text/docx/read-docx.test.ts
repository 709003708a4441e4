import { zipSync, strToU8, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { outlineOf } from '../testing/outline-of.ts';
import { formatNumber } from './numbering.ts';
import { readDocx } from './read-docx.ts';
import { DocxError } from './zip.ts';

const NAMESPACE =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
const item = (text: string, level: number, numId = 1): string =>
  paragraph(text === '' ? '' : run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

const level = (n: number, format: string, text: string, extra = ''): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<?xml version="1.0"?><w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '§ %1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%3)')}${level(3, 'lowerLetter', '%4)')}${level(4, 'bullet', '\uf02d')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;

function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Zippable = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`),
  };
  for (const [name, content] of Object.entries(parts)) files[name] = strToU8(content);
  return zipSync(files);
}

test('automatic numbers become printed marks, restarted at each level', () => {
  const bytes = docx(
    [
      item('Zakres:', 0),
      item('pierwszy;', 2),
      item('drugi:', 2),
      item('litera,', 3),
      item('kreska,', 4),
      item('druga litera.', 3),
      item('', 0),
      item('Ustęp.', 1),
      item('Drugi ustęp:', 1),
      item('punkt.', 2),
    ].join(''),
    { 'word/numbering.xml': NUMBERING },
  );
  const { text } = readDocx(bytes);
  expect(text.split('\n\n').map((line) => line.trim())).toEqual([
    '§ 1. Zakres:',
    '1) pierwszy;',
    '2) drugi:',
    'a) litera,',
    '– kreska,',
    'b) druga litera.',
    '§ 2.',
    '1. Ustęp.',
    '2. Drugi ustęp:',
    '1) punkt.',
  ]);
  expect(outlineOf(text)).toEqual([
    '§ 1',
    '§ 1 pkt 1',
    '§ 1 pkt 2',
    '§ 1 pkt 2 lit. a',
    '§ 1 pkt 2 lit. a tiret pierwsze',
    '§ 1 pkt 2 lit. b',
    '§ 2',
    '§ 2 ust. 1',
    '§ 2 ust. 2',
    '§ 2 ust. 2 pkt 1',
  ]);
});

test('bullets of one sign keep the place that tells which list they are of', () => {
  const bullets = `<?xml version="1.0"?><w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '-')}${level(1, 'bullet', '-')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const typed = paragraph(run('– nowe,'), '<w:ind w:left="1440"/>');
  const { text } = readDocx(
    docx([paragraph(run('§ 1. Raz:')), item('szkoły:', 0), item('stare,', 1), item('parki.', 0)].join(''), {
      'word/numbering.xml': bullets,
    }),
  );
  expect(text.split('\n\n')).toEqual(['§ 1. Raz:', '– szkoły:', '    – stare,', '– parki.\n']);
  const { text: own } = readDocx(
    docx([paragraph(run('§ 1. Raz:')), paragraph(run('– szkoły:'), '<w:ind w:left="720"/>'), typed].join('')),
  );
  expect(own.split('\n\n')).toEqual(['§ 1. Raz:', '– szkoły:', '    – nowe,\n']);
});

test('a list instance with its own start begins anew', () => {
  const bytes = docx(
    [item('Raz.', 0), item('Dwa.', 0), paragraph(run('Załącznik nr 1 do uchwały')), item('Znowu raz.', 0, 2)].join(''),
    { 'word/numbering.xml': NUMBERING },
  );
  expect(readDocx(bytes).paragraphs.map((one) => one.label)).toEqual(['§ 1.', '§ 2.', '', '§ 1.']);
});

test('numbering and heading levels come from styles and the styles they are based on', () => {
  const styles = `<w:styles ${NAMESPACE}><w:style w:styleId="Par"><w:name w:val="Paragraf"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Par2"><w:name w:val="Paragraf 2"/><w:basedOn w:val="Par"/></w:style><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>`;
  const bytes = docx(
    [
      paragraph(run('Rozdział 1'), '<w:pStyle w:val="H"/>'),
      paragraph(run('Raz.'), '<w:pStyle w:val="Par"/>'),
      paragraph(run('Dwa.'), '<w:pStyle w:val="Par2"/>'),
    ].join(''),
    { 'word/styles.xml': styles, 'word/numbering.xml': NUMBERING },
  );
  expect(readDocx(bytes).paragraphs.map((one) => [one.label, one.heading])).toEqual([
    ['', 0],
    ['§ 1.', null],
    ['§ 2.', null],
  ]);
});

test('tracked insertions count, deletions do not, and both are noted', () => {
  const { text, notes } = readDocx(
    docx(
      paragraph(
        `${run('Opłata ')}<w:del w:id="1" w:author="A"><w:r><w:delText>stara</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('nowa')}</w:ins>${run(' obowiązuje.')}`,
      ),
    ),
  );
  expect(text).toBe('Opłata nowa obowiązuje.\n');
  expect(notes).toEqual([
    { code: 'tracked-insertions', count: 1 },
    { code: 'tracked-deletions', count: 1 },
  ]);
});

test('tables, footnotes, breaks, symbols and superscripts are kept as text', () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph(run('Lp.'))}</w:tc><w:tc>${paragraph(run('Ulica'))}${paragraph(run('i plac'))}</w:tc></w:tr><w:tr><w:tc>${item('', 0)}</w:tc><w:tc>${paragraph(run('Rynek'))}</w:tc></w:tr></w:tbl>`;
  const note = paragraph(
    `${run('Art. 385')}${run('1', '<w:vertAlign w:val="superscript"/>')}${run(' oraz 5 m')}${run('2', '<w:vertAlign w:val="superscript"/>')}<w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:br/></w:r><w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r><w:r><w:noBreakHyphen/></w:r>`,
  );
  const footnotes = `<w:footnotes ${NAMESPACE}><w:footnote w:id="7">${paragraph(run('Zmiany ogłoszono.'))}</w:footnote></w:footnotes>`;
  const { text } = readDocx(docx(table + note, { 'word/footnotes.xml': footnotes, 'word/numbering.xml': NUMBERING }));
  expect(text.split('\n\n')).toEqual([
    'Lp.\tUlica i plac',
    '§ 1.\tRynek',
    'Art. 385[1] oraz 5 m2[1]\n–-',
    '[1] Zmiany ogłoszono.\n',
  ]);
});

test('of two forms of a content the one that word processors read is taken, and the other is named', () => {
  const forms = (requires: string): string =>
    `<mc:AlternateContent><mc:Choice Requires="${requires}">${run('nowe')}</mc:Choice><mc:Fallback>${run('stare')}</mc:Fallback></mc:AlternateContent>`;
  const { text, findings } = readDocx(docx(`${paragraph(run('§ 1. Raz ') + forms('zzz'))}${paragraph(forms('wps'))}`));
  expect(text).toBe('§ 1. Raz stare\n\nnowe\n');
  expect(findings.map(({ kind, words }) => [kind, words])).toEqual([
    ['unknown', 'nowe'],
    ['unknown', 'stare'],
  ]);
});

test('hidden text, fields and the second form of alternate content are left out', () => {
  const body = paragraph(
    `${run('Widać')}${run('ukryte', '<w:vanish/>')}<w:r><w:instrText> PAGE </w:instrText></w:r><mc:AlternateContent><mc:Choice>${run(' raz')}</mc:Choice><mc:Fallback>${run(' dwa')}</mc:Fallback></mc:AlternateContent>${run('.')}`,
  );
  const { text, notes } = readDocx(docx(body));
  expect(text).toBe('Widać raz.\n');
  expect(notes).toEqual([{ code: 'hidden-text', count: 1 }]);
});

test('entities of XML are decoded once, others stay', () => {
  expect(readDocx(docx(paragraph(run('A &amp;lt; B &#167; &#x15B; &quot;')))).text).toBe('A &lt; B § ś "\n');
});

test('number formats', () => {
  expect([
    formatNumber(3, 'decimal'),
    formatNumber(28, 'lowerLetter'),
    formatNumber(4, 'upperRoman'),
    formatNumber(2, 'upperLetter'),
    formatNumber(7, 'decimalZero'),
    formatNumber(0, 'upperRoman'),
  ]).toEqual(['3', 'bb', 'IV', 'B', '07', '0']);
});

test('files that are no .docx are refused', () => {
  expect(() => readDocx(strToU8('zwykły tekst'))).toThrow(DocxError);
  expect(() => readDocx(new Uint8Array())).toThrow(/no zip archive/);
  expect(() => readDocx(zipSync({ 'a.txt': strToU8('x') }))).toThrow(/word\/document\.xml is missing/);
  expect(() => readDocx(docx('<w:p>'))).toThrow(DocxError);
  expect(() => readDocx(docx('').subarray(0, 150))).toThrow(DocxError);
});

test('document types, entities and deep nesting are refused', () => {
  const bomb = (prolog: string, body = ''): Uint8Array =>
    zipSync({
      'word/document.xml': strToU8(
        `<?xml version="1.0"?>${prolog}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
      ),
    });
  expect(() => readDocx(bomb('<!DOCTYPE x [<!ENTITY a "aaaa">]>'))).toThrow(/document type/);
  expect(() => readDocx(bomb('', `${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`))).toThrow(DocxError);
  expect(() => readDocx(bomb('', `${'<w:tbl><w:tr><w:tc>'.repeat(40)}${'</w:tc></w:tr></w:tbl>'.repeat(40)}`))).toThrow(
    /nested deeper/,
  );
});

test('a zip bomb is refused by its stated size and, when that lies, while it unpacks', () => {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(25 * 1024 * 1024) }, { level: 1 });
  expect(bytes.length).toBeLessThan(200_000);
  expect(() => readDocx(bytes)).toThrow(/unpacks to more than/);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 < bytes.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  expect(() => readDocx(bytes)).toThrow(/unpacks to more than/);
});

test('too many files in the archive are refused', () => {
  const files: Zippable = {};
  for (let n = 0; n < 4100; n += 1) files[`f${n}`] = new Uint8Array();
  expect(() => readDocx(zipSync(files))).toThrow(/over the limit/);
});
