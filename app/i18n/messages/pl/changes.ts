/** Corrections and withdrawals of released editions, decided by two people, and the letters about them. */
export const plChanges = {
  'publication.withdrawn.edition.title': 'Edycję wycofano: {title}',
  'publication.withdrawn.edition.text':
    'Zespół „{team}” wycofał tę edycję {date} ({ground}). Jej karty i pliki są zamknięte.',
  'publication.withdrawn.card.title': 'Kartę oceny wycofano: {name}',
  'publication.withdrawn.card.text':
    'Zespół „{team}” wycofał ją {date} ({ground}) z edycji „{title}”. Jej pliki są zamknięte.',
  'publication.withdrawn.issue.title': 'Wydanie {issue} jest zamknięte',
  'publication.withdrawn.issue.text':
    'W edycji „{title}” wycofano {date} kartę oceny: {name} ({ground}). Wcześniejsze wydania ją zawierają, dlatego są zamknięte. Dostępne jest wydanie {newest}.',
  'publication.withdrawn.reason': 'Powód',
  'publication.withdrawn.ground.court': 'orzeczenie sądu',
  'publication.withdrawn.ground.error': 'błąd w ocenie',
  'publication.withdrawn.ground.other': 'inny powód',
  'publication.withdrawn.hashes.edition': 'Sumy kontrolne manifestów (SHA-256)',
  'publication.withdrawn.hashes.card': 'Sumy kontrolne plików (SHA-256)',
  'publication.withdrawn.hashes.issue': 'Suma kontrolna manifestu (SHA-256)',
  'publication.withdrawn.rest': 'Pozostałe gminy tej edycji',
  'publication.withdrawn.list': 'Karty wycofane ({count})',
  'publication.withdrawn.line': 'wycofano {date} ({ground})',
  'publication.withdrawn.editions': 'Edycje wycofane',
  'publication.corrections.two': '{first}, za zgodą: {second}',
  'publication.error.reason-short': 'Wpisz co najmniej 10 znaków.',
  'publication.changes': 'Korekty i wycofania',
  'publication.changes.lead':
    'Opublikowaną edycję zmieniają dwie osoby z zespołu: jedna przekazuje korektę albo wycofanie, druga decyduje.',
  'publication.changes.none': 'Niczego nie poprawiano ani nie wycofywano.',
  'publication.change.correction': 'Korekta: {name}, {indicator}',
  'publication.change.card': 'Wycofanie karty: {name}',
  'publication.change.edition': 'Wycofanie całej edycji',
  'publication.change.state.waiting': 'Czeka na drugą osobę',
  'publication.change.state.done': 'Opublikowano',
  'publication.change.state.declined': 'Odmówiono',
  'publication.change.state.cancelled': 'Wycofano przed decyzją',
  'publication.change.issue': 'wydanie {issue}',
  'publication.change.proposed': 'Kto przekazał',
  'publication.change.decided': 'Kto zdecydował',
  'publication.change.note': 'Dlaczego nie',
  'publication.change.note-hint': 'Tylko przy odmowie. Przeczyta to zespół.',
  'publication.change.typed': 'Twoje słowa',
  'publication.change.approve': 'Zgadzam się, opublikuj',
  'publication.change.decline': 'Odmów',
  'publication.change.cancel': 'Wycofaj tę propozycję',
  'publication.change.effect.correction':
    'Po zgodzie powstanie nowe wydanie. Nie można go cofnąć. Napiszemy do urzędu, jeśli ma tu adres, na listę prasową i do osób z linkiem pod embargiem.',
  'publication.change.effect.withdrawal':
    'Po zgodzie pliki zamkną się od razu i nie można tego cofnąć. Zostanie miejsce z datą i powodem oraz sumy kontrolne. Napiszemy do urzędów, które mają tu adres, na listę prasową i do osób z linkiem pod embargiem.',
  'publication.change.nobody':
    'W zespole nie ma drugiej osoby, która może zdecydować: potrzebna jest osoba prowadząca albo rozstrzygająca, bez powiązania z gminą. Zaproś ją:',
  'publication.change.why.own':
    'To Twoja propozycja, decyduje ktoś inny. {count, plural, one {Może to zrobić # osoba} few {Mogą to zrobić # osoby} many {Może to zrobić # osób} other {Może to zrobić # osoby}} z zespołu.',
  'publication.change.why.role': 'Decydują osoby prowadzące i rozstrzygające.',
  'publication.change.why.tie': 'Masz zgłoszone powiązanie z tą gminą. Zdecydować musi ktoś inny.',
  'publication.change.problem.decided': 'Ktoś zdecydował w tym czasie. Poniżej widać, jak.',
  'publication.change.problem.own': 'To Twoja propozycja. Zdecydować musi inna osoba z zespołu.',
  'publication.change.problem.role': 'Decydują osoby prowadzące i rozstrzygające. Poproś jedną z nich.',
  'publication.change.problem.tie':
    'Masz zgłoszone powiązanie z tą gminą. Poproś inną osobę prowadzącą albo rozstrzygającą.',
  'publication.change.problem.not-own': 'Propozycję wycofuje osoba, która ją przekazała. Możesz odmówić.',
  'publication.change.problem.note-missing': 'Napisz, dlaczego odmawiasz.',
  'publication.change.problem.conflict':
    'W tym czasie opublikowano inną zmianę i ta już do niej nie pasuje. Odmów jej albo wycofaj ją i przekaż nową.',
  'publication.change.problem.not-public':
    'Ta edycja nie jest jeszcze publiczna. Przed publikacją odwołuje się ją na stronie publikacji.',
  'publication.change.problem.withdrawn': 'To już wycofano. Niczego więcej tu nie trzeba robić.',
  'publication.change.problem.last-card': 'To ostatnia karta. Wycofaj całą edycję.',
  'publication.change.problem.waiting-already':
    'Taka zmiana już czeka na drugą osobę. Zobacz ją w korektach i wycofaniach.',
  'publication.change.problem.too-many-waiting':
    'Za dużo zmian czeka na drugą osobę. Najpierw trzeba o nich zdecydować.',
  'publication.withdraw': 'Wycofanie',
  'publication.withdraw.lead':
    'Wycofać można jedną kartę albo całą edycję. W jej miejscu zostanie data i powód. Niczego się nie usuwa: sumy kontrolne zostają w manifeście.',
  'publication.withdraw.what': 'Co wycofać',
  'publication.withdraw.choose': 'wybierz',
  'publication.withdraw.card': 'karta: {name} ({teryt})',
  'publication.withdraw.edition': 'cała edycja',
  'publication.withdraw.ground': 'Podstawa',
  'publication.withdraw.reason-hint':
    'Przeczyta to każdy. Przy orzeczeniu sądu podaj sąd, datę i sygnaturę. Nie powtarzaj tego, czego nie wolno publikować.',
  'publication.withdraw.effects':
    'Zamkną się strony, pliki, osadzenia i adresy interfejsu; przy jednej karcie powstanie wydanie bez niej, a wcześniejsze wydania się zamkną.',
  'publication.withdraw.submit': 'Przekaż drugiej osobie',
  'publication.withdraw.error.what': 'Wybierz kartę albo całą edycję.',
  'publication.told': 'Listy o tej edycji',
  'publication.told.none': 'Nikomu nie wysłano listu.',
  'publication.told.of': 'Do kogo',
  'publication.told.sent': 'Wysłane',
  'publication.told.waiting': 'Czekają',
  'publication.told.failed': 'Niedoręczone',
  'publication.told.occasion.release': 'Publikacja',
  'publication.told.occasion.correction': 'Korekty',
  'publication.told.occasion.withdrawal': 'Wycofania',
  'publication.told.audience.press': 'lista prasowa',
  'publication.told.audience.embargo': 'osoby z linkiem pod embargiem',
  'publication.told.audience.office': 'urzędy',
  'publication.told.unreached':
    '{count, plural, one {# gmina nie ma} few {# gminy nie mają} many {# gmin nie ma} other {# gminy nie ma}} tu adresu urzędu, więc list o publikacji tam nie poszedł.',
  'publication.mail.release.office':
    'Zespół {team} opublikował edycję „{title}”, a w niej ocenę: {name}.\n\nKarta oceny z dowodami i odpowiedzią urzędu:\n{link}\n\nBłąd można zgłosić zespołowi: {contact}.',
  'publication.mail.manifest': 'Suma kontrolna manifestu wydania {issue} (SHA-256):\n{hash}',
  'publication.mail.why.press': 'Jeśli nie chcesz listów o tej edycji, wypisz adres tutaj:\n{leave}',
  'publication.mail.why.embargo': 'Piszemy, bo ten adres dostał link do edycji pod embargiem.',
  'publication.mail.why.office': 'Piszemy, bo edycja ocenia tę gminę.',
  'publication.mail.withdrawal.card.subject': 'Wycofano kartę oceny: {name}, {title}',
  'publication.mail.withdrawal.card.body':
    'Z edycji „{title}” wycofano kartę oceny: {name} ({ground}).\n\nPowód: {reason}\n\nNie podawaj dalej liczb z tej karty.\n{link}',
  'publication.mail.withdrawal.edition.subject': 'Wycofano edycję: {title}',
  'publication.mail.withdrawal.edition.body':
    'Wycofano edycję „{title}” ({ground}).\n\nPowód: {reason}\n\nNie podawaj dalej liczb z tej edycji.\n{link}',
  'publication.mail.change.correction.subject': 'Korekta czeka na Twoją decyzję: {title}',
  'publication.mail.change.withdrawal.subject': 'Wycofanie czeka na Twoją decyzję: {title}',
  'publication.mail.change.body':
    'Osoba: {name} przekazała zmianę opublikowanej edycji „{title}”. Stanie się publiczna, kiedy zgodzi się druga osoba z zespołu.',
} as const;
