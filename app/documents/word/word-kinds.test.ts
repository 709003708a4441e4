import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocx } from '#app/text/docx/read-docx.ts';
import { by, lineOf, numbered, rootOf, runOf, wordOf } from '../testing/word-parts.ts';
import { readTrackedDocx } from './read-tracked.ts';
import { toReadingJson } from './reading-json.ts';

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const both = (bytes: Uint8Array): [string[], string[]] => {
  const { text, accepted } = readTrackedDocx(bytes);
  expect([readDocx(bytes, 'rejected').text, readDocx(bytes).text]).toEqual([text, accepted]);
  return [lines(text), lines(accepted)];
};
const listed = (bytes: Uint8Array): string[][] =>
  readTrackedDocx(bytes).unsupported.map(({ code, words }) => [code, words]);

const t = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;
const e = (inside: string, name = 'e'): string => `<m:${name}>${inside}</m:${name}>`;
const chr = (of: string, value: string): string => `<m:${of}Pr><m:chr m:val="${value}"/></m:${of}Pr>`;
const equations: [name: string, xml: string, line: string][] = [
  ['fraction', `<m:f><m:num>${t('a+b')}</m:num><m:den>${t('c')}</m:den></m:f>`, '(a+b)/c'],
  [
    'fraction in a fraction',
    `<m:f><m:num>${t('1')}</m:num><m:den><m:f><m:num>${t('x')}</m:num><m:den>${t('2')}</m:den></m:f></m:den></m:f>`,
    '1/(x/2)',
  ],
  ['power', `<m:sSup>${e(t('x'))}<m:sup>${t('n+1')}</m:sup></m:sSup>`, 'x^(n+1)'],
  ['index', `<m:sSub>${e(t('O'))}<m:sub>${t('max')}</m:sub></m:sSub>`, 'O_max'],
  ['index and power', `<m:sSubSup>${e(t('x'))}<m:sub>${t('i')}</m:sub><m:sup>${t('2')}</m:sup></m:sSubSup>`, 'x_i^2'],
  ['power of a sum', `<m:sSup>${e(t('a+b'))}<m:sup>${t('2')}</m:sup></m:sSup>`, '(a+b)^2'],
  ['square root', `<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/>${e(t('x+1'))}</m:rad>`, '√(x+1)'],
  ['third root', `<m:rad><m:deg>${t('3')}</m:deg>${e(t('x'))}</m:rad>`, '√[3](x)'],
  [
    'sum',
    `<m:nary>${chr('nary', '∑')}<m:sub>${t('i=1')}</m:sub><m:sup>${t('n')}</m:sup>${e(t('k'))}</m:nary>`,
    '∑_(i=1)^n k',
  ],
  ['integral', `<m:nary><m:sub>${t('0')}</m:sub><m:sup>${t('1')}</m:sup>${e(t('f'))}</m:nary>`, '∫_0^1 f'],
  ['delimiters', `<m:d>${e(t('a'))}${e(t('b'))}</m:d>`, '(a|b)'],
  [
    'other delimiters',
    `<m:d><m:dPr><m:begChr m:val="⌈"/><m:sepChr m:val=";"/><m:endChr m:val="⌉"/></m:dPr>${e(t('a'))}${e(t('b'))}</m:d>`,
    '⌈a;b⌉',
  ],
  [
    'one delimiter',
    `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>${e(`<m:eqArr>${e(t('a=1'))}${e(t('b=2'))}</m:eqArr>`)}</m:d>`,
    '{a=1; b=2',
  ],
  [
    'matrix',
    `<m:d>${e(`<m:m><m:mr>${e(t('a'))}${e(t('b'))}</m:mr><m:mr>${e(t('c'))}${e(t('d'))}</m:mr></m:m>`)}</m:d>`,
    '(a, b; c, d)',
  ],
  ['hat', `<m:acc>${e(t('x'))}</m:acc>`, 'x\u0302'],
  ['arrow above', `<m:acc>${chr('acc', '\u20d7')}${e(t('v'))}</m:acc>`, 'v\u20d7'],
  ['bar', `<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>${e(t('x'))}</m:bar>`, 'x\u0305'],
  ['function', `<m:func><m:fName>${t('log')}</m:fName>${e(t('x+1'))}</m:func>`, 'log (x+1)'],
  ['limit', `<m:limLow>${e(t('min'))}<m:lim>${t('i')}</m:lim></m:limLow>`, 'min_i'],
  [
    'binomial',
    `<m:f><m:fPr><m:type m:val="noBar"/></m:fPr><m:num>${t('n')}</m:num><m:den>${t('k')}</m:den></m:f>`,
    '(n; k)',
  ],
  ['box and unknown wrapper', `<m:borderBox>${e(t('a'))}</m:borderBox><m:odd>${t('b')}</m:odd>`, 'ab'],
];

