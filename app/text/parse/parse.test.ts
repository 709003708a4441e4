import { expect, test } from 'vitest';
import { lint } from '../lint/lint.ts';
import { number } from '../number/number.ts';
import { findReferences } from '../references/references.ts';
import { renderText } from '../render/render-text.ts';
import { lineRoles, parse } from './parse.ts';
import { outlineOf } from '../testing/outline-of.ts';
import { allWords } from '../tree/tree.ts';

const FRONT =
  'Uchwała Nr 7/2020\nRady Gminy Wzór\nz dnia 5 maja 2020 r.\nw sprawie wzoru\n\nNa podstawie art. 18 ustawy o samorządzie gminnym uchwala się, co następuje:\n\n';

test('title and legal basis are read and stay part of what is before the first unit', () => {
  const act = parse(`${FRONT}§ 1. Treść.\n\n§ 2. Uchwała wchodzi w życie z dniem podjęcia.\n`);
  expect(act.kind).toBe('resolution');
  expect(act.title).toBe('Uchwała Nr 7/2020 Rady Gminy Wzór z dnia 5 maja 2020 r. w sprawie wzoru');
  expect(act.legalBasis).toMatch(/^Na podstawie .* co następuje:$/);
  expect(act.before).toContain('Rady Gminy Wzór');
});

test('the empty text is an empty resolution', () => {
  const act = parse('');
  expect(act).toMatchObject({ kind: 'resolution', title: '', units: [], annexes: [], reasons: null, before: '' });
  expect(lineRoles('')).toEqual([{ line: 1, text: '', role: 'blank', unitId: null, doubtful: false, problem: [] }]);
});

test('units nest from § to double tiret and are cited as § 59 ZTP says', () => {
  const source = `${FRONT}§ 1. 1. Wstęp:\n\n1) punkt:\n\na) litera:\n\n– tiret:\n\n– – podwójne,\n\n– – drugie podwójne,\n\n– drugie tiret,\n\nb) druga litera;\n\n2) drugi punkt.\n\n2. Drugi ustęp.\n`;
  expect(outlineOf(source)).toEqual([
    '§ 1',
    '§ 1 ust. 1',
    '§ 1 ust. 1 pkt 1',
    '§ 1 ust. 1 pkt 1 lit. a',
    '§ 1 ust. 1 pkt 1 lit. a tiret pierwsze',
    '§ 1 ust. 1 pkt 1 lit. a tiret pierwsze podwójne tiret pierwsze',
    '§ 1 ust. 1 pkt 1 lit. a tiret pierwsze podwójne tiret drugie',
    '§ 1 ust. 1 pkt 1 lit. a tiret drugie',
    '§ 1 ust. 1 pkt 1 lit. b',
    '§ 1 ust. 1 pkt 2',
    '§ 1 ust. 2',
  ]);
});

test('a § alone on its line holds the text below it', () => {
  const act = parse('§ 1.\n\nPlan określa przeznaczenie.\n\n§ 2\n\nWykonanie powierza się wójtowi.\n');
  expect(act.units.map((unit) => [unit.label, unit.text])).toEqual([
    ['§ 1.', 'Plan określa przeznaczenie.'],
    ['§ 2', 'Wykonanie powierza się wójtowi.'],
  ]);
});

test('a reference at the start of a line is no heading', () => {
  const source =
    '§ 1. Zasady określają przepisy\n§ 12 i § 13 niniejszej uchwały.\n§ 2. Inne zasady, o których mowa w ust.\n1. nie stosuje się.\n';
  expect(outlineOf(source)).toEqual(['§ 1', '§ 2']);
});

test('a reference with "ust." glued to its number is no heading', () => {
  expect(outlineOf('§ 1. Uchyla się dwa przepisy.\n§ 17ust.3 nie obowiązuje.\n§ 2. Dalej.\n')).toEqual(['§ 1', '§ 2']);
});

test('a range of repealed § is one unit, and the numbers go on after it', () => {
  const act = parse(
    '§ 1. Treść.\n\n§ 2–4. (uchylone)\n\n§§ 5-7. (skreślone).\n\n§ 8. Dalej, z wyjątkiem\n§ 2–4 stosuje się.\n',
  );
  expect(act.units.map((unit) => unit.citation)).toEqual(['§ 1', '§ 2–4', '§ 5–7', '§ 8']);
  expect(act.problems).toEqual([]);
});

