import type { Locale } from '#app/i18n/locale.ts';

/** How an office listens to its own installation with a screen reader, in an hour. The declaration leads here. */
export type ListeningGuide = {
  title: string;
  lead: string;
  before: string[];
  stepsTitle: string;
  steps: { minutes: number; what: string; heard: string }[];
  minutes: string;
  heard: string;
  after: string[];
};

/** Place of the guide on the help page. */
export const listeningId = 'czytnik';

const pl: ListeningGuide = {
  title: 'Sprawdzić stronę z czytnikiem ekranu',
  lead: 'Godzina wystarczy. Nie trzeba umieć programować, wystarczy umieć obsługiwać czytnik ekranu, a najlepiej zaprosić kogoś, kto używa go na co dzień.',
  before: [
    'Windows: czytnik NVDA (nvaccess.org, bezpłatny) z przeglądarką Firefox albo Chrome. Mac: VoiceOver (⌘ F5) z Safari. Telefon: VoiceOver albo TalkBack.',
    'Klawisze NVDA: H następny nagłówek, T tabela, F pole, Insert+F7 lista elementów, Insert+T tytuł strony, Ctrl+Alt+strzałki komórki tabeli. Klawisze VoiceOver (VO to Control+Option): VO+U pokrętło, VO+⌘+H następny nagłówek, VO+⌘+T tabela.',
    'Pracuj na zestawie pokazowym albo na konsultacji próbnej, nie na prawdziwej. Wyłącz monitor albo odwróć wzrok. Przy każdym kroku zapisz: udało się, z trudem albo nie, i co dokładnie słychać.',
  ],
  stepsTitle: 'Kroki',
  minutes: '{n} min',
  heard: 'Powinno być słychać:',
  steps: [
    {
      minutes: 4,
      what: 'Otwórz stronę główną. Naciśnij Tab, potem Enter.',
      heard: 'tytuł strony, link „Przejdź do treści”, a po nim nagłówek strony.',
    },
    {
      minutes: 8,
      what: 'Otwórz konsultację i jej projekt. Wyświetl listę nagłówków, potem od początku strony wybierz „Przejdź do tekstu projektu” i przeczytaj dwa paragrafy.',
      heard: 'każdy paragraf jako nagłówek z numerem, ustępy i punkty z numerami w kolejności.',
    },
    {
      minutes: 6,
      what: 'Otwórz „Zmiany w tekście” konsultacji, która ma drugą wersję.',
      heard: '„usunięto” i „dodano” przed słowami, które zniknęły i doszły.',
    },
    {
      minutes: 10,
      what: 'Zaproponuj inne brzmienie i wyślij formularz z pustym uzasadnieniem. Potem przejdź linkiem z listy błędów do pola.',
      heard:
        '„Błąd:” w tytule, lista błędów zaraz po odczytaniu strony, nazwa pola w każdym błędzie, a przy polu jego błąd. To, co wpisano, zostało.',
    },
    {
      minutes: 6,
      what: 'Popraw formularz i wybierz „Pokaż zmianę”.',
      heard: 'podgląd zmiany od razu, bez szukania go na stronie.',
    },
    {
      minutes: 8,
      what: 'Otwórz edycję ocen, wybierz „Przejdź do tabeli wyników”, przejdź po komórkach dwóch gmin i posortuj tabelę według wyniku.',
      heard:
        'nagłówek kolumny i nazwa gminy przy każdej komórce, żadna komórka pusta, po sortowaniu „malejąco” albo „rosnąco”.',
    },
    {
      minutes: 3,
      what: 'Odczytaj wykres nad tabelą.',
      heard: 'jedno zdanie z tymi samymi liczbami, które są w tabeli.',
    },
    {
      minutes: 8,
      what: 'Zaloguj się jako urzędnik, otwórz listę uwag, wejdź w jedną i zapisz szkic stanowiska.',
      heard: 'numer uwagi w tytule strony, stan każdej uwagi na liście, potwierdzenie zapisu.',
    },
    {
      minutes: 3,
      what: 'Na telefonie otwórz i zamknij menu.',
      heard: 'przycisk „Menu” ze stanem, a po zamknięciu znów ten sam przycisk.',
    },
    {
      minutes: 4,
      what: 'Otwórz raport z konsultacji jako PDF.',
      heard: 'nagłówki na liście nagłówków, w tabeli uwag nagłówki kolumn.',
    },
  ],
  after: [
    'Krok się nie udał, jeśli czegoś nie słychać, słychać co innego, niż jest na ekranie, albo bez patrzenia nie da się skończyć zadania.',
    'Wpisz do swojej deklaracji dostępności datę sesji, programy z wersjami i to, co się nie udało. Błędy zgłoś temu, kto utrzymuje program, razem z zapisem tego, co słychać.',
  ],
};