for (const [name, xml, line] of equations) {
  test(`an equation is a line of text in its place: ${name}`, () => {
    const bytes = wordOf(lineOf(`${runOf('Opłata: ')}<m:oMath>${xml}</m:oMath>${runOf(' zł.')}`));
    expect(both(bytes)).toEqual([[`Opłata: ${line} zł.`], [`Opłata: ${line} zł.`]]);
    expect(listed(bytes)).toEqual([['equation', line]]);
  });
}

test('equations stand between paragraphs, in blocks, in changes and in cells, and a change within one gives both', () => {
  const math = (inside: string): string => `<m:oMath>${inside}</m:oMath>`;
  expect(
    both(
      wordOf(
        lineOf(`<m:oMathPara>${math(t('a=1'))}${math(t('b=2'))}</m:oMathPara>`) +
          `<m:oMathPara>${math(t('c=3'))}</m:oMathPara>`,
      ),
    )[1],
  ).toEqual(['a=1', 'b=2', 'c=3']);
  expect(both(wordOf(lineOf(`${runOf('P = ')}${by('ins', math(t('a')))}${by('del', math(t('b')))}`)))).toEqual([
    ['P = b'],
    ['P = a'],
  ]);
  const changed = wordOf(lineOf(math(`${t('x+')}${by('del', t('1'))}${by('ins', t('2'))}`)));
  expect(both(changed)).toEqual([['x+1'], ['x+2']]);
  expect(readTrackedDocx(changed).changes.map(({ kind, author, text }) => [kind, author, text])).toEqual([
    ['delete', 'Anna', 'x+1'],
    ['insert', 'Anna', 'x+2'],
  ]);
  expect(
    both(
      wordOf(`<w:tbl><w:tr><w:tc>${lineOf(math(t('k')))}</w:tc><w:tc>${lineOf(runOf('b'))}</w:tc></w:tr></w:tbl>`),
    )[1],
  ).toEqual(['k\tb']);
  expect(toReadingJson(readTrackedDocx(changed)).unsupported).toEqual([
    'an equation (wzór) was written as text by Anna, 2026-01-02T03:04:00Z: "x+2"',
  ]);
});

