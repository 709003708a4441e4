import { expect, test } from 'vitest';
import { describeClauseChange, plainChange, wasIsRows } from './describe-change.ts';
import { diffClauses, diffText } from './diff.ts';

const polish = (before: string, after: string): string => plainChange(diffText(before, after), 'pl');
const english = (before: string, after: string): string => plainChange(diffText(before, after), 'en');

test('a replacement, an insertion and a deletion are told in one sentence', () => {
  const before =
    'Konsultacje trwają co najmniej 14 dni roboczych, licząc od dnia publicznego ogłoszenia projektu uchwały.';
  const after =
    'Konsultacje trwają co najmniej 30 dni roboczych, licząc od dnia ogłoszenia projektu uchwały w biuletynie.';
  expect(polish(before, after)).toBe(
    'Zmienia „14 dni” na „30 dni”, skreśla „publicznego” i dodaje „w biuletynie” po „projektu uchwały”.',
  );
  expect(english(before, after)).toBe(
    'Changes “14 dni” to “30 dni”, deletes “publicznego” and adds “w biuletynie” after “projektu uchwały”.',
  );
});

test('a punctuation mark is called by its name', () => {
  expect(polish('niezwłocznie i bezpłatnie wydaje', 'niezwłocznie, i bezpłatnie wydaje')).toBe(
    'Dodaje przecinek po „niezwłocznie”.',
  );
  expect(polish('zakaz używania petard.', 'zakaz używania petard;')).toBe('Zmienia kropkę na średnik.');
});

test('an added sentence is called a sentence', () => {
  expect(polish('Dyżur trwa godzinę.', 'Dyżur trwa godzinę. Grafik ustala kierownik.')).toBe(
    'Dodaje zdanie „Grafik ustala kierownik”.',
  );
});

test('what changes no words is said to be so', () => {
  expect(polish('a b', 'a b')).toBe('Nie zmienia brzmienia.');
  expect(polish('5 zł', '5\u00A0zł')).toBe('Zmienia tylko odstępy.');
  expect(polish('wójt', 'wójt'.normalize('NFD'))).toBe('Nie zmienia brzmienia.');
});

test('many changes are counted, a long new wording is not quoted', () => {
  const before = 'a1 b c d e2 f g h i3 j k l m4 n o p q5 r s t u6 w x y z';
  const after = 'A1 b c d E2 f g h I3 j k l M4 n o p Q5 r s t U6 w x y z';
  expect(polish(before, after)).toBe(
    'Zmienia „a1” na „A1”, zmienia „e2” na „E2”, zmienia „i3” na „I3” i wprowadza jeszcze 3 zmiany.',
  );
  expect(polish(before, before.toUpperCase().repeat(4))).toBe('Nadaje nowe brzmienie.');
});

test('moves, levels, new and deleted clauses have their own sentences', () => {
  const base = [
    { id: 'a', text: 'Rada ustala zasady korzystania ze świetlicy.' },
    { id: 'b', text: 'Opłata wynosi 50 zł.', level: 1 },
    { id: 'c', text: 'Wstęp wolny.' },
    { id: 'd', text: 'Świetlica jest czynna.' },
  ];
  const current = [
    { id: 'd', text: 'Świetlica jest nieczynna.' },
    { id: 'a', text: 'Rada ustala zasady korzystania ze świetlicy.' },
    { id: 'b', text: 'Opłata wynosi 50 zł.', level: 2 },
    { id: 'n', text: 'Klucze wydaje sołtys.' },
  ];
  const diff = diffClauses(base, current);
  const told = Object.fromEntries(diff.clauses.map((clause) => [clause.id, describeClauseChange(clause, 'pl')]));
  expect(told).toEqual({
    a: 'Nie zmienia brzmienia.',
    b: 'Zmienia tylko poziom w wyliczeniu.',
    c: 'Skreśla „Wstęp wolny”.',
    d: 'Przenosi w inne miejsce i zmienia „czynna” na „nieczynna”.',
    n: 'Dodaje „Klucze wydaje sołtys”.',
  });
  expect(wasIsRows(diff).find(({ id }) => id === 'd')).toEqual({
    id: 'd',
    change: 'moved-changed',
    was: 'Świetlica jest czynna.',
    is: 'Świetlica jest nieczynna.',
  });
  expect(wasIsRows(diff).find(({ id }) => id === 'c')).toMatchObject({ was: 'Wstęp wolny.', is: null });
});

test('no quotation begins with a comma: the mark is called by its name', () => {
  const told = (before: string, after: string): string[] => [
    plainChange(diffText(before, after), 'pl'),
    plainChange(diffText(before, after), 'en'),
  ];
  expect(told('Konsultacje trwają 21 dni.', 'Konsultacje trwają 21 dni, a w sprawie budżetu 30 dni.')).toEqual([
    'Dodaje przecinek i wyrazy „a w sprawie budżetu 30 dni” po „21 dni”.',
    'Adds a comma and the words “a w sprawie budżetu 30 dni” after “21 dni”.',
  ]);
  expect(told('Komisję tworzą radni i urzędnicy.', 'Komisję tworzą radni, sołtysi i urzędnicy.')).toEqual([
    'Dodaje przecinek i wyraz „sołtysi” po „tworzą radni”.',
    'Adds a comma and the word “sołtysi” after “tworzą radni”.',
  ]);
  expect(told('Wójt, jako organ, ogłasza nabór.', 'Wójt ogłasza nabór.')[0]).toMatch(
    /^Skreśla przecinek i wyrazy „jako organ/u,
  );
});
