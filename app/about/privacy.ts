import type { Locale } from '#app/i18n/locale.ts';

export type PrivacySection = { id: string; title: string; paragraphs: string[]; list?: string[] };
export type PrivacyPage = {
  title: string;
  lead: string;
  controllerTitle: string;
  controller: string;
  sections: PrivacySection[];
};

/** The periods are those of what the program removes every hour, and of its cookies; a test holds the two together. */
const pl: PrivacyPage = {
  title: 'Ochrona danych osobowych',
  lead: 'Co ta strona o Tobie przechowuje, po co, jak długo i co możesz z tym zrobić.',
  controllerTitle: 'Kto odpowiada za dane',
  controller: 'Administratorem danych jest podmiot, który prowadzi tę instalację:',
  sections: [
    {
      id: 'bez-konta',
      title: 'Gdy tylko czytasz',
      paragraphs: [
        'O kimś, kto tylko czyta, nie zapisujemy nic: żadnych ciasteczek, statystyk ani skryptów innych firm. Adres sieciowy (IP) służy w pamięci programu wyłącznie do ograniczania liczby prób w formularzach kont i nie trafia do bazy danych.',
      ],
    },
    {
      id: 'konto',
      title: 'Gdy masz konto',
      paragraphs: ['Przechowujemy:'],
      list: [
        'imię i nazwisko, które podasz: są publiczne przy komentarzach, a przy uwadze i poprawce tylko wtedy, gdy zaznaczysz to w formularzu;',
        'adres e-mail: nie jest publiczny, służy do logowania i wiadomości;',
        'hasło wyłącznie w postaci skrótu argon2id, z którego nie da się go odczytać;',
        'język wiadomości, datę potwierdzenia adresu i role, jeśli jakieś masz;',
        'sesje: kiedy się zaczęły, kiedy były ostatnio używane i jak przedstawiła się przeglądarka.',
      ],
    },
    {
      id: 'tresci',
      title: 'To, co napiszesz',
      paragraphs: [
        'Uwagi, poprawki, komentarze i stanowiska są publiczne razem z podpisem i datą. Są częścią dokumentacji konsultacji, dlatego zostają także po jej zakończeniu i po zamknięciu konta. Zgodę na podpis możesz wycofać, pod jednym tekstem albo wszędzie: w jego miejscu będzie „osoba fizyczna”, a urząd nadal wie, kto złożył pismo. Nie wpisuj w nich danych innych osób; takie dane urząd może zasłonić.',
        'Dziennik zdarzeń zapisuje, kto i kiedy coś zrobił, ale nie powtarza słów.',
      ],
    },
    {
      id: 'ciasteczko',
      title: 'Ciasteczka i pamięć przeglądarki',
      paragraphs: [
        'Po zalogowaniu przeglądarka dostaje ciasteczko paragraf_session. Jest konieczne, żeby pamiętać, że to Ty. Sesja wygasa po 30 dniach od ostatniej wizyty, najpóźniej po 180 dniach od zalogowania; skrypty nie mogą ciasteczka odczytać, a po wylogowaniu znika. Jeśli przy logowaniu zaznaczysz, że z urządzenia korzystają też inni, sesja wygasa po 30 minutach od ostatniej wizyty, najpóźniej po 8 godzinach, a ciasteczko znika po zamknięciu przeglądarki. Przez dobę po wylogowaniu ciasteczko paragraf_left mówi tylko, czyja była sesja, i niczego nie otwiera.',
        'Gdy sesja skończy się w trakcie pisania, przechowujemy wysłany formularz: przez dobę, a jeśli nie wiadomo, czyja była sesja, przez 30 minut. Słowa są zaszyfrowane, klucz jest tylko w ciasteczku paragraf_kept, którego skrypty nie mogą odczytać. Inne konto ich nie zobaczy.',
        'Dłuższych tekstów, których jeszcze nie wysłano, przeglądarka przechowuje kopię w swojej pamięci (localStorage), osobno dla każdego konta; do nas nie trafia ona przed wysłaniem. Znika po wysłaniu, po wylogowaniu i po wyłączeniu tej opcji przy polu, a najpóźniej wtedy, gdy po 14 dniach otworzysz w tej przeglądarce stronę z zalogowanym kontem. Bez konta kopia jest tylko do zamknięcia karty (sessionStorage). Na urządzeniu, z którego korzystają też inni, kopii nie ma. Nigdy nie zapisujemy tak haseł, imion i nazwisk, adresów ani telefonów z ich osobnych pól. W localStorage pamiętamy też, czy kopie i skróty klawiszy są wyłączone.',
        'Kto otworzy imienny link pod embargiem, dostaje ciasteczko paragraf_embargo. Jest konieczne, żeby pokazać edycję przed publikacją, skrypty nie mogą go odczytać i wygasa w chwili publikacji.',
        'Osobom, które kodują w zespole monitorującym, przeglądarka przechowuje niewysłane odpowiedzi z załącznikami w swojej pamięci (IndexedDB). Znikają po wysłaniu albo odrzuceniu.',
      ],
    },
    {
      id: 'prasa',
      title: 'Gdy piszesz o ocenach albo pracujesz w zespole',
      paragraphs: ['Przechowujemy:'],
      list: [
        'adres na liście prasowej edycji i język: żeby wysłać list w chwili publikacji i przy korekcie. Niepotwierdzony adres usuwamy po 7 dniach, a po wypisaniu się po 30 dniach;',
        'link pod embargiem: imię i nazwisko, redakcję, adres e-mail i godziny otwarcia, żeby zespół wiedział, kto widział wyniki przed publikacją. Usuwamy je 90 dni po publikacji edycji;',
        'zaproszenie do zespołu: adres e-mail i rolę, 30 dni po przyjęciu, wycofaniu albo wygaśnięciu;',
        'odpowiedź urzędu przez link z listu: imię, nazwisko i stanowisko służbowe osoby, która odpowiada, publikujemy z odpowiedzią; szkic, którego nie wysłano, usuwamy po 30 dniach od końca terminu, a adres, na który poszedł link, po 365 dniach;',
        'oświadczenie o powiązaniu z gminą: widzi je tylko zespół, a karta podaje jedynie liczbę osób. Zostaje tak długo, jak dokumentacja edycji.',
      ],
    },
    {
      id: 'systemy',
      title: 'Gdy łączy się program',
      paragraphs: ['Przechowujemy:'],
      list: [
        'tokeny interfejsu (API): nazwę, uprawnienia i daty utworzenia, wygaśnięcia i ostatniego użycia, żeby można było je przejrzeć i unieważnić. Sam token wyłącznie jako skrót. Usuwamy je 30 dni po wygaśnięciu albo unieważnieniu;',
        'zapisy z kluczem powtórzenia (Idempotency-Key): klucz, skrót treści i odpowiedź, żeby ponowienie nie zapisało niczego dwa razy. Usuwamy je po 24 godzinach;',
        'dziennik powiadomień do systemów urzędu: adres, treść wiadomości oraz czas i wynik ostatniej próby, żeby urząd mógł sprawdzić, co dotarło. Usuwamy go po 90 dniach.',
      ],
    },
    {
      id: 'jak-dlugo',
      title: 'Jak długo',
      paragraphs: [],
      list: [
        'konto: dopóki go nie zamkniesz na jego stronie. Wtedy znikają imię i nazwisko, adres, hasło, podpisy i dane kontaktowe; pod aktami urzędu i zespołu nazwisko zostaje;',
        'zakończone i wygasłe sesje: 30 dni;',
        'linki z wiadomości: zużyte i wygasłe usuwamy po 7 dniach;',
        'uwaga bez konta, której nikt nie potwierdził linkiem z listu: 7 dni; po potwierdzeniu przez 60 dni pamiętamy tylko, do którego numeru prowadzi link;',
        'wysłane wiadomości: 30 dni od wysłania, bez treści, którą usuwamy zaraz po wysłaniu; niedoręczone tak samo długo;',
        'treści publiczne i dziennik zdarzeń: tak długo, jak dokumentacja konsultacji albo oceny.',
      ],
    },
    {
      id: 'podstawa',
      title: 'Po co i na jakiej podstawie',
      paragraphs: [
        'Gdy konsultacje prowadzi gmina: wykonywanie zadania w interesie publicznym (art. 6 ust. 1 lit. e RODO) w związku z przepisami o konsultacjach. Gdy prowadzi je organizacja: jej prawnie uzasadniony interes (art. 6 ust. 1 lit. f RODO), czyli przejrzystość samorządu. Konto: wykonanie usługi, o którą prosisz (art. 6 ust. 1 lit. b RODO).',
        'Danych nikomu nie sprzedajemy i nie ma tu automatycznego podejmowania decyzji ani profilowania. Wiadomości przekazuje dalej serwer poczty wybrany przez operatora.',
      ],
    },
    {
      id: 'prawa',
      title: 'Twoje prawa',
      paragraphs: [
        'Na stronie konta sama lub sam sprawdzisz i poprawisz dane, pobierzesz ich kopię, zmienisz adres e-mail i hasło, zakończysz sesje, wycofasz zgodę na podpis i zamkniesz konto. Masz też prawo do:',
      ],
      list: [
        'dostępu do danych i ich kopii, sprostowania, usunięcia albo ograniczenia przetwarzania;',
        'sprzeciwu wobec przetwarzania opartego na interesie publicznym albo uzasadnionym;',
        'przenoszenia danych konta;',
        'skargi do Prezesa Urzędu Ochrony Danych Osobowych.',
      ],
    },
  ],
};

