export const plPeople = {
  'person.name': 'Imię i nazwisko',
  'person.name-hint':
    'Przy komentarzach widzą je wszyscy. Przy uwadze i poprawce tylko wtedy, gdy zaznaczysz to w formularzu.',
  'person.email': 'Adres e-mail',
  'person.password': 'Hasło',
  'person.old-password': 'Obecne hasło',
  'person.new-password': 'Nowe hasło',
  'person.password-hint':
    'Co najmniej {min, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}}. Dobre jest całe zdanie albo kilka słów, które łatwo zapamiętasz. Cyfry i znaki specjalne nie są wymagane.',

  'register.title': 'Załóż konto',
  'register.lead': 'Konto jest potrzebne, żeby komentować. Czytać oraz zgłaszać uwagi i poprawki można bez konta.',
  'register.email-hint': 'Wyślemy na niego link do potwierdzenia. Adresu nie pokazujemy nikomu.',
  'register.privacy': 'Co przechowujemy i jak długo:',
  'register.submit': 'Załóż konto',
  'register.have-account': 'Masz już konto?',
  'register.sent-title': 'Sprawdź skrzynkę e-mail',
  'register.sent-lead':
    'Wysłano wiadomość z tym, co dalej. Po potwierdzeniu adresu możesz komentować i proponować poprawki.',
  'register.sent-none':
    'Nie ma wiadomości po kilku minutach? Zajrzyj do spamu. Możesz się też zalogować i na stronie konta wysłać link jeszcze raz.',

  'sign-in.title': 'Logowanie',
  'sign-in.lead': 'Czytać, porównywać i pobierać można bez konta.',
  'sign-in.shared': 'Z tego urządzenia korzystają też inni',
  'sign-in.shared-note':
    'Na przykład w bibliotece. Sesja skończy się po {minutes} minutach bez otwarcia strony, najpóźniej po {hours} godzinach. Na urządzeniu nie zostanie kopia tego, co piszesz.',
  'sign-in.forgot': 'Nie pamiętam hasła',
  'sign-in.demo': 'Konta pokazowe',
  'sign-in.demo-note': 'Zaloguj się jako dowolna z tych osób. Hasło jest jedno: {password}',
  'sign-in.demo.official': 'osoba z urzędu w Jurowicach',
  'sign-in.demo.resident': 'mieszkanka',
  'sign-in.demo.representative': 'osoba reprezentująca stowarzyszenie',
  'sign-in.demo.lead': 'osoba prowadząca zespół monitorujący',
  'sign-in.demo.member': 'osoba z zespołu monitorującego',
  'sign-in.demo.second': 'druga osoba kodująca w tym zespole',
  'sign-in.demo.approver': 'druga osoba z urzędu, zatwierdza stanowiska',
  'sign-in.demo.reviewer': 'osoba rozstrzygająca w tym zespole',
  'sign-in.demo.admin': 'administrator',
  'sign-in.no-account': 'Nie masz jeszcze konta?',

  'confirm.title': 'Potwierdź adres',
  'confirm.lead': 'Potwierdzasz, że adres {email} jest Twój i że to Ty założyłaś lub założyłeś konto w Paragrafie.',
  'confirm.submit': 'Potwierdzam adres',
  'confirm.used-title': 'Ten adres jest już potwierdzony',
  'confirm.used-lead': 'Nic więcej nie trzeba robić. Możesz się zalogować.',
  'confirm.over-lead': 'Link działa 48 godzin i tylko ostatni wysłany. Zaloguj się i na stronie konta wyślij nowy.',
  'link.over-title': 'Link wygasł',

  'forgot.title': 'Nowe hasło',
  'forgot.lead': 'Podaj adres, na który założono konto. Wyślemy link, pod którym ustawisz nowe hasło.',
  'forgot.submit': 'Wyślij link',
  'forgot.sent-title': 'Sprawdź skrzynkę e-mail',
  'forgot.sent-lead': 'Jeśli pod tym adresem jest konto, wysłano na niego link. Działa godzinę i tylko raz.',
  'forgot.again': 'Wyślij jeszcze raz',
  'reset.title': 'Ustaw nowe hasło',
  'reset.lead': 'Konto: {email}. Po zapisaniu skończą się wszystkie sesje i zalogujesz się nowym hasłem.',
  'reset.submit': 'Zapisz hasło',
  'reset.over-lead': 'Link do nowego hasła działa godzinę i tylko raz. Wyślij nowy.',

  'account.unconfirmed':
    'Adres {email} czeka na potwierdzenie. Dopóki go nie potwierdzisz, możesz czytać, ale nie komentować ani proponować poprawek.',
  'account.resend': 'Wyślij link jeszcze raz',
  'account.asked': 'Czeka na Ciebie',
  'account.asked-note':
    'Tekst projektu zmienił się pod tymi uwagami. Odpowiedz, zanim urząd zajmie stanowisko. Bez odpowiedzi uwaga zostaje w rejestrze, a urząd zajmie stanowisko bez Twojej odpowiedzi. Milczenie nie jest zgodą.',
  'account.asked.adapted': 'Uwaga nr {number}: zgoda na dostosowane brzmienie',
  'account.asked.conflict': 'Uwaga nr {number}: nowe brzmienie albo wycofanie',
  'account.asked.due': 'Termin na stanowisko urzędu: {due}',
  'account.asked.overdue': 'Termin urzędu minął {due}, stanowisko może zająć w każdej chwili',
  'account.remarks': 'Moje uwagi i poprawki',
  'account.no-remarks':
    'Tu zobaczysz swoje uwagi i poprawki ze stanowiskiem urzędu przy każdej. Nie ma jeszcze żadnej.',
  'account.find-consultation': 'Zobacz, co można teraz zmienić',
  'account.remark': 'Uwaga nr {number}',
  'account.amendment': 'Poprawka nr {number}',
  'account.roles': 'Role',
  'account.profile': 'Imię, nazwisko i język',
  'account.name-hint':
    'Zmiana dotyczy tego, co napiszesz od teraz. Wcześniejsze uwagi zostają podpisane tak, jak były; podpis możesz wycofać niżej.',
  'account.language': 'Język wiadomości',
  'account.language-hint': 'W tym języku piszemy e-maile. Język stron wybierasz adresem albo linkiem na górze.',
  'account.password': 'Zmiana hasła',
  'account.password-effect':
    'Po zmianie skończą się sesje na innych urządzeniach, a wszystkie tokeny, zaproszenia i linki z wiadomości przestaną działać.',
  'account.password-submit': 'Zmień hasło',
  'account.sessions': 'Sesje',
  'account.sessions-note':
    'Urządzenia, na których jesteś teraz zalogowana lub zalogowany. Sesja kończy się sama po 30 dniach bez wizyty, najpóźniej po 180 dniach; wcześniej na urządzeniu, z którego korzystają też inni.',
  'account.unknown-device': 'Nieznane urządzenie',
  'account.this-device': 'to urządzenie',
  'account.session-dates': 'Od {started} Ostatnio: {seen}.',
  'account.end-session': 'Zakończ',
  'account.end-all': 'Zakończ wszystkie sesje, także tę',

  'role.resident': 'Mieszkanka, mieszkaniec: czyta, komentuje i proponuje poprawki w każdej konsultacji.',
  'role.official': 'Urzędniczka, urzędnik: prowadzi konsultacje gminy {scope}.',
  'role.representative': 'Występuje w imieniu organizacji {scope}.',
  'role.member': 'Członkini, członek zespołu monitorującego {scope}.',
  'role.lead': 'Prowadzi zespół monitorujący {scope} i publikuje jego oceny.',
  'role.reviewer': 'Recenzuje w zespole monitorującym {scope}: rozstrzyga różnice między ocenami.',
  'role.admin': 'Administruje tą instalacją.',
  'role.to-municipality': 'Strona gminy',

  'error.password-short': 'Wpisz dłuższe hasło: co najmniej 10 znaków. Dobre jest całe zdanie.',
  'error.password-long': 'Skróć hasło do 200 znaków.',
  'error.password-repeats': 'To hasło powtarza te same znaki i łatwo je zgadnąć. Wpisz kilka różnych słów.',
  'error.password-common': 'Od takich haseł zaczyna każdy, kto zgaduje. Wpisz kilka słów, które nic razem nie znaczą.',
  'error.password-guessable':
    'Z takich słów, nazw, dat i układów klawiszy korzysta każdy, kto zgaduje hasła. Wpisz kilka słów, które nic razem nie znaczą.',
  'error.password-personal': 'To hasło składa się z Twojego nazwiska albo adresu i łatwo je zgadnąć. Wpisz coś innego.',
  'error.too-many':
    'To za dużo w tak krótkim czasie. To, co wpisano, jest tu nadal. Spróbuj ponownie za {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}}.',
  'error.old-password': 'To nie jest obecne hasło. Wpisz je jeszcze raz.',
  'error.sign-in': 'Adres albo hasło się nie zgadza. Sprawdź oba i wpisz hasło jeszcze raz.',
  'error.account-disabled':
    'To konto zablokował administrator. Powód jest w liście, który wysłaliśmy na Twój adres; o odblokowanie poproś prowadzącego tę instalację.',

  'notice.signed-out': 'Wylogowano.',
  'notice.email-confirmed': 'Adres potwierdzony. Możesz komentować i proponować poprawki.',
  'notice.password-set': 'Hasło zapisane, wszystkie sesje zakończone. Zaloguj się nowym hasłem.',
  'notice.password-changed': 'Hasło zmienione. Sesje na innych urządzeniach, tokeny i linki zakończone.',
  'notice.profile-saved': 'Zapisano.',
  'notice.session-ended': 'Sesja zakończona.',
  'notice.sessions-ended': 'Wszystkie sesje zakończone.',
  'notice.confirmation-sent': 'Wysłano nowy link. Wcześniejszy już nie działa.',
  'session.shared':
    'Urządzenie, z którego korzystają też inni: sesja skończy się po {minutes} minutach bez otwarcia strony, najpóźniej o {time}. Gdy skończysz, wyloguj się.',
  'session.last-day':
    'Ta sesja skończy się {at} i nie da się jej przedłużyć. Potem zaloguj się ponownie: wysłany formularz poczeka na Ciebie.',
  'session.ending': 'Sesja skończy się za mniej niż 5 minut.',
  'session.last':
    'Sesja skończy się za mniej niż 5 minut i nie da się jej przedłużyć. Jeśli coś piszesz, pisz dalej: po wysłaniu poprosimy o zalogowanie, a formularz poczeka.',
  'session.over':
    'Sesja się skończyła. To, co wpisano na tej stronie, możesz wysłać: poprosimy o zalogowanie, a formularz poczeka.',
  'session.stay': 'Przedłuż sesję',
  'session.stayed': 'Sesja trwa dalej.',
  'copy.note':
    'Kopia tego, co piszesz, zostaje w tej przeglądarce, aż wyślesz formularz albo się wylogujesz, najwyżej 14 dni.',
  'copy.note-guest': 'Kopia tego, co piszesz, zostaje w tej przeglądarce, aż wyślesz formularz albo zamkniesz kartę.',
  'copy.note-off': 'Na tym urządzeniu nie zapisujemy kopii tego, co piszesz.',
  'copy.too-long': 'Tekst jest za długi na kopię w tej przeglądarce. Wyślij go, zanim zamkniesz stronę.',
  'copy.off': 'Nie zapisuj na tym urządzeniu',
  'copy.on': 'Zapisuj kopię',
  'copy.offer': 'Na tym urządzeniu jest niewysłany tekst z {day}, godz. {time}.',
  'copy.older': 'Napisano go, gdy strona miała inną treść. Sprawdź, czy nadal pasuje.',
  'copy.insert': 'Wstaw',
  'copy.replace': 'Wstaw zamiast tego, co jest w polu',
  'copy.remove': 'Usuń',
  'kept.title': 'Formularz czeka na wysłanie',
  'kept.lead':
    'Zalogowano: {name}. Niżej jest wszystko, co wpisano. Nic nie zostało jeszcze wysłane: przejrzyj i wyślij.',
  'kept.none': 'W tej przeglądarce nie czeka żaden Twój formularz.',
  'kept.typed-at': 'Wpisano {at}',
  'kept.until': 'Przechowamy to do {until}, zaszyfrowane tak, że odczyta je tylko ta przeglądarka.',
  'kept.send': 'Wyślij',
  'kept.remove': 'Usuń ten formularz',
  'kept.remove-all': 'Usuń wszystko, co tu czeka',
  'kept.waiting':
    '{count, plural, one {# formularz czeka na wysłanie} few {# formularze czekają na wysłanie} many {# formularzy czeka na wysłanie} other {# formularza czeka na wysłanie}}. Pokaż',
  'kept.foreign-title': 'Formularz innej osoby',
  'kept.foreign':
    '{count, plural, one {Czeka tu # formularz} few {Czekają tu # formularze} many {Czeka tu # formularzy} other {Czeka tu # formularza}} kogoś, kto pisał w tej przeglądarce z innego konta. Nie pokażemy Ci tych słów. Autor zobaczy je po zalogowaniu.',
  'notice.form-kept':
    'Trzeba się zalogować, a to, co wpisano, czeka. Po zalogowaniu zobaczysz formularz ze wszystkimi słowami i wyślesz go. Inne konto ich nie zobaczy; jeśli nie wiemy, czyja była sesja, pokażemy je osobie, która zaloguje się w tej przeglądarce w ciągu 30 minut.',
  'notice.form-lost':
    'Trzeba się zalogować. Formularza nie udało się przechować: wróć do niego w przeglądarce, skopiuj tekst i wklej go po zalogowaniu.',
  'notice.confirm-first': 'Najpierw potwierdź adres e-mail: otwórz link z wiadomości albo wyślij go jeszcze raz.',

  'mailbox.title': 'Skrzynka pokazowa',
  'mailbox.lead': 'Ta instalacja nie wysyła poczty. Wiadomości, które wyszłyby do ludzi, leżą tutaj.',
  'mailbox.open':
    'Skrzynkę może czytać każdy, także linki do potwierdzania kont i nowych haseł. Nie używaj prawdziwych adresów ani haseł.',
  'mailbox.empty': 'Nie ma jeszcze żadnej wiadomości. Pojawi się tu po założeniu konta albo po stanowisku urzędu.',
  'mailbox.count':
    '{count, plural, one {# wiadomość} few {# wiadomości} many {# wiadomości} other {# wiadomości}}, najnowsze na górze',
  'mailbox.to': 'Do',
  'mailbox.date': 'Data',
  'mailbox.subject': 'Temat',
  'mailbox.all': 'Wszystkie wiadomości',

  'about.missing': 'do uzupełnienia przez operatora ({setting})',
  'about.operator-must': 'Operator tej instalacji nie podał jeszcze swoich danych. Musi ustawić: {settings}.',
  'about.name': 'Nazwa',
  'about.address': 'Adres',

  'mail.closing': 'Paragraf, prawo lokalne pisane wspólnie',
  'mail.confirm.subject': 'Potwierdź adres e-mail w Paragrafie',
  'mail.confirm.body':
    'Dzień dobry,\n\nkto założył konto na ten adres, może go potwierdzić tutaj (link działa {hours} godzin):\n\n{link}\n\nTo nie Ty? Nie otwieraj linku. Bez potwierdzenia nikt nie będzie pisał pod tym adresem.',
  'mail.exists.subject': 'Masz już konto w Paragrafie',
  'mail.exists.body':
    'Dzień dobry,\n\nktoś wpisał ten adres, zakładając konto. Konto na ten adres już jest, więc nic się nie zmieniło.\n\nJeśli to Ty, zaloguj się:\n{signIn}\n\nNie pamiętasz hasła albo konto założył ktoś inny? Ustaw nowe hasło:\n{forgot}\n\nJeśli to nie Ty, nie musisz nic robić.',
  'mail.address.old.subject': 'Zmiana adresu e-mail konta w Paragrafie: potwierdź',
  'mail.address.old.body':
    'W Twoim koncie w Paragrafie poproszono o zmianę adresu e-mail na inny.\n\nJeśli to Twoja prośba, potwierdź ją tutaj:\n{link}\n\nLink działa {hours, plural, one {# godzinę} few {# godziny} many {# godzin} other {# godziny}}. Adres zmieni się dopiero po potwierdzeniu także z nowego adresu.\n\nJeśli to nie Ty, nic nie potwierdzaj i zmień hasło: ktoś jest zalogowany na Twoim koncie.',
  'mail.address.new.subject': 'Potwierdź ten adres e-mail w Paragrafie',
  'mail.address.new.body':
    'Ten adres podano jako nowy adres konta w Paragrafie.\n\nJeśli to Twoje konto, potwierdź adres tutaj:\n{link}\n\nLink działa {hours, plural, one {# godzinę} few {# godziny} many {# godzin} other {# godziny}}. Adres zmieni się dopiero po potwierdzeniu także z dotychczasowego adresu.\n\nJeśli to nie Twoje konto, nie rób nic: bez potwierdzenia nic się nie zmieni.',
  'mail.address.changed.subject': 'Adres e-mail konta w Paragrafie jest zmieniony',
  'mail.address.changed.body':
    'Konto w Paragrafie ma nowy adres e-mail, potwierdzony z obu adresów. Na poprzedni nie będziemy już pisać.\n\nWszystkie sesje, tokeny i linki przestały działać. Zaloguj się nowym adresem:\n{signIn}',
  'mail.account.disabled.subject': 'Twoje konto w Paragrafie jest zablokowane',
  'mail.account.disabled.body':
    'Administrator zablokował Twoje konto w Paragrafie. Nie można się na nie zalogować, a sesje, tokeny i linki przestały działać. Uwagi zostają w rejestrze.\n\nPowód: {reason}\n\nJeśli się nie zgadzasz, napisz do prowadzącego tę instalację; jego dane są na stronie o danych osobowych.',
  'mail.account.enabled.subject': 'Twoje konto w Paragrafie jest odblokowane',
  'mail.account.enabled.body':
    'Administrator odblokował Twoje konto w Paragrafie. Możesz się znów zalogować.\n\nPowód: {reason}',
  'mail.account.closed.subject': 'Twoje konto w Paragrafie jest zamknięte',
  'mail.account.closed.body':
    'Konto w Paragrafie jest zamknięte na Twoją prośbę. Usunęliśmy Twoje imię i nazwisko, adres e-mail i hasło.\n\nUwagi i komentarze zostały bez nazwiska, bo należą do urzędowego zapisu konsultacji. Nazwisko zostaje tylko pod tym, co zrobiono w imieniu urzędu albo zespołu monitorującego. To ostatni list na ten adres.',
  'mail.reset.subject': 'Nowe hasło w Paragrafie',
  'mail.reset.body':
    'Dzień dobry,\n\npod tym linkiem ustawisz nowe hasło. Działa godzinę i tylko raz:\n\n{link}\n\nTo nie Ty? Nie musisz nic robić, hasło się nie zmieni.',
  'mail.changed.subject': 'Hasło w Paragrafie zostało zmienione',
  'mail.changed.body':
    'Dzień dobry,\n\nhasło do konta na ten adres zostało zmienione.\n\nTo nie Ty? Od razu ustaw nowe, pozostałe sesje zakończą się same:\n{forgot}',
} as const;
