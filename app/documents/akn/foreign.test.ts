import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderText, walkUnits } from '#app/text/index.ts';
import { propertyRuns } from '#app/text/testing/arbitrary.ts';
import { readAkn } from './read-akn.ts';
import { toAkn } from './to-akn.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

function file(inner: string, { root = 'act', namespace = NAMESPACE, beside = '' } = {}): string {
  return `<?xml version="1.0"?>\n<!-- made elsewhere -->\n<akomaNtoso xmlns="${namespace}"><${root} name="act"><meta><identification source="#x"><FRBRWork><FRBRthis value="/x"/></FRBRWork></identification></meta>${inner}</${root}>${beside}</akomaNtoso>`;
}

function textOf(source: string): string {
  const { act } = readAkn(source);
  const text = renderText(act);
  expect(renderText(readAkn(toAkn(act, { date: '2026-05-01T12:00:00Z', amendments: [] })).act)).toBe(text);
  return text;
}

function keptIn(source: string): string[] {
  return readAkn(source)
    .act.problems.filter(({ code }) => code === 'kept-as-text')
    .map(({ message }) => /„(.+?)”/.exec(message.pl)?.[1] ?? '');
}

test('units of another tradition keep marks, headings, order and words as text, and each kind is named', () => {
  const source = file(`<preface><longTitle><p>Przepisy o <docTitle>placach zabaw</docTitle></p></longTitle></preface>
    <body><part eId="p1"><num>I</num><heading>Ogólne</heading>
      <section><num>1.</num><heading>Zakres</heading><subsection><num>(1)</num><content><p>Plac jest
        otwarty.</p></content></subsection><subsection><num>(2)</num><intro><p>Zakazane jest:</p></intro>
        <paragraph><num>(a)</num><content><p>palenie;</p></content></paragraph><wrapUp><p>zawsze i wszędzie.</p></wrapUp></subsection></section></part></body>
    <conclusions><p>Podpisano: burmistrz</p></conclusions>`);
  expect(textOf(source)).toBe(
    'Przepisy o placach zabaw\n\nI Ogólne\n\n1. Zakres\n\n(1) Plac jest otwarty.\n\n(2) Zakazane jest:\n\n(a) palenie;\n\nzawsze i wszędzie.\n\nPodpisano: burmistrz\n',
  );
  expect(keptIn(source)).toEqual(
    expect.arrayContaining(['longTitle', 'part', 'section', 'subsection', 'paragraph', 'conclusions']),
  );
  expect([...walkUnits(readAkn(source).act)].map(({ type }) => type)).not.toContain('paragraph');
});

test('Polish units of another program are units', () => {
  const source = file(
    '<body><paragraph><num>§ 1.</num><subsection><num>1.</num><intro><p>Lista:</p></intro><point><num>1)</num><content><p>jeden;</p></content></point></subsection></paragraph></body>',
  );
  expect([...walkUnits(readAkn(source).act)].map(({ citation }) => citation)).toEqual([
    '§ 1',
    '§ 1 ust. 1',
    '§ 1 ust. 1 pkt 1',
  ]);
  expect(keptIn(source)).toEqual([]);
});

test('lists, tables, notes, pictures, raised numbers and deleted words stay in place', () => {
  const source =
    file(`<body><section><num>1.</num><content><p>Zgodnie z art. 12<sup>1</sup> oraz uchwałą<authorialNote marker="2"><p>Dz. U. poz. 7.</p></authorialNote>.</p>
    <blockList><listIntroduction>Stawki:</listIntroduction><item><num>a.</num><p>niska,</p></item><item><num>b.</num><p>wysoka</p></item><listWrapUp>od dziś.</listWrapUp></blockList>
    <table><caption>Opłaty</caption><tr><th><p>Lp.</p></th><th><p>Kwota</p></th></tr><tr><td><p>1</p></td><td><p>10 zł</p></td></tr></table>
    <p>Dalej <del>nigdy</del> <ins>zawsze</ins> <img src="x.png" alt="herb gminy"/>.<eol/>Nowy wiersz.</p></content></section></body>`);
  const text = textOf(source);
  expect(text).toContain(
    'art. 12[1] oraz uchwałą[2].\n\n[2] Dz. U. poz. 7.\n\nStawki:\n\na. niska,\n\nb. wysoka\n\nod dziś.\n\nOpłaty\n\nLp.\tKwota\n\n1\t10 zł\n\nDalej [skreślono: nigdy] zawsze [obraz: herb gminy].\n\nNowy wiersz.',
  );
  expect(keptIn(source)).toEqual(expect.arrayContaining(['blockList', 'table', 'del', 'img']));
});