test('a duplicated § stays two units with a problem noted', () => {
  const act = parse('§ 1. Raz.\n\n§ 2. Dwa.\n\n§ 2. Znowu dwa.\n\n§ 4. Cztery.\n');
  expect(act.units.map((unit) => unit.number)).toEqual(['1', '2', '2', '4']);
  expect(act.problems.map((problem) => [problem.code, problem.line])).toEqual([
    ['duplicate-number', 5],
    ['number-gap', 7],
  ]);
});

test('a § without its sign is found by its neighbours', () => {
  const act = parse('§ 1\nPierwszy.\n\n2\nDrugi.\n\n§ 3\nTrzeci.\n');
  expect(act.units.map((unit) => [unit.label, unit.number, unit.text])).toEqual([
    ['§ 1', '1', 'Pierwszy.'],
    ['2', '2', 'Drugi.'],
    ['§ 3', '3', 'Trzeci.'],
  ]);
  expect(act.problems[0]?.code).toBe('missing-paragraph-sign');
});

test('a table of contents is not the chapters', () => {
  const source = `${FRONT}TREŚĆ UCHWAŁY:\n\nRozdział 1/ :\n\nPrzepisy ogólne\n\nRozdział 2:\n\nPrzepisy końcowe\n\nRozdział 1.\nPrzepisy ogólne\n\n§ 1. Raz.\n\nRozdział 2.\nPrzepisy końcowe\n\n§ 2. Dwa.\n`;
  const act = parse(source);
  expect(act.units.map((unit) => [unit.label, unit.heading, unit.children.length])).toEqual([
    ['Rozdział 1.', 'Przepisy ogólne', 1],
    ['Rozdział 2.', 'Przepisy końcowe', 1],
  ]);
  expect(lineRoles(source).filter((line) => line.role === 'contents').length).toBe(4);
});

test('numbered lines between a chapter heading and its first § belong to the title', () => {
  const act = parse('Rozdział 1.\n\n1. Zasady ochrony.\n\n2. Szczególne warunki.\n\n§ 1.\n\nTreść.\n');
  expect(act.units[0]).toMatchObject({ heading: '1. Zasady ochrony. 2. Szczególne warunki.' });
  expect(act.units[0]?.children.map((unit) => unit.citation)).toEqual(['§ 1']);
});

test('other marks of the same kind are read: slashes, brackets, doubled and stray ones', () => {
  const act = parse(
    '§ 1. Wstęp:\n\n1/ raz:\n\na/ litera,\n\n2/ dwa.\n\n§ 2. Wstęp:\n\na) a) podwójna:\n\n(1) nawias,\n\n(2) drugi,\n\nb) druga.\n\n§ 3. Wstęp:\n\n15. 1) zabłąkany numer,\n\n. 2) kropka.\n',
  );
  expect(outlineOf('§ 1. Wstęp:\n\n1/ raz:\n\na/ litera,\n\n2/ dwa.\n')).toEqual([
    '§ 1',
    '§ 1 pkt 1',
    '§ 1 pkt 1 lit. a',
    '§ 1 pkt 2',
  ]);
  expect(act.units[1]?.children[0]).toMatchObject({ label: 'a) a)', number: 'a', text: 'podwójna:' });
  expect(act.units[1]?.children[0]?.children.map((unit) => [unit.type, unit.label])).toEqual([
    ['indent', '(1)'],
    ['indent', '(2)'],
  ]);
  expect(act.units[2]?.children.map((unit) => [unit.label, unit.number])).toEqual([
    ['15. 1)', '1'],
    ['. 2)', '2'],
  ]);
  expect(act.problems.map((problem) => problem.code)).toContain('stray-mark');
});

test('letters go on after z and numbers with letters keep their place', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz', 'za', 'zb'].map((letter) => `${letter}) tekst,`).join('\n\n');
  const act = parse(`§ 1. Wstęp:\n\n${letters}\n\n§ 1a. Nowy.\n\n§ 1b. Nowszy.\n\n§ 2. Dalej.\n`);
  expect(act.units[0]?.children.length).toBe(28);
  expect(act.units.map((unit) => unit.number)).toEqual(['1', '1a', '1b', '2']);
  expect(act.problems).toEqual([]);
});

