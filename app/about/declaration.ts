import type { Locale } from '#app/i18n/locale.ts';

/** Day the text below was last reviewed against the program; the law asks for a review by 31 March each year. */
export const declarationDay = '2026-12-01';

export type Declaration = {
  title: string;
  intro: string;
  introLaw: string;
  /** Instead of the sentence above while nobody has named themselves: it would be claimed by nobody. */
  unclaimed: string;
  site: string;
  published: string;
  updated: string;
  statusTitle: string;
  status: string;
  gapsTitle: string;
  gaps: string[];
  preparedTitle: string;
  prepared: string;
  basis: string;
  checkedTitle: string;
  checked: string[];
  uncheckedTitle: string;
  unchecked: string[];
  guide: string;
  reviewed: string;
  helpsTitle: string;
  helps: string[];
  contactTitle: string;
  contact: string;
  email: string;
  phone: string;
  procedureTitle: string;
  procedure: string[];
  placeTitle: string;
  place: string;
  appsTitle: string;
  apps: string;
};

const pl: Declaration = {
  title: 'Deklaracja dostępności',
  intro: 'zapewnia dostępność cyfrową strony',
  introLaw:
    'zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.',
  unclaimed:
    'To jest wzór deklaracji. Podmiot, który prowadzi tę stronę, jeszcze się nie podał, więc nikt nie złożył deklaracji w swoim imieniu. Poniżej jest to, co wiadomo o programie.',
  site: 'Strona:',
  published: 'Data publikacji strony:',
  updated: 'Data ostatniej istotnej aktualizacji:',
  statusTitle: 'Stan zgodności',
  status: 'Strona jest częściowo zgodna z ustawą z powodu niezgodności opisanych niżej.',
  gapsTitle: 'Co jeszcze nie jest zgodne',
  gaps: [
    'Nie przeprowadzono jeszcze audytu ręcznego, w tym z czytnikiem ekranu, ani badania z udziałem osób z niepełnosprawnościami.',
    'Dokumenty, do których prowadzą dowody ocen, leżą na stronach urzędów i bywają skanami bez warstwy tekstowej. Nie mamy na nie wpływu.',
  ],
  preparedTitle: 'Przygotowanie deklaracji',
  prepared: 'Deklarację sporządzono dnia:',
  basis:
    'Podstawą jest samoocena: automatyczne badanie narzędziem axe-core wszystkich stron głównych ścieżek w obu językach, na ekranie telefonu i komputera. Obsługę samą klawiaturą zapewnia sposób budowy stron: zwykłe linki i formularze.',
  checkedTitle: 'Co sprawdzono',
  checked: [
    'Narzędziem axe-core: strony głównych ścieżek, w jasnych i ciemnych kolorach, na ekranie telefonu i komputera.',
    'W oknie szerokości 320 pikseli: czy nic nie wystaje w bok.',
    'W formularzach zestawu pokazowego: czy po odrzuceniu „Błąd:” jest w tytule, lista błędów ma fokus, nazywa pola i do nich prowadzi, a błąd jest powiązany z polem.',
    'W plikach PDF: czy mają nagłówki, listy i tabele w strukturze, narzędziem pdfinfo.',
  ],
  uncheckedTitle: 'Czego nie sprawdzono',
  unchecked: [
    'Nie było sesji z czytnikiem ekranu (NVDA, VoiceOver, TalkBack) ani badania z udziałem osób z niepełnosprawnościami.',
    'Nie było audytu niezależnego specjalisty.',
    'Nie sprawdzono ręcznie powiększenia samego tekstu do 200 % ani sterowania głosem.',
  ],
  guide: 'Jak w godzinę sprawdzić tę stronę z czytnikiem ekranu',
  reviewed: 'Ostatni przegląd:',
  helpsTitle: 'Ułatwienia',
  helps: [
    'Wszystko działa bez skryptów i z samą klawiaturą, standardowymi skrótami przeglądarki. Pierwszy link na stronie prowadzi do treści.',
    'Urzędnik ma na liście uwag i przy zajmowaniu stanowiska skróty jednoliterowe: j i k (następna, poprzednia), x (wybór), Enter (otwórz), a, r, p (uwzględniona, nieuwzględniona, uwzględniona częściowo), s (zapisz szkic), ? (lista klawiszy). Nie działają w polach, są wypisane na stronie i można je tam wyłączyć (WCAG 2.1.4).',
    'Zmiany w tekście są oznaczone podkreśleniem i przekreśleniem, a czytniki ekranu słyszą „dodano” i „usunięto”. Kolor nigdy nie jest jedynym znakiem.',
    'Każdy wykres ma tabelę albo zdanie z tymi samymi liczbami.',
    'Strona stosuje jasne i ciemne kolory według ustawień systemu, ma wersję do druku i mieści się w oknie szerokości 320 pikseli.',
  ],
  contactTitle: 'Kontakt',
  contact: 'W sprawie dostępności odpowiada:',
  email: 'E-mail:',
  phone: 'Telefon:',
  procedureTitle: 'Jak zażądać dostępności',
  procedure: [
    'Każdy może zażądać dostępności cyfrowej strony lub jej elementu albo udostępnienia informacji w inny sposób, na przykład przez odczytanie lub opis. Żądanie powinno zawierać dane kontaktowe, wskazanie elementu strony i dogodny sposób odpowiedzi.',
    'Odpowiedź należy się bez zbędnej zwłoki, nie później niż w ciągu 7 dni. Jeśli to niemożliwe, operator podaje powód i nowy termin, nie dłuższy niż 2 miesiące od żądania.',
    'Po odmowie albo po upływie terminu można złożyć skargę do operatora, a następnie zawiadomić Rzecznika Praw Obywatelskich (www.rpo.gov.pl).',
  ],
  placeTitle: 'Dostępność architektoniczna',
  place:
    'Dotyczy siedziby operatora. Opis wejścia, dojazdu, tłumacza języka migowego i wstępu z psem asystującym uzupełnia operator tej instalacji.',
  appsTitle: 'Aplikacje mobilne',
  apps: 'Nie ma aplikacji mobilnych. Strona działa w przeglądarce telefonu.',
};

