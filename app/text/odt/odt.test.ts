import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { documentOf, readDocx } from '../docx/read-docx.ts';
import { readStory } from '../docx/story.ts';
import { DocxError } from '../docx/zip.ts';
import { odtToDocx } from './odt-to-docx.ts';

const NAMESPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

const level = (number: number, format: string, behind: string, more = ''): string =>
  `<text:list-level-style-number text:level="${number}" style:num-format="${format}" style:num-suffix="${behind}" ${more}/>`;
const LISTS = `<office:automatic-styles><text:list-style style:name="L">${level(1, '1', '.')}${level(2, '1', ')')}${level(3, 'a', ')')}</text:list-style><text:list-style style:name="D">${level(1, '1', '.')}${level(2, '1', '', 'text:display-levels="2"')}</text:list-style><text:list-style style:name="S"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="§ " style:num-suffix="." text:start-value="4"/></text:list-style><style:style style:name="Ukryty" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles>`;

function odt(text: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': '<manifest/>',
    'content.xml': `<office:document-content ${NAMESPACES}>${LISTS}<office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 0 });
}
const lines = (text: string, reading: 'accepted' | 'rejected' = 'accepted'): string[] =>
  readDocx(odtToDocx(odt(text)).docx, reading)
    .text.split(/\n+/)
    .filter((line) => line !== '');
const p = (text: string): string => `<text:p>${text}</text:p>`;
const item = (...inner: string[]): string => `<text:list-item>${inner.join('')}</text:list-item>`;
const list = (inner: string, more = 'text:style-name="L"'): string => `<text:list ${more}>${inner}</text:list>`;

test('lists print the numbers of their levels', () => {
  expect(
    lines(list(item(p('Raz'), list(item(p('a')) + item(p('b'), list(item(p('x'))), p('dalej')), '')) + item(p('Dwa')))),
  ).toEqual(['1. Raz', '1) a', '2) b', 'a) x', 'dalej', '2. Dwa']);
  expect(lines(list(item(p('Raz'), list(item(p('a')) + item(p('b')), '')), 'text:style-name="D"'))).toEqual([
    '1. Raz',
    '1.1 a',
    '1.2 b',
  ]);
});

test('a list begins anew, goes on, or starts where it says', () => {
  expect(lines(list(item(p('a')) + item(p('b'))) + p('x') + list(item(p('c'))))).toEqual(['1. a', '2. b', 'x', '1. c']);
  expect(
    lines(list(item(p('a')) + item(p('b'))) + list(item(p('c')), 'text:style-name="L" text:continue-numbering="true"')),
  ).toEqual(['1. a', '2. b', '3. c']);
  expect(
    lines(
      list(item(p('a')), 'xml:id="l1" text:style-name="L"') +
        list(item(p('b'))) +
        list(item(p('c')), 'text:continue-list="l1" text:style-name="L"'),
    ),
  ).toEqual(['1. a', '1. b', '2. c']);
  expect(lines(list(`<text:list-item text:start-value="5">${p('a')}</text:list-item>${item(p('b'))}`))).toEqual([
    '5. a',
    '6. b',
  ]);
  expect(lines(list(item(p('a')) + item(p('b')), 'text:style-name="S"'))).toEqual(['§ 4. a', '§ 5. b']);
  expect(lines(list(`<text:list-header>${p('Tytuł')}</text:list-header>${item(p('a'))}`))).toEqual(['Tytuł', '1. a']);
  expect(lines(list(item(list(item(p('a')), ''))))).toEqual(['1) a']);
});

test('blanks, tabs, line ends, fields and links are read as they print', () => {
  expect(
    lines(
      p(
        '  a \n  b<text:s text:c="2"/>c<text:tab/>d <text:span>e</text:span> <text:a xlink:href="x">f</text:a><text:page-count>7</text:page-count>',
      ),
    ),
  ).toEqual(['a b  c\td e f7']);
});

test('tables, notes, boxes and formulas keep their words', () => {
  const cell = (text: string, more = ''): string => `<table:table-cell ${more}>${p(text)}</table:table-cell>`;
  const table = `<table:table><table:table-header-rows><table:table-row>${cell('Lp.')}${cell('Stawka')}</table:table-row></table:table-header-rows><table:table-row>${cell('1')}${cell('5 zł')}</table:table-row></table:table>`;
  expect(lines(table)).toEqual(['Lp.\tStawka', '1\t5 zł']);
  const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('Przypis.')}</text:note-body></text:note>`;
  expect(lines(p(`Opłata${note} roczna.`))).toEqual(['Opłata[1] roczna.', '[1] Przypis.']);
  const box = `<draw:frame><draw:text-box>${p('W ramce')}</draw:text-box></draw:frame>`;
  const formula = odt(p('Wzór: <draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame>'), {
    'Object 1/content.xml':
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>a</mi><mo>=</mo><mfrac><mi>b</mi><mrow><mi>c</mi><mo>+</mo><mn>1</mn></mrow></mfrac></mrow><annotation>x</annotation></math>',
  });
  expect(lines(p(`Obok${box}`))).toContain('W ramce');
  const story = readStory(odtToDocx(formula).docx);
  expect(documentOf(story, 'accepted').text.trim()).toBe('Wzór: a=b/(c+1)');
  expect(story.findings.map(({ kind }) => kind)).toEqual(['equation']);
});