test('a common part is told from a tiret', () => {
  const act = parse(
    '§ 1. Wniosek składa:\n\n1) radny,\n\n2) mieszkaniec\n\n– na piśmie.\n\n§ 2. Zebranie:\n\n1) zwykłe:\n\n– w maju,\n\n– w lipcu;\n\n2) nadzwyczajne.\n',
  );
  expect(outlineOf('§ 1. Wniosek składa:\n\n1) radny,\n\n2) mieszkaniec\n\n– na piśmie.\n')).toEqual([
    '§ 1',
    '§ 1 pkt 1',
    '§ 1 pkt 2',
    '§ 1 część wspólna',
  ]);
  expect(act.units[1]?.children[0]?.children.map((unit) => unit.type)).toEqual(['indent', 'indent']);
});

test('behind the letters of the last point a common part belongs to the points when they end with commas', () => {
  const source = (point: string, rest: string) =>
    `§ 1. Kto:\n\n1) łowi ryby${point}\n\n2) płoszy:\n\na) łabędzie,\n\nb) kaczki,\n\n– ${rest}\n`;
  expect(outlineOf(source(',', 'płaci opłatę.'))).toContain('§ 1 część wspólna');
  expect(outlineOf(source(';', 'bez zezwolenia.'))).toContain('§ 1 pkt 2 część wspólna');
  expect(outlineOf(source(',', 'bez zezwolenia,\n\n3) hałasuje.'))).toContain('§ 1 pkt 2 część wspólna');
});

test('a common part without a dash is told from the last item, in wrapped text by the early break before it', () => {
  expect(outlineOf('§ 1. Kto:\n\n1) łowi ryby,\n\n2) płoszy kaczki\n\npłaci opłatę.\n')).toContain('§ 1 część wspólna');
  const wrapped = (item: string) =>
    `§ 1. Kto wbrew postanowieniom niniejszego regulaminu, na terenie kąpieliska albo w\njego najbliższym otoczeniu:\n1) łowi ryby albo zakłada w tym celu sieci i inne urządzenia, choćby nie były one\nw użyciu,\n2) ${item}\npłaci opłatę.\n§ 2. Dalej.\n`;
  expect(outlineOf(wrapped('płoszy kaczki'))).toContain('§ 1 część wspólna');
  expect(outlineOf(wrapped('płoszy kaczki albo łabędzie lub zbliża się do ich gniazd tak, że odlatują i'))).toEqual([
    '§ 1',
    '§ 1 pkt 1',
    '§ 1 pkt 2',
    '§ 2',
  ]);
});

test('a dash of another kind under a tiret that introduces a list is a double tiret', () => {
  const act = parse(
    '§ 1. Wysokość:\n\na) dla zabudowy:\n\n- budynków usługowych:\n\n– na terenie A: 2 kondygnacje,\n\n– na terenie B: 3 kondygnacje,\n\n- budynków innych.\n',
  );
  expect(act.units[0]?.children[0]?.children.map((unit) => [unit.type, unit.children.length])).toEqual([
    ['indent', 2],
    ['indent', 0],
  ]);
});

test('a broken word and a page header inside a sentence stay in the sentence', () => {
  const source =
    'USTAWA\nz dnia 1 maja 2000 r.\no próbie\nArt. 1.\n1. Zatrzymanego zwalnia się, jeżeli nie zosta-\n©Kancelaria Sejmu\n2009-11-16\nnie mu doręczone postanowienie.\n©Kancelaria Sejmu\n2009-11-16\n2. Dalej, a więc dłu-\ngo.\n';
  const act = parse(source);
  const [first, second] = act.units[0]?.children.filter((unit) => unit.type === 'subsection') ?? [];
  expect(first?.text).toContain('zosta- ©Kancelaria Sejmu 2009-11-16 nie mu doręczone');
  expect(second?.text).toBe('Dalej, a więc dłu-go.');
});

test('a superscript glued to the number of an article is taken apart', () => {
  const act = parse(
    'USTAWA\nz dnia 1 maja 2000 r.\no próbie\n\nArt. 385.\nTreść.\n\nArt. 3851.\nTreść.\n\nArt. 386.\nTreść.\n\nArt. 387–390. (pominięte)\n\nArt. 391.\nTreść.\n',
  );
  expect(act.units.map((unit) => unit.number)).toEqual(['385', '385[1]', '386', '387–390', '391']);
  expect(act.problems.map((problem) => problem.code)).toEqual(['number-gap', 'glued-superscript']);
});

