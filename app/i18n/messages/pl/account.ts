export const plAccount = {
  'account.email': 'Adres e-mail',
  'account.email-note':
    'Konto ma adres {email}. Nowy zacznie działać, gdy potwierdzisz zmianę linkami wysłanymi na oba adresy.',
  'account.email-change': 'Zmień adres e-mail',
  'account.names': 'Zgoda na podpis',
  'account.names-note':
    'Twoje imię i nazwisko stoi publicznie pod {count, plural, =0 {żadnym pismem ani komentarzem} one {# pismem albo komentarzem} few {# pismami i komentarzami} many {# pismami i komentarzami} other {# pismami i komentarzami}}.',
  'account.names-manage': 'Zobacz i wycofaj podpisy',
  'account.data': 'Twoje dane',
  'account.data-note':
    'Wszystko, co konto zawiera i co z niego napisano, w jednym pliku JSON. Nie ma w nim haseł, sekretów ani tekstów listów.',
  'account.data-get': 'Pobierz swoje dane',
  'account.close': 'Zamknięcie konta',
  'account.close-note': 'Zanim potwierdzisz, zobaczysz, co zniknie, a co zostanie.',
  'account.close-go': 'Zamknij konto',

  'change-email.title': 'Zmiana adresu e-mail',
  'change-email.lead':
    'Teraz konto ma adres {email}. Na ten i na nowy adres wyślemy po jednym linku. Adres zmieni się, gdy potwierdzisz oba, w ciągu {hours} godzin.',
  'change-email.new': 'Nowy adres e-mail',
  'change-email.submit': 'Wyślij linki',
  'change-email.effect': 'Po zmianie kończą się wszystkie sesje, tokeny i linki. Zalogujesz się nowym adresem.',
  'change-email.confirm-title': 'Potwierdź zmianę adresu',
  'change-email.confirm-old':
    'Konto, do którego należy ten adres, ma dostać inny adres e-mail. Potwierdź, jeśli to Twoja prośba.',
  'change-email.confirm-new': 'Konto w Paragrafie ma dostać adres {email}. Potwierdź, jeśli to Twoje konto.',
  'change-email.confirm-last': 'Drugi adres jest już potwierdzony: po tym potwierdzeniu adres od razu się zmieni.',
  'change-email.confirm-first': 'Potrzebne jest jeszcze potwierdzenie z drugiego adresu.',
  'change-email.confirm': 'Potwierdzam zmianę',
  'change-email.answered-title': 'Ten adres jest potwierdzony',
  'change-email.answered-lead':
    'Otwórz jeszcze link wysłany na drugi adres. Do tej chwili konto ma dotychczasowy adres.',
  'change-email.over-lead':
    'Link działa 48 godzin, tylko ostatni wysłany i tylko do zmiany adresu. Zaloguj się i na stronie konta poproś o nowy.',
  'error.same-email': 'To jest obecny adres konta. Wpisz inny.',
  'error.email-taken': 'Ten adres ma już inne konto. Adresu nie zmieniono.',
  'notice.address-asked': 'Wysłano linki na oba adresy. Adres zmieni się po potwierdzeniu obu.',
  'notice.address-changed': 'Adres zmieniony, wszystkie sesje zakończone. Zaloguj się nowym adresem.',

  'names.title': 'Zgoda na podpis',
  'names.lead':
    'Zgodę na podawanie imienia i nazwiska możesz wycofać: pod jednym tekstem albo wszędzie. Tekst, numer i data zostają, w miejscu podpisu będzie „osoba fizyczna”, także w raportach, plikach i na stronach wcześniejszych wersji.',
  'names.office':
    'Urząd nadal wie, kto złożył pismo. Pod tym, co piszesz w imieniu urzędu, podpis zostaje, a nazwa organizacji zostaje pod jej uwagami. Nazwiska wpisanego w treść ta strona nie usuwa: o zasłonięcie poproś urząd.',
  'names.all': 'Wycofaj wszędzie',
  'names.all-note': 'Znikną wszystkie podpisy ({count}), a nowe komentarze będą bez nazwiska.',
  'names.unnamed':
    'Nowe komentarze są bez nazwiska od {date}. Przy uwadze i poprawce decydujesz za każdym razem w formularzu.',
  'names.allow': 'Podpisuj nowe komentarze',
  'names.none': 'Pod żadnym tekstem nie stoi Twoje nazwisko.',
  'names.filing': 'Pismo nr {number}',
  'names.comment': 'Komentarz',
  'names.here-title': 'Twój podpis',
  'names.here-note':
    'Pod tym pismem stoi publicznie Twój podpis. Gdy wycofasz zgodę, zniknie od razu ze strony, plików i interfejsu; słowa, numer i data zostaną. Urząd nadal wie, kto napisał.',
  'names.here-all': 'Wszystkie moje podpisy',
  'names.one': 'Wycofaj podpis',
  'names.more': 'Lista pokazuje {shown} najnowszych z {total}; „wszędzie” obejmuje wszystkie.',
  'error.not-signed': 'Pod tym tekstem nie ma już Twojego nazwiska.',
  'notice.names-withdrawn': 'Podpis wycofany.',
  'notice.name-allowed': 'Nowe komentarze będą podpisane.',
  'mail.names.subject': 'Twój podpis w Paragrafie jest wycofany',
  'mail.names.one':
    'Na Twoją prośbę usunęliśmy imię i nazwisko spod Twojego tekstu. Tekst, numer i data zostają, w miejscu podpisu jest „osoba fizyczna”.\n\nJeśli to nie Ty, zmień hasło.',
  'mail.names.all':
    'Na Twoją prośbę wycofaliśmy zgodę na podawanie imienia i nazwiska. Liczba usuniętych podpisów: {count}. Teksty, numery i daty zostają, w miejscu podpisu jest „osoba fizyczna”. Nowe komentarze będą bez nazwiska.\n\nJeśli to nie Ty, zmień hasło.',

  'closing.title': 'Zamknięcie konta',
  'closing.lead': 'Konta nie da się otworzyć ponownie. Możesz wcześniej pobrać swoje dane.',
  'closing.goes': 'Co zniknie',
  'closing.goes-1': 'Imię i nazwisko, adres e-mail i hasło. Na ten sam adres można potem założyć nowe konto.',
  'closing.goes-2':
    'Podpis pod wszystkimi uwagami, poprawkami i komentarzami, także to, co o autorze wiedział urząd: nazwisko i dane kontaktowe podane przez tę stronę.',
  'closing.goes-3':
    'Sesje, tokeny, linki z wiadomości, role, zaproszenia, miejsca na listach prasowych, niepotwierdzone uwagi i wiadomości wysłane na ten adres.',
  'closing.stays': 'Co zostanie',
  'closing.stays-1':
    'Uwagi, poprawki i komentarze z numerem, datą i stanowiskiem urzędu, podpisane „osoba fizyczna”: należą do urzędowego zapisu konsultacji. Nazwa organizacji zostaje pod jej uwagami.',
  'closing.stays-2': 'Poparcia i sprzeciwy, policzone bez nazwiska.',
  'closing.stays-3':
    'Nazwisko pod tym, co zrobiono w imieniu urzędu albo zespołu monitorującego, i nazwisko wpisane przez kogoś w treść. O zasłonięcie poproś urząd.',
  'closing.open':
    'Twoje poprawki i uwagi, na które urząd jeszcze nie odpowiedział: {count}. Idą dalej. Jeśli poprawka wymaga Twojej zgody na nowe brzmienie, pozostanie niepotwierdzona: milczenie nie jest zgodą. Urząd zobaczy, że konto autora jest zamknięte. Jeśli ich nie chcesz, najpierw je wycofaj.',
  'closing.duties': 'Najpierw przekaż',
  'closing.tell': 'Warto wiedzieć',
  'closing.duty.assigned': 'Uwagi przydzielone Tobie, bez stanowiska: {count}. Przydziel je innej osobie.',
  'closing.duty.drafts': 'Twoje niezatwierdzone projekty stanowisk i zmian: {count}. Przekaż je dalej albo usuń.',
  'closing.duty.last-official':
    'Jesteś ostatnią osobą z urzędu gminy {scope}, a na stanowisko czeka jeszcze: {count}. Poproś administratora o nadanie roli komuś innemu.',
  'closing.duty.coding':
    'Obszary przydzielone Ci do kodowania w edycjach w toku: {count}. Poproś osobę prowadzącą zespół o zmianę przydziału.',
  'closing.duty.last-lead':
    'Tylko Ty prowadzisz zespół {scope}, który ma edycje w toku: {count}. Zaproś drugą osobę prowadzącą.',
  'closing.duty.last-administrator':
    'Jesteś ostatnim administratorem tej instalacji. Nadaj najpierw tę rolę komuś innemu.',
  'closing.duty.organisation':
    'Nikt inny nie reprezentuje tu organizacji {scope}, a na stanowisko czekają jej uwagi: {count}. Urząd odpowie na nie, ale listów o tym nikt nie dostanie.',
  'closing.submit': 'Zamykam konto na zawsze',
  'error.duties': 'Najpierw przekaż to, co wymieniono wyżej.',
  'notice.account-closed': 'Konto jest zamknięte. Ostatnią wiadomość wysłaliśmy na dotychczasowy adres.',
  'deciding.author-gone':
    'Konto osoby, która to złożyła, jest zamknięte albo zablokowane. Nie dostanie e-maila i nie odpowie na pytanie o brzmienie; milczenie nie jest zgodą.',
} as const;
