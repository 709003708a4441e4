import { expect, test } from 'vitest';
import { parse } from '../parse/parse.ts';
import { amend } from './amend.ts';
import { applyAmending, consolidatedText } from './apply.ts';

/** Ways in which offices write commands, and what residents do to a text, each on one act. */
const BASE = `UCHWAŁA NR IV/20/2024
RADY GMINY LIPOWO
z dnia 15 lutego 2024 r.
w sprawie zasad wynajmu świetlic

Na podstawie art. 18 ust. 2 pkt 15 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym uchwala się, co następuje:

Rozdział 1
Wynajem

§ 1. Świetlicę wynajmuje sołtys.

§ 2. 1. Wniosek zawiera:

1) cel wynajmu:

a) zebranie,

b) zabawa:

– taneczna,

– dziecięca,

c) inny;

2) liczbę osób.

2. Wniosek składa się u sołtysa. Sołtys odpowiada w 7 dni. Milczenie sołtysa oznacza zgodę.

Rozdział 2
Opłaty

§ 3. Opłatę pobiera sołtys w gotówce, przelewem albo kartą.

§ 4. 1. Opłata wynosi 40 zł.

2. Kaucja wynosi 100 zł.

§ 5. Zwalnia się z opłaty:

1) szkołę;

2) straż pożarną.

§ 6. Sołtysi wsi prowadzą rejestr.

§ 7. Uchwała wchodzi w życie z dniem podjęcia.
`;

const amending = (changes: string): string =>
  `UCHWAŁA NR X/50/2024\nRADY GMINY LIPOWO\nz dnia 20 czerwca 2024 r.\nzmieniająca uchwałę w sprawie zasad wynajmu świetlic\n\n§ 1. W uchwale nr IV/20/2024 Rady Gminy Lipowo z dnia 15 lutego 2024 r. w sprawie zasad wynajmu świetlic wprowadza się następujące zmiany:\n\n${changes}\n\n§ 2. Uchwała wchodzi w życie z dniem podjęcia.\n`;

