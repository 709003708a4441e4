import { expect, test } from 'vitest';
import { parse } from '../parse/parse.ts';
import { outline } from '../parse/outline.ts';
import { htmlText, readHtml } from './read-html.ts';
import { looksLikeHtml } from './looks-like-html.ts';
import { countHtmlLetters, lettersRead } from './html-letters.ts';

/** Letters of the page, counted on their own, are all in the lines or named. */
function read(source: string): { lines: string[]; done: string[] } {
  const reading = readHtml(source);
  expect([source.slice(0, 60), lettersRead(reading)]).toEqual([source.slice(0, 60), countHtmlLetters(source)]);
  return { lines: reading.lines, done: reading.done.map(({ kind, words }) => `${kind}: ${words}`) };
}

const lines = (source: string): string[] => read(source).lines;

const wordItem = (label: string, words: string, { level = 1, font = '' } = {}): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span\nstyle='${font === '' ? '' : `font-family:${font};`}mso-bidi-font-family:Calibri'><span style='mso-list:Ignore'>${label}<span\nstyle='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->${words}<o:p></o:p></p>`;

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm;} @list l0:level1 {mso-level-text:"%1\\)";} --></style></head><body lang=PL style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal><b>UCHWAŁA NR 7/2026<o:p></o:p></b></p>
<p class=MsoNormal>§&nbsp;1. Na terenie
zielonym zakazuje się:<o:p></o:p></p>
${wordItem('1)', 'grodzenia;')}
${wordItem('2)', 'zabudowy, w tym:')}
${wordItem('a)', 'altan,', { level: 2 })}
${wordItem('§', 'wiat.', { level: 3, font: 'Wingdings' })}
${wordItem('o', 'garaży', { level: 3, font: '"Courier New"' })}
<!--EndFragment--></body></html>`;

test('a paste of Word keeps the marks that Word prints, and a bullet of a font of signs is a dash', () => {
  expect(read(WORD)).toEqual({
    lines: [
      'UCHWAŁA NR 7/2026',
      '§\u00a01. Na terenie zielonym zakazuje się:',
      '1) grodzenia;',
      '2) zabudowy, w tym:',
      'a) altan,',
      '– wiat.',
      '– garaży',
    ],
    done: [],
  });
  const { counts } = outline(parse(htmlText(readHtml(WORD))));
  expect(counts).toMatchObject({ paragraph: 1, point: 2, letter: 1, indent: 2 });
});

test('the other form of the same comments, and the head that Windows puts before a page', () => {
  const saved = WORD.replaceAll('<!--[if !supportLists]-->', '<![if !supportLists]>').replaceAll(
    '<!--[endif]-->',
    '<![endif]>',
  );
  expect(lines(`Version:1.0\r\nStartHTML:000000105\r\nEndHTML:000000205\r\n${saved}`)).toEqual(lines(WORD));
});

test('a paragraph of a list of Word without its mark is counted, and this is said', () => {
  const item = (level: number, words: string): string =>
    `<p class=MsoListParagraph style="mso-list:l1 level${level} lfo3">${words}</p>`;
  expect(
    read(`<p>§ 1. Zakazuje się:</p>${item(1, 'palenia')}${item(2, 'ognisk')}${item(2, 'grilla')}${item(1, 'hałasu')}`),
  ).toEqual({
    lines: ['§ 1. Zakazuje się:', '1) palenia', '1) ognisk', '2) grilla', '2) hałasu'],
    done: ['list-mark: 1) palenia', 'list-mark: 1) ognisk', 'list-mark: 2) grilla', 'list-mark: 2) hałasu'],
  });
});

test('a paragraph that is its number alone shows it, and gives it to no other', () => {
  expect(lines(`${wordItem('§ 1.', '')}<p>Słowa</p>${wordItem('·', '', { font: 'Symbol' })}<p>inne</p>`)).toEqual([
    '§ 1.',
    'Słowa',
    'inne',
  ]);
});

test('lists of LibreOffice: paragraphs in items, a start of their own, letters below points', () => {
  expect(
    lines(
      `<p>§ 2. Gmina prowadzi:</p><ol start="3"><li><p style="margin-bottom: 0cm">parki;</p></li><li><p>place:</p><ol type="a"><li><p>gier,</p></li><li><p>zabaw;</p></li></ol></li><li value="7"><p>lasy.</p></li></ol><ol type="I"><li>Dział</li></ol>`,
    ),
  ).toEqual(['§ 2. Gmina prowadzi:', '3) parki;', '4) place:', 'a) gier,', 'b) zabaw;', '7) lasy.', 'I. Dział']);
});

test('lists of Google Docs: lists right below lists, letters by the looks of the item', () => {
  expect(
    lines(
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><ol style="margin-top:0"><li dir="ltr" style="list-style-type:decimal" aria-level="1"><p dir="ltr"><span>Ustęp pierwszy</span></p></li><ol><li style="list-style-type:lower-alpha" aria-level="2"><p>litera</p></li><li style="list-style-type:lower-alpha"><p>druga</p></li></ol><li style="list-style-type:decimal"><p>Ustęp drugi</p></li></ol><ul><li><p>kropka</p></li><ul><li><p>pod nią</p></li></ul></ul></b>`,
    ),
  ).toEqual(['1. Ustęp pierwszy', 'a) litera', 'b) druga', '2. Ustęp drugi', '– kropka', '– – pod nią']);
});

test('lists of Word in a browser: one list an item, the sign by its own note', () => {
  const item = (start: number, words: string): string =>
    `<div class="ListContainerWrapper"><ol class="NumberListStyle1" role="list" start="${start}"><li data-leveltext="%1)" data-font="Calibri" role="listitem" aria-level="1"><p><span>${words}</span></p></li></ol></div>`;
  expect(lines(item(1, 'jeden;') + item(2, 'dwa.'))).toEqual(['1) jeden;', '2) dwa.']);
});

