import type { FinalText } from '#app/drafting/rulings/ruling-plan.ts';
import type { Proposed } from '#app/drafting/remarks/proposal.ts';
import type { OfficeEntry } from '#app/drafting/register/file-filing.server.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { DemoPerson } from './people-demo.server.ts';

/** A letter that the office copied: who sent it how, and its points with the changes each asks for. `withdraws`: points taken back later. */
type Letter = Pick<OfficeEntry, 'channel' | 'authorName' | 'organisation' | 'contactAddress' | 'caseSign'> & {
  points: { reason: string; changes: { at: string; op: 'replace' | 'insert-after' | 'none'; text?: string }[] }[];
  withdraws?: number[];
};

type OfficePerson = Extract<DemoPerson, 'official' | 'approver'>;

/** One thing that happens in the story of a demonstration consultation, in the order told. */
export type Step =
  | {
      do: 'file';
      by: DemoPerson;
      at: string;
      op: Proposed['op'];
      text?: string;
      reason: string;
      daysAgo: number;
      supporters?: DemoPerson[];
    }
  | { do: 'letter'; letter: Letter; daysAgo: number }
  | {
      do: 'comment';
      by: DemoPerson;
      at: string;
      body: string;
      daysAgo: number;
      answer?: { by: DemoPerson; body: string };
    }
  | { do: 'rule'; number: number; decision: Decision; reason: string; final?: FinalText['text']; daysAgo: number }
  | { do: 'group'; title: string; numbers: number[]; daysAgo: number }
  /** A ruling that is not in force yet: kept by its author, or handed in for another official. */
  | {
      do: 'draft';
      by: OfficePerson;
      step: 'save' | 'hand-in';
      number: number;
      decision: Decision;
      reason: string;
      daysAgo: number;
    }
  | { do: 'assign'; numbers: number[]; to: OfficePerson; daysAgo: number };

export type Story = {
  file: string;
  title: string;
  summary: string;
  /** Days from now: opened, closes, answers due. */
  opened: number;
  closes: number;
  answersDue: number;
  steps: Step[];
};

