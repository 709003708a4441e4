import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocx } from './read-docx.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** One numbered paragraph, one without a number, each name with the prefix given. */
function body(prefix: string, namespace: string): string {
  const n = prefix === '' ? '' : `${prefix}:`;
  // Attributes without a prefix are in no namespace: they need one even where elements have none.
  const [a, own] = prefix === '' ? ['q:', ` xmlns:q="${namespace}"`] : [n, ''];
  const declared = prefix === '' ? `xmlns="${namespace}"` : `xmlns:${prefix}="${namespace}"`;
  return `<?xml version="1.0"?><${n}document ${declared}${own}><${n}body><${n}p><${n}pPr><${n}numPr><${n}ilvl ${a}val="0"/><${n}numId ${a}val="1"/></${n}numPr></${n}pPr><${n}r><${n}t>Raz.</${n}t></${n}r></${n}p><${n}p><${n}r><${n}t>Dwa.</${n}t></${n}r></${n}p></${n}body></${n}document>`;
}

const numbering = (namespace: string): string =>
  `<x:numbering xmlns:x="${namespace}"><x:abstractNum x:abstractNumId="0"><x:lvl x:ilvl="0"><x:start x:val="1"/><x:numFmt x:val="decimal"/><x:lvlText x:val="§ %1."/></x:lvl></x:abstractNum><x:num x:numId="1"><x:abstractNumId x:val="0"/></x:num></x:numbering>`;

const relations = (office: string, ...targets: [kind: string, target: string][]): string =>
  `<p:Relationships xmlns:p="${RELATIONS}">${targets.map(([kind, target], id) => `<p:Relationship Id="r${id}" Type="${office}/${kind}" Target="${target}"/>`).join('')}</p:Relationships>`;

const pack = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const EXPECTED = '§ 1. Raz.\n\nDwa.\n';

test('a document reads the same under any prefix, without one, and saved as Strict', () => {
  for (const namespace of [W, STRICT])
    for (const prefix of ['w', 'ns0', 'v', '']) {
      expect(
        readDocx(pack({ 'word/document.xml': body(prefix, namespace), 'word/numbering.xml': numbering(namespace) }))
          .text,
        `${prefix} ${namespace}`,
      ).toBe(EXPECTED);
    }
});

test('a prefix of ours that stands for another namespace does not stand for ours', () => {
  const foreign = `<d:document xmlns:d="${W}"><d:body><d:p><d:r><d:t>Raz.</d:t></d:r></d:p><w:p xmlns:w="urn:other"><w:r><w:t>nic</w:t></w:r></w:p></d:body></d:document>`;
  expect(readDocx(pack({ 'word/document.xml': foreign })).text).toBe('Raz.\n');
});

test('the main part and its lists are found by what refers to them, wherever they stand', () => {
  const cases: [main: string, target: string, list: string, listTarget: string][] = [
    ['word/document2.xml', 'word/document2.xml', 'word/numbering7.xml', 'numbering7.xml'],
    ['tekst/akt.xml', '/tekst/akt.xml', 'listy/n.xml', '../listy/n.xml'],
    ['Word/Document.xml', 'word/document.xml', 'word/Numbering.XML', './numbering.xml'],
  ];
  for (const office of [OFFICE, STRICT_OFFICE])
    for (const [main, target, list, listTarget] of cases) {
      const at = target.replace(/^\//, '');
      const rels = `${at.slice(0, at.lastIndexOf('/'))}/_rels/${at.slice(at.lastIndexOf('/') + 1)}.rels`;
      const bytes = pack({
        '_rels/.rels': relations(office, ['metadata/core-properties', 'docProps/core.xml'], ['officeDocument', target]),
        [main]: body('w', W),
        [rels]: relations(office, ['numbering', listTarget]),
        [list]: numbering(W),
      });
      expect(readDocx(bytes).text, main).toBe(EXPECTED);
    }
});

test('a reference to nothing leaves the usual name', () => {
  expect(
    readDocx(
      pack({
        '_rels/.rels': relations(OFFICE, ['officeDocument', 'word/gone.xml']),
        'word/document.xml': body('w', W),
        'word/numbering.xml': numbering(W),
      }),
    ).text,
  ).toBe(EXPECTED);
});
