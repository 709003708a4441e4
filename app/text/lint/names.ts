import type { Bilingual } from '../tree/types.ts';

/** What the findings of one code have in common, as a heading above them. */
export const PROBLEM_NAMES: Readonly<Record<string, Bilingual>> = {
  'dangling-reference': {
    pl: 'odesłania do jednostek, których nie ma',
    en: 'references to provisions that do not exist',
  },
  'missing-annex': {
    pl: 'odesłania do załączników, których nie ma w tekście',
    en: 'references to annexes that the text does not hold',
  },
  'glued-reference': { pl: 'odesłania, w których zlały się liczby', en: 'references whose numbers ran together' },
  'lost-paragraph-sign': { pl: 'odesłania bez znaku §', en: 'references without the sign §' },
  'reference-style': {
    pl: 'odesłania zapisane inaczej niż w zasadach techniki prawodawczej',
    en: 'references written otherwise than the drafting rules say',
  },
  'wrong-end-mark': { pl: 'znaki na końcu elementów wyliczenia', en: 'marks at the end of list items' },
  'missing-full-stop': { pl: 'brak kropki na końcu', en: 'no full stop at the end' },
  'missing-colon': { pl: 'brak dwukropka przed wyliczeniem', en: 'no colon before a list' },
  'lone-item': { pl: 'wyliczenia z jednym elementem', en: 'lists of a single item' },
  'lone-subsection': { pl: 'paragrafy z jednym ustępem', en: 'sections with a single subsection' },
  'list-printed-as-subsections': { pl: 'wyliczenia oznaczone jak ustępy', en: 'lists marked like subsections' },
  'letter-outside-alphabet': { pl: 'litery spoza alfabetu łacińskiego', en: 'letters outside the Latin alphabet' },
  'odd-mark': {
    pl: 'oznaczenia zapisane inaczej niż w zasadach techniki prawodawczej',
    en: 'marks written otherwise than the drafting rules say',
  },
  'heading-stop': { pl: 'kropka po tytule', en: 'full stop after a title' },
  'missing-heading': { pl: 'brak tytułu rozdziału lub działu', en: 'chapters or divisions without a title' },
  'missing-title': { pl: 'brak tytułu aktu', en: 'no title of the act' },
  'missing-legal-basis': { pl: 'brak podstawy prawnej', en: 'no legal basis' },
  'missing-entry-into-force': { pl: 'brak przepisu o wejściu w życie', en: 'no provision on entry into force' },
  'entry-into-force-not-last': {
    pl: 'przepis o wejściu w życie nie jest ostatni',
    en: 'the provision on entry into force is not the last one',
  },
  'duplicate-number': { pl: 'numery, które się powtarzają', en: 'numbers that repeat' },
  'number-gap': { pl: 'przerwy w numeracji', en: 'gaps in the numbering' },
  'doubled-mark': { pl: 'oznaczenia wydrukowane dwa razy', en: 'marks printed twice' },
  'stray-mark': { pl: 'zbędne znaki przed oznaczeniem', en: 'stray signs before a mark' },
  'empty-item': { pl: 'znaki wyliczenia bez słów', en: 'list marks without words' },
  'mark-in-text': { pl: 'wiersze z oznaczeniem odczytane jako tekst', en: 'lines with a mark read as text' },
  'article-in-resolution': {
    pl: 'uchwały podzielone na artykuły zamiast na paragrafy',
    en: 'resolutions divided into articles instead of sections',
  },
  'missing-paragraph-sign': { pl: 'paragrafy bez znaku §', en: 'sections without the sign §' },
  'glued-superscript': { pl: 'numery, w których zlał się indeks górny', en: 'numbers that a superscript ran into' },
  'flat-list': {
    pl: 'wyliczenia w wyliczeniu bez własnego znaku',
    en: 'lists within lists without a sign of their own',
  },
  'unopened-quote': { pl: 'cytaty bez otwierającego cudzysłowu', en: 'quotations without an opening mark' },
  'amended-number-in-title': {
    pl: 'numer zmienianej uchwały w tytule',
    en: 'number of the amended resolution in the title',
  },
  'change-of-a-change': { pl: 'zmiany aktów zmieniających', en: 'changes of amending acts' },
  'journal-of-amended-act': {
    pl: 'brak miejsca ogłoszenia zmienianej uchwały',
    en: 'no place of publication of the amended resolution',
  },
  'command-not-understood': { pl: 'polecenia niejednoznaczne', en: 'commands that can be read in several ways' },
  'renumbered-in-force': { pl: 'przenumerowane jednostki', en: 'renumbered provisions' },
  'wording-not-quoted': { pl: 'brzmienia bez cudzysłowu', en: 'wordings without quotation marks' },
  'unit-struck': { pl: 'jednostki „skreślone” zamiast uchylonych', en: 'provisions struck instead of repealed' },
  'unit-changed-twice': { pl: 'jednostki zmienione dwa razy', en: 'provisions changed twice' },
  'commands-out-of-order': { pl: 'polecenia nie po kolei', en: 'commands out of order' },
  'unclosed-quote': { pl: 'cytaty bez zamykającego cudzysłowu', en: 'quotations without a closing mark' },
};
