import { parse, type Act } from '#app/text/index.ts';
import type { Amendment } from '../model/amendments.ts';
import { propertiesOf, type DocumentProperties } from '../model/tracked-document.ts';

/** A short act with every level of units, for tests. */
export const SAMPLE_TEXT = `UCHWAŁA NR V/7/2024
RADY GMINY PRZYKŁAD
z dnia 1 marca 2024 r.
w sprawie konsultacji społecznych

Na podstawie art. 18 ust. 2 ustawy o samorządzie gminnym uchwala się, co następuje:

Rozdział 1
Przepisy ogólne

§ 1. Uchwała określa zasady konsultacji z mieszkańcami gminy Przykład.

§ 2. 1. Konsultacje trwają 14 dni od dnia ogłoszenia na stronie gminy.

2. Ogłoszenie zawiera:

1) przedmiot konsultacji;

2) termin, w tym:

a) dzień rozpoczęcia,

b) dzień zakończenia.

Rozdział 2
Przepisy końcowe

§ 3. Wykonanie uchwały powierza się wójtowi gminy Przykład.

§ 4. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.
`;

export function sampleAct(): Act {
  return parse(SAMPLE_TEXT);
}

export function sampleProperties(act = sampleAct()): DocumentProperties {
  return propertiesOf(act, { date: '2026-05-10T08:00:00Z', subject: 'Projekt z poprawkami' });
}

/** Four people: two edit different words of one clause, a third the same words as the first. */
export const SAMPLE_AMENDMENTS: Amendment[] = [
  {
    author: 'Anna Kowalska',
    date: '2026-05-01T12:00:00Z',
    reason: 'Dwa tygodnie to za mało.',
    clauses: [
      { op: 'replace', citation: '§ 2 ust. 1', text: 'Konsultacje trwają 21 dni od dnia ogłoszenia na stronie gminy.' },
    ],
  },
  {
    author: 'Jan Żółty',
    date: '2026-05-02T12:00:00Z',
    reason: 'Nie każdy ma internet.',
    clauses: [
      {
        op: 'replace',
        citation: '§ 2 ust. 1',
        text: 'Konsultacje trwają 14 dni od dnia ogłoszenia na tablicy ogłoszeń.',
      },
      { op: 'insert-after', citation: '§ 2 ust. 2 pkt 1', text: 'sposób udziału;' },
    ],
  },
  {
    author: 'Stowarzyszenie „Plac”',
    date: '2026-05-03T12:00:00Z',
    reason: 'Miesiąc.',
    clauses: [
      { op: 'replace', citation: '§ 2 ust. 1', text: 'Konsultacje trwają 30 dni od dnia ogłoszenia na stronie gminy.' },
    ],
  },
  {
    author: 'Zofia Ćwik',
    date: '2026-05-04T12:00:00Z',
    reason: 'Zbędne & <niejasne>.',
    clauses: [{ op: 'delete', citation: '§ 3' }],
  },
];