const en: PrivacyPage = {
  title: 'Data protection',
  lead: 'What this site keeps about you, why, for how long, and what you can do about it.',
  controllerTitle: 'Who is responsible',
  controller: 'The controller of the data is whoever runs this installation:',
  sections: [
    {
      id: 'bez-konta',
      title: 'When you only read',
      paragraphs: [
        'About somebody who only reads nothing is stored: no cookies, no statistics, no scripts of other companies. The network address (IP) is used in the program’s memory only, to limit attempts in account forms, and never reaches the database.',
      ],
    },
    {
      id: 'konto',
      title: 'When you have an account',
      paragraphs: ['We keep:'],
      list: [
        'the name you give: it is public beside comments, and beside a remark or an amendment only if you tick the box in the form;',
        'your e-mail address: it is not public and serves for signing in and for letters;',
        'your password only as an argon2id hash, from which it cannot be read;',
        'the language of letters, the date your address was confirmed, and your roles, if any;',
        'sessions: when they began, when they were last used and what the browser said of itself.',
      ],
    },
    {
      id: 'tresci',
      title: 'What you write',
      paragraphs: [
        'Remarks, amendments, comments and responses are public with their signature and date. They are part of the record of a consultation, so they stay after it ends and after an account is closed. You can withdraw your consent to be named, under one text or everywhere: instead of the signature it says “private person”, and the office still knows who filed a letter. Do not put other people’s data into them; the office can cover such data.',
        'The event log records who did something and when, but does not repeat words.',
      ],
    },
    {
      id: 'ciasteczko',
      title: 'Cookies and storage of the browser',
      paragraphs: [
        'When you sign in the browser gets the cookie paragraf_session. It is needed to remember that it is you. The session expires after 30 days without a visit, and 180 days after signing in at the latest; scripts cannot read the cookie, and it goes when you sign out. If you say at the sign-in that others use the device as well, the session expires after 30 minutes without a visit, and 8 hours after signing in at the latest, and the cookie goes when the browser is closed. For a day after that the cookie paragraf_left says whose session it was, and opens nothing.',
        'When a session ends while you write, the form you send is kept: for a day, or for 30 minutes when it is not known whose session it was. The words are encrypted, and the key is in the cookie paragraf_kept alone, which scripts cannot read. No other account sees them.',
        'Of longer texts that are not sent yet the browser keeps a copy in its own storage (localStorage), for each account apart; we do not get it before you send it. It goes once sent, when you sign out and when you switch this off at the field, and at the latest when, after 14 days, you open a page in this browser signed in. Without an account the copy is there until the tab is closed (sessionStorage). On a device that others use as well there is none. Passwords, names, addresses and phone numbers in fields of their own are never kept like this. The storage also remembers whether copies and key shortcuts are switched off.',
        'Whoever opens a named link under embargo gets the cookie paragraf_embargo. It is needed to show an edition before its release, scripts cannot read it, and it expires at the release.',
        'For people who code in a monitoring team the browser keeps answers that are not sent yet, with their files, in its own storage (IndexedDB). They go once sent or discarded.',
      ],
    },
    {
      id: 'prasa',
      title: 'When you write about scorecards or work in a team',
      paragraphs: ['We keep:'],
      list: [
        'an address on the press list of an edition and its language: to send a letter at the release and at a correction. An address that is not confirmed is removed after 7 days, one that left the list after 30 days;',
        'a link under embargo: name, newsroom, e-mail address and the hours it was opened, so that the team knows who saw results before the release. It is removed 90 days after the release of the edition;',
        'an invitation into a team: e-mail address and role, 30 days after it was accepted, withdrawn or ran out;',
        'a reply of an office by the link of a letter: name and post of the person who replies, published with the reply; a draft that was not sent is removed 30 days after the deadline, the address that the link went to after 365 days;',
        'a declaration of ties with a municipality: only the team sees it, the card says no more than how many people. It stays as long as the record of the edition.',
      ],
    },
    {
      id: 'systemy',
      title: 'When a program connects',
      paragraphs: ['We keep:'],
      list: [
        'tokens of the interface (API): name, rights, and when they were made, run out and were last used, so that they can be looked through and revoked. The token itself only as a hash. They are removed 30 days after they ran out or were revoked;',
        'writes with a key of repetition (Idempotency-Key): the key, a hash of the contents and the answer, so that a repetition writes nothing twice. They are removed after 24 hours;',
        'the log of notices to systems of an office: address, text of the message, and time and outcome of the last attempt, so that the office can check what arrived. It is removed after 90 days.',
      ],
    },
    {
      id: 'jak-dlugo',
      title: 'For how long',
      paragraphs: [],
      list: [
        'the account: until you close it on its page. Name, address, password, signatures and contact data go then; the name under acts of an office or a team stays;',
        'ended and expired sessions: 30 days;',
        'links from letters: used and expired ones are removed after 7 days;',
        'a remark without an account that nobody confirmed by the link in the letter: 7 days; once confirmed we remember for 60 days which number the link leads to, and nothing else;',
        'letters sent: 30 days from sending, without their words, which are removed as soon as they are sent; undelivered ones just as long;',
        'public contents and the event log: as long as the record of the consultation or scorecard.',
      ],
    },
    {
      id: 'podstawa',
      title: 'Why and on what basis',
      paragraphs: [
        'Where a municipality runs consultations: a task in the public interest (Article 6(1)(e) GDPR) under the rules on consultations. Where an organisation does: its legitimate interest (Article 6(1)(f) GDPR) in transparent local government. The account: the service you ask for (Article 6(1)(b) GDPR).',
        'Data are sold to nobody, and there is no automated decision-making or profiling. Letters are passed on by the mail server that the operator has chosen.',
      ],
    },
    {
      id: 'prawa',
      title: 'Your rights',
      paragraphs: [
        'On the account page you can see and correct your data, download a copy, change your e-mail address and password, end sessions, withdraw your consent to be named and close the account yourself. You also have the right to:',
      ],
      list: [
        'access to your data and a copy, rectification, erasure or restriction;',
        'object to processing based on public or legitimate interest;',
        'portability of the data of your account;',
        'complain to the President of the Personal Data Protection Office (UODO).',
      ],
    },
  ],
};

export const privacyPages: Record<Locale, PrivacyPage> = { pl, en };