const en: ListeningGuide = {
  title: 'Check the site with a screen reader',
  lead: 'An hour is enough. You do not have to be able to program, only to use a screen reader; best of all, invite somebody who uses one every day.',
  before: [
    'Windows: NVDA (nvaccess.org, free of charge) with Firefox or Chrome. Mac: VoiceOver (⌘ F5) with Safari. Phone: VoiceOver or TalkBack.',
    'Keys of NVDA: H next heading, T table, F field, Insert+F7 list of elements, Insert+T title of the page, Ctrl+Alt+arrows cells of a table. Keys of VoiceOver (VO is Control+Option): VO+U rotor, VO+⌘+H next heading, VO+⌘+T table.',
    'Work with the demonstration or a trial consultation, not with a real one. Switch off the screen or look away. For every step write down: it worked, with difficulty, or not, and what exactly was said.',
  ],
  stepsTitle: 'Steps',
  minutes: '{n} min',
  heard: 'You should hear:',
  steps: [
    {
      minutes: 4,
      what: 'Open the front page. Press Tab, then Enter.',
      heard: 'the title of the page, the link “Skip to content”, and after it the heading of the page.',
    },
    {
      minutes: 8,
      what: 'Open a consultation and its draft. Show the list of headings, then from the beginning of the page choose “Skip to the text of the draft” and read two sections.',
      heard: 'every section as a heading with its number, subsections and points with their numbers in order.',
    },
    {
      minutes: 6,
      what: 'Open the changes of a consultation that has a second version.',
      heard: '“deleted” and “inserted” before the words that went and came.',
    },
    {
      minutes: 10,
      what: 'Propose another wording and send the form without a reason. Then follow a link of the list of errors to its field.',
      heard:
        '“Error:” in the title, the list of errors as soon as the page is read, the name of the field in each, and at the field its error. What was typed is still there.',
    },
    {
      minutes: 6,
      what: 'Mend the form and choose to see the change.',
      heard: 'the preview of the change at once, without looking for it on the page.',
    },
    {
      minutes: 8,
      what: 'Open an edition of scores, choose “Skip to the table of results”, go through the cells of two municipalities and sort the table by score.',
      heard:
        'the head of the column and the name of the municipality at each cell, no cell empty, and “descending” or “ascending” after sorting.',
    },
    {
      minutes: 3,
      what: 'Read the chart above the table.',
      heard: 'one sentence with the same numbers that are in the table.',
    },
    {
      minutes: 8,
      what: 'Sign in as an official, open the list of remarks, go into one and save the draft of a response.',
      heard:
        'the number of the remark in the title of the page, the state of every remark in the list, and that the draft is saved.',
    },
    {
      minutes: 3,
      what: 'On a phone open the menu and close it.',
      heard: 'the button “Menu” with its state, and the same button again after closing.',
    },
    {
      minutes: 4,
      what: 'Open the report of a consultation as PDF.',
      heard: 'headings in the list of headings, and the heads of columns in the table of remarks.',
    },
  ],
  after: [
    'A step failed if something is not said, if something else is said than what is on the screen, or if the task cannot be finished without looking.',
    'Enter in your accessibility statement the date of the session, the programs with their versions and what failed. Report faults to whoever maintains the program, with what was said.',
  ],
};

export const listeningGuides: Record<Locale, ListeningGuide> = { pl, en };