const picture = (alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const box = (inside: string): string =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const twoForms = (inside: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${box(inside)}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
const field = (code: string, result: string | null): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${result === null ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const kinds: [name: string, make: () => Uint8Array, accepted: string[], named: string[][]][] = [
  [
    'hidden words',
    () => wordOf(lineOf(`${runOf('Widać')}${runOf(' nie', '<w:vanish/>')}${runOf(' wcale', '<w:vanish/>')}.`)),
    ['Widać'],
    [['hidden', ' nie wcale']],
  ],
  [
    'words hidden by a style',
    () =>
      wordOf(
        lineOf(
          `${runOf('Widać')}${runOf('nie', '<w:rStyle w:val="H"/>')}${runOf(' tak', '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')}`,
        ),
        [
          [
            'styles',
            'styles.xml',
            rootOf(
              'w:styles',
              '<w:style w:type="character" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="H"><w:basedOn w:val="B"/></w:style>',
            ),
          ],
        ],
      ),
    ['Widać tak'],
    [['hidden', 'nie']],
  ],
  [
    'a picture',
    () => wordOf(lineOf(`${runOf('Mapa:')}${picture('Plan ulic')}`)),
    ['Mapa:'],
    [['picture', 'Plan ulic']],
  ],
  ['a picture without a description', () => wordOf(lineOf(picture(''))), [], [['picture', '']]],
  [
    'an old picture',
    () => wordOf(lineOf('<w:r><w:pict><v:shape alt="Herb"><v:imagedata r:id="x"/></v:shape></w:pict></w:r>')),
    [],
    [['picture', 'Herb']],
  ],
  [
    'an embedded object',
    () =>
      wordOf(
        lineOf(
          '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
        ),
      ),
    [],
    [['object', 'Excel.Sheet.12']],
  ],
  [
    'words drawn as a picture',
    () => wordOf(lineOf('<w:r><w:pict><v:shape><v:textpath string="PROJEKT"/></v:shape></w:pict></w:r>')),
    [],
    [['shape', 'PROJEKT']],
  ],
  [
    'a header and a footer',
    () =>
      wordOf(lineOf(runOf('Treść')), [
        ['header', 'header1.xml', rootOf('w:hdr', lineOf(runOf('Druk nr 7')))],
        ['footer', 'stopka.xml', rootOf('w:ftr', lineOf(runOf('Poufne')))],
        [
          'footer',
          'footer2.xml',
          rootOf('w:ftr', lineOf(`${runOf('Strona ')}${field('PAGE', runOf('2'))}${runOf(' z 7')}`)),
        ],
      ]),
    ['Treść'],
    [
      ['header', 'Druk nr 7'],
      ['footer', 'Poufne'],
    ],
  ],
  [
    'a text box in two forms',
    () => wordOf(lineOf(`${runOf('Przed')}<w:r>${twoForms(lineOf(runOf('W polu')))}</w:r>`)),
    ['Przed', 'W polu'],
    [['text-box', 'W polu']],
  ],
  [
    'two forms between runs and between paragraphs',
    () =>
      wordOf(
        `${lineOf(`<mc:AlternateContent><mc:Choice Requires="x">${runOf('raz')}</mc:Choice><mc:Fallback>${runOf('raz')}</mc:Fallback></mc:AlternateContent>`)}<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>${lineOf(runOf('dwa'))}</mc:Fallback></mc:AlternateContent>`,
      ),
    ['raz', 'dwa'],
    [],
  ],
  [
    'two forms that differ',
    () =>
      wordOf(
        lineOf(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>jedno</w:t></mc:Choice><mc:Fallback><w:t>drugie</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      ),
    ['jedno'],
    [['unknown', 'drugie']],
  ],
  [
    'a reading above words',
    () =>
      wordOf(
        lineOf(`<w:r><w:ruby><w:rt>${runOf('czyt')}</w:rt><w:rubyBase>${runOf('słowo')}</w:rubyBase></w:ruby></w:r>`),
      ),
    ['słowo(czyt)'],
    [['ruby', 'czyt']],
  ],
  [
    'SmartArt',
    () =>
      wordOf(lineOf(`${runOf('Schemat')}<w:r><w:drawing><dgm:relIds r:dm="r1"/></w:drawing></w:r>`), [
        [
          'diagramData',
          'diagrams/data1.xml',
          rootOf(
            'dgm:dataModel',
            '<dgm:pt><dgm:t><a:p><a:r><a:t>Wójt</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Rada</a:t></a:r></a:p></dgm:t></dgm:pt>',
          ),
        ],
      ]),
    ['Schemat', 'Wójt', 'Rada'],
    [['diagram', 'Wójt Rada']],
  ],
  [
    'a chart',
    () =>
      wordOf(lineOf('<w:r><w:drawing><wp:docPr descr="Wykres"/><c:chart r:id="r1"/></w:drawing></w:r>'), [
        [
          'chart',
          'charts/chart1.xml',
          rootOf('c:chartSpace', '<a:p><a:r><a:t>Dochody</a:t></a:r></a:p><c:v>2025</c:v>'),
        ],
      ]),
    [],
    [['chart', 'Wykres; Dochody; 2025']],
  ],
  [
    'a page put in',
    () =>
      wordOf(`${lineOf(runOf('Przed'))}<w:altChunk r:id="r1"/>`, [
        [
          'aFChunk',
          'chunk.html',
          '<html><head><title>x</title><style>p{}</style></head><body><p>W &amp; środku</p><ol><li>raz</li><li>dwa</li></ol></body></html>',
        ],
      ]),
    ['Przed', 'W & środku', '1. raz', '2. dwa'],
    [['chunk', 'W & środku 1. raz 2. dwa']],
  ],
  [
    'a file put in that is not read',
    () => wordOf('<w:altChunk r:id="r1"/>', [['aFChunk', 'chunk.rtf', '{\\rtf1 x}']]),
    [],
    [['object', 'chunk.rtf']],
  ],
  [
    'content controls',
    () =>
      wordOf(
        `<w:sdt><w:sdtPr/><w:sdtContent>${lineOf(`<w:sdt><w:sdtContent>${runOf('Wpisz')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ),
    ['Wpisz'],
    [],
  ],
  [
    'fields with and without a result',
    () =>
      wordOf(
        lineOf(
          `${field('REF x', runOf('§ 3'))}${runOf(' i ')}${field('SEQ a', null)}${field('IF "a"', null)}${field('XE "hasło"', null)}`,
        ),
      ),
    ['§ 3 i'],
    [
      ['field', 'SEQ a'],
      ['field', 'IF "a"'],
    ],
  ],
  [
    'a field that never ends takes no words',
    () => wordOf(lineOf(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${runOf('Słowa')}`) + lineOf(runOf('dalej'))),
    ['Słowa', 'dalej'],
    [],
  ],
  [
    'symbols',
    () =>
      wordOf(
        lineOf(
          '<w:r><w:sym w:font="Symbol" w:char="F0A3"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 3" w:char="F041"/></w:r>',
        ),
      ),
    ['≤α☑•'],
    [['symbol', 'Wingdings 3 F041']],
  ],
  [
    'an element nobody knows',
    () =>
      wordOf(
        `${lineOf(`${runOf('a')}<w:odd>${runOf('nie gub')}</w:odd>`)}<w:strange>${lineOf(runOf('mnie też'))}</w:strange>`,
      ),
    ['a'],
    [
      ['unknown', 'nie gub'],
      ['unknown', 'mnie też'],
    ],
  ],
  [
    'a note nobody refers to',
    () =>
      wordOf(lineOf(runOf('a')), [
        [
          'footnotes',
          'footnotes.xml',
          rootOf(
            'w:footnotes',
            `<w:footnote w:id="1" w:type="separator">${lineOf('<w:r><w:separator/></w:r>')}</w:footnote><w:footnote w:id="2">${lineOf(runOf('Sierota'))}</w:footnote>`,
          ),
        ],
      ]),
    ['a'],
    [['note', 'Sierota']],
  ],
];

for (const [name, make, accepted, named] of kinds) {
  test(`nothing of a document is dropped without a word: ${name}`, () => {
    const bytes = make();
    expect([both(bytes)[1], listed(bytes)]).toEqual([accepted, named]);
  });
}

test('an inserted text box is in the new text alone, with its author; a removed one in the old', () => {
  const bytes = wordOf(
    lineOf(runOf('Raz')) +
      lineOf(by('ins', `<w:r>${twoForms(lineOf(runOf('§ 1a. Nowe')))}</w:r>`)) +
      lineOf(by('del', `<w:r>${twoForms(lineOf(runOf('Stare')))}</w:r>`)),
  );
  expect(both(bytes)).toEqual([
    ['Raz', 'Stare'],
    ['Raz', '§ 1a. Nowe'],
  ]);
  expect(readTrackedDocx(bytes).changes.map(({ kind, author, text }) => [kind, author, text])).toEqual([
    ['insert', 'Anna', '§ 1a. Nowe'],
    ['delete', 'Anna', 'Stare'],
  ]);
});

const item = (words: string, at = 0): string => lineOf(runOf(words), numbered(at));

test('moved and deleted numbered paragraphs leave no empty number and shift nothing in either reading', () => {
  const from = lineOf(by('moveFrom', runOf('b')), `${numbered(0)}<w:rPr>${by('moveFrom')}</w:rPr>`);
  const to = lineOf(by('moveTo', runOf('b')), `${numbered(0)}<w:rPr>${by('moveTo')}</w:rPr>`);
  expect(both(wordOf(item('a') + from + item('c') + to + item('d')))).toEqual([
    ['1. a', '2. b', '3. c', '4. d'],
    ['1. a', '2. c', '3. b', '4. d'],
  ]);
  const gone = lineOf(by('del', runOf('b')), `${numbered(0)}<w:rPr>${by('del')}</w:rPr>`);
  expect(both(wordOf(item('a') + gone + item('c')))).toEqual([
    ['1. a', '2. b', '3. c'],
    ['1. a', '2. c'],
  ]);
  const wrapped = by('moveFrom', item('b')) + item('c') + by('moveTo', item('b'));
  expect(both(wordOf(item('a') + wrapped))).toEqual([
    ['1. a', '2. b', '3. c'],
    ['1. a', '2. c', '3. b'],
  ]);
  const unmarked = lineOf(by('moveFrom', runOf('b')), numbered(0));
  expect(both(wordOf(item('a') + unmarked + item('c')))).toEqual([
    ['1. a', '2. b', '3. c'],
    ['1. a', '2. c'],
  ]);
});

test('deleted and inserted rows count for their own reading alone, marked in their words or not', () => {
  const row = (change: string, words: string): string =>
    `<w:tr><w:trPr>${change}</w:trPr><w:tc>${lineOf('', numbered(0))}</w:tc><w:tc>${lineOf(runOf(words))}</w:tc></w:tr>`;
  expect(
    both(wordOf(`<w:tbl>${row('', 'a')}${row(by('del'), 'b')}${row(by('ins'), 'c')}${row('', 'd')}</w:tbl>`)),
  ).toEqual([
    ['1.\ta', '2.\tb', '3.\td'],
    ['1.\ta', '2.\tc', '3.\td'],
  ]);
  const cell = (change: string, words: string): string =>
    `<w:tc><w:tcPr>${change}</w:tcPr>${lineOf(runOf(words))}</w:tc>`;
  expect(both(wordOf(`<w:tbl><w:tr>${cell('', 'a')}${cell(by('cellDel'), 'b')}</w:tr></w:tbl>`))).toEqual([
    ['a\tb'],
    ['a'],
  ]);
});

test('numbering that a change gave, took or replaced is read both ways and listed as numbering', () => {
  const change = (old: string): string => by('pPrChange', `<w:pPr>${old}</w:pPr>`);
  const given = wordOf(
    lineOf(runOf('a'), numbered(0) + change('')) + lineOf(runOf('b'), numbered(0) + change('<w:jc w:val="both"/>')),
  );
  expect(both(given)).toEqual([
    ['a', 'b'],
    ['1. a', '2. b'],
  ]);
  expect(listed(given)).toEqual([
    ['numbering', 'a'],
    ['numbering', 'b'],
  ]);
  expect(both(wordOf(item('a') + lineOf(runOf('b'), change(numbered(0))) + item('c')))).toEqual([
    ['1. a', '2. b', '3. c'],
    ['1. a', 'b', '2. c'],
  ]);
  expect(both(wordOf(lineOf(runOf('a'), numbered(0, by('ins')))))).toEqual([['a'], ['1. a']]);
  expect(
    both(
      wordOf(lineOf(runOf('a'), numbered(0, '<w:numberingChange w:id="1" w:author="Anna" w:original="%1:7:4:)"/>'))),
    ),
  ).toEqual([['g) a'], ['1. a']]);
  expect(listed(wordOf(lineOf(runOf('a'), change('<w:jc w:val="both"/>'))))).toEqual([['format', 'a']]);
});

test('a level whose parent has no paragraph counts the parent as begun', () => {
  expect(both(wordOf([1, 1, 0, 2, 2, 1, 0].map((at) => item('x', at)).join('')))[1]).toEqual([
    '1.1. x',
    '1.2. x',
    '2. x',
    'a) x',
    'b) x',
    '2.2. x',
    '3. x',
  ]);
});

test('a comment has the words of its tables, lists and boxes', () => {
  const comment = `<w:comment w:id="1" w:author="Jan" w:date="2026-01-02T03:04:00Z">${lineOf(runOf('Zob.:'))}<w:tbl><w:tr><w:tc>${lineOf(runOf('Gmina'))}</w:tc><w:tc>${lineOf(runOf('8 zł'))}</w:tc></w:tr></w:tbl>${lineOf(`<w:r>${box(lineOf(runOf('w polu')))}</w:r>`)}</w:comment>`;
  const body = lineOf(
    `<w:commentRangeStart w:id="1"/>${runOf('Opłata')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
  );
  expect(readTrackedDocx(wordOf(body, [['comments', 'comments.xml', rootOf('w:comments', comment)]])).comments).toEqual(
    [
      {
        author: 'Jan',
        date: '2026-01-02T03:04:00Z',
        text: 'Zob.:\nGmina\t8 zł\nw polu',
        words: 'Opłata',
        citation: '',
      },
    ],
  );
});

const shared = join(process.cwd(), '..', 'shared', 'data', 'documents');

test.skipIf(!existsSync(shared))('the small documents of others show what they hold', () => {
  const read = (name: string) => toReadingJson(readTrackedDocx(readFileSync(join(shared, name))));
  expect(lines(read('equation.docx').text).slice(5, 7)).toEqual([
    '§ 1. Opłatę oblicza się według wzoru: O = S × P, gdzie S to stawka.',
    'K = W + Z',
  ]);
  expect(lines(read('orphan-level.docx').text).slice(6, 8)).toEqual(['1.1. emeryci;', '1.2. renciści.']);
  expect(read('document2.docx').text).toBe(read('prefix-ns0.docx').text);
  expect(read('header.docx').unsupported).toHaveLength(1);
  expect(read('tracked-numbering.docx').text).not.toContain('1)');
  expect(() => read('comment-blowup.docx')).toThrow('the comments are about more than 16000000 characters together');
});