test.each([
  ['w § 4 ust. 1 i 2 skreśla się.', 'repeal § 4 ust. 1, § 4 ust. 2', '1. (uchylony)\n\n2. (uchylony)'],
  [
    'w § 5 pkt 1 skreśla się, a pkt 2 otrzymuje brzmienie: „2) straż.”.',
    'repeal § 5 pkt 1; reword § 5 pkt 2',
    '1) (uchylony)\n\n2) straż.',
  ],
  [
    'w § 2 w ust. 1 w pkt 1 w lit. b po tiret pierwszym dodaje się tiret w brzmieniu: „– weselna,”.',
    'insert § 2 ust. 1 pkt 1 lit. b tiret drugie',
    '– taneczna,\n\n– weselna,\n\n– dziecięca,',
  ],
  [
    'w § 4 dodaje się nowy ustęp w brzmieniu: „3. Kaucję zwraca się.”.',
    'insert § 4 ust. 3',
    '100 zł.\n\n3. Kaucję zwraca się.',
  ],
  [
    'w § 2 w ust. 2 skreśla się zdanie drugie i trzecie.',
    'repeal § 2 ust. 2 zdanie drugie, § 2 ust. 2 zdanie trzecie',
    '2. Wniosek składa się u sołtysa.\n',
  ],
  [
    'w § 2 w ust. 2 zdania drugie i trzecie otrzymują brzmienie: „Odpowiedzi nie ma.”.',
    'reword § 2 ust. 2 zdanie drugie, § 2 ust. 2 zdanie trzecie',
    '2. Wniosek składa się u sołtysa. Odpowiedzi nie ma.\n',
  ],
  [
    '§ 1 oznacza się jako § 1 ust. 1 i dodaje się ust. 2 w brzmieniu: „2. Klucz wydaje sołtys.”.',
    'reword § 1 ust. 1; insert § 1 ust. 2',
    '1. Świetlicę wynajmuje sołtys.\n\n2. Klucz wydaje sołtys.',
  ],
  ['rozdział 2 otrzymuje tytuł: „Opłaty i kaucje”.', 'reword rozdział 2 tytuł', 'Opłaty i kaucje\n\n§ 3. Opłatę'],
  [
    'w rozdziale 2 tytuł otrzymuje brzmienie: „Opłaty i kaucje”.',
    'reword rozdział 2 tytuł',
    'Opłaty i kaucje\n\n§ 3. Opłatę',
  ],
  [
    'w § 3 po wyrazie „gotówce” przecinek zastępuje się wyrazem „i”.',
    'replace-words § 3',
    'w gotówce i przelewem albo kartą',
  ],
  [
    'użyte w § 6, w różnej liczbie i przypadku, wyrazy „sołtys wsi” zastępuje się użytymi w odpowiedniej liczbie i przypadku wyrazami „zarządca świetlicy”.',
    'replace-words § 6',
    'Zarządcy świetlicy prowadzą rejestr.',
  ],
  [
    'w § 4 w ust. 1 wyrazy „40 zł” zastępuje się wyrazami „45 zł”, a w ust. 2 wyrazy „100 zł” – wyrazami „150 zł”.',
    'replace-words § 4 ust. 1; replace-words § 4 ust. 2',
    '1. Opłata wynosi 45 zł.\n\n2. Kaucja wynosi 150 zł.',
  ],
  ['w par. 1 wyraz „sołtys” otrzymuje brzmienie „wójt”.', 'replace-words § 1', '§ 1. Świetlicę wynajmuje wójt.'],
  ['traci moc § 6.', 'repeal § 6', '§ 6. (uchylony)'],
  ['po § 5 dodaje się § 5a, który otrzymuje brzmienie: „§ 5a. Nowy.”.', 'insert § 5a', '§ 5a. Nowy.'],
  [
    'w § 7 po wyrazie „podjęcia” kropkę zastępuje się przecinkiem i dodaje się wyrazy „z mocą od 1 maja.”.',
    'replace-words § 7; insert-words § 7',
    'z dniem podjęcia, z mocą od 1 maja.',
  ],
])('reads: %s', (command, told, words) => {
  const applied = applyAmending(parse(BASE), [amending(`1) ${command}`)]);
  expect(applied.commands.map(({ reason }) => reason)).not.toContainEqual(expect.anything());
  expect(applied.commands.map(({ op, targets }) => `${op} ${targets.join(', ')}`).join('; ')).toBe(told);
  expect(consolidatedText(applied)).toContain(words);
});

test.each([
  [
    'c) inny;',
    'c) inny,\n\nd) dowolny;',
    'a) w lit. c średnik zastępuje się przecinkiem,\n\nb) dodaje się lit. d w brzmieniu:\n\n„d) dowolny;”.',
  ],
  ['§ 4. 1. Opłata', '§ 4. 1. Opłaty są niskie.\n\n2. Opłata', 'w § 4 dodaje się ust. 0a w brzmieniu:'],
  [
    'oznacza zgodę.',
    'oznacza zgodę. Zgoda jest ważna miesiąc.',
    'w § 2 w ust. 2 dodaje się zdanie czwarte w brzmieniu:\n\n„Zgoda jest ważna miesiąc.”.',
  ],
  ['2) straż pożarną.', '2) straż pożarną\n\n– z terenu gminy.', 'a) w pkt 2 skreśla się kropkę,'],
  [
    /§ 5\. (Zwalnia[^§]*)/,
    '§ 5. 1. $12. Zwolnienie trwa rok.\n\n',
    'w § 5 dotychczasową treść oznacza się jako ust. 1 i dodaje się ust. 2 w brzmieniu:\n\n„2. Zwolnienie trwa rok.”.',
  ],
  [/§ 4\.[^§]*/, '§ 4. Opłat nie ma.\n\n', '§ 4 otrzymuje brzmienie:\n\n„§ 4. Opłat nie ma.”.'],
])('writes what became of %s', (from, to, words) => {
  const edited = BASE.replace(from, to);
  expect(edited).not.toBe(BASE);
  const { act } = amend(parse(BASE), parse(edited));
  expect(act).toContain(words);
  const back = applyAmending(parse(BASE), [act]);
  expect(back.commands.filter(({ status }) => status === 'refused')).toEqual([]);
});

