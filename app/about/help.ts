import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';

type HelpLink = { label: string; href: (to: Paths) => string };
export type HelpTask = { id: string; role: string; title: string; steps: string[]; link: HelpLink };
export type HelpPage = { title: string; lead: string; tasks: HelpTask[]; rulesTitle: string; rules: string[] };

const pl: HelpPage = {
  title: 'Jak to działa',
  lead: 'Sześć zadań, po kolei. Nie trzeba znać się na pisaniu uchwał.',
  tasks: [
    {
      id: 'komentarz',
      role: 'Mieszkanka, mieszkaniec',
      title: 'Przeczytać projekt i skomentować',
      steps: [
        'Otwórz konsultację i wybierz „Czytaj projekt”. Do czytania nie trzeba mieć konta.',
        'Każdy przepis (§, ust., pkt) ma własną stronę. Zobaczysz na niej brzmienie, poprawki i rozmowę.',
        'Napisz komentarz pod przepisem, którego dotyczy. Do tego potrzebne jest konto z potwierdzonym adresem.',
      ],
      link: { label: 'Otwarte konsultacje', href: (to) => to.consultations() },
    },
    {
      id: 'poprawka',
      role: 'Mieszkanka, mieszkaniec, organizacja',
      title: 'Zaproponować inne brzmienie',
      steps: [
        'Na stronie przepisu wybierz „Zaproponuj inne brzmienie” i popraw słowa w polu. Możesz też dodać po nim nowy przepis albo go skreślić.',
        'Sprawdź podgląd: zobaczysz, co znika i co dochodzi, także zapisane zwykłym zdaniem.',
        'Napisz uzasadnienie. Jest wymagane, bo urząd odpowiada właśnie na nie.',
        'Jeśli tekst zmienił się w trakcie pisania, zobaczysz obie wersje. Nic z tego, co napisano, nie przepada.',
      ],
      link: { label: 'Moje uwagi i poprawki', href: (to) => to.account() },
    },
    {
      id: 'publikacja',
      role: 'Urząd',
      title: 'Opublikować projekt z gotowego tekstu',
      steps: [
        'Wklej tekst uchwały albo wgraj plik .txt, .docx lub .odt.',
        'Porównaj rozpoznaną strukturę ze źródłem. Wątpliwe wiersze są zaznaczone i można je poprawić. Tekst, którego nie rozpoznano, zostaje jako tekst.',
        'Podaj daty: początek, koniec i termin stanowisk. Potem opublikuj.',
      ],
      link: { label: 'Urząd', href: (to) => to.office() },
    },
    {
      id: 'stanowisko',
      role: 'Urząd',
      title: 'Zająć stanowisko',
      steps: [
        'Lista uwag idzie w kolejności tekstu. Przy każdej jest liczba popierających osób.',
        'Uwzględnij, uwzględnij innymi słowami albo nie uwzględniaj. Uzasadnienie jest wymagane za każdym razem.',
        'Uwzględniona poprawka tworzy następną wersję. Pozostałe otwarte poprawki przechodzą na nią albo są oznaczane jako kolizja. Żadna nie znika.',
        'Autorka albo autor dostaje e-mail ze stanowiskiem.',
      ],
      link: { label: 'Urząd', href: (to) => to.office() },
    },
    {
      id: 'ocena',
      role: 'Zespół monitorujący',
      title: 'Ocenić gminę',
      steps: [
        'Wybierz gminę w edycji i odpowiadaj na wskaźniki po kolei. Do każdego poziomu dodaj adres dowodu i uzasadnienie.',
        'Gdy wskaźnik nie dotyczy gminy albo dowodów brak, zaznacz to zamiast zgadywać. Przy wyniku widać, jaką część wagi mają zbadane wskaźniki.',
        'Osoba prowadząca zespół publikuje edycję. Opublikowaną kartę zmienia tylko jawna korekta; wcześniejsza zostaje.',
      ],
      link: { label: 'Zespół monitorujący', href: (to) => to.team() },
    },
    {
      id: 'cytat',
      role: 'Redakcja, badaczka, każdy',
      title: 'Sprawdzić i zacytować',
      steps: [
        'Karta oceny podaje wynik, zakres możliwych miejsc, wybrany poziom każdego wskaźnika i dowody.',
        'Dane pobierzesz jako CSV i JSON, a tekst projektu jako zwykły tekst.',
        'Każdy przepis, uwaga, wersja i karta ma stały adres. Możesz go podać w artykule.',
      ],
      link: { label: 'Opublikowane oceny', href: (to) => to.editions() },
    },
  ],
  rulesTitle: 'Zasady, które obowiązują wszystkich',
  rules: [
    'Komentarz to rozmowa. Poprawka to nowe brzmienie z uzasadnieniem. Na poprawkę urząd odpowiada stanowiskiem.',
    'Uwagę podpisuje organizacja, imię i nazwisko, jeśli o to poprosisz, albo słowa „osoba fizyczna”. Pod komentarzem stoi nazwa z konta. Urząd pod swoimi wypowiedziami ma słowo „urząd”.',
    'Wersji, stanowisk i opublikowanych ocen nie da się po cichu zmienić: każda zmiana ma datę i autora.',
    'Dwie różne poprawki do tych samych słów mogą istnieć obok siebie, dopóki urząd nie rozstrzygnie.',
  ],
};

