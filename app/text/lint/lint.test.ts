import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from '../parse/parse.ts';
import type { Problem } from '../tree/types.ts';
import { lint } from './lint.ts';
import { findReferences } from '../references/references.ts';
import { PROBLEM_NAMES } from './names.ts';
import { properReference } from './references.ts';

const FRONT =
  'UCHWAŁA NR 1\nRADY GMINY WZÓR\nz dnia 1 maja 2020 r.\nw sprawie wzoru\n\nNa podstawie art. 18 ust. 1 ustawy o samorządzie gminnym uchwala się, co następuje:\n\n';
const END = '\n\n§ 9. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.\n';

function check(source: string): Problem[] {
  return lint(parse(source), source);
}

function codes(body: string): string[] {
  return check(FRONT + body).map((problem) => problem.code);
}

test('a well-drafted act has no findings', () => {
  const source = `${FRONT}Rozdział 1\nPrzepisy ogólne\n\n§ 1. 1. Uchwała określa zasady:\n\n1) zgłaszania uwag;\n\n2) ogłaszania wyników:\n\na) w urzędzie,\n\nb) w internecie.\n\n2. Do spraw, o których mowa w ust. 1, stosuje się § 2.\n\n§ 2. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.\n`;
  expect(check(source)).toEqual([]);
});

test('missing title, legal basis and entry into force', () => {
  expect(check('§ 1. Treść.\n').map((problem) => problem.code)).toEqual([
    'missing-title',
    'missing-legal-basis',
    'missing-entry-into-force',
  ]);
  expect(check('')).toEqual([]);
});

test('entry into force that is not the last provision', () => {
  expect(codes('§ 1. Uchwała wchodzi w życie z dniem podjęcia.\n\n§ 2. Wykonanie powierza się wójtowi.\n')).toEqual([
    'entry-into-force-not-last',
  ]);
});

test('a lone ust. and a list of one', () => {
  expect(codes(`§ 8. 1. Jedyny ustęp:\n\n1) jedyny punkt.${END}`)).toEqual([
    'number-gap',
    'lone-subsection',
    'lone-item',
  ]);
});

test('wrong end marks carry a fix of the line', () => {
  const problems = check(
    `${FRONT}§ 1. 1. Zdanie bez kropki\n\n2. Wstęp\n\n1) raz,\n\n2) dwa${END.replace('§ 9', '§ 2')}`,
  );
  expect(problems.map((problem) => [problem.code, problem.fix?.before, problem.fix?.after])).toEqual([
    ['missing-full-stop', '§ 1. 1. Zdanie bez kropki', '§ 1. 1. Zdanie bez kropki.'],
    ['missing-colon', '2. Wstęp', '2. Wstęp:'],
    ['wrong-end-mark', '1) raz,', '1) raz;'],
    ['wrong-end-mark', '2) dwa', '2) dwa.'],
  ]);
  expect(
    problems.every(
      (problem) => problem.rule?.startsWith('ZTP §') && problem.message.pl !== '' && problem.message.en !== '',
    ),
  ).toBe(true);
});

test('with a common part the items end with commas', () => {
  expect(
    codes(`§ 1. Wniosek składa:\n\n1) radny,\n\n2) mieszkaniec\n\n– na piśmie.${END.replace('§ 9', '§ 2')}`),
  ).toEqual([]);
});

test('dangling references are errors, lost signs and loose spelling carry fixes', () => {
  const problems = check(
    `${FRONT}§ 1. 1. Raz, o czym mowa w § 7.\n\n2. Dwa, o czym mowa w 1 ust. 1.\n\n3. Trzy, o czym mowa w §1 ust.2.${END.replace('§ 9', '§ 2')}`,
  );
  expect(problems.map((problem) => [problem.code, problem.severity, problem.fix?.after ?? null])).toEqual([
    ['dangling-reference', 'error', null],
    ['lost-paragraph-sign', 'warning', '2. Dwa, o czym mowa w § 1 ust. 1.'],
    ['reference-style', 'info', '3. Trzy, o czym mowa w § 1 ust. 2.'],
  ]);
});