test('a superscript glued to a small number is taken apart where the count goes back', () => {
  const numbersOf = (...numbers: number[]) =>
    parse(
      `USTAWA\nz dnia 1 maja 2000 r.\no próbie\n\n${numbers.map((number) => `Art. ${number}.\nTreść.\n\n`).join('')}`,
    ).units.map(({ number }) => number);
  const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
  expect(numbersOf(...upTo(22), 221, 23, 24).slice(-4)).toEqual(['22', '22[1]', '23', '24']);
  expect(numbersOf(...upTo(43), 431, 432, 433, 44).slice(-5)).toEqual(['43', '43[1]', '43[2]', '43[3]', '44']);
  expect(numbersOf(1, 11, 2).slice(-3)).toEqual(['1', '1[1]', '2']);
  // A leap is a leap.
  expect(numbersOf(1, 11, 12, 13)).toEqual(['1', '11', '12', '13']);
  expect(numbersOf(1, 2, 23, 24)).toEqual(['1', '2', '23', '24']);
  expect(numbersOf(1, 2, 22, 3)).toEqual(['1', '2', '22', '3']);
});

test('a list below the title of a chapter and a first number without its stop are read', () => {
  const head = 'UCHWAŁA NR 1/2026\nRADY GMINY WIERZBIN\nz dnia 5 stycznia 2026 r.\nw sprawie próby\n\n';
  expect(
    outlineOf(
      `${head}§ 1. Przyjmuje się zasady w brzmieniu:\nRozdział 1\nNadzór nad placem\n1. Plac zamyka dozorca.\n2. Klucz wydaje:\n1) dozorca;\n2) kierownik.\n§ 2. Uchwała wchodzi w życie z dniem podjęcia.\n`,
    ).slice(1),
  ).toEqual([
    'rozdział 1',
    'rozdział 1 ust. 1',
    'rozdział 1 ust. 2',
    'rozdział 1 ust. 2 pkt 1',
    'rozdział 1 ust. 2 pkt 2',
    '§ 2',
  ]);
  expect(outlineOf(`${head}§ 1\n\n1 Plac leży w Wierzbinie.\n\n2. Plac jest otwarty.\n\n§ 2\n\nKoniec.\n`)).toEqual([
    '§ 1',
    '§ 1 ust. 1',
    '§ 1 ust. 2',
    '§ 2',
  ]);
});

test('a § with its subject in brackets and no stop is one', () => {
  const act = parse(
    'UCHWAŁA NR 1/2026\nRADY GMINY WIERZBIN\nz dnia 5 stycznia 2026 r.\nw sprawie próby\n\n§ 1\n\nPrzyjmuje się plan\n\n§ 2 (wpływy)\n\nUstala się wpływy, w tym:\n\n1) bieżące,\n\n2) inne\n\n– zgodnie z planem\n\n§ 3 (odpłaty)\n\nUstala się odpłaty.\n',
  );
  expect(act.units.map(({ citation, text }) => `${citation} ${text}`)).toEqual([
    '§ 1 Przyjmuje się plan',
    '§ 2 (wpływy)\nUstala się wpływy, w tym:',
    '§ 3 (odpłaty)\nUstala się odpłaty.',
  ]);
});

test('the numbers of pages are told from the words they stand among', () => {
  const page = (number: number) =>
    `${number}\nRozdział ${number}. Zasady\n§ ${number}. 1. Czynności wykonuje się\nw lokalu gminy.\n${Array.from({ length: 12 }, (_, at) => `${at + 2}. Zgłoszenie składa się w siedzibie.`).join('\n')}\n`;
  const act = parse(
    `UCHWAŁA NR 1/2026\nRADY GMINY WIERZBIN\nz dnia 5 stycznia 2026 r.\nw sprawie próby\n${[1, 2, 3, 4].map(page).join('')}`,
  );
  expect(act.units.map(({ label, heading }) => `${label} ${heading}`)).toEqual([
    'Rozdział 1. Zasady',
    'Rozdział 2. Zasady',
    'Rozdział 3. Zasady',
    'Rozdział 4. Zasady',
  ]);
  expect(act.problems).toEqual([]);
});