const en: HelpPage = {
  title: 'How it works',
  lead: 'Six tasks, step by step. You need no skill in drafting law.',
  tasks: [
    {
      id: 'komentarz',
      role: 'Resident',
      title: 'Read a draft and comment',
      steps: [
        'Open a consultation and choose to read the draft. Reading needs no account.',
        'Every unit (§, subsection, point) has a page of its own with its wording, amendments and conversation.',
        'Write your comment under the unit it concerns. That needs an account with a confirmed address.',
      ],
      link: { label: 'Open consultations', href: (to) => to.consultations() },
    },
    {
      id: 'poprawka',
      role: 'Resident, organisation',
      title: 'Propose other wording',
      steps: [
        'On the page of a unit choose to propose other wording and correct the words in the field. You can also add a new unit after it or delete it.',
        'Look at the preview: it shows what goes and what comes, in a plain sentence too.',
        'Write your reason. It is required, because it is what the office replies to.',
        'If the text changed while you were writing, you see both versions. Nothing you wrote is lost.',
      ],
      link: { label: 'My remarks and amendments', href: (to) => to.account() },
    },
    {
      id: 'publikacja',
      role: 'Office',
      title: 'Publish a draft from a finished text',
      steps: [
        'Paste the text of the resolution or upload a .txt, .docx or .odt file.',
        'Compare the recognised structure with the source. Doubtful lines are marked and can be corrected. What is not recognised stays as text.',
        'Set the dates: beginning, end and the term for responses. Then publish.',
      ],
      link: { label: 'Office', href: (to) => to.office() },
    },
    {
      id: 'stanowisko',
      role: 'Office',
      title: 'Respond to remarks',
      steps: [
        'The list of remarks follows the order of the text. Each shows how many people support it.',
        'Accept, accept with other words, or do not accept. The reason is required every time.',
        'An accepted amendment makes the next version. Other open amendments are carried over to it or marked as in conflict. None disappears.',
        'The author gets an e-mail with the response.',
      ],
      link: { label: 'Office', href: (to) => to.office() },
    },
    {
      id: 'ocena',
      role: 'Monitoring team',
      title: 'Score a municipality',
      steps: [
        'Choose a municipality of the edition and answer its indicators one by one. Give each level an address of evidence and a reason.',
        'Where an indicator does not apply or evidence is missing, say so instead of guessing. The share of weights assessed is shown with the score.',
        'The lead of the team publishes the edition. Only a public correction changes a published scorecard; the earlier one stays.',
      ],
      link: { label: 'Monitoring team', href: (to) => to.team() },
    },
    {
      id: 'cytat',
      role: 'Journalist, researcher, anybody',
      title: 'Check and quote',
      steps: [
        'A scorecard gives the score, the range of possible ranks, the level chosen for every indicator and its evidence.',
        'Data come as CSV and JSON, the text of a draft as plain text.',
        'Every unit, remark, version and scorecard has a stable address that you can quote.',
      ],
      link: { label: 'Published scorecards', href: (to) => to.editions() },
    },
  ],
  rulesTitle: 'Rules for everybody',
  rules: [
    'A comment is conversation. An amendment is new wording with a reason, and the office responds to it.',
    'A remark is signed by the organisation, by your name if you ask for it, or with the words “private person”. A comment bears the name of the account. What the office says is marked as said by the office.',
    'Versions, responses and published scorecards cannot be changed in silence: every change has a date and an author.',
    'Two different amendments to the same words can stand side by side until the office decides.',
  ],
};

export const helpPages: Record<Locale, HelpPage> = { pl, en };