export const rulesStory: Story = {
  file: 'zasady-konsultacji.txt',
  title: 'Zasady konsultacji z mieszkańcami',
  summary:
    'Ile dni mamy na uwagi, kto może poprosić o konsultacje i kiedy urząd musi odpowiedzieć. Projekt powstał po ankiecie i warsztacie z mieszkańcami; teraz można go poprawić słowo po słowie.',
  opened: -11,
  closes: 13,
  answersDue: 34,
  steps: [
    {
      do: 'file',
      by: 'anna',
      at: '§ 7 ust. 1',
      op: 'replace',
      daysAgo: 10,
      supporters: ['marek', 'zofia', 'association'],
      text: 'Konsultacje trwają co najmniej 21 dni.',
      reason:
        'Dwa tygodnie to za mało dla kogoś, kto pracuje na zmiany i o projekcie dowiaduje się od sąsiadów. Trzy tygodnie obejmą co najmniej jedno zebranie wiejskie.',
    },
    {
      do: 'file',
      by: 'association',
      at: '§ 7 ust. 1',
      op: 'replace',
      daysAgo: 9,
      supporters: ['anna'],
      text: 'Konsultacje trwają co najmniej 14 dni, a w sprawie budżetu i planu ogólnego co najmniej 28 dni.',
      reason: 'Budżet i plan to kilkaset stron. Nikt nie przeczyta ich między jednym a drugim weekendem.',
    },
    {
      do: 'file',
      by: 'marek',
      at: '§ 8 ust. 1',
      op: 'replace',
      daysAgo: 8,
      text: 'Burmistrz ogłasza konsultacje co najmniej 14 dni przed ich rozpoczęciem.',
      reason: 'Ogłoszenie w gablocie czyta się raz na tydzień albo rzadziej.',
    },
    {
      do: 'file',
      by: 'association',
      at: '§ 10 ust. 1 pkt 4',
      op: 'insert-after',
      daysAgo: 8,
      supporters: ['zofia'],
      text: 'dyżur w sołectwie lub na osiedlu;',
      reason:
        'Do ratusza z Zarzecza jedzie autobus trzy razy dziennie. Łatwiej przyjechać jednej osobie z urzędu niż czterdziestu mieszkańcom.',
    },
    {
      do: 'file',
      by: 'anna',
      at: '§ 5 ust. 1 pkt 4',
      op: 'replace',
      daysAgo: 7,
      supporters: ['zofia'],
      text: 'na wniosek co najmniej 100 mieszkańców;',
      reason: 'W sołectwie Łęgi mieszka 212 dorosłych osób. Przy progu 150 nigdy nie złożą wniosku same.',
    },
    {
      do: 'file',
      by: 'marek',
      at: '§ 5 ust. 1 pkt 4',
      op: 'replace',
      daysAgo: 6,
      text: 'na wniosek co najmniej 80 mieszkańców;',
      reason: 'Tyle osób liczy najmniejsze sołectwo.',
    },
    {
      do: 'file',
      by: 'zofia',
      at: '§ 7 ust. 3',
      op: 'delete',
      daysAgo: 6,
      supporters: ['association'],
      reason: 'Każda sprawa bywa pilna dla urzędu. Skrócony termin to 7 dni razem z niedzielą.',
    },
    {
      do: 'file',
      by: 'association',
      at: '§ 15 ust. 1',
      op: 'replace',
      daysAgo: 5,
      text: 'Raport z konsultacji ogłasza się w terminie 30 dni od dnia ich zakończenia.',
      reason: 'Po 45 dniach nikt już nie pamięta, o czym były konsultacje.',
    },
    {
      do: 'comment',
      by: 'marek',
      at: '§ 7 ust. 1',
      daysAgo: 9,
      body: 'Czy do terminu wlicza się dzień ogłoszenia?',
      answer: { by: 'official', body: 'Nie. Zgodnie z ust. 2 termin biegnie od dnia następującego po ogłoszeniu.' },
    },
    {
      do: 'comment',
      by: 'zofia',
      at: '§ 7 ust. 1',
      daysAgo: 8,
      body: 'W lipcu połowa wsi jest na żniwach. Nawet 21 dni to wtedy krótko.',
    },
    {
      do: 'comment',
      by: 'anna',
      at: '§ 2 pkt 3',
      daysAgo: 7,
      body: 'Dobrze, że bez zameldowania. Czy dotyczy to też studentów, którzy wracają na weekendy?',
      answer: {
        by: 'official',
        body: 'Tak, jeżeli mieszkają na obszarze gminy. Zameldowanie i wiek nie mają znaczenia.',
      },
    },
    {
      do: 'comment',
      by: 'association',
      at: '§ 14 ust. 2',
      daysAgo: 5,
      body: 'To najważniejszy przepis tej uchwały. Prosimy go nie osłabiać.',
    },
    {
      do: 'rule',
      number: 1,
      daysAgo: 4,
      decision: 'accepted',
      reason:
        'Ankieta wskazała 21 dni jako termin wystarczający, a kalendarz sesji pozwala go dotrzymać. Poprawkę uwzględniono w całości.',
    },
    {
      do: 'rule',
      number: 3,
      daysAgo: 4,
      decision: 'not-accepted',
      reason:
        'Razem z terminem z § 7 ogłoszenie z czternastodniowym wyprzedzeniem wydłużyłoby całość do pięciu tygodni. Przy sprawach związanych z budżetem nie zostałoby czasu na raport. Termin 7 dni pozostaje.',
    },
    {
      do: 'file',
      by: 'zofia',
      at: '§ 11 ust. 1',
      op: 'none',
      daysAgo: 4,
      reason:
        'Moja mama nie ma internetu i słabo chodzi. Czy uwagę można zgłosić przez telefon, tak żeby urzędnik ją zapisał?',
    },
    {
      do: 'rule',
      number: 5,
      daysAgo: 3,
      decision: 'accepted',
      reason:
        'Próg 100 osób mogą osiągnąć mieszkańcy każdego sołectwa poza dwoma najmniejszymi, które mają do dyspozycji wniosek rady sołeckiej (pkt 3).',
    },
    {
      do: 'file',
      by: 'marek',
      at: '§ 12',
      op: 'replace',
      daysAgo: 3,
      text: 'Warsztat prowadzi osoba, która nie pracuje w urzędzie, nie jest radnym ani nie przygotowywała projektu.',
      reason: 'Radny głosuje potem nad tym projektem, więc nie powinien prowadzić rozmowy o nim.',
    },
    {
      do: 'rule',
      number: 8,
      daysAgo: 2,
      decision: 'accepted-in-part',
      final: 'Raport z konsultacji ogłasza się w terminie 40 dni od dnia ich zakończenia.',
      reason:
        'Termin 30 dni jest za krótki, gdy uwag jest kilkaset. Skracamy go do 40 dni; w pozostałym zakresie poprawki nie uwzględniono.',
    },
    {
      do: 'letter',
      daysAgo: 2,
      letter: {
        channel: 'paper',
        authorName: 'Zofia Malec',
        organisation: null,
        contactAddress: 'Łęgi 14, Jurowice',
        caseSign: 'KP 4187/2026',
        withdraws: [3],
        points: [
          {
            reason:
              'W Łęgach nikt nie ma internetu, a na tablicę patrzy się raz na tydzień. Ogłoszenie powinno wisieć w sklepie, a druk ma być duży.',
            changes: [
              {
                at: '§ 8 ust. 2 pkt 5',
                op: 'insert-after',
                text: 'numer telefonu, pod którym można zapytać o projekt;',
              },
              {
                at: '§ 9 ust. 2',
                op: 'replace',
                text: 'Jeżeli projekt zmienia obowiązujący akt, udostępnia się także tekst z zaznaczonymi zmianami, na żądanie dużym drukiem.',
              },
            ],
          },
          { reason: 'Za dużo trudnych słów, moja mama tego nie zrozumie.', changes: [] },
          { reason: 'Proszę o poręcz przy wejściu do urzędu.', changes: [] },
        ],
      },
    },
    {
      do: 'letter',
      daysAgo: 1,
      letter: {
        channel: 'meeting',
        authorName: '',
        organisation: 'Rada Sołecka Zarzecze',
        contactAddress: null,
        caseSign: null,
        points: [
          {
            reason: 'Dyżur w sołectwie powinien być po południu, kiedy ludzie wracają z pracy.',
            changes: [{ at: '§ 10 ust. 1 pkt 4', op: 'none' }],
          },
        ],
      },
    },
    {
      do: 'file',
      by: 'marek',
      at: '§ 8 ust. 2',
      op: 'none',
      daysAgo: 2,
      reason:
        'Prosimy, żeby ogłoszenie o konsultacjach wisiało także na przystankach autobusowych, bo tablica przy ratuszu jest dla sołectw za daleko i nikt z nas tam nie zagląda.',
    },
    {
      do: 'file',
      by: 'zofia',
      at: '§ 8 ust. 2',
      op: 'none',
      daysAgo: 2,
      reason:
        'Dzień dobry,\nProsimy, żeby ogłoszenie o konsultacjach wisiało także na przystankach autobusowych, bo tablica przy ratuszu jest dla sołectw za daleko i nikt z nas tam nie zagląda.',
    },
    { do: 'group', title: 'Ogłoszenia na przystankach', numbers: [15, 16], daysAgo: 1 },
    {
      do: 'letter',
      daysAgo: 1,
      letter: {
        channel: 'email',
        authorName: 'Krystyna Zając',
        organisation: null,
        contactAddress: null,
        caseSign: 'BR.0006.44.2026',
        points: [
          {
            reason:
              'Prosimy, żeby ogłoszenie o konsultacjach wisiało także na przystankach autobusowych, bo tablica przy ratuszu jest dla sołectw za daleko i nikt tam nie zagląda.',
            changes: [{ at: '§ 8 ust. 2', op: 'none' }],
          },
        ],
      },
    },
    { do: 'assign', numbers: [2, 4], to: 'approver', daysAgo: 1 },
    { do: 'assign', numbers: [6, 7], to: 'official', daysAgo: 1 },
    {
      do: 'draft',
      by: 'official',
      step: 'hand-in',
      number: 7,
      decision: 'not-accepted',
      daysAgo: 1,
      reason:
        'Skrócony termin stosuje się tylko wtedy, gdy uchwała musi wejść w życie przed dniem wskazanym w ustawie. Bez niego gmina nie zdążyłaby na przykład ze stawkami podatków.',
    },
    {
      do: 'draft',
      by: 'approver',
      step: 'save',
      number: 9,
      decision: 'answered',
      daysAgo: 1,
      reason:
        'Tak. Uwagę można podyktować przez telefon w godzinach pracy urzędu; pracownik odczyta ją przed zapisaniem.',
    },
  ],
};

