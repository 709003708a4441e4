export const plMunicipalities = {
  'municipalities.title': 'Gminy',
  'municipalities.title-of': 'Gminy: {q}',
  'municipalities.lead': 'Wszystkie gminy w Polsce: otwarte konsultacje, zakończone konsultacje i opublikowane oceny.',
  'municipalities.search': 'Nazwa gminy albo powiatu',
  'municipalities.search-hint': 'Wystarczy początek, także bez polskich liter. Można też wpisać kod TERYT.',
  'municipalities.any': 'wszystkie',
  'municipalities.count':
    '{count, plural, one {{shown} gmina} few {{shown} gminy} many {{shown} gmin} other {{shown} gminy}}',
  'municipalities.none': 'Brak wyników dla „{q}”. Sprawdź pisownię albo wpisz sam początek nazwy.',
  'municipalities.nothing': 'Nie ma tu żadnej gminy.',
  'municipalities.all': 'Wszystkie gminy',
  'municipalities.pages': 'Strony listy',

  'municipality.kind.urban': 'gmina miejska',
  'municipality.kind.rural': 'gmina wiejska',
  'municipality.kind.urban-rural': 'gmina miejsko-wiejska',
  'municipality.voivodeship': 'Województwo',
  'municipality.in-county': 'powiat {county}',
  'municipality.in-voivodeship': 'województwo {voivodeship}',
  'municipality.county-rights': 'miasto na prawach powiatu',
  'municipality.population':
    '{count, plural, one {{shown} osoba} few {{shown} osoby} many {{shown} osób} other {{shown} osoby}}',
  'municipality.code': 'TERYT',
  'municipality.twin': 'Jest też {kind} {name}',
  'municipality.demo': 'pokazowa',
  'municipality.demo-note': 'Tej gminy nie ma. Wymyślono ją, żeby pokazać, jak działa Paragraf.',
  'municipality.former': 'poza rejestrem',
  'municipality.gone':
    'Tej gminy nie ma już w rejestrze TERYT według stanu na {date} Została tutaj razem z tym, co jej dotyczy.',
  'municipality.open': 'Otwarte konsultacje',
  'municipality.no-open': 'W tej gminie nic teraz nie czeka na uwagi.',
  'municipality.no-office':
    'Urząd tej gminy nie prowadzi tu jeszcze konsultacji. Kiedy zacznie, projekty pojawią się w tym miejscu.',
  'municipality.elsewhere': 'Otwarte konsultacje w innych gminach',
  'municipality.past': 'Po terminie i zakończone',
  'municipality.opens': 'Uwagi od {date}',
  'municipality.days-left':
    '{count, plural, =0 {Ostatni dzień.} one {Został # dzień.} few {Zostały # dni.} many {Zostało # dni.} other {Zostało # dnia.}}',
  'municipality.until': 'Uwagi do {date}',
  'municipality.answers-due': 'Czeka na stanowiska urzędu, termin: {date}',
  'municipality.ended': 'Zakończone. Uwagi zbierano do {date}',
  'municipality.scorecards': 'Oceny',
  'municipality.no-scorecards': 'Żaden zespół nie opublikował jeszcze oceny tej gminy.',
  'municipality.all-editions': 'Wszystkie opublikowane oceny',
  'municipality.write': 'Dokąd pisać',
  'municipality.write-draft': 'Do projektu uchwały: uwagi i poprawki złożysz na stronie konsultacji.',
  'municipality.write-office':
    'Do urzędu i do rady (gmina {name}): adres pocztowy, e-Doręczenia i telefon podaje Biuletyn Informacji Publicznej gminy. Znajdziesz go przez',
  'municipality.write-demo': 'Do urzędu: ta gmina jest zmyślona i nie ma adresu.',
  'municipality.write-petition':
    'Petycję może złożyć każdy, na piśmie albo elektronicznie. Rozpatruje ją organ, którego dotyczy (rada albo wójt, burmistrz, prezydent), najpóźniej w 3 miesiące, a w razie przeszkód nie od niego zależnych do 3 miesięcy dłużej (art. 10 ustawy z 11 lipca 2014 r. o petycjach).',
  'municipality.write-information':
    'Wniosku o informację publiczną nie trzeba uzasadniać; wyjątkiem jest informacja przetworzona. Urząd odpowiada najpóźniej w 14 dni albo w tym czasie podaje powód i nowy termin, do 2 miesięcy (art. 13 ustawy z 6 września 2001 r. o dostępie do informacji publicznej).',
  'municipality.source':
    'Nazwa, rodzaj i położenie: rejestr TERYT, stan na {date} Liczba osób i powierzchnia według danych dołączonych do programu.',
} as const;
