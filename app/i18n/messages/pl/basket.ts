export const plBasket = {
  'basket.title': 'Zebrane stanowiska',
  'basket.lead':
    'Te stanowiska są gotowe, ale jeszcze nie obowiązują: nie widać ich publicznie, nie zmieniły tekstu i nikt nie dostał e-maila. Ogłoszone razem dadzą jedną wersję projektu, a każda osoba dostanie jeden e-mail.',
  'basket.collect': 'Zbierz do ogłoszenia razem',
  'basket.at-once': 'Rozstrzygnij od razu',
  'basket.approve-collect': 'Zatwierdź i zbierz',
  'basket.collect-many':
    '{count, plural, one {Zbierz # stanowisko} few {Zbierz # stanowiska} many {Zbierz # stanowisk} other {Zbierz # stanowiska}}',
  'basket.group-own':
    'Twoje stanowisko wobec wszystkich uwag tej grupy jest zebrane. Możesz je zmienić i zebrać jeszcze raz.',
  'basket.fact': '{count, plural, one {# zebrane} few {# zebrane} many {# zebranych} other {# zebranego}}',
  'basket.filter': 'Zebrane {count}',
  'basket.own': 'To stanowisko jest zebrane od {at}. Możesz je zmienić i zebrać jeszcze raz.',
  'basket.is-collected': 'zebrane {at}',
  'basket.row': 'stanowisko zebrane',
  'office.tasks.collected':
    '{count, plural, one {# zebrane stanowisko czeka na ogłoszenie} few {# zebrane stanowiska czekają na ogłoszenie} many {# zebranych stanowisk czeka na ogłoszenie} other {# zebranego stanowiska czeka na ogłoszenie}}',
  'basket.see': 'Zobacz zebrane stanowiska',
  'basket.done': 'stanowisko zebrane do ogłoszenia razem',
  'basket.empty': 'Nie ma zebranych stanowisk. Przy uwadze wybierz „Zbierz do ogłoszenia razem”.',
  'basket.list':
    '{count, plural, one {# stanowisko} few {# stanowiska} many {# stanowisk} other {# stanowiska}}, w kolejności, w jakiej zmienią tekst',
  'basket.col.author': 'Przygotowanie',
  'basket.approved-by': 'zatwierdzenie: {name}',
  'basket.take-out': 'Wyjmij',
  'basket.take-out-of': 'Wyjmij stanowisko wobec uwagi nr {number}',
  'basket.move-up': 'Przed nr {number}',
  'basket.move-up-of': 'Nowy przepis z uwagi nr {number} postaw przed tym z uwagi nr {before}',
  'basket.problems': 'Do rozwiązania przed ogłoszeniem',
  'basket.problem.changed':
    'uwaga albo przepis, którego dotyczy, zmieniły się po zebraniu: sprawdź stanowisko i zbierz je jeszcze raz',
  'basket.problem.signatory':
    'osoba, która za nie odpowiada, nie jest już urzędnikiem tej gminy: wyjmij je, a stanowisko niech zajmie ktoś inny',
  'basket.problem.order': 'jego miejsce w kolejności zmieniono z Twojego konta: ogłosić musi ktoś inny z urzędu',
  'basket.problem.four-eyes': 'nie zatwierdził go drugi urzędnik: przekaż je do zatwierdzenia',
  'basket.conflicts': 'Te stanowiska wykluczają się. Wyjmij jedno z nich albo zmień jego brzmienie.',
  'basket.conflicts-one':
    '{count, plural, one {# kolizja między zebranymi stanowiskami} few {# kolizje między zebranymi stanowiskami} many {# kolizji między zebranymi stanowiskami} other {# kolizji między zebranymi stanowiskami}}',
  'basket.conflict.moves': 'przenosi ten przepis',
  'basket.findings': 'Co sprawdzić w tekście po zmianach',
  'basket.finding.error': 'błąd, bez poprawienia nie można ogłosić',
  'basket.finding.warning': 'do sprawdzenia',
  'basket.effect': 'Tekst po ogłoszeniu: było i jest',
  'basket.letters':
    '{count, plural, =0 {Żaden autor nie dostanie e-maila.} one {E-mail dostanie # autor.} few {E-mail dostanie # autorów.} many {E-mail dostanie # autorów.} other {E-mail dostanie # autora.}}',
  'basket.release':
    '{count, plural, one {Ogłoś # stanowisko} few {Ogłoś razem # stanowiska} many {Ogłoś razem # stanowisk} other {Ogłoś razem # stanowiska}}',
  'basket.release-version': 'Powstanie wersja {version}.',
  'basket.release-no-version': 'Tekst projektu się nie zmieni.',
  'basket.release-blocked': 'Ogłosić będzie można, gdy nic nie zostanie do rozwiązania.',
  'basket.moved': 'Tym razem nic nie ogłoszono: po otwarciu strony coś się zmieniło. Sprawdź, co jest teraz.',
  'basket.moved.version': 'Jest nowa wersja tekstu: {version}.',
  'basket.moved.added': 'Doszły stanowiska wobec uwag nr {numbers}.',
  'basket.moved.released': 'Stanowiska wobec uwag nr {numbers} są już ogłoszone.',
  'basket.moved.gone': 'Nie ma już stanowisk wobec uwag nr {numbers}.',
  'basket.moved.changed': 'Zmieniły się stanowiska wobec uwag nr {numbers}.',
  'basket.moved.order': 'Zmieniła się kolejność.',
  'basket.refused': 'Nic nie ogłoszono. Najpierw rozwiąż to, co niżej.',
  'basket.error.contradict':
    'Te stanowiska wykluczają się, nie można zatwierdzić ich razem. Zatwierdź je osobno albo zbierz.',
  'basket.error.full': 'Zebrano już najwięcej stanowisk, ile można ogłosić razem (500). Ogłoś je, potem zbieraj dalej.',
  'basket.error.collected': 'Stanowisko wobec tej uwagi zebrał już inny urzędnik. Najpierw wyjmij tamto.',
  'basket.bulk.collected': 'Stanowiska wobec tych uwag zebrał już inny urzędnik: nr {numbers}.',
  'notice.rulings-collected': 'Stanowiska zebrane. Obowiązywać będą po ogłoszeniu.',
  'notice.taken-out-of-basket': 'Stanowisko wyjęte: jest znowu szkicem.',
  'notice.basket-reordered': 'Kolejność zmieniona.',
  'notice.rulings-released': 'Stanowiska ogłoszone. E-maile czekają na wysłanie.',
  'basket.note':
    '{count, plural, one {Po # uwadze} few {Po # uwagach} many {Po # uwagach} other {Po # uwagi}} (nr {numbers}): {changes}.',
  'basket.more-causes':
    '{count, plural, one {i jeszcze # uwaga} few {i jeszcze # uwagi} many {i jeszcze # uwag} other {i jeszcze # uwagi}}',
  'basket.version-remarks':
    '{count, plural, one {po uwadze nr} few {po uwagach nr} many {po uwagach nr} other {po uwagach nr}}',
  'basket.remark-others':
    '{count, plural, one {W tej samej wersji ogłoszono stanowisko wobec uwagi nr} few {W tej samej wersji ogłoszono stanowiska wobec uwag nr} many {W tej samej wersji ogłoszono stanowiska wobec uwag nr} other {W tej samej wersji ogłoszono stanowiska wobec uwag nr}}',
  'basket.mail.subject':
    '{count, plural, one {Stanowisko wobec # uwagi} few {Stanowiska wobec # uwag} many {Stanowiska wobec # uwag} other {Stanowiska wobec # uwagi}}: {title}',
  'basket.mail.body':
    '{count, plural, one {Urząd zajął stanowisko wobec # Twojej uwagi} few {Urząd zajął stanowisko wobec # Twoich uwag} many {Urząd zajął stanowisko wobec # Twoich uwag} other {Urząd zajął stanowisko wobec # Twojej uwagi}} w konsultacjach „{title}”.',
  'basket.mail.line': 'Uwaga nr {number}: {state}',
  'basket.mail.no-change': 'To stanowisko nie zmieniło tekstu projektu.',
  'basket.mail.rest':
    '{count, plural, one {Jeszcze # stanowisko. Uzasadnienie jest na stronie uwagi:} few {Jeszcze # stanowiska. Uzasadnienie każdego jest na stronie uwagi:} many {Jeszcze # stanowisk. Uzasadnienie każdego jest na stronie uwagi:} other {Jeszcze # stanowiska. Uzasadnienie każdego jest na stronie uwagi:}}',
  'basket.mail.register': 'Wszystkie uwagi i stanowiska:',
};
