export const plConsultations = {
  'notice.published': 'Projekt opublikowano. Tak go widzą mieszkańcy.',

  'consultations.title': 'Konsultacje',
  'consultations.lead':
    'Projekty uchwał, do których można zgłaszać uwagi i poprawki. Na każdą uwagę urząd ma odpowiedzieć z uzasadnieniem.',
  'consultations.empty': 'Tu pojawią się projekty uchwał poddane konsultacjom.',
  'consultations.demo': 'projekt pokazowy',
  'consultations.no-remarks': 'bez uwag',
  'consultations.list.open': 'Otwarte teraz',
  'consultations.list.preparation': 'Zapowiedziane',
  'consultations.list.deciding': 'Urząd przygotowuje stanowiska',
  'consultations.list.closed': 'Zakończone',
  'consultations.count.remarks': '{count, plural, one {# uwaga} few {# uwagi} many {# uwag} other {# uwagi}}',
  'consultations.count.amendments':
    '{count, plural, one {# poprawka} few {# poprawki} many {# poprawek} other {# poprawki}}',
  'consultations.by.residents': 'mieszkańcy: {words}',
  'consultations.by.organisations': 'organizacje: {words}',
  'consultations.by.office': 'urząd: {words}',
  'consultations.count.comments':
    '{count, plural, one {# komentarz} few {# komentarze} many {# komentarzy} other {# komentarza}}',

  'stage.label': 'Etapy',
  'stage.preparation': 'Projekt',
  'stage.open': 'Uwagi i poprawki',
  'stage.deciding': 'Stanowiska urzędu',
  'stage.closed': 'Tekst po uwagach',
  'stage.from': 'od {date}',
  'stage.until': 'do {date}',
  'stage.after-answers': 'po stanowiskach',
  'stage.ready': 'gotowy',
  'stage.late': 'po terminie o {days, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}',
  'stage.days-left':
    '{days, plural, one {został # dzień} few {zostały # dni} many {zostało # dni} other {zostało # dnia}}',
  'stage.last-day': 'ostatni dzień, {time}',
  'stage.says.preparation': 'Uwagi od {date}',
  'stage.says.open': 'Uwagi do {date}',
  'stage.says.deciding': 'Stanowiska urzędu do {date}',
  'stage.says.closed': 'Zakończone {date}',

  'overview.about': 'O konsultacji',
  'overview.read-and-act': 'Czytaj projekt i złóż uwagę',
  'overview.read': 'Czytaj projekt',
  'overview.rulings': 'Ostatnie stanowiska urzędu',
  'overview.no-rulings': 'Urząd nie zajął jeszcze stanowiska wobec żadnej uwagi.',
  'overview.rulings-come': 'Tu pojawi się każde stanowisko z uzasadnieniem i zmienionymi wyrazami.',
  'overview.waiting':
    'Na stanowisko {count, plural, one {czeka # uwaga albo poprawka} few {czekają # uwagi i poprawki} many {czeka # uwag i poprawek} other {czeka # uwagi i poprawki}}.',
  'overview.see-change': 'Zobacz zmianę w wersji {number}',
  'overview.remark': 'Uwaga nr {number}',
  'overview.amendment': 'Poprawka nr {number}',
  'overview.terms': 'Terminy',
  'overview.opens': 'Początek',
  'overview.closes': 'Uwagi do',
  'overview.answers': 'Stanowiska do',
  'overview.documents': 'Dokumenty',
  'overview.draft': 'Projekt z uwagami',
  'overview.versions': 'Wersje ({count})',

  'draft.title': 'Projekt',
  'draft.text': 'Treść projektu',
  'draft.language': 'pl',
  'draft.version': '{place}, projekt uchwały, wersja {number} z {date}',
  'draft.demo': 'Projekt pokazowy: gmina i osoby są zmyślone.',
  'draft.contents': 'Spis treści',
  'draft.reasons': 'Uzasadnienie',
  'draft.part.of': 'Część {number} z {count}.',
  'draft.part.whole': 'Cały tekst na jednej stronie.',
  'draft.part.show-whole': 'Pokaż cały tekst',
  'draft.part.by-parts': 'Czytaj po części',
  'draft.part.previous': 'Poprzednia część',
  'draft.part.next': 'Następna część',
  'draft.part.others': 'Sąsiednie części',
  'draft.search': 'Szukaj w całym tekście',
  'draft.search.go': 'Szukaj',
  'draft.search.found': 'Jednostki ze słowami „{words}”',
  'draft.search.nothing': 'Nie ma takich słów w projekcie.',
  'draft.search.more':
    '{count, plural, one {Jeszcze # jednostka ma te słowa: dopisz do nich kolejne.} few {Jeszcze # jednostki mają te słowa: dopisz do nich kolejne.} many {Jeszcze # jednostek ma te słowa: dopisz do nich kolejne.} other {Jeszcze # jednostki ma te słowa: dopisz do nich kolejne.}}',
  'draft.all-remarks': 'Uwagi i poprawki',
  'draft.what-changed': 'Co się zmieniło',
  'draft.clean-text': 'Czysty tekst do druku',
  'draft.text-file': 'Plik tekstowy (.txt)',
  'draft.how': 'Numer przepisu prowadzi na jego stronę: są tam poprawki, uwagi i komentarze. Stamtąd zgłosisz własne.',
  'draft.propose': 'Zaproponuj zmianę',
  'draft.remark': 'Zgłoś uwagę',
  'draft.remark-on-head': 'Zgłoś uwagę do tytułu albo podstawy prawnej',
  'draft.amendments.show': 'Pokaż poprawki w tekście',
  'draft.amendments.hide': 'Pokaż sam tekst',
  'draft.amendments.more':
    '{count, plural, one {i jeszcze # poprawka} few {i jeszcze # poprawki} many {i jeszcze # poprawek} other {i jeszcze # poprawki}}',
  'draft.about': 'do {unit}',
  'draft.voices': '{count, plural, one {wypowiedź} few {wypowiedzi} many {wypowiedzi} other {wypowiedzi}}',

  'text.title': 'tekst projektu',
  'text.state': '{place}, tekst projektu, wersja {number} z {date}',
  'text.not-in-force': 'Projekt, nie obowiązuje.',

  'versions.title': 'Wersje',
  'versions.lead':
    '{count, plural, one {Jest # wersja tekstu.} few {Są # wersje tekstu.} many {Jest # wersji tekstu.} other {Jest # wersji tekstu.}} Każda zostaje pod swoim adresem i się nie zmienia.',
  'versions.number': 'Wersja {number}',
  'versions.option': 'wersja {number} z {date}',
  'versions.hash': 'Suma kontrolna treści (SHA-256):',
  'versions.what-changed': 'Co się zmieniło',
  'versions.current': 'aktualna wersja projektu',
  'versions.newer': 'jest nowsza: wersja {number}',

  'redline.title': 'Co się zmieniło',
  'redline.title-of': 'Co się zmieniło od wersji {from} do wersji {to}',
  'redline.picker': 'Wybór wersji',
  'redline.compare': 'Porównaj',
  'redline.with': 'z wersją',
  'redline.view': 'Widok',
  'redline.in-text': 'Zmiany w tekście',
  'redline.clean': 'Czysty tekst wersji {number}',
  'redline.none': 'Między tymi wersjami nie zmieniło się ani jedno słowo.',
  'redline.same-version': 'To ta sama wersja. Wybierz dwie różne.',
  'redline.lead-none': 'Słowa obu wersji są takie same.',
  'redline.lead':
    '{changes, plural, one {# zmiana} few {# zmiany} many {# zmian} other {# zmiany}} w {units, plural, one {# paragrafie} few {# paragrafach} many {# paragrafach} other {# paragrafu}}.',
  'redline.lead-causes':
    '{count, plural, =0 {Żadna nie wynika z uwag} one {# wynika z uwag i poprawek} few {# wynikają z uwag i poprawek} many {# wynika z uwag i poprawek} other {# wynika z uwag i poprawek}}{rest, plural, =0 {.} one {, # to zmiana urzędu.} few {, # to zmiany urzędu.} many {, # to zmiany urzędu.} other {, # to zmiany urzędu.}}',
  'redline.lead-rest':
    '{count, plural, =0 {Zmienił się każdy paragraf.} one {Pozostałego # paragrafu nie zmieniono.} few {Pozostałych # paragrafów nie zmieniono.} many {Pozostałych # paragrafów nie zmieniono.} other {Pozostałych # paragrafu nie zmieniono.}}',
  'redline.legend': 'Objaśnienie znaków',
  'redline.legend.ins': 'dodane',
  'redline.legend.ins-sign': 'podkreślenie',
  'redline.legend.del': 'usunięte',
  'redline.legend.del-sign': 'przekreślenie',
  'redline.legend.mov': 'przeniesione',
  'redline.legend.mov-sign': 'podwójne podkreślenie i podane miejsce',
  'redline.folded':
    '{count, plural, one {i # jednostka bez zmian} few {i # jednostki bez zmian} many {i # jednostek bez zmian} other {i # jednostki bez zmian}}',
  'redline.added': 'Dodano {unit}',
  'redline.removed': 'Skreślono {unit}',
  'redline.moved-from': 'Przeniesiono z {unit}',
  'redline.moved-changed': 'Przeniesiono z {unit} i zmieniono',
  'redline.only-number': 'zmiana numeru',
  'redline.editorial': 'Zmiana urzędu bez uwagi, wersja {number}',
  'redline.renumbered':
    'Zmieniła się numeracja {count, plural, one {# jednostki} few {# jednostek} many {# jednostek} other {# jednostki}}, słowa są te same',
  'redline.renumbered-item': '{before}, teraz {after}',

  'wasis.title': 'Było i jest',
  'wasis.note': 'Te same zmiany bez znaków korekty. Zmienione wyrazy są pogrubione.',
  'wasis.caption': 'Wykaz zmian między wersją {from} i wersją {to}',
  'wasis.unit': 'Jednostka',
  'wasis.was': 'Było',
  'wasis.is': 'Jest',
  'wasis.why': 'Dlaczego',
  'wasis.text': 'tekst',
  'wasis.nothing': 'nie było',
  'wasis.deleted': 'skreślono',
  'wasis.was-number': 'wcześniej {unit}',
  'wasis.old-number': 'numer w starszej wersji',

  'office.title': 'Urząd',
  'office.consultations': 'Konsultacje',
  'office.no-consultations': 'Nie ma jeszcze konsultacji. Zacznij od wczytania tekstu projektu.',
  'office.waiting':
    'Na stanowisko {count, plural, one {czeka # uwaga albo poprawka} few {czekają # uwagi i poprawki} many {czeka # uwag i poprawek} other {czeka # uwagi i poprawki}}.',
  'office.nothing-waits': 'Żadna uwaga ani poprawka nie czeka na stanowisko.',
  'office.public-page': 'Strona konsultacji',
  'office.imports': 'Wczytane teksty',
  'office.published-as': 'Opublikowano:',
  'office.last-change': 'ostatnia zmiana {date}',

  'import.start': 'Wczytaj tekst projektu',
  'import.title': 'Wczytywanie tekstu',
  'import.lead':
    'Wklej tekst albo wybierz plik. Rozpoznamy paragrafy, ustępy, punkty i litery; sprawdzisz je, zanim ktokolwiek je zobaczy.',
  'import.municipality': 'Gmina',
  'import.choose': 'wybierz',
  'import.file': 'Plik .txt, .docx albo .odt',
  'import.file-hint': 'Najwyżej 8 MB. Plik tekstowy w kodowaniu UTF-8, Windows-1250 albo ISO-8859-2.',
  'import.text': 'Albo wklejony tekst',
  'import.text-hint': 'Cały projekt: tytuł, podstawa prawna, paragrafy, załączniki, uzasadnienie.',
  'import.read': 'Wczytaj i pokaż strukturę',
  'import.pasted': 'Wklejony tekst',
  'import.error.empty': 'Wklej tekst albo wybierz plik z tekstem.',
  'import.error.both': 'Jest i plik, i wklejony tekst. Zostaw jedno z nich.',
  'import.error.encoding':
    'W tym pliku nie ma tekstu w kodowaniu UTF-8, Windows-1250 ani ISO-8859-2. Zapisz go jako tekst UTF-8 albo .docx, albo wklej treść.',
  'import.error.docx':
    'Tego pliku nie da się otworzyć jako dokumentu Word (.docx). Zapisz go ponownie albo wklej treść.',
  'import.error.too-much':
    'Ten plik wymaga za dużo pracy: po rozpakowaniu jest za duży albo zbyt zawiły. Zapisz go prościej, podziel na części albo wklej treść.',
  'import.error.too-long': 'Tekst jest dłuższy niż 2 miliony znaków. Podziel go na części.',

  'import.done-file': 'Co zrobiliśmy z plikiem',
  'import.done-page': 'Co zrobiliśmy z kodem strony',
  'import.show': 'pokaż',
  'import.changes.open':
    '{count, plural, one {# zmiana śledzona czeka na decyzję} few {# zmiany śledzone czekają na decyzję} many {# zmian śledzonych czeka na decyzję} other {# zmiany śledzone czekają na decyzję}}',
  'import.changes.accept':
    '{count, plural, one {# zmianę śledzoną przyjęto} few {# zmiany śledzone przyjęto} many {# zmian śledzonych przyjęto} other {# zmiany śledzone przyjęto}}',
  'import.changes.reject':
    '{count, plural, one {# zmianę śledzoną odrzucono} few {# zmiany śledzone odrzucono} many {# zmian śledzonych odrzucono} other {# zmiany śledzone odrzucono}}',
  'import.changes.amendments':
    '{count, plural, one {# zmianę śledzoną odłożono: po publikacji będą z niej poprawki} few {# zmiany śledzone odłożono: po publikacji będą z nich poprawki} many {# zmian śledzonych odłożono: po publikacji będą z nich poprawki} other {# zmiany śledzone odłożono: po publikacji będą z nich poprawki}}',
  'import.change.insert': 'dodano',
  'import.change.delete': 'skreślono',
  'import.change.move-from': 'przeniesiono stąd',
  'import.change.move-to': 'przeniesiono tutaj',
  'import.change.format': 'zmieniono numerację albo wygląd',
  'import.ask':
    '{count, plural, one {W pliku jest # otwarta zmiana śledzona} few {W pliku są # otwarte zmiany śledzone} many {W pliku jest # otwartych zmian śledzonych} other {W pliku jest # otwartej zmiany śledzonej}}',
  'import.ask-lead': 'Jaki tekst ma być projektem? Zanim wybierzesz, nie przyjmujemy ani nie odrzucamy żadnej zmiany.',
  'import.ask.accept': 'Przyjmij zmiany',
  'import.ask.reject': 'Odrzuć zmiany',
  'import.ask.amendments': 'Zrób z nich poprawki',
  'import.ask-note.accept': 'Projektem będzie tekst ze wszystkimi zmianami.',
  'import.ask-note.reject': 'Projektem będzie tekst bez tych zmian.',
  'import.ask-note.amendments':
    'Projektem będzie tekst bez tych zmian. Po publikacji staną się poprawkami, które przejrzysz i wniesiesz.',
  'import.letters-file': 'W pliku jest {file} liter i cyfr. Każda jest w tekście albo na tej liście.',
  'import.letters-page': 'Na tej stronie jest {file} liter i cyfr. Każda jest w tekście albo na tej liście.',
  'import.letters-all': 'W pliku jest {file} liter i cyfr. Wszystkie są w tekście.',
  'import.letters-missing-file':
    'W pliku jest {file} liter i cyfr, ale o {missing} z nich nie umiemy powiedzieć, gdzie się znalazły. Porównaj tekst z plikiem.',
  'import.letters-missing-page':
    'Na tej stronie jest {file} liter i cyfr, ale o {missing} z nich nie umiemy powiedzieć, gdzie się znalazły. Porównaj tekst ze źródłem.',
  'import.proof-of-text':
    'Struktura zawiera cały wczytany tekst: {source} znaków tekstu i {recognised} znaków rozpoznanych (bez odstępów). Co nie weszło do tekstu, stoi na liście wyżej.',
  'import.amend-lead': 'Zmiany śledzone z pliku czekają, żeby stać się poprawkami opublikowanego tekstu.',
  'import.amend-go': 'Przejrzyj zmiany i wnieś poprawki',
  'import.amend-upload':
    'Zmiany śledzone z pliku mają stać się poprawkami. Plik jest za duży, żebyśmy go przechowali: wczytaj go jeszcze raz.',
  'import.amend-page': 'Wczytaj plik Worda',
  'import.error.open-changes':
    'To, co podano, ma otwarte zmiany śledzone, a tu potrzebny jest tekst przyjęty. Przyjmij je albo odrzuć w edytorze i podaj tekst jeszcze raz.',
  'publish.error.changes-open': 'Plik ma otwarte zmiany śledzone. Zdecyduj o nich, zanim opublikujesz tekst.',
  'import.error.kind-doc': 'To jest dokument starego Worda (.doc). Otwórz go i zapisz jako .docx lub .odt.',
  'import.error.kind-docm': 'To jest dokument Worda z makrami (.docm). Zapisz go jako .docx lub .odt.',
  'import.error.kind-locked': 'Ten dokument jest zamknięty hasłem. Zdejmij hasło i zapisz jako .docx lub .odt.',
  'import.error.kind-pdf':
    'To jest plik PDF. Otwórz go w Wordzie albo LibreOffice i zapisz jako .docx lub .odt albo poproś o plik, z którego powstał.',
  'import.error.kind-rtf': 'To jest plik RTF. Otwórz go w edytorze i zapisz jako .docx lub .odt.',
  'import.error.kind-html':
    'To jest strona HTML. Otwórz ją w edytorze i zapisz jako .docx lub .odt albo wklej jej treść.',
  'import.error.kind-image':
    'To jest obraz albo zdjęcie, a nie tekst. Przepisz go albo rozpoznaj pismo (OCR) i zapisz jako .docx lub .odt.',
  'import.error.kind-sheet': 'To jest arkusz kalkulacyjny. Przenieś treść do edytora i zapisz jako .docx lub .odt.',
  'import.error.kind-slides': 'To jest prezentacja. Przenieś treść do edytora i zapisz jako .docx lub .odt.',
  'import.error.kind-archive':
    'To jest archiwum plików (.zip, .zipx, .7z, .rar). Wypakuj je i wybierz dokument .docx albo .txt.',
  'import.error.kind-pages': 'To jest dokument programu Pages. Wyeksportuj go i zapisz jako .docx lub .odt.',
  'import.error.kind-mail':
    'To jest wiadomość albo strona zapisana w jednym pliku. Zapisz sam dokument jako .docx albo wklej treść.',
  'import.done.equation':
    '{count, plural, one {# wzór zapisano jako tekst} few {# wzory zapisano jako tekst} many {# wzorów zapisano jako tekst} other {# wzory zapisano jako tekst}}',
  'import.done.text-box':
    '{count, plural, one {# pole tekstowe wczytano jako osobne akapity} few {# pola tekstowe wczytano jako osobne akapity} many {# pól tekstowych wczytano jako osobne akapity} other {# pola tekstowe wczytano jako osobne akapity}}',
  'import.done.chunk':
    '{count, plural, one {# wstawiony plik wczytano w jego miejscu} few {# wstawione pliki wczytano w ich miejscach} many {# wstawionych plików wczytano w ich miejscach} other {# wstawione pliki wczytano w ich miejscach}}',
  'import.done.diagram':
    '{count, plural, one {# diagram SmartArt wczytano jako wiersze tekstu} few {# diagramy SmartArt wczytano jako wiersze tekstu} many {# diagramów SmartArt wczytano jako wiersze tekstu} other {# diagramy SmartArt wczytano jako wiersze tekstu}}',
  'import.done.ruby':
    '{count, plural, one {# dopisek nad słowami postawiono w nawiasie} few {# dopiski nad słowami postawiono w nawiasach} many {# dopisków nad słowami postawiono w nawiasach} other {# dopiski nad słowami postawiono w nawiasach}}',
  'import.done.hidden':
    '{count, plural, one {# fragment ukryty pominięto} few {# fragmenty ukryte pominięto} many {# fragmentów ukrytych pominięto} other {# fragmenty ukryte pominięto}}',
  'import.done.picture':
    '{count, plural, one {# obraz pominięto} few {# obrazy pominięto} many {# obrazów pominięto} other {# obrazy pominięto}}',
  'import.done.object':
    '{count, plural, one {# obiekt osadzony pominięto} few {# obiekty osadzone pominięto} many {# obiektów osadzonych pominięto} other {# obiekty osadzone pominięto}}',
  'import.done.chart':
    '{count, plural, one {# wykres pominięto} few {# wykresy pominięto} many {# wykresów pominięto} other {# wykresy pominięto}}',
  'import.done.shape':
    '{count, plural, one {# rysunek pominięto} few {# rysunki pominięto} many {# rysunków pominięto} other {# rysunki pominięto}}',
  'import.done.header':
    '{count, plural, one {# nagłówek strony pominięto} few {# nagłówki strony pominięto} many {# nagłówków strony pominięto} other {# nagłówki strony pominięto}}',
  'import.done.footer':
    '{count, plural, one {# stopkę strony pominięto} few {# stopki strony pominięto} many {# stopek strony pominięto} other {# stopki strony pominięto}}',
  'import.done.page-number': 'Numery stron pominięto',
  'import.done.field':
    '{count, plural, one {# pole bez wyniku pominięto} few {# pola bez wyniku pominięto} many {# pól bez wyniku pominięto} other {# pola bez wyniku pominięto}}',
  'import.done.symbol':
    '{count, plural, one {# nieznany znak z czcionki symboli zastąpiono kropką} few {# nieznane znaki z czcionki symboli zastąpiono kropką} many {# nieznanych znaków z czcionki symboli zastąpiono kropką} other {# nieznane znaki z czcionki symboli zastąpiono kropką}}',
  'import.done.note':
    '{count, plural, one {# przypis, do którego nic nie odsyła, pominięto} few {# przypisy, do których nic nie odsyła, pominięto} many {# przypisów, do których nic nie odsyła, pominięto} other {# przypisy, do których nic nie odsyła, pominięto}}',
  'import.done.unknown':
    '{count, plural, one {# fragment w postaci, której nie umiemy wczytać, pominięto} few {# fragmenty w postaci, której nie umiemy wczytać, pominięto} many {# fragmentów w postaci, której nie umiemy wczytać, pominięto} other {# fragmenty w postaci, której nie umiemy wczytać, pominięto}}',
  'import.done.comment':
    '{count, plural, one {# komentarz pominięto} few {# komentarze pominięto} many {# komentarzy pominięto} other {# komentarze pominięto}}',
  'import.done.html': 'To był kod strony (HTML): wczytaliśmy to, co ta strona pokazuje',
  'import.done.list-mark':
    '{count, plural, one {Przed # pozycją listy postawiliśmy numer albo myślnik według jej miejsca: sprawdź go} few {Przed # pozycjami list postawiliśmy numery albo myślniki według ich miejsca: sprawdź je} many {Przed # pozycjami list postawiliśmy numery albo myślniki według ich miejsca: sprawdź je} other {Przed # pozycjami list postawiliśmy numery albo myślniki według ich miejsca: sprawdź je}}',
  'import.done.inserted':
    '{count, plural, one {# wstawienie śledzone wczytano jako zwykły tekst} few {# wstawienia śledzone wczytano jako zwykły tekst} many {# wstawień śledzonych wczytano jako zwykły tekst} other {# wstawienia śledzone wczytano jako zwykły tekst}}',
  'import.done.struck':
    '{count, plural, one {# fragment przekreślony wczytano jako zwykły tekst} few {# fragmenty przekreślone wczytano jako zwykły tekst} many {# fragmentów przekreślonych wczytano jako zwykły tekst} other {# fragmenty przekreślone wczytano jako zwykły tekst}}',
  'import.done.deleted':
    '{count, plural, one {# skreślenie śledzone pominięto} few {# skreślenia śledzone pominięto} many {# skreśleń śledzonych pominięto} other {# skreślenia śledzone pominięto}}',
  'import.paste.read': 'Wklejono tekst z formatowaniem. Z tym, co nie było zwykłym tekstem, zrobiliśmy tak:',
  'import.paste.plain': 'Wklejono tekst z formatowaniem. Każde słowo jest w polu.',
  'import.review-title': 'Sprawdzenie struktury',
  'import.review-lead': 'Obok każdego wiersza źródła stoi to, za co go uznaliśmy. Zacznij od wierszy wątpliwych.',
  'import.refused.conflict':
    'Ktoś zmienił ten tekst po otwarciu strony. Twój wybór jest poniżej, obok tego, co zapisano wcześniej. Porównaj i zapisz ponownie.',
  'import.refused.published': 'Ten tekst jest już opublikowany i nie można go tu zmienić.',
  'import.go-publish': 'Dalej: publikacja',
  'import.edit-source': 'Popraw treść źródła',
  'import.doubtful':
    '{count, plural, =0 {Nie ma wątpliwych wierszy} one {# wątpliwy wiersz} few {# wątpliwe wiersze} many {# wątpliwych wierszy} other {# wątpliwego wiersza}}',
  'import.no-doubt': 'Każdy wiersz ma rolę, której jesteśmy pewni albo którą ktoś potwierdził.',
  'import.doubt-lead': 'Przy tych wierszach trzeba było zgadywać. Wskaż rolę, żeby zniknęły z listy.',
  'import.more-lines':
    '{count, plural, one {i jeszcze # wiersz, oznaczony w tekście} few {i jeszcze # wiersze, oznaczone w tekście} many {i jeszcze # wierszy, oznaczonych w tekście} other {i jeszcze # wiersza}}',
  'import.more-problems': 'i jeszcze {count}',
  'import.problems': 'Co sprawdzić w tekście',
  'import.problem-group': '{name}: {count}',
  'import.line': 'wiersz {line}',
  'import.found': 'Rozpoznano',
  'import.no-units': 'Nie rozpoznano żadnej jednostki tekstu.',
  'import.proof':
    'Nic nie zginęło: {source} znaków źródła i {recognised} znaków rozpoznanego tekstu, te same i w tej samej kolejności (bez odstępów).',
  'import.proof-differs':
    'Rozpoznany tekst różni się od źródła: {source} znaków źródła, {recognised} znaków rozpoznanych (bez odstępów).',
  'import.proof-source': 'W źródle:',
  'import.proof-recognised': 'W rozpoznanym tekście:',
  'import.lines-title': 'Źródło i struktura',
  'import.lines-note': 'Puste wiersze są pominięte. Zapis obejmuje wiersze pokazane na tej stronie.',
  'import.windows': 'Części tekstu',
  'import.window': 'wiersze {from}–{to} z {total}',
  'import.col-line': 'Wiersz',
  'import.col-text': 'Źródło',
  'import.col-role': 'Rozpoznano jako',
  'import.save-roles': 'Zapisz role',
  'import.save-roles-note': 'Treść zostaje bez zmian; zmienia się tylko to, za co uznajemy wiersz.',
  'import.doubt-word': 'wątpliwe',
  'import.by-hand': 'wskazane ręcznie',
  'import.yours-differs': 'teraz zapisane: {role}',
  'import.role-of': 'Rola wiersza {line}',
  'import.role-auto': 'rozpoznaj samodzielnie',
  'import.role-guess': 'chyba: {role}',
  'import.role.blank': 'pusty wiersz',
  'import.role.title': 'tytuł',
  'import.role.basis': 'podstawa prawna',
  'import.role.before': 'wstęp',
  'import.role.contents': 'spis treści',
  'import.role.division': 'dział',
  'import.role.chapter': 'rozdział',
  'import.role.subchapter': 'oddział',
  'import.role.heading': 'nagłówek rozdziału',
  'import.role.article': 'artykuł',
  'import.role.paragraph': 'paragraf (§)',
  'import.role.subsection': 'ustęp (ust.)',
  'import.role.point': 'punkt (pkt)',
  'import.role.letter': 'litera (lit.)',
  'import.role.indent': 'tiret',
  'import.role.subindent': 'podwójne tiret',
  'import.role.closing': 'część wspólna',
  'import.role.annex': 'załącznik',
  'import.role.continuation': 'dalszy ciąg',
  'import.role.text': 'tekst zwykły',
  'import.role.quoted': 'cytowane brzmienie',
  'import.role.signature': 'podpis',
  'import.role.noise': 'nagłówek lub stopka strony',
  'import.role.reasons': 'uzasadnienie',
  'import.count.division': '{count, plural, one {# dział} few {# działy} many {# działów} other {# działu}}',
  'import.count.chapter': '{count, plural, one {# rozdział} few {# rozdziały} many {# rozdziałów} other {# rozdziału}}',
  'import.count.subchapter': '{count, plural, one {# oddział} few {# oddziały} many {# oddziałów} other {# oddziału}}',
  'import.count.article': '{count, plural, one {# artykuł} few {# artykuły} many {# artykułów} other {# artykułu}}',
  'import.count.paragraph':
    '{count, plural, one {# paragraf} few {# paragrafy} many {# paragrafów} other {# paragrafu}}',
  'import.count.subsection': '{count, plural, one {# ustęp} few {# ustępy} many {# ustępów} other {# ustępu}}',
  'import.count.point': '{count, plural, one {# punkt} few {# punkty} many {# punktów} other {# punktu}}',
  'import.count.letter': '{count, plural, one {# litera} few {# litery} many {# liter} other {# litery}}',
  'import.count.indent': '{count, plural, one {# tiret} few {# tiret} many {# tiret} other {# tiret}}',
  'import.count.subindent':
    '{count, plural, one {# podwójne tiret} few {# podwójne tiret} many {# podwójnych tiret} other {# podwójnego tiret}}',
  'import.count.closing':
    '{count, plural, one {# część wspólna} few {# części wspólne} many {# części wspólnych} other {# części wspólnej}}',
  'import.count.annex':
    '{count, plural, one {# załącznik} few {# załączniki} many {# załączników} other {# załącznika}}',
  'import.count.text':
    '{count, plural, one {# fragment zwykłego tekstu} few {# fragmenty zwykłego tekstu} many {# fragmentów zwykłego tekstu} other {# fragmentu zwykłego tekstu}}',

  'import.source-title': 'Treść źródła',
  'import.source-lead':
    'Popraw tu literówki i złamane wiersze. Role wskazane ręcznie zostają przy wierszach, które się nie zmieniły.',
  'import.source-label': 'Tekst',
  'import.source-yours': 'Twój tekst',
  'import.source-current': 'Tekst zapisany przez kogoś innego',
  'import.source-save-mine': 'Zapisz mój tekst',

  'publish.title': 'Publikacja',
  'publish.lead': 'Jeszcze tylko nazwa i terminy. Tekst zostanie wersją 1 i nikt go potem nie zmieni bez śladu.',
  'publish.note': 'Tekst wyjściowy',
  'publish.name': 'Nazwa dla mieszkańców',
  'publish.name-hint': 'Krótko, na przykład „Zasady konsultacji z mieszkańcami”.',
  'publish.summary': 'O co chodzi i dlaczego',
  'publish.summary-hint': 'Dwa albo trzy zdania: co się zmieni, kogo to dotyczy, na jakie pytania urząd czeka.',
  'publish.opens': 'Początek zbierania uwag',
  'publish.closes': 'Koniec zbierania uwag',
  'publish.answers': 'Termin stanowisk urzędu',
  'publish.hour': '{what} (godzina)',
  'publish.numbering': 'Numeracja po zmianach',
  'publish.numbering.draft': 'Projekt numeruje się sam',
  'publish.numbering.draft-note': 'Po dodaniu lub skreśleniu jednostki następne dostają kolejne numery.',
  'publish.numbering.adopted': 'Numery zostają',
  'publish.numbering.adopted-note':
    'Dodana jednostka dostaje numer z literą, na przykład § 5a, a po skreślonej zostaje luka.',
  'publish.irregular':
    'W źródle {count, plural, one {# jednostka ma} few {# jednostki mają} many {# jednostek ma} other {# jednostki ma}} numer spoza kolejności, na przykład {before} zamiast {after}. Przy samodzielnej numeracji zmieniłby się on z pierwszą poprawką, dlatego proponujemy zostawić numery.',
  'publish.effects': 'Skutki, zanim opublikujesz',
  'publish.effect.public':
    '{count, plural, one {# jednostka tekstu dostanie} few {# jednostki tekstu dostaną} many {# jednostek tekstu dostanie} other {# jednostki tekstu dostanie}} stały adres.',
  'publish.effect.version': 'Wersja 1 będzie drukowana dokładnie z numerami źródła.',
  'publish.effect.remarks': 'Od początku do końca terminu każdy będzie mógł zgłaszać uwagi i poprawki.',
  'publish.effect.source': 'Wczytanego tekstu nie będzie już można zmienić; dalsze zmiany to nowe wersje.',
  'publish.effect.doubtful':
    '{count, plural, one {# wątpliwy wiersz zostanie} few {# wątpliwe wiersze zostaną} many {# wątpliwych wierszy zostanie} other {# wątpliwego wiersza zostanie}} tak, jak rozpoznano.',
  'publish.submit': 'Opublikuj projekt',
  'publish.back': 'Wróć do struktury',
  'publish.conflict':
    'Ktoś zmienił tekst po otwarciu tej strony. Sprawdź go, zanim opublikujesz; to, co tu wpisano, zostało.',
  'publish.see-text': 'Pokaż strukturę',
  'publish.error.hour': 'Wpisz godzinę, na przykład 16:00.',
  'publish.error.closes': 'Koniec musi być po początku.',
  'publish.error.past': 'Ten termin już minął.',
  'publish.error.answers': 'Termin stanowisk musi być po końcu zbierania uwag.',
  'publish.error.no-units': 'W tekście nie ma żadnej jednostki. Wróć do struktury i wskaż chociaż jeden paragraf.',
} as const;
