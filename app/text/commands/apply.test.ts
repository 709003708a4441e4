import { expect, test } from 'vitest';
import { parse } from '../parse/parse.ts';
import { applyAmending, consolidatedText } from './apply.ts';

const BASE = `UCHWAŁA NR IV/20/2024
RADY GMINY LIPOWO
z dnia 15 lutego 2024 r.
w sprawie zasad wynajmu świetlic

Na podstawie art. 18 ust. 2 pkt 15 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym uchwala się, co następuje:

Rozdział 1
Wynajem

§ 1. Świetlicę wynajmuje sołtys.

§ 2. 1. Wniosek zawiera:

1) dzień wynajmu;

2) cel wynajmu.

2. Wniosek składa się u sołtysa. Sołtys odpowiada w 7 dni.

§ 3. Do sołtysa należy też wydanie kluczy.

Rozdział 2
Przepisy końcowe

§ 4. Uchwała wchodzi w życie z dniem podjęcia.

Załącznik nr 1
do uchwały nr IV/20/2024

Cennik

Lp. | Sala | Stawka

1 | mała | 40 zł

2 | duża | 90 zł
`;

const amending = (
  changes: string,
  rest = '§ 2. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.',
): string => `UCHWAŁA NR X/50/2024
RADY GMINY LIPOWO
z dnia 20 czerwca 2024 r.
zmieniająca uchwałę w sprawie zasad wynajmu świetlic

Na podstawie art. 18 ust. 2 pkt 15 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym uchwala się, co następuje:

§ 1. W uchwale nr IV/20/2024 Rady Gminy Lipowo z dnia 15 lutego 2024 r. w sprawie zasad wynajmu świetlic (Dz. Urz. Woj. Śl. poz. 700) wprowadza się następujące zmiany:

${changes}

${rest}
`;

function apply(...changes: string[]) {
  const applied = applyAmending(
    parse(BASE),
    changes.map((one) => (one.startsWith('UCHWAŁA') ? one : amending(one))),
  );
  return {
    ...applied,
    text: consolidatedText(applied),
    told: applied.commands.map(({ op, targets, status }) => `${op} ${targets.join(', ')} ${status}`),
  };
}

test.each([
  [
    '1) w § 2 w ust. 2 po zdaniu pierwszym dodaje się zdanie w brzmieniu: „Wniosek jest jawny.”.',
    'insert § 2 ust. 2 zdanie drugie applied',
    'u sołtysa. Wniosek jest jawny. Sołtys odpowiada',
  ],
  [
    '1) § 1 otrzymuje brzmienie:\n\n„§ 1. Świetlicę wynajmuje wójt.”.',
    'reword § 1 applied',
    'Świetlicę wynajmuje wójt.',
  ],
  [
    '1) w § 2 w ust. 1 po pkt 1 dodaje się pkt 1a w brzmieniu: „1a) godziny wynajmu;”.',
    'insert § 2 ust. 1 pkt 1a applied',
    '1a) godziny wynajmu;',
  ],
  [
    '1) w § 2 w ust. 1 dodaje się pkt 3 w brzmieniu: „3) liczbę gości.”.',
    'insert § 2 ust. 1 pkt 3 applied',
    '2) cel wynajmu;\n\n3) liczbę gości.',
  ],
  ['1) uchyla się § 3.', 'repeal § 3 applied', '§ 3. (uchylony)'],
  [
    '1) w § 2 w ust. 2 skreśla się zdanie drugie.',
    'repeal § 2 ust. 2 zdanie drugie applied',
    '2. Wniosek składa się u sołtysa.\n',
  ],
  [
    '1) w § 2 w ust. 2 dodaje się zdanie trzecie w brzmieniu: „Brak odpowiedzi oznacza zgodę.”.',
    'insert § 2 ust. 2 zdanie trzecie applied',
    'w 7 dni. Brak odpowiedzi oznacza zgodę.',
  ],
  ['1) w § 3 skreśla się wyraz „też”.', 'strike-words § 3 applied', 'Do sołtysa należy wydanie kluczy.'],
  [
    '1) w § 3 po wyrazie „wydanie” dodaje się wyrazy „i odbiór”.',
    'insert-words § 3 applied',
    'wydanie i odbiór kluczy',
  ],
  [
    '1) w całym tekście uchwały wyraz „sołtys” zastępuje się użytym w odpowiednim przypadku wyrazem „opiekun”.',
    'replace-words uchwała applied',
    'Do opiekuna należy',
  ],
  [
    '1) tytuł rozdziału 1 otrzymuje brzmienie: „Kto i komu wynajmuje”.',
    'reword rozdział 1 tytuł applied',
    'Rozdział 1\nKto i komu wynajmuje',
  ],
  [
    '1) tytuł uchwały otrzymuje brzmienie: „w sprawie świetlic”.',
    'reword tytuł uchwały applied',
    '2024 r.\nw sprawie świetlic\n',
  ],
  [
    '1) w § 2 w ust. 1 wprowadzenie do wyliczenia otrzymuje brzmienie: „We wniosku podaje się:”.',
    'reword § 2 ust. 1 wprowadzenie do wyliczenia applied',
    '1. We wniosku podaje się:\n\n1) dzień',
  ],
  [
    '1) w § 1 dotychczasową treść oznacza się jako ust. 1 i dodaje się ust. 2 w brzmieniu: „2. Klucze wydaje sołtys.”.',
    'reword § 1 ust. 1 applied',
    '§ 1.\n\n1. Świetlicę wynajmuje sołtys.\n\n2. Klucze wydaje sołtys.',
  ],
  [
    '1) w załączniku nr 1 w tabeli wiersz 2 otrzymuje brzmienie: „2 | duża | 120 zł”.',
    'reword załącznik nr 1 tabela wiersz 2 applied',
    '2 | duża | 120 zł',
  ],
  [
    '1) w § 2 w ust. 1 w pkt 2 kropkę zastępuje się średnikiem.',
    'replace-words § 2 ust. 1 pkt 2 applied',
    '2) cel wynajmu;',
  ],
  [
    '1) dotychczasowy § 4 oznacza się jako § 5;\n\n2) po § 3 dodaje się § 4 w brzmieniu: „§ 4. Klucze oddaje się rano.”.',
    'reword § 5 applied',
    '§ 4. Klucze oddaje się rano.',
  ],
])('carries out: %s', (changes, told, words) => {
  const result = apply(changes);
  expect(result.told[0]).toBe(told);
  expect(result.commands.every(({ status }) => status === 'applied')).toBe(true);
  expect(result.text).toContain(words);
});