test('notes of the head, annexes in components and beside the document, and private elements come in', () => {
  const source = `<a:akomaNtoso xmlns:a="${NAMESPACE}"><a:act><a:meta><a:notes source="#x"><a:note eId="n1"><a:p>Przypis z nagłówka.</a:p></a:note><a:note eId="n2"><a:p>Nieprzywołany.</a:p></a:note></a:notes></a:meta>
    <a:running><a:p>Żywa pagina</a:p></a:running><a:body><a:hcontainer name="xyz"><a:content><a:p>Treść<a:noteRef href="#n1" marker="*"/></a:p></a:content></a:hcontainer></a:body>
    <a:components><a:component><a:doc name="schedule"><a:meta/><a:mainBody><a:p>Załącznik pierwszy</a:p></a:mainBody></a:doc></a:component></a:components></a:act>
    <a:components><a:component><a:doc name="schedule"><a:meta/><a:mainBody><a:p>Załącznik drugi</a:p></a:mainBody></a:doc></a:component></a:components></a:akomaNtoso>`;
  expect(textOf(source)).toBe(
    'Żywa pagina\n\nTreść[*]\n\n[*] Przypis z nagłówka.\n\nNieprzywołany.\n\nZałącznik pierwszy\n\nZałącznik drugi\n',
  );
});

test('collections, portions and older versions are read; debates, judgments and other XML are refused', () => {
  expect(
    textOf(
      file('<portionBody><section><num>7.</num><content><p>Wyjątek.</p></content></section></portionBody>', {
        root: 'portion',
      }),
    ),
  ).toBe('7. Wyjątek.\n');
  expect(
    textOf(
      file('<body><section><content><p>Stara wersja.</p></content></section></body>', {
        namespace: 'http://www.akomantoso.org/2.0',
      }),
    ),
  ).toBe('Stara wersja.\n');
  expect(() => readAkn(file('<debateBody><p>Mowa</p></debateBody>', { root: 'debate' }))).toThrow(
    'no act or bill but debate',
  );
  expect(() => readAkn('<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Strona</p></body></html>')).toThrow(
    'XML, but no Akoma Ntoso',
  );
  expect(() => readAkn('<akomaNtoso><act/></akomaNtoso>')).toThrow('XML, but no Akoma Ntoso');
});

const NAMES = [
  'p',
  'section',
  'part',
  'article',
  'paragraph',
  'list',
  'point',
  'content',
  'intro',
  'wrapUp',
  'blockList',
  'item',
  'table',
  'tr',
  'td',
  'quotedStructure',
  'num',
  'heading',
  'b',
  'ref',
  'eol',
  'authorialNote',
  'conclusions',
  'container',
  'zupełnieInny',
  'foreign',
  'crossHeading',
  'mod',
  'ul',
  'li',
  'del',
  'caption',
  'hcontainer',
  'doc',
  'meta2',
  'attachment',
  'sup',
];

type Tree = { name: string; children: (Tree | string)[] };

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom(...NAMES),
    children: fc.array(fc.oneof({ maxDepth: 5 }, fc.constant('słowo'), tie('tree')), { maxLength: 4 }),
  }),
})).tree;

/** Writes a tree with a number of its own for each word. */
function write(node: Tree | string, count: { next: number }): string {
  if (typeof node === 'string') return ` wyraz${count.next++}x `;
  return `<${node.name}>${node.children.map((one) => write(one, count)).join('')}</${node.name}>`;
}

test('whatever is nested in whatever, each word comes in once', () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (trees) => {
      const count = { next: 0 };
      const body = trees.map((one) => write(one, count)).join('\n');
      const text = renderText(readAkn(file(`<body>${body}</body>`)).act);
      const found = [...text.matchAll(/wyraz(\d+)x/g)].map(([, digits]) => Number(digits)).sort((a, b) => a - b);
      expect(found).toEqual(Array.from({ length: count.next }, (_, i) => i));
    }),
    { numRuns: propertyRuns(300) },
  );
});