/** Words of a base, what is said of them, and the words that come out. */
const LISTS = `${BASE.replace('2) straż pożarną.', '2) straż pożarną\n\n– z terenu gminy.')}
Załącznik nr 1
do uchwały nr IV/20/2024

Stawki

Lp. | Sala | Stawka

1 | mała sala | 10 zł

2 | duża sala 10 zł | 18 zł
`;

test.each([
  ['w § 5 dodaje się pkt 3 w brzmieniu: „3) parafię”.', '2) straż pożarną;\n\n3) parafię\n\n– z terenu gminy.'],
  [
    'w § 5 w pkt 1 wyraz „szkołę” zastępuje się wyrazem „szkoły” i dodaje się pkt 3 w brzmieniu: „3) parafię”.',
    '1) szkoły;\n\n2) straż pożarną;\n\n3) parafię\n\n– z terenu gminy.',
  ],
  ['treść § 1 zastępuje się treścią: „Świetlicę wynajmuje wójt.”.', '§ 1. Świetlicę wynajmuje wójt.'],
  ['w § 5 punkt 1 zastępuje się następującym: „1) szkoły;”.', '1) szkoły;\n\n2) straż'],
  ['uchyla się:\n\na) § 6,\n\nb) w § 4 ust. 2.', '2. (uchylony)\n\n§ 5.'],
  [
    'w § 4 dodaje się:\n\na) ust. 3 w brzmieniu: „3. Raz.”,\n\nb) ust. 4 w brzmieniu: „4. Dwa.”.',
    '3. Raz.\n\n4. Dwa.\n\n§ 5.',
  ],
  [
    'w § 4 zastępuje się:\n\na) w ust. 1 wyrazy „40 zł” wyrazami „45 zł”,\n\nb) w ust. 2 wyrazy „100 zł” wyrazami „90 zł”.',
    '1. Opłata wynosi 45 zł.\n\n2. Kaucja wynosi 90 zł.',
  ],
  [
    'w załączniku nr 1 w tabeli w kolumnie 3 wyrazy „zł” zastępuje się wyrazami „złotych”.',
    '1 | mała sala | 10 złotych\n\n2 | duża sala 10 zł | 18 złotych',
  ],
  ['w załączniku nr 1 w wierszu 2 w kolumnie drugiej skreśla się wyrazy „10 zł”.', '2 | duża sala | 18 zł'],
  ['w załączniku nr 1 tytuł otrzymuje brzmienie: „Cennik”.', 'Cennik\n\nLp. | Sala | Stawka'],
])('carries out in its place: %s', (command, words) => {
  const applied = applyAmending(parse(LISTS), [amending(`1) ${command}`)]);
  expect(applied.commands.map(({ reason }) => reason)).not.toContainEqual(expect.anything());
  expect(consolidatedText(applied)).toContain(words);
});

test.each([
  'w załączniku nr 1 w tabeli nr 2 wyrazy „18 zł” zastępuje się wyrazami „19 zł”.',
  'w § 2 w akapicie drugim wyraz „wynajmu” zastępuje się wyrazem „najmu”.',
])('leaves the text alone where it does not hold what is named: %s', (command) => {
  const applied = applyAmending(parse(LISTS), [amending(`1) ${command}`)]);
  expect(applied.commands.map(({ status }) => status)).toEqual(['refused']);
  expect(consolidatedText(applied)).toBe(consolidatedText(applyAmending(parse(LISTS), [])));
});

test('a number that is taken is cited as it is everywhere', () => {
  const { commands } = applyAmending(parse(BASE), [amending('1) po § 2 dodaje się § 3 w brzmieniu: „§ 3. Nowy.”.')]);
  expect(commands[0]!.reason!.pl).toContain('zajęty: § 3. Tego');
});

