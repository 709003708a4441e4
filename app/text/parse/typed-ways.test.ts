import { expect, test } from 'vitest';
import { findReferences } from '../references/references.ts';
import { outline } from './outline.ts';
import { parse } from './parse.ts';

const ACT = `UCHWAŁA NR XII/101/2026
RADY MIEJSKIEJ W BRZEZINIE
z dnia 4 lutego 2026 r.
w sprawie regulaminu targowiska

Na podstawie art. 18 ust. 2 pkt 15 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym uchwala się, co następuje:

DZIAŁ I

Przepisy ogólne

Rozdział 1

Zakres

§ 1. 1. Ilekroć w uchwale jest mowa o:

1) targu – należy przez to rozumieć targowisko przy ul. Polnej;

2) kupcu – należy przez to rozumieć osobę, która:

a) sprzedaje na targu,

b) ma zezwolenie z § 3 ust. 2, w tym:

– stałe,

– dzienne,

c) zapłaciła opłatę.

2. Pojęcia z ust. 1 pkt 2 lit. b tiret drugie stosuje się odpowiednio.

DZIAŁ II

Opłaty

Rozdział 1

Stawki

§ 2. W uchwale nr V/21/2019 Rady Miejskiej w Brzezinie w sprawie opłat wprowadza się następujące zmiany:

1) § 5 otrzymuje brzmienie:

„§ 5. 1. Opłatę pobiera się z góry.

2. Szkoły zwalnia się.”;

2) uchyla się § 6.

§ 3. 1. Przepis art. 15 ust. 1 ustawy o podatkach i opłatach lokalnych stosuje się do spraw z § 2.

2. Zezwolenie wydaje gospodarz w terminie 3 dni.

§ 4. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.
`;

function see(text: string): string[] {
  const act = parse(text);
  return [
    ...outline(act).lines.flatMap(({ type, citation }) =>
      type === 'text' ? [] : [citation.replace('rozdział I', 'rozdział 1')],
    ),
    ...findReferences(act).map((one) => `${one.citation} → ${one.targets[0]?.citation} ${one.status}`),
  ];
}

test.each<[string, (text: string) => string]>([
  ['no-break spaces', (text) => text.replace(/ /g, '\u00a0')],
  ['two blanks for one', (text) => text.replace(/ /g, '  ')],
  ['line ends of Windows', (text) => text.replace(/\n/g, '\r\n')],
  ['zero width blanks before marks', (text) => text.replace(/^(?=§|\d|[a-z]\))/gm, '\u200b')],
  ['soft hyphens in words', (text) => text.replace(/(\p{L}{3})(\p{L}{4})/gu, '$1\u00ad$2')],
  ['letters of two characters', (text) => text.normalize('NFD')],
  ['no empty lines', (text) => text.replace(/\n\n+/g, '\n')],
  ['lines broken at 72', (text) => text.replace(/\n\n+/g, '\n').replace(/(.{40,72}) /g, '$1\n')],
  ['lines broken at 50', (text) => text.replace(/\n\n+/g, '\n').replace(/(.{30,50}) /g, '$1\n')],
  ['one line', (text) => text.replace(/\n+/g, ' ')],
  ['no blank behind §', (text) => text.replace(/§ (?=\d)/g, '§')],
  ['§ alone on its line', (text) => text.replace(/^(§ \d+\.) /gm, '$1\n\n')],
  ['§ alone without a stop', (text) => text.replace(/^(§ \d+)\. /gm, '$1\n\n')],
  ['tabs behind marks', (text) => text.replace(/^(§ \d+\.|\d+[.)]|[a-z]\)|–) /gm, '$1\t')],
  ['slashes for brackets', (text) => text.replace(/^(\d+|[a-z])\) /gm, '$1/ ')],
  ['numbers in brackets', (text) => text.replace(/^(\d+)\) /gm, '($1) ')],
  ['hyphens for dashes', (text) => text.replace(/^– /gm, '- ')],
  ['bold marks', (text) => text.replace(/^(§ \d+\.)/gm, '**$1**')],
  ['straight quotes', (text) => text.replace(/[„”]/g, '"')],
  ['commas for quotes', (text) => text.replace(/„/g, ',,').replace(/”/g, "''")],
  ['„pkt.”', (text) => text.replace(/pkt /g, 'pkt. ')],
  ['Roman chapters', (text) => text.replace(/Rozdział 1/g, 'Rozdział I')],
  ['titles beside their headings', (text) => text.replace(/(Rozdział 1|DZIAŁ I+)\n\n/g, '$1. ')],
  ['pages', (text) => text.replace(/(?<=;\n)/g, '\nStrona 1 z 9\n')],
])('an act reads the same typed with %s', (_name, typed) => {
  expect(see(typed(ACT))).toEqual(see(ACT));
});