test.each([
  ['1) uchyla się § 14.', 'nie ma jednostki: § 14'],
  ['1) w § 1 wyrazy „zarząd dróg” zastępuje się wyrazem „wójt”.', 'zarząd dróg'],
  ['1) po § 1 dodaje się § 2 w brzmieniu: „§ 2. Coś.”.', 'już zajęty'],
  ['1) § 1 otrzymuje brzmienie: „§ 3. Coś.”.', '§ 3.'],
  ['1) w § 1 dodaje się ust. 2 w brzmieniu: „2. Coś.”.', 'nie dzieli się na ustępy'],
  ['1) w § 2 w ust. 2 zdanie piąte otrzymuje brzmienie: „Coś.”.', 'takiego zdania'],
  ['1) w załączniku nr 1 w tabeli wiersz 9 otrzymuje brzmienie: „9 | x | y”.', 'wiersza tabeli'],
  ['1) § 1 przenosi się na koniec uchwały.', 'nie rozumie'],
])('refuses with a reason and changes nothing: %s', (changes, reason) => {
  const result = apply(changes);
  expect(result.commands.map(({ status }) => status)).toEqual(['refused']);
  expect(result.commands[0]!.reason!.pl).toContain(reason);
  expect(result.text).toBe(apply(amending('', '§ 2. Nic.')).text);
});

test('every line that is no command, frame or quote is named', () => {
  const result = apply(
    amending(
      '1) uchyla się § 3.',
      '§ 2. Do wniosków złożonych wcześniej stosuje się przepisy dotychczasowe.\n\n§ 3. Uchwała wchodzi w życie z dniem podjęcia.',
    ),
  );
  expect(result.rest[0]!.words).toEqual([
    '§ 2. Do wniosków złożonych wcześniej stosuje się przepisy dotychczasowe.',
    '§ 3. Uchwała wchodzi w życie z dniem podjęcia.',
  ]);
});

test('a later act changes an amending act before its day in force, and is refused after it', () => {
  const later = (day: string) =>
    amending(
      '1) w § 2 w ust. 2 wyrazy „7 dni” zastępuje się wyrazami „10 dni”.',
      `§ 2. Uchwała wchodzi w życie z dniem ${day}.`,
    );
  const change = `UCHWAŁA NR XI/60/2024\nRADY GMINY LIPOWO\nz dnia 5 września 2024 r.\nzmieniająca uchwałę zmieniającą uchwałę w sprawie zasad wynajmu świetlic\n\n§ 1. W uchwale nr X/50/2024 Rady Gminy Lipowo z dnia 20 czerwca 2024 r. zmieniającej uchwałę w sprawie zasad wynajmu świetlic (Dz. Urz. Woj. Śl. poz. 900) w § 1 w pkt 1 wyrazy „10 dni” zastępuje się wyrazami „14 dni”.\n\n§ 2. Uchwała wchodzi w życie z dniem podjęcia.\n`;
  expect(apply(later('1 stycznia 2025 r.'), change).text).toContain('w 14 dni');
  const late = apply(later('1 lipca 2024 r.'), change);
  expect(late.text).toContain('w 10 dni');
  expect(late.commands.at(-1)).toMatchObject({ status: 'refused' });
});

test('a command about another act is refused and named', () => {
  const result = apply(
    amending('1) uchyla się § 3.').replace(
      'nr IV/20/2024 Rady Gminy Lipowo z dnia 15 lutego 2024 r.',
      'nr II/3/2019 Rady Gminy Lipowo z dnia 1 marca 2019 r.',
    ),
  );
  expect(result.commands[0]).toMatchObject({
    status: 'refused',
    reason: { pl: 'Polecenie dotyczy innego aktu: nr II/3/2019 z dnia 2019-03-01.' },
  });
});