test('statutes: art., ust., pkt, lit., and § below art. in codes', () => {
  expect(
    outlineOf(
      'USTAWA\nz dnia 1 maja 2000 r.\no próbie\n\nDział I\nOgólne\n\nArt. 1.\n§ 1. Raz:\n1) raz,\n2) dwa.\n§ 2. Dwa.\nArt. 2. 1. Tekst.\n2. Tekst:\n1) a:\na) x,\nb) y.\n',
    ),
  ).toEqual([
    'dział I',
    'art. 1',
    'art. 1 § 1',
    'art. 1 § 1 pkt 1',
    'art. 1 § 1 pkt 2',
    'art. 1 § 2',
    'art. 2',
    'art. 2 ust. 1',
    'art. 2 ust. 2',
    'art. 2 ust. 2 pkt 1',
    'art. 2 ust. 2 pkt 1 lit. a',
    'art. 2 ust. 2 pkt 1 lit. b',
  ]);
});

test('annexes have their own numbering and reasons are no part of the act', () => {
  const act = parse(
    `${FRONT}§ 1. Przyjmuje się regulamin.\n\n§ 2. Wchodzi w życie.\n\nPrzewodniczący Rady\n\nJan Wzorowy\n\nZałącznik nr 1 do uchwały Nr 7/2020\nRady Gminy Wzór\nz dnia 5 maja 2020 r.\n\nREGULAMIN\n\nRozdział I\nPrzepisy ogólne\n\n§ 1. Raz.\n\n§ 2. 1. Dwa.\n\n2. Trzy.\n\nUzasadnienie\n\n1. Powody.\n`,
  );
  expect(act.units.map((unit) => unit.type)).toEqual(['paragraph', 'paragraph', 'text']);
  expect(act.annexes[0]).toMatchObject({ type: 'annex', number: '1', heading: 'REGULAMIN' });
  expect(act.annexes[0]?.children[0]?.children.map((unit) => unit.citation)).toEqual([
    'załącznik nr 1 § 1',
    'załącznik nr 1 § 2',
  ]);
  expect(act.reasons).toBe('Uzasadnienie\n1. Powody.');
});

test('quoted wording of an amending act hangs under the unit that quotes it', () => {
  const act = parse(
    `${FRONT}§ 1. W uchwale nr 1 wprowadza się następujące zmiany:\n\n1) § 5 otrzymuje brzmienie:\n\n„§ 5. 1. Nowe:\n\n1) raz;\n\n2) w terminie.\n\n2. Drugie.”;\n\n2) uchyla się § 7;\n\n3) w § 8 dodaje się ust. 2a w brzmieniu: „2a. Krótki.”.\n\n§ 2. Wchodzi w życie.\n`,
  );
  const points = act.units[0]?.children ?? [];
  expect(points.map((unit) => unit.citation)).toEqual(['§ 1 pkt 1', '§ 1 pkt 2', '§ 1 pkt 3']);
  expect(points[0]?.quoted?.map((unit) => [unit.type, unit.label])).toEqual([
    ['paragraph', '§ 5.'],
    ['text', ''],
  ]);
  expect(points[0]?.quoted?.[0]?.children.map((unit) => unit.children.length)).toEqual([2, 0]);
  expect(points[2]?.quoted?.map((unit) => unit.label)).toEqual(['2a.', '']);
  expect(act.units.map((unit) => unit.citation)).toEqual(['§ 1', '§ 2']);
});

test('an unclosed quotation ends at the next unit of the act itself', () => {
  const act = parse(
    'USTAWA\nz dnia 1 maja 2000 r.\no próbie\n\n        Art. 1.\nW ustawie w art. 5 dodaje się ust. 3 w brzmieniu:\n   "3. Nowy ustęp bez końca.\n\n        Art. 2.\nUstawa wchodzi w życie.\n',
  );
  expect(act.units.map((unit) => unit.citation)).toEqual(['art. 1', 'art. 2']);
  expect(act.units[0]?.quoted?.[0]).toMatchObject({ type: 'subsection', text: 'Nowy ustęp bez końca.' });
  expect(act.problems.map((problem) => problem.code)).toEqual(['unclosed-quote']);
});