test('letters with diacritics and marks of another form', () => {
  expect(codes(`§ 1 Wstęp:\n\n1/ raz:\n\na) x,\n\ną) y;\n\n2/ dwa.${END.replace('§ 9', '§ 2')}`)).toEqual([
    'odd-mark',
    'odd-mark',
    'number-gap',
    'letter-outside-alphabet',
    'odd-mark',
  ]);
});

test('a chapter without a title, and a title with a full stop', () => {
  const problems = check(
    `${FRONT}Rozdział 1\nOgólne.\n\n§ 1. Raz.\n\nRozdział 2\n\n§ 2. Uchwała wchodzi w życie z dniem podjęcia.\n`,
  );
  expect(problems.map((problem) => [problem.code, problem.fix?.after ?? null])).toEqual([
    ['heading-stop', 'Ogólne'],
    ['missing-heading', null],
  ]);
});

test('a list printed as subsections is one finding', () => {
  expect(codes(`§ 1. Ilekroć mowa o:\n\n1. planie – plan,\n\n2. radzie – rada.${END.replace('§ 9', '§ 2')}`)).toEqual([
    'list-printed-as-subsections',
  ]);
});

test('references in the spelling of § 59 ZTP', () => {
  expect(properReference('§1 ust.2 pkt. 3) lit.a)')).toBe('§ 1 ust. 2 pkt 3 lit. a');
  expect(properReference('§13÷18')).toBe('§ 13–18');
  expect(properReference('ust. 1-3')).toBe('ust. 1–3');
  expect(properReference('§ 17ust.3')).toBe('§ 17 ust. 3');
  expect(properReference('pkt 1), 2) i 3)')).toBe('pkt 1, 2 i 3');
});

test('a fix of the spelling keeps the brackets of a remark', () => {
  expect(
    codes(
      `§ 1. 1. Opłata (zgodnie z § 2) jest stała.\n\n2. Zwrot (o którym mowa w ust. 1) trwa miesiąc.${END.replace('§ 9', '§ 2')}`,
    ),
  ).toEqual([]);
});

test('a range in a reference is written with a dash and no blanks', () => {
  expect(['ust. 1 pkt. 1 – 3', '§§ 1 - 3', 'lit. a - c', 'ust. 2a-2f', 'pkt 1 i 2'].map(properReference)).toEqual([
    'ust. 1 pkt 1–3',
    '§§ 1–3',
    'lit. a–c',
    'ust. 2a–2f',
    'pkt 1 i 2',
  ]);
});

test('a missing unit of an annex that is there is a dangling reference, not a missing annex', () => {
  const found = codes(
    `§ 1. Regulamin stanowi załącznik nr 1, a wzór załącznik nr 2.${END.replace('§ 9', '§ 2')}\nZałącznik nr 1 do uchwały\n\n§ 1. Stosuje się ust. 4.\n`,
  );
  expect(found).toEqual(['missing-annex', 'dangling-reference']);
});

test('a fix replaces both of two end marks and leaves the stop of an abbreviation', () => {
  const fixes = check(
    `${FRONT}§ 1. Targ obejmuje:\n\n1) halę.,\n\n2) plac, ogród itp.\n\n3) bramę.${END.replace('§ 9', '§ 2')}`,
  ).flatMap(({ fix }) => (fix === undefined ? [] : [fix.after]));
  expect(fixes).toEqual(['1) halę;', '2) plac, ogród itp.;']);
});

test('a letter cited as a point is cited as a letter', () => {
  expect(properReference('pkt b)')).toBe('lit. b');
  expect(properReference('pkt 1 lit. b)')).toBe('pkt 1 lit. b');
});

test('two numbers that ran together in a reference are named and lead nowhere', () => {
  const articles = Array.from({ length: 15 }, (_, i) => `Art. ${i + 1}. Raz.`).join('\n\n');
  const act = parse(
    `USTAWA\nz dnia 7 czerwca 2027 r.\no przystaniach\n\n${articles}\n\nArt. 16. Stosuje się art. 2 i art. 1215.\n`,
  );
  expect(
    lint(act)
      .filter(({ code }) => /reference$/.test(code))
      .map(({ code, severity }) => [code, severity]),
  ).toEqual([['glued-reference', 'warning']]);
  expect(findReferences(act).map(({ words }) => words)).toEqual(['art. 2']);
});