test('a number that was typed is not put there twice, and a list without marks has none', () => {
  expect(
    lines('<ol><li>1) typed</li><li>§ 5 otrzymuje</li></ol><ul style="list-style:none"><li>bez</li></ul>'),
  ).toEqual(['1) typed', '2. § 5 otrzymuje', 'bez']);
});

test('rows of tables are lines with tabs, cells keep their paragraphs together, and a frame of the page is no table', () => {
  expect(
    lines('<table><tr><th>Lp.<th>Stawka</tr><tr><td><p>1</p></td><td><p>2 zł</p><p>od osoby</p></td></tr></table>po'),
  ).toEqual(['Lp.\tStawka', '1\t2 zł od osoby', 'po']);
  expect(lines('<table><tr><td><p>§ 1. A.</p><p>§ 2. B.</p></td></tr></table>')).toEqual(['§ 1. A.', '§ 2. B.']);
});

test('a superscript behind a number does not run into it', () => {
  expect(
    lines('<p>art. 12<sup>1</sup> ust. 2, 5 m<sup>2</sup>, art. 3<span style="vertical-align:super">12</span></p>'),
  ).toEqual(['art. 12[1] ust. 2, 5 m2, art. 3[12]']);
});

test('what is left out, and what stays although it looks gone, is named', () => {
  expect(
    read(
      `<p>A<del>stare</del><ins>nowe</ins> <s>kreślone</s><span style="display:none">ukryte</span><img alt="Herb &amp; pieczęć" src="x">` +
        `<a class=msocomanchor href="#1">[JK1]</a><math><mi>a</mi><mo>=</mo><mn>2</mn></math><svg><text>w rysunku</text></svg></p><textarea>pole</textarea><input value="wpis">`,
    ),
  ).toEqual({
    lines: ['Anowe kreślonea=2'],
    done: [
      'deleted: stare',
      'inserted: nowe',
      'struck: kreślone',
      'hidden: ukryte',
      'picture: Herb & pieczęć',
      'comment: [JK1]',
      'equation: a=2',
      'object: w rysunku',
      'object: pole',
      'object: wpis',
    ],
  });
});

test('words in pointed brackets that are no mark of HTML, open ends and odd signs lose nothing', () => {
  expect(lines('<p>Rada <nazwa gminy> uchwala 3 < 5, a & b &sect; 2 &#8211; &#150; &nieznane; &oacute;</p>')).toEqual([
    'Rada <nazwa gminy> uchwala 3 < 5, a & b § 2 – – &nieznane; ó',
  ]);
  expect(lines('<p>jeden<p>dwa<li>trzy</div>cztery <b>pięć <!-- nie zamknięty')).toEqual([
    'jeden',
    'dwa',
    '– trzy',
    'cztery pięć <!-- nie zamknięty',
  ]);
  expect(lines('<p style="display:none">tak<p>nie</p><p hidden>nic</p>')).toEqual(['nie']);
  expect(lines('<p title="nothing hidden here">jest</p>')).toEqual(['jest']);
  expect(lines('a<br>b<pre>c\nd</pre>&nbsp;')).toEqual(['a', 'b', 'c', 'd']);
});

test('a page that is too large or too deep is refused before it is read', () => {
  expect(() => readHtml('x'.repeat(8_000_001))).toThrow('characters of HTML');
  expect(() => readHtml('<div>'.repeat(500))).toThrow('levels of elements');
});

test('the source of a page is told from an act', () => {
  for (const source of [WORD, '<!doctype html><p>x', 'UCHWAŁA <p>a</p><br>', 'Version:0.9\nStartHTML:1\n<p>'])
    expect([source.slice(0, 20), looksLikeHtml(source)]).toEqual([source.slice(0, 20), true]);
  for (const source of ['§ 1. Stawka < 5 zł, a <nazwa> i <adres> oraz <data>.', '', '<p>', 'a < b > c'])
    expect([source, looksLikeHtml(source)]).toEqual([source, false]);
});

test('attributes are read each by itself: what looks like one in the value of another is none', () => {
  const page =
    `<p title="style='display:none' hidden" data-style="display:none">widać</p><p style = "display : none">ukryte > x</p>` +
    '<ol data-start="9" start=3><li>trzy</ol><p class="x msoIns">wstawione</p>';
  const { lines, done } = readHtml(page);
  expect(lines).toEqual(['widać', '3. trzy', 'wstawione']);
  expect(done.map(({ kind }) => kind)).toEqual(['hidden', 'list-mark', 'inserted']);
});

test('characters written by name are read, also common ones without their end', () => {
  const { lines } = readHtml(
    '<p>&alpha;&ge;&frac12;&hellip;&Zdot;&zhcy; &lbrace;5&nbsp&percnt;&rbrace; AT&T &nosuch; &copy</p>',
  );
  expect(lines).toEqual(['α≥½…Żж {5\u00a0%} AT&T &nosuch; &copy']);
});

test('a bullet of Word below a bullet is a double tiret, whichever sign it has', () => {
  const item = (level: number, sign: string, words: string): string =>
    `<p style='mso-list:l2 level${level} lfo3'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}</span></span><![endif]>${words}</p>`;
  const { lines } = readHtml(
    `${item(1, '·', 'raz:')}${item(2, 'o', 'a,')}${item(2, 'o', 'b,')}${item(1, '·', 'dwa.')}`,
  );
  expect(lines).toEqual(['– raz:', '– – a,', '– – b,', '– dwa.']);
});
