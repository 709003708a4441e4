import type { CardKind, PointOfView } from '#app/boards/board.ts';

/** A card of the demonstration: who stands behind it by a number, what it says, how it is signed. */
export type StoryCard = readonly [
  kind: CardKind,
  view: PointOfView,
  text: string,
  signature?: string,
  answers?: number,
  uses?: number,
];

/** The board from which the draft of the demonstration was written. Numbers of cards are their places in this list. */
export const finishedBoard = {
  title: 'Co utrudnia nam wspólne decydowanie',
  question:
    'Zanim powstanie projekt uchwały, pytamy z czterech stron: czego potrzeba, co już mamy, co przeszkadza i jak na to odpowiedzieć.',
  collected: [
    ['obstacle', 'residents', 'O konsultacjach dowiadujemy się z plakatu, kiedy już się skończyły.', 'Halina, Łęgi'],
    ['obstacle', 'residents', 'Plakat wisi, a termin minął wczoraj.'],
    ['obstacle', 'partners', 'Zarząd zbiera się raz w miesiącu, a na opinię jest tydzień.', 'Koło Gospodyń w Łęgach'],
    ['obstacle', 'institutions', 'Rada rodziców nie zdąży się zebrać w kilka dni.'],
    ['obstacle', 'government', 'Uwagi przychodzą po terminie, bo ogłoszenie było za krótko.'],
    ['need', 'residents', 'Wiedzieć miesiąc wcześniej, co będzie uzgadniane.'],
    ['obstacle', 'residents', 'Spotkania są przed południem, kiedy pracujemy.', 'Stanisław'],
    ['obstacle', 'residents', 'Po spotkaniu nie ma już czym wrócić do Zarzecza.'],
    ['obstacle', 'partners', 'W sali urzędu nie ma jak wjechać wózkiem.', 'Klub Seniora'],
    ['need', 'institutions', 'Nauczyciele przyjdą, jeśli spotkanie zacznie się po lekcjach.'],
    ['need', 'residents', 'Żeby ktoś odpisał, nawet jeśli odpowiedź brzmi „nie”.'],
    ['obstacle', 'residents', 'Wysłałam uwagi dwa razy i nie wiem, czy ktoś je czytał.'],
    ['obstacle', 'government', 'Te same uwagi przychodzą trzema drogami i trudno się ich doliczyć.'],
    ['need', 'government', 'Jednego spisu uwag zamiast trzech skrzynek.'],
    ['resource', 'residents', 'Zebranie wiejskie w Łęgach: co miesiąc czterdzieści osób.'],
    ['resource', 'partners', 'Czytelnia z dwoma komputerami, otwarta do dwudziestej.', 'Biblioteka'],
    ['resource', 'institutions', 'Sala gimnastyczna szkoły jest wolna po szesnastej.', 'Szkoła Podstawowa nr 2'],
    ['resource', 'government', 'Tablice sołeckie w każdej wsi, które ktoś już obchodzi co tydzień.'],
    ['obstacle', 'residents', 'Sąsiad z ulicy Polnej wszystkich zniechęca.'],
  ] satisfies StoryCard[],
  /** Equal cards: the first stands for the others. */ merged: [[1, 2]],
  groups: [
    { name: 'Za późno się dowiadujemy', cards: [1, 3, 4, 5, 6] },
    { name: 'Nie możemy przyjść', cards: [7, 8, 9, 10] },
    { name: 'Nie wiadomo, co stało się z uwagą', cards: [11, 12, 13, 14] },
  ],
  hidden: { number: 19, reason: 'Karta mówi o konkretnej osobie spoza tablicy. Można ją wpisać inaczej.' },
  answers: [
    ['answer', 'residents', 'Na uwagi są co najmniej trzy tygodnie, a ogłoszenie wisi tydzień przed nimi.', '', 1, 18],
    ['answer', 'government', 'Plan konsultacji na pół roku naprzód, także na tablicach sołeckich.', '', 6, 18],
    ['answer', 'institutions', 'Spotkania po szesnastej albo w sobotę, w sali bez schodów.', '', 7, 17],
    ['answer', 'partners', 'Uwagi można wpisać w bibliotece, z pomocą.', '', 9, 16],
    ['answer', 'residents', 'Każda uwaga ma numer, odpowiedź i uzasadnienie.', '', 11],
  ] satisfies StoryCard[],
  /** Marks of each person by the place of the answer; six a person, at most two on one. */
  marks: [
    [2, 1, 1, 0, 2],
    [2, 0, 2, 0, 2],
    [2, 2, 0, 1, 1],
    [1, 0, 2, 1, 2],
    [2, 1, 1, 0, 1],
    [2, 0, 1, 0, 2],
    [0, 2, 2, 0, 2],
    [2, 0, 0, 2, 0],
    [2, 1, 0, 0, 2],
    [1, 0, 1, 2, 2],
    [2, 0, 2, 0, 1],
    [2, 2, 0, 0, 0],
  ],
} as const;

/** A board that is still open in the demonstration. */
export const openBoardStory = {
  title: 'Skwer przy dawnej mleczarni',
  question: 'Co zrobić z pustym placem, żeby służył wszystkim wokół?',
  unitName: 'Osiedle Mleczarskie',
  collected: [
    ['need', 'residents', 'Ławki w cieniu i miejsce, gdzie dzieci mogą pobiegać.', 'Ola'],
    ['need', 'residents', 'Żeby wieczorem było światło.'],
    ['obstacle', 'residents', 'Parkują tam samochody z całej ulicy.'],
    ['obstacle', 'government', 'Część placu ma nieuregulowaną własność.'],
    ['resource', 'partners', 'Mamy narzędzia i dziesięć osób do pracy w sobotę.', 'Klub Ogrodnika'],
    ['resource', 'institutions', 'Przedszkole może podlewać w tygodniu.'],
    ['need', 'institutions', 'Bezpieczne przejście od strony przedszkola.'],
  ] satisfies StoryCard[],
} as const;