const en: Declaration = {
  title: 'Accessibility statement',
  intro: 'makes accessible the website',
  introLaw:
    'in accordance with the Polish Act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies.',
  unclaimed:
    'This is the pattern of a statement. Whoever runs this site has not named themselves yet, so nobody has made the statement. Below is what is known of the program.',
  site: 'Website:',
  published: 'Date of publication:',
  updated: 'Date of the last important update:',
  statusTitle: 'Compliance',
  status: 'The website complies with the Act in part, because of what is described below.',
  gapsTitle: 'What does not comply yet',
  gaps: [
    'There has been no manual audit yet, with a screen reader or otherwise, and no test with people with disabilities.',
    'Documents that serve as evidence of scores lie on the sites of offices and are sometimes scans without text. We have no influence on them.',
  ],
  preparedTitle: 'Preparation of the declaration',
  prepared: 'The declaration was prepared on:',
  basis:
    'It is based on self-assessment: an automatic check of every page of the main journeys with axe-core, in both languages, on the screen of a phone and of a computer. Keyboard use follows from how pages are built: plain links and forms.',
  checkedTitle: 'What was checked',
  checked: [
    'With axe-core: the pages of the main journeys, in light and dark colours, on the screen of a phone and of a computer.',
    'In a window 320 pixels wide: that nothing sticks out to the side.',
    'In the forms of the demonstration: that after a refusal “Error:” stands in the title, the list of errors has the focus, names the fields and leads to them, and each error is tied to its field.',
    'In PDF files: that headings, lists and tables are in their structure, with pdfinfo.',
  ],
  uncheckedTitle: 'What was not checked',
  unchecked: [
    'There was no session with a screen reader (NVDA, VoiceOver, TalkBack) and no test with people with disabilities.',
    'There was no audit by an independent expert.',
    'Nobody checked by hand how the site does with text alone enlarged to 200% or with control by voice.',
  ],
  guide: 'How to check this site with a screen reader in an hour',
  reviewed: 'Last review:',
  helpsTitle: 'What helps',
  helps: [
    'Everything works without scripts and with the keyboard alone, with the browser’s own shortcuts. The first link of a page leads to its content.',
    'Officials have single-letter shortcuts in the list of remarks and when responding: j and k (next, previous), x (choose), Enter (open), a, r, p (accepted, not accepted, accepted in part), s (save the draft), ? (list of keys). They do nothing in fields, are listed on the page and can be switched off there (WCAG 2.1.4).',
    'Changes of text are marked by underline and strike-through, and screen readers hear “inserted” and “deleted”. Colour is never the only sign.',
    'Every chart has a table or a sentence with the same numbers.',
    'The site follows the light or dark setting of your system, has a print style and fits a window 320 pixels wide.',
  ],
  contactTitle: 'Contact',
  contact: 'Responsible for accessibility:',
  email: 'E-mail:',
  phone: 'Telephone:',
  procedureTitle: 'How to request accessibility',
  procedure: [
    'Anybody can request that the site or a part of it be made accessible, or that information be given in another way, such as by reading or describing it. State how to reach you, which part you mean and how you want to be answered.',
    'The answer is due without delay, within 7 days at most. Where that is impossible, the operator states the reason and a new term of no more than 2 months from the request.',
    'After a refusal or a missed term you can complain to the operator, and then notify the Commissioner for Human Rights (www.rpo.gov.pl).',
  ],
  placeTitle: 'Access to the building',
  place:
    'This concerns the seat of the operator, who describes here the entrance, the way there, sign language interpreting and entry with an assistance dog.',
  appsTitle: 'Mobile applications',
  apps: 'There are no mobile applications. The site works in the browser of a phone.',
};

export const declarations: Record<Locale, Declaration> = { pl, en };