test.each([
  ['sołtys', 'wójt', ['wynajmuje wójt', 'u wójta. Wójt odpowiada', 'Milczenie wójta oznacza']],
  ['opłata', 'nowy podatek', ['Nowy podatek pobiera', 'Zwalnia się z nowego podatku', '1. Nowy podatek wynosi']],
  ['wniosek', 'prośba', ['1. Prośba zawiera', '2. Prośba składa się']],
  ['opłaty', 'stawki', ['Stawki\n\n§ 3.']],
])('writes forms of „%s” as those of „%s” and tells them', (old, fresh, words) => {
  const command = `1) użyty w uchwale w różnych przypadkach wyraz „${old}” zastępuje się użytymi w odpowiednim przypadku wyrazami „${fresh}”.`;
  const applied = applyAmending(parse(BASE), [amending(command)]);
  for (const one of words) expect(consolidatedText(applied)).toContain(one);
  expect(applied.problems.map(({ message }) => message.pl).join()).toContain('→');
});

test('a form that could be of two cases is named as one to be checked', () => {
  const base = BASE.replace('Świetlicę wynajmuje sołtys.', 'Świetlicę wynajmuje się na wniosek zarządcy.');
  const command =
    '1) w § 1 użyty w odpowiednim przypadku wyraz „zarządca” zastępuje się użytym w odpowiednim przypadku wyrazem „operator”.';
  const applied = applyAmending(parse(base), [amending(command)]);
  expect(consolidatedText(applied)).toContain('na wniosek operatora.');
  expect(applied.problems).toMatchObject([{ code: 'inflection-in-doubt' }]);
  expect(applied.problems[0]!.message.pl).toContain('„zarządcy” → „operatora” (?) (§ 1)');
});

test('an annex bears a number of its own kind', () => {
  const base = ['1A', 'II'].reduce(
    (text, nr) => `${text}\nZałącznik nr ${nr}\ndo uchwały nr IV/20/2024\n\nWzór\n\n§ 1. Wzór ${nr} jest mały.\n`,
    BASE,
  );
  const edited = base.replace(/jest mały/gu, 'ma jedną długą stronę i obraz').replace('40 zł', '45 zł');
  const { act, problems } = amend(parse(base), parse(edited));
  expect(problems).toEqual([]);
  expect(act).toContain('w załączniku nr 1A § 1 otrzymuje brzmienie:');
  expect(act).toContain('w załączniku nr II § 1 otrzymuje brzmienie:');
  const { commands } = applyAmending(parse(base), [amending('1) uchyla się załącznik nr 1A.')]);
  expect(commands).toMatchObject([{ targets: ['załącznik nr 1A'], status: 'applied' }]);
});

test('an annex that a § begins with is no annex of the amending act', () => {
  const base = `${BASE}\nZałącznik nr 1\ndo uchwały nr IV/20/2024\n\nCennik\n\n§ 1. Sala kosztuje.\n`;
  const act = amending('')
    .replace(
      /§ 1\. W [^§]*/u,
      '§ 1. Załącznik nr 1 do uchwały nr IV/20/2024 Rady Gminy Lipowo z dnia 15 lutego 2024 r. w sprawie zasad wynajmu świetlic otrzymuje brzmienie określone w załączniku do niniejszej uchwały.\n\n',
    )
    .concat('\nZałącznik\ndo uchwały nr X/50/2024\n\nCennik\n\n§ 1. Sala nie kosztuje.\n');
  const applied = applyAmending(parse(base), [act]);
  expect(applied.commands).toMatchObject([{ op: 'annex', status: 'applied' }]);
  expect(consolidatedText(applied)).toContain('§ 1. Sala nie kosztuje.');
});

test('a list goes on beyond 999', () => {
  const list = Array.from({ length: 1200 }, (_, i) => `${i + 1}) w § 3 wyraz „kartą” zastępuje się wyrazem „kartą”;`);
  const { commands } = applyAmending(parse(BASE), [amending(list.join('\n\n'))]);
  expect(commands).toHaveLength(1200);
  expect(parse('§ 1. Wydatki z roku:\n\n1) jeden;\n\n2024) dwa.').units[0]!.children).toHaveLength(1);
});