test('a bare amending clause without any unit is kept as text with its quotation', () => {
  const act = parse('§ 7 otrzymuje brzmienie:\n"1. Za postój pobiera się opłatę.\n2. Od wezwania służy odwołanie."\n');
  expect(act.units[0]).toMatchObject({ type: 'text', text: '§ 7 otrzymuje brzmienie: "' });
  expect(act.units[0]?.quoted?.map((unit) => unit.label)).toEqual(['1.', '2.', '']);
});

test('a list that begins at "1." right after a colon lies under its ust., with or without indentation', () => {
  const nested = ['§ 1 ust. 1', '§ 1 ust. 2', '§ 1 ust. 2 pkt 1', '§ 1 ust. 2 pkt 2', '§ 1 ust. 3', '§ 2'];
  expect(
    outlineOf(
      '§ 1\n\n  1. Rada obraduje.\n  2. Rada podejmuje:\n    1. deklaracje,\n    2. apele.\n  3. Tryb określa regulamin.\n\n§ 2\n\nKoniec.\n',
    ),
  ).toEqual(['§ 1', ...nested]);
  expect(
    outlineOf(
      '§ 1.\n\n1. Rada obraduje.\n\n2. Rada podejmuje:\n\n1. deklaracje,\n\n2. apele.\n\n3. Tryb określa regulamin.\n\n§ 2. Koniec.\n',
    ),
  ).toEqual(['§ 1', ...nested]);
});