test('what is left out is named, and every letter of the file is accounted for', () => {
  const file = odt(
    `${p('Jawne <text:span text:style-name="Ukryty">ukryte</text:span> słowa<draw:frame><draw:image/><svg:title>Herb</svg:title></draw:frame>')}<office:forms/>`,
    {
      'styles.xml': `<office:document-styles ${NAMESPACES}><office:master-styles><style:master-page><style:header>${p('Projekt nr 7')}</style:header></style:master-page></office:master-styles></office:document-styles>`,
    },
  );
  const { docx, letters } = odtToDocx(file);
  const story = readStory(docx);
  expect(story.findings.map(({ kind, words }) => [kind, words])).toEqual([
    ['hidden', 'ukryte'],
    ['picture', 'Herb'],
    ['header', 'Projekt nr 7'],
  ]);
  expect(documentOf(story, 'accepted').text.trim()).toBe('Jawne  słowa');
  expect(letters).toBe(story.letters);
});

const region = (id: string, inner: string): string =>
  `<text:changed-region xml:id="${id}">${inner}</text:changed-region>`;
const info =
  '<office:change-info><dc:creator>Anna</dc:creator><dc:date>2026-05-01T12:00:00</dc:date></office:change-info>';

test('tracked changes have both readings, over paragraphs and in lists', () => {
  const text =
    `<text:tracked-changes>${region('i', `<text:insertion>${info}</text:insertion>`)}${region('d', `<text:deletion>${info}${p(' wójta')}${p('')}</text:deletion>`)}${region('w', `<text:deletion>${info}${p('mocno ')}</text:deletion>`)}</text:tracked-changes>` +
    p('Opłatę <text:change text:change-id="w"/>pobiera <text:change-start text:change-id="i"/>raz') +
    p('albo dwa<text:change-end text:change-id="i"/> razy.') +
    p('Decyzja<text:change text:change-id="d"/>Burmistrz.');
  expect(lines(text, 'accepted')).toEqual(['Opłatę pobiera raz', 'albo dwa razy.', 'DecyzjaBurmistrz.']);
  expect(lines(text, 'rejected')).toEqual(['Opłatę mocno pobiera  razy.', 'Decyzja wójta', 'Burmistrz.']);
  const item2 = `<text:tracked-changes>${region('d', `<text:deletion>${info}${list(item(p('stary')))}${p('')}</text:deletion>`)}</text:tracked-changes>`;
  expect(
    lines(item2 + list(item(p('<text:change text:change-id="d"/>pierwszy')) + item(p('drugi'))), 'accepted'),
  ).toEqual(['1. pierwszy', '2. drugi']);
});

test('comments keep their author and their words', () => {
  const story = readStory(
    odtToDocx(
      odt(
        p(
          `Opłata <office:annotation office:name="k"><dc:creator>Jan</dc:creator><dc:date>2026-05-01T12:00:00</dc:date>${p('Za dużo.')}</office:annotation>roczna<office:annotation-end office:name="k"/>.`,
        ),
      ),
    ).docx,
  );
  expect(story.comments.map(({ author, text }) => [author, text])).toEqual([['Jan', 'Za dużo.']]);
  expect(story.ranges.byId.size).toBe(1);
});

test('properties of the file come along', () => {
  const { docx } = odtToDocx(
    odt(p('a'), {
      'meta.xml': `<office:document-meta ${NAMESPACES}><office:meta><meta:user-defined meta:name="paragraf">x1</meta:user-defined></office:meta></office:document-meta>`,
    }),
  );
  expect(readStory(docx).file.text('docProps/custom.xml')).toContain(
    '<property name="paragraf"><vt:lpwstr>x1</vt:lpwstr>',
  );
});

test('files that would cost more than a text may are refused before they do', () => {
  const refused = (file: Uint8Array): string => {
    try {
      odtToDocx(file);
    } catch (error) {
      if (error instanceof DocxError) return error.code;
      throw error;
    }
    return 'read';
  };
  expect(
    refused(odt('', { 'content.xml': `<!DOCTYPE a [<!ENTITY b "c">]><office:document-content ${NAMESPACES}/>` })),
  ).toBe('entities');
  expect(refused(odt('<text:section>'.repeat(300) + '</text:section>'.repeat(300)))).toBe('too-big');
  expect(refused(odt(p('a').repeat(700_000)))).toBe('too-big');
  expect(
    refused(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') })),
  ).toBe('damaged');
  const repeated = `<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384">${p('x'.repeat(2000))}</table:table-cell></table:table-row></table:table>`;
  const { docx } = odtToDocx(odt(repeated));
  expect(docx.length).toBeLessThan(4_000_000);
  expect(refused(odt(repeated.repeat(20)))).toBe('too-big');
});