export const marketStory: Story = {
  file: 'regulamin-targowiska.txt',
  title: 'Regulamin targowiska przy ul. Młyńskiej',
  summary: 'Godziny, miejsca i opłaty na targowisku. Zbieranie uwag zakończone, urząd przygotowuje stanowiska.',
  opened: -38,
  closes: -9,
  answersDue: 12,
  steps: [
    {
      do: 'file',
      by: 'zofia',
      at: '§ 4 ust. 1',
      op: 'replace',
      daysAgo: 30,
      supporters: ['anna'],
      text: 'Za miejsce handlowe pobiera się opłatę za każdy dzień handlu.',
      reason:
        'Kto rozkłada stragan o dziesiątej, płaci dziś tyle samo co ten, kto handluje od świtu, a w deszczowy dzień płaci za pusty plac.',
    },
    {
      do: 'file',
      by: 'marek',
      at: '§ 3 pkt 1',
      op: 'replace',
      daysAgo: 24,
      text: 'wjazdu pojazdów przed godziną 4.00;',
      reason: 'Rolnicy z Zarzecza rozładowują przed świtem, żeby zdążyć z obrządkiem.',
    },
    {
      do: 'file',
      by: 'anna',
      at: '§ 1',
      op: 'replace',
      daysAgo: 20,
      text: 'Targowisko miejskie przy ul. Młyńskiej, zwane dalej „targowiskiem”, jest czynne we wtorki, piątki i soboty w godzinach 6.00–15.00.',
      reason: 'Kto pracuje do 14.00, zastaje puste stoły.',
    },
    {
      do: 'comment',
      by: 'anna',
      at: '§ 2 ust. 2',
      daysAgo: 22,
      body: 'Jak zarządca sprawdzi, co jest z własnego gospodarstwa?',
    },
    {
      do: 'letter',
      daysAgo: 7,
      letter: {
        channel: 'email',
        authorName: 'Stanisław Wrona',
        organisation: null,
        contactAddress: null,
        caseSign: 'BR.0006.41.2026',
        points: [{ reason: 'Na targu nie ma ławek. Starsi ludzie nie mają gdzie usiąść.', changes: [] }],
      },
    },
    {
      do: 'rule',
      number: 1,
      daysAgo: 6,
      decision: 'accepted',
      reason: 'Zmiana nie obniża stawki, ale usuwa opłatę za dzień, w którym handlu nie było.',
    },
    {
      do: 'rule',
      number: 2,
      daysAgo: 5,
      decision: 'not-accepted',
      reason:
        'Ciszy nocnej do godziny 5.00 domagali się mieszkańcy czterech sąsiednich kamienic. Zakaz wjazdu przed godziną 5.00 pozostaje.',
    },
  ],
};
