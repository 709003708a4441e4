export const plUnified = {
  'notice.unified-proposed': 'Tekst zaproponowany. Wyniki sprawdzeń są poniżej.',
  'notice.unified-answered': 'Odpowiedzi zapisane.',
  'notice.unified-withdrawn': 'Propozycja wycofana.',
  'notice.unified-frozen':
    'Tekst dla rady zamknięty. Program niczego nie wysyła: projekt wnosi do rady ten, kto ma inicjatywę uchwałodawczą.',
  'notice.text-adopted': 'Uchwalony tekst zapisany i porównany z przekazanym.',
  'notice.adopted-corrected': 'Wpis poprawiony. Poprzedni zostaje do wglądu.',
  'unified.mail.frozen.subject': 'Tekst dla rady jest zamknięty: {title}',
  'unified.mail.frozen.body':
    'Urząd zamknął wersję {version} projektu „{title}” jako tekst dla rady ({at}). Uwag, poprawek i poparcia już się nie przyjmuje. To, co jest w rejestrze, i stanowiska urzędu zostają na stronie konsultacji.',
  'unified.mail.frozen.next':
    'Nie musisz nic robić. Napiszemy znowu, gdy urząd wpisze, co uchwaliła rada. Zamknięty tekst i porównania:',
  'unified.mail.adopted.subject': 'Urząd wpisał, co uchwaliła rada: {title}',
  'unified.mail.adopted.body':
    'Urząd wpisał, co rada uchwaliła po konsultacjach „{title}”: uchwała nr {sign} z {date}.',
  'unified.mail.adopted.same': 'Uchwalony tekst jest taki sam jak tekst zamknięty dla rady. Nie musisz nic robić.',
  'unified.mail.adopted.compare':
    'Uchwalony tekst i porównanie z tekstem zamkniętym dla rady są na stronie. Nie musisz nic robić.',
  'unified.mail.corrected.subject': 'Poprawiono wpis o uchwale: {title}',
  'unified.mail.corrected.body': 'Urząd poprawił wpis o tym, co rada uchwaliła po konsultacjach „{title}”.',
  'unified.mail.corrected.entry':
    'Było: {was}.\nJest: {is}.\n{text, select, same {Tekst uchwały się nie zmienił.} other {Zmienił się też tekst uchwały, porównanie jest na stronie.}}',
  'unified.title': 'Tekst dla rady',
  'unified.office-lead':
    'Tekst, który idzie do rady. Przed zamknięciem sprawdzamy, czy zgadza się z rejestrem i stanowiskami.',
  'unified.sent-on': 'Wersję {version} zamknięto jako tekst dla rady {at}.',
  'unified.none': 'Urząd nie przekazał jeszcze tekstu radzie.',
  'unified.none-yet': 'Tu pojawi się tekst zamknięty dla rady, z sumą kontrolną.',
  'unified.current': 'Projekt w najnowszej wersji',
  'unified.public': 'Strona publiczna',
  'unified.hash': 'Suma kontrolna SHA-256:',
  'unified.check': 'Jak sprawdzić ten tekst',
  'unified.how':
    'Pobierz plik tekstowy ({bytes, plural, one {# bajt} few {# bajty} many {# bajtów} other {# bajta}}) i policz jego sumę kontrolną. Ma być taka sama jak wyżej. W systemach Linux i macOS:',
  'unified.people': 'Zaproponowano: {proposed}. Zamknięto: {frozen}.',
  'unified.checks': 'Wyniki sprawdzeń',
  'unified.no-findings': 'Sprawdzenia niczego nie znalazły.',
  'unified.text': 'Tekst',
  'unified.earlier': 'Wcześniej przekazane',
  'unified.earlier-note': 'Te teksty zastąpiła późniejsza wersja. Zostają takie, jak je zamknięto.',
  'unified.finding.promise': 'Uwagę nr {remark} uwzględniono, ale żadna wersja nie zmieniła przez to tekstu.',
  'unified.finding.overwritten':
    'Słowa wprowadzone po uwadze nr {remark} zmieniono potem jeszcze raz, w wersji {version}.',
  'unified.finding.unexplained': 'Wersja {version} zmieniła tekst bez stanowiska i bez objaśnienia.',
  'unified.finding.open':
    '{count, plural, one {# uwaga nie ma} few {# uwagi nie mają} many {# uwag nie ma} other {# uwagi nie ma}} stanowiska:',
  'unified.finding.drafts':
    '{count, plural, one {Szkic stanowiska czeka przy # uwadze} few {Szkice stanowisk czekają przy # uwagach} many {Szkice stanowisk czekają przy # uwagach} other {Szkice stanowisk czekają przy # uwagi}}:',
  'unified.answer': 'Odpowiedź urzędu na ustalenie {n}',
  'unified.answers-save': 'Zapisz odpowiedzi',
  'unified.propose': 'Zaproponuj wersję {version} jako tekst dla rady',
  'unified.propose-effect':
    'Tekst nie jest jeszcze zamknięty: najpierw trzeba poprawić albo objaśnić to, co znalazły sprawdzenia.',
  'unified.proposed-by': 'Wersję {version} zaproponowano {at}: {by}.',
  'unified.freeze-title': 'Zamknięcie tekstu',
  'unified.freeze': 'Zamknij tekst dla rady',
  'unified.freeze-effect':
    'Tekst ukaże się publicznie z sumą kontrolną. Program niczego nie wysyła: projekt wnosi do rady ten, kto ma inicjatywę uchwałodawczą. Każda późniejsza zmiana projektu otworzy tekst na nowo, a ten zostanie zachowany.',
  'unified.withdraw': 'Wycofaj propozycję',
  'unified.unanswered':
    '{count, plural, one {# ustalenie czeka} few {# ustalenia czekają} many {# ustaleń czeka} other {# ustalenia czeka}} na poprawkę albo odpowiedź.',
  'unified.error.still-open': 'Trwa zbieranie uwag. Tekst dla rady zaproponujesz po zakończeniu zbierania uwag.',
  'unified.error.moved': 'W tym czasie powstała nowsza wersja. Sprawdź ją poniżej.',
  'unified.error.proposed': 'Tekst jest już zaproponowany.',
  'unified.error.sent': 'Tekst dla rady jest już zamknięty.',
  'unified.error.adopted': 'Uchwalony tekst jest już wpisany.',
  'unified.error.text-errors':
    'Zmiany zepsuły numerację albo odesłania. Popraw tekst (Zmiany urzędu), zanim go zamkniesz.',
  'unified.error.covered-words':
    'W tekście są zasłonięte słowa. Rada nie dostanie tekstu z zasłoniętymi miejscami: wpisz w nich inne słowa (Zmiany urzędu) albo najpierw odsłoń te, które zasłonięto.',
  'unified.error.not-proposed': 'Tej propozycji już nie ma: ktoś ją wycofał albo projekt się zmienił.',
  'unified.error.answers-moved':
    'Ktoś zmienił tymczasem odpowiedzi na ustalenia. Niczego nie zapisano; przeczytaj je poniżej i zdecyduj jeszcze raz.',
  'unified.error.same-official': 'Tekst zamyka inna osoba niż ta, która go zaproponowała.',
  'unified.error.unanswered': 'Nie każde ustalenie jest poprawione albo objaśnione.',
  'unified.error.not-sent': 'Najpierw trzeba zamknąć tekst dla rady.',
  'unified.error.too-early': 'Uchwalono wcześniej, niż zamknięto tekst dla rady? Sprawdź datę.',
  'unified.error.in-future': 'Ten dzień dopiero będzie.',
  'unified.enter': 'Wpisz, co uchwaliła rada',
  'unified.enter-effect':
    'Każdy zobaczy, czym uchwalony tekst różni się od przekazanego. Pomyłkę poprawisz nowym wpisem z powodem; poprzedni zostanie do wglądu.',
  'unified.once-more': 'Sprawdź przed zapisaniem',
  'unified.once-more-go': 'Sprawdź przed zapisaniem',
  'unified.check-back': 'Wróć bez zapisywania',
  'unified.review-text': 'Treść',
  'unified.text-stays': 'zostaje dotychczasowa',
  'unified.who-is-told': 'Kto zostanie zawiadomiony',
  'unified.freeze-answered': 'Odpowiedzi na wyniki sprawdzenia: {count}. Wszystkie stoją wyżej i będą jawne.',
  'unified.freeze-reach': 'Zawiadomienie o zamknięciu tekstu: {reach}.',
  'unified.freeze-read': 'Cały tekst, który zostanie zamknięty',
  'unified.enter-submit': 'Zapisz uchwalony tekst',
  'unified.sign': 'Numer uchwały',
  'unified.sign-hint': 'Na przykład XII/87/2027.',
  'unified.adopted-day': 'Dzień uchwalenia',
  'unified.file': 'Plik z tekstem (.txt, .docx albo .odt)',
  'unified.paste': 'Albo wklejony tekst',
  'unified.adopted': 'Co uchwaliła rada',
  'unified.adopted-on': 'Uchwała nr {sign} z {date}',
  'unified.unchanged': 'Wpisany tekst jest taki sam jak tekst dla rady.',
  'unified.changed':
    'Uchwalony tekst różni się od tekstu dla rady: {count, plural, =0 {inna jest tylko numeracja} one {# przepis} few {# przepisy} many {# przepisów} other {# przepisu}}.',
  'unified.head-differs':
    'Słowa przed pierwszym przepisem (numer, data, tytuł, podstawa) są inne niż w przekazanym tekście.',
  'unified.council-changes': 'Tekst dla rady i tekst uchwalony: różnice',
  'unified.sent-words': 'Przekazano',
  'unified.adopted-words': 'Uchwalono',
  'unified.renumbered': 'ten sam tekst jako {after}',
  'unified.error.answered':
    'Ktoś odpowiedział w tym czasie na to samo ustalenie. Jego odpowiedź jest poniżej; wpisz swoją jeszcze raz.',
  'unified.error.not-entered': 'Uchwalonego tekstu jeszcze nie wpisano.',
  'unified.error.not-newest':
    'Ktoś poprawił wpis w tym czasie. Sprawdź go na stronie publicznej i wyślij formularz jeszcze raz.',
  'unified.error.reason': 'Napisz, co było źle i dlaczego to poprawiasz.',
  'unified.error.look-first':
    'Wczytaliśmy tekst, ale nie wszystko było zwykłym tekstem. Przeczytaj listę wyżej i tekst w tym polu, a potem zapisz jeszcze raz.',
  'unified.error.nothing-corrected': 'Numer, dzień i tekst są takie same jak we wpisie.',
  'unified.correct': 'Popraw wpis o uchwalonym tekście',
  'unified.correct-text': 'Zostaw puste, jeśli sam tekst jest dobry.',
  'unified.correct-reason': 'Powód poprawki',
  'unified.correct-reason-hint': 'Przeczyta go każdy, na przykład: wklejono wcześniejszą wersję.',
  'unified.correct-effect': 'Poprawiony wpis zastąpi poprzedni, a poprzedni zostanie do wglądu z datą i powodem.',
  'unified.correct-submit': 'Zapisz poprawiony wpis',
  'unified.corrected-on': 'Wpis poprawiono {at}, {by}. Powód:',
  'unified.corrected-entry': 'Wpis {number} z {at}, później poprawiony',
  'unified.adopted-text': 'Cały uchwalony tekst',
};