test('each kind of finding has a name in both languages', () => {
  const folders = ['lint', 'parse'].map((name) => join(import.meta.dirname, '..', name));
  const codes = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/code: ([^\n]+),/g)])
      .flatMap((hit) => [...hit[1]!.matchAll(/'([a-z-]+)'/g)].map((name) => name[1]!)),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !PROBLEM_NAMES[code]?.pl || !PROBLEM_NAMES[code].en)).toEqual([]);
});

test('a fix does no harm to amounts, tables and sentences that break off', () => {
  const fixes = check(
    `${FRONT}§ 1. Są:\n\n1) łódź 9 zł.\n\n2) kajak 5 zł.,\n\n3) inne.\n\n§ 2. 1. Stawki według tabeli\nŁódź | 9 zł\n\n2. Opłata zgodna z\n\n3. Stawki\nŁódź     9 zł\nKajak    5 zł${END.replace('§ 9', '§ 3')}`,
  ).flatMap(({ fix }) => (fix === undefined ? [] : [fix.after]));
  expect(fixes).toEqual(['1) łódź 9 zł;', '2) kajak 5 zł;']);
});

const amendingAct = (commands: string, title = 'zmieniająca uchwałę w sprawie targów'): string =>
  `UCHWAŁA NR X/50/2024\nRADY GMINY LIPOWO\nz dnia 20 czerwca 2024 r.\n${title}\n\nNa podstawie art. 18 ust. 2 pkt 15 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym uchwala się, co następuje:\n\n§ 1. W uchwale nr IV/20/2024 Rady Gminy Lipowo z dnia 15 lutego 2024 r. w sprawie targów (Dz. Urz. Woj. Śl. poz. 9) wprowadza się następujące zmiany:\n\n${commands}\n\n§ 2. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia w Dzienniku Urzędowym Województwa Śląskiego.\n`;

test.each([
  ['1) w § 2 skreśla się wyrazy „raz”;\n\n2) § 3 otrzymuje brzmienie: „§ 3. Dwa.”.', []],
  ['1) w § 2 skreśla się ust. 2.', ['unit-struck@10']],
  ['1) w § 2 w ust. 1 skreśla się zdanie drugie.', []],
  [
    '1) § 3 otrzymuje brzmienie: „§ 3. Dwa.”;\n\n2) w § 3 w ust. 2 wyraz „raz” zastępuje się wyrazem „dwa”.',
    ['unit-changed-twice@12'],
  ],
  ['1) w § 3 w ust. 2 wyraz „raz” zastępuje się wyrazem „dwa”;\n\n2) uchyla się § 3.', ['unit-changed-twice@12']],
  [
    '1) w § 3 w ust. 2 wyraz „raz” zastępuje się wyrazem „dwa”;\n\n2) w § 3 w ust. 3 wyraz „raz” zastępuje się wyrazem „dwa”.',
    [],
  ],
  ['1) uchyla się § 5;\n\n2) w § 3 uchyla się ust. 2.', ['commands-out-of-order@12']],
  ['1) dotychczasowy § 7 oznacza się jako § 6.', ['renumbered-in-force@10']],
  ['1) § 3 otrzymuje brzmienie: Opłat nie ma.', ['wording-not-quoted@10']],
])('an amending act is drafted by § 82–98: %s', (commands, found) => {
  const source = amendingAct(commands);
  const codes = lint(parse(source), source).map(({ code, line }) => `${code}@${line}`);
  expect(
    codes.filter((one) => /struck|twice|order@|renumbered-in|not-quoted|change-of|journal|amended/.test(one)),
  ).toEqual(found);
});

test('a change of a change, a number in the title and a journal left out are named', () => {
  const source = amendingAct('1) uchyla się § 5.', 'w sprawie zmiany uchwały nr IV/20/2024 w sprawie targów').replace(
    'w sprawie targów (Dz. Urz. Woj. Śl. poz. 9)',
    'zmieniającej uchwałę w sprawie targów',
  );
  const codes = lint(parse(source), source).map(({ code }) => code);
  expect(codes).toContain('change-of-a-change');
  expect(codes).toContain('amended-number-in-title');
  expect(codes).toContain('journal-of-amended-act');
});