test('an official corrects the role of a line', () => {
  const source = 'Rozdział 1\nOgólne\n\n§ 1. Raz.\n\nDrugi bez znaku.\n\nTrzeci wiersz.\n';
  const act = parse(source, {
    overrides: new Map([
      [6, 'paragraph'],
      [8, 'continuation'],
    ]),
  });
  expect(act.units[0]?.children.map((unit) => [unit.type, unit.text])).toEqual([
    ['paragraph', 'Raz.'],
    ['paragraph', 'Drugi bez znaku. Trzeci wiersz.'],
  ]);
  expect(allWords(act).replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
});

test('line breaks of every kind, tabs and no-break spaces make no difference to the tree', () => {
  const plain = '§ 1. Raz:\n\n1) jeden,\n\n2) dwa.\n\n§ 2. Koniec.\n';
  for (const variant of [
    plain.replaceAll('\n', '\r\n'),
    plain.replaceAll(') ', ')\t'),
    plain.replaceAll('§ ', '§\u00a0'),
    plain.replaceAll('\n', '\u2028'),
  ]) {
    expect(outlineOf(variant)).toEqual(outlineOf(plain));
  }
});

test('an article of a code that begins with § on the same line is divided into §', () => {
  const source =
    'Art. 1. § 1. Rada składa się z radnych.\n\n§ 2. Radni są wybierani.\n\nArt. 2. § 1. Sesje są jawne.\n\n§ 2. Sesje zwołuje przewodniczący.\n';
  expect(outlineOf(source, { kind: 'statute' })).toEqual([
    'art. 1',
    'art. 1 § 1',
    'art. 1 § 2',
    'art. 2',
    'art. 2 § 1',
    'art. 2 § 2',
  ]);
});

test('an ordinal at the start of a broken line opens no second ust. 1', () => {
  const source = `${FRONT}§ 1. 1. Skargi rozpatruje się w terminie\n1. miesiąca od wpływu.\n\n2. Termin można przedłużyć.\n\n§ 2. Koniec.\n`;
  expect(outlineOf(source)).toEqual(['§ 1', '§ 1 ust. 1', '§ 1 ust. 2', '§ 2']);
});

test('the signature of a mayor ends the last provision', () => {
  const act = parse(
    'ZARZĄDZENIE NR 5/2023\nBURMISTRZA MIASTA WZÓR\nz dnia 3 marca 2023 r.\n\n§ 1. Ustala się regulamin.\n\n§ 2. Zarządzenie wchodzi w życie z dniem podpisania.\n\nBurmistrz Miasta\n\nJan Nowak\n',
  );
  expect(act.units.map(({ type, text }) => [type, text.split('\n')[0]])).toEqual([
    ['paragraph', 'Ustala się regulamin.'],
    ['paragraph', 'Zarządzenie wchodzi w życie z dniem podpisania.'],
    ['text', 'Burmistrz Miasta'],
  ]);
});

test('the rows of a table printed cell by cell are no ust.', () => {
  const rows = 'Lp.\n\nCzas\n\nOpłata\n\n1.\n\npierwsza godzina\n\n3,00 zł\n\n2.\n\ndruga godzina\n\n3,60 zł\n\n';
  const source = `${FRONT}§ 1. 1. Opłaty wynoszą:\n\n${rows}2. Opłaty pobiera się z góry.\n\n§ 2. Koniec.\n`;
  expect(outlineOf(source)).toEqual(['§ 1', '§ 1 ust. 1', '§ 1 ust. 2', '§ 2']);
});

const ARTICLES = `${FRONT}Rozdział 1\nZasady\n\nArt. 1. 1. Rada ustala zasady.\n\n2. Zasady obowiązują.\n\nRozdział 2\nKoniec\n\nArt. 2. Do spraw z art. 1 ust. 2 stosuje się art. 5 ustawy o samorządzie gminnym.\n\nArt. 3. Uchwała wchodzi w życie z dniem podjęcia.\n\nZałącznik nr 1 do uchwały nr 7/2020\n\n§ 1. Mapa.\n\n§ 2. Zgodnie z § 1.\n`;

test('a resolution in articles is read, numbered and cited as one', () => {
  const act = parse(ARTICLES);
  expect(act.kind).toBe('resolution');
  expect(outlineOf(ARTICLES)).toEqual([
    'rozdział 1',
    'art. 1',
    'art. 1 ust. 1',
    'art. 1 ust. 2',
    'rozdział 2',
    'art. 2',
    'art. 3',
    'załącznik nr 1',
    'załącznik nr 1 § 1',
    'załącznik nr 1 § 2',
  ]);
  expect(findReferences(act).map(({ words, status }) => `${words} ${status}`)).toEqual([
    'z art. 1 ust. 2 resolved',
    'art. 5 external',
    'z § 1 resolved',
  ]);
  expect(lint(act).map(({ code }) => code)).toContain('article-in-resolution');
  expect(number(act, { mode: 'draft' }).changes).toEqual([]);
  expect(renderText(parse(renderText(act)))).toBe(renderText(act));
  expect(outlineOf(ARTICLES.replace(/\s*\n\s*/g, ' ')).filter((one) => one.startsWith('art.'))).toHaveLength(5);
});

test.each([
  ['an article of a statute in a sentence', '§ 1. Przepis\nArt. 5. ustawy stosuje się.\n\n§ 2. Koniec.\n'],
  ['articles in the words of a §', '§ 1. Statut:\n\nArt. 1. Raz.\n\nArt. 2. Dwa.\n\n§ 2. Koniec.\n'],
])('%s is no unit of a resolution in §', (_name, body) => {
  expect(outlineOf(`${FRONT}${body}`)).toEqual(['§ 1', '§ 2']);
});

test.each([
  ['blanks', '- dla szkół:\n   - stare,\n   - nowe,\n- dla parków.'],
  ['a tab', '- dla szkół:\n\t- stare,\n\t- nowe,\n- dla parków.'],
  ['a third level', '- dla szkół:\n  - stare:\n      - nowe,\n- dla parków.'],
])('tirets of one sign nest by their place: %s', (_name, list) => {
  const source = `§ 1. Wykaz:\n${list}\n§ 2. Koniec.\n`;
  const expected = [
    '§ 1',
    '§ 1 tiret pierwsze',
    '§ 1 tiret pierwsze podwójne tiret pierwsze',
    '§ 1 tiret pierwsze podwójne tiret drugie',
    '§ 1 tiret drugie',
    '§ 2',
  ];
  expect(outlineOf(source)).toEqual(expected);
  expect(outlineOf(renderText(parse(source)))).toEqual(expected);
});

test('tirets of one sign without a place of their own are of one level, and that is said', () => {
  const act = parse('§ 1. Wykaz:\n\n- dla szkół:\n\n- stare,\n\n- nowe.\n');
  expect(act.units[0]?.children.map(({ type }) => type)).toEqual(['indent', 'indent', 'indent']);
  expect(act.problems.map(({ code, line }) => [code, line])).toEqual([['flat-list', 5]]);
  const shifted = parse('§ 1. Wykaz:\n  - dla szkół,\n     - dla parków,\n  - dla ulic.\n');
  expect(shifted.units[0]?.children.map(({ type }) => type)).toEqual(['indent', 'indent', 'indent']);
});

test('new wording without its quotation marks is quoted, and a lost mark ends at the next letter of the command', () => {
  const source = `${FRONT}§ 1. W uchwale nr 3/2020 wprowadza się zmiany:\n\n1) § 14 otrzymuje brzmienie:\n\n§ 14. 1. Raz.\n\n2. Dwa.”;\n\n2) po § 6 dodaje się § 6a i 6b w brzmieniu:\n\n§ 6a. Trzy.\n\n§ 6b. Cztery.\n\n3) w § 5:\n\na) ust. 1 otrzymuje brzmienie:\n\n„1. Nowe.;\n\nb) uchyla się ust. 2.\n\n§ 2. Koniec.\n`;
  const act = parse(source);
  expect(outlineOf(source)).toEqual([
    '§ 1',
    '§ 1 pkt 1',
    '§ 1 pkt 2',
    '§ 1 pkt 3',
    '§ 1 pkt 3 lit. a',
    '§ 1 pkt 3 lit. b',
    '§ 2',
  ]);
  const quoted = act.units[0]!.children.map((unit) => (unit.quoted ?? []).map(({ label, text }) => label + text));
  expect(quoted).toEqual([['§ 14.', '”;'], ['§ 6a.Trzy.', '§ 6b.Cztery.'], []]);
  expect(act.problems.map(({ code }) => code)).toEqual([
    'unopened-quote',
    'unopened-quote',
    'unclosed-quote',
    'unclosed-quote',
  ]);
  expect(renderText(parse(renderText(act)))).toBe(renderText(act));
});

test('marks as scans and careless typing print them are read', () => {
  const source =
    '§ l. Raz:\n\n1) woda;\n\n2] ścieki;\n\n3} gaz.\n\n§ 2, Dwa.\n\n§ 3: Trzy.\n\n§ 3^1. Raz.\n\n§ 4. Cztery.\n\nRozdział IV a\nDalej\n\n§ 5. Zgodnie z § 3^1 i art. 12(1) ust. 2 ustawy. \n';
  expect(outlineOf(source)).toEqual([
    '§ 1',
    '§ 1 pkt 1',
    '§ 1 pkt 2',
    '§ 1 pkt 3',
    '§ 2',
    '§ 3',
    '§ 3[1]',
    '§ 4',
    'rozdział IVa',
    '§ 5',
  ]);
  expect(findReferences(parse(source)).map(({ targets, status }) => `${targets[0]?.citation} ${status}`)).toEqual([
    '§ 3[1] resolved',
    'art. 12[1] ust. 2 external',
  ]);
  expect(outlineOf('§ 1. Raz. § 2. Dwa.\n§ 3. Trzy: a) x, b) y. § 4. 1. Cztery. 2. Pięć.\n§ 5. Koniec.\n')).toEqual([
    '§ 1',
    '§ 2',
    '§ 3',
    '§ 3 lit. a',
    '§ 3 lit. b',
    '§ 4',
    '§ 4 ust. 1',
    '§ 4 ust. 2',
    '§ 5',
  ]);
});

test.each([
  ['1) raz,\n\n2) dwa,\n\n3. trzy,\n\n4. cztery.', ['point 1', 'point 2', 'subsection 3', 'subsection 4']],
  ['1.1. raz,\n\n1.2. dwa,\n\n2.1. trzy,\n\n2.2. cztery.', ['1.1', '1.2', '2.1', '2.2'].map((n) => `subsection ${n}`)],
  ['Opłatę pobiera się.\n\n_____\n1 Od mieszkańców.\n2 Nie od gości.', ['text', 'text', 'text']],
  ['Opłatę pobiera się.\n\n_____\n[1] Od mieszkańców.', ['text', 'text']],
  ['Stawki:\n\nLp. | Rodzaj\n\n1. | Wstęp\n\n2. | Boisko', ['text']],
])('no printed mark ends in another unit: %s', (text, units) => {
  const [first] = parse(`§ 1. ${text}\n\n§ 2. Koniec.\n`).units;
  expect(first!.children.map(({ type, number }) => `${type} ${number}`.trim())).toEqual(units);
});

test('the name of an act behind a dash is no kept mark', () => {
  const act = parse('§ 1. Stosuje się ustawę z dnia 20 lipca 2017 r.\n– Prawo wodne:\n\n1) raz;\n\n2) dwa.\n');
  expect(act.problems.map(({ code }) => code)).not.toContain('mark-in-text');
});
