export const plFront = {
  'front.title': 'Co można dziś zmienić w prawie lokalnym',
  'front.lead':
    '{open, plural, =0 {Teraz żaden projekt nie czeka na uwagi.} one {# projekt uchwały czeka na uwagi.} few {# projekty uchwał czekają na uwagi.} many {# projektów uchwał czeka na uwagi.} other {# projektu uchwały czeka na uwagi.}} Na każdą uwagę urząd ma odpowiedzieć z uzasadnieniem, a przy każdej zmianie w tekście widać, skąd się wzięła.',
  'front.open': 'Otwarte konsultacje',
  'front.until': 'uwagi do {date}',
  'front.days-left':
    '{days, plural, =0 {ostatni dzień} one {został # dzień} few {zostały # dni} many {zostało # dni} other {zostało # dnia}}',
  'front.disputed': 'Najwięcej poparcia: {citation}. Tak zmienia go poprawka nr {number}:',
  'front.supported':
    '{count, plural, =0 {czeka na stanowisko urzędu} one {popiera # osoba, czeka na stanowisko urzędu} few {popierają # osoby, czeka na stanowisko urzędu} many {popiera # osób, czeka na stanowisko urzędu} other {popiera # osoby, czeka na stanowisko urzędu}}',
  'front.read': 'Czytaj projekt i zgłoś uwagę',
  'front.course': 'Przebieg konsultacji',
  'front.how': 'Jak to działa',
  'front.how-1': 'Każdy przepis (paragraf, ustęp, punkt) ma swoją stronę. Skomentuj go albo zaproponuj inne brzmienie.',
  'front.how-2': 'Urząd zajmuje stanowisko i podaje uzasadnienie. Uwzględniona poprawka tworzy następną wersję.',
  'front.how-3':
    'Żadna inna poprawka nie przepada. Jeśli nowy tekst jej dotyczy, autor dostaje wiadomość i może ją dostosować.',
  'front.others': 'Pozostałe projekty',
  'front.decided': 'Co zmieniły uwagi',
  'front.decided-note':
    'Ostatnie stanowiska urzędów. Przy każdym jest uzasadnienie i dokładne słowa, które się zmieniły.',
  'front.chain': 'Od uwagi do tekstu',
  'front.reason': 'Uzasadnienie',
  'front.remark': '{kind, select, amendment {Poprawka} other {Uwaga}} nr {number} do projektu „{title}”',
  'front.scorecards': 'Oceny gmin',
  'front.scorecards-empty': 'Nie opublikowano jeszcze żadnej edycji ocen.',
  'front.edition':
    '{count, plural, one {# gmina} few {# gminy} many {# gmin} other {# gminy}} z wynikiem, opublikowano {date}',
  'front.nothing': 'Nie ma jeszcze żadnych konsultacji. Urząd może wczytać projekt uchwały i ogłosić pierwsze.',
} as const;
