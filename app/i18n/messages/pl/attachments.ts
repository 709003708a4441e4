export const plAttachments = {
  'attachment.title': 'Załączniki do pisma',
  'attachment.none': 'Do tego pisma nie ma jeszcze załączników.',
  'attachment.of-letter':
    '{count, plural, one {Do pisma jest # załącznik} few {Do pisma są # załączniki} many {Do pisma jest # załączników} other {Do pisma jest # załącznika}}',
  'attachment.kind': 'Co to jest',
  'attachment.kind.letter': 'skan pisma',
  'attachment.kind.copy': 'kopia bez danych osobowych',
  'attachment.kind.map': 'mapa albo rysunek',
  'attachment.kind.reasons': 'uzasadnienie',
  'attachment.kind.other': 'inny załącznik',
  'attachment.name': '{kind} ({ending}, {size})',
  'attachment.added': 'dodano {at} ({who, select, office {urząd} other {autor pisma}})',
  'attachment.public': 'dostępny dla wszystkich',
  'attachment.private': 'w aktach urzędu',
  'attachment.covered': 'zasłonięto',
  'attachment.manage': 'Kto może czytać załączniki',
  'attachment.show-note':
    'Załącznik widzą tylko urząd i osoba, która złożyła pismo. Zanim pokażesz go wszystkim, sprawdź, czy nie ma w nim danych osobowych: podpisu, adresu, numeru działki. Jeśli są, dodaj kopię bez nich.',
  'attachment.show': 'Pokaż wszystkim załącznik {number}',
  'attachment.hide': 'Nie pokazuj załącznika {number}',
  'attachment.remove': 'Wycofaj załącznik {number}',
  'attachment.remove-note':
    'Wycofany załącznik usuwamy na stałe, chyba że ten sam plik jest dołączony do innego pisma. Zostaje zapis, że był, z datą i sumą kontrolną.',
  'attachment.choose': 'Dodaj załączniki',
  'attachment.files': 'Pliki',
  'attachment.files-hint':
    'PDF, PNG, JPG, TIFF, DOCX albo ODT. Za jednym razem do 10 MB, w całym piśmie najwyżej {files} załączników i 60 MB. Zobaczy je urząd; czy pokazać je wszystkim, zdecyduje urząd.',
  'attachment.place-note':
    'Ze zdjęć i skanów (JPG, PNG, TIFF) usuwamy przed zapisaniem dane o miejscu, czasie i aparacie. W PDF, DOCX i ODT mogą zostać dane autora pliku.',
  'attachment.add-chosen': 'Dodaj wybrane pliki',
  'attachment.drop': 'Usuń {name}',
  'attachment.refused': 'Nie dołączono: {names}.',
  'attachment.who-sees': 'Załączniki zobaczy urząd. Czy pokazać je wszystkim, zdecyduje urząd.',
  'attachment.waiting': 'Załączniki: {names}',
  'attachment.error.gone':
    'Niektórych wybranych wcześniej plików już nie mamy: czekają najwyżej {days} dni. Dodaj je jeszcze raz.',
  'attachment.file': 'Plik',
  'attachment.file-hint':
    'PDF, PNG, JPG, TIFF, DOCX albo ODT, do 20 MB. W jednym piśmie najwyżej {files} załączników. Zobaczą go tylko urząd i osoba, która złożyła pismo.',
  'attachment.file-hint-author':
    'PDF, PNG, JPG, TIFF, DOCX albo ODT, do 20 MB. W jednym piśmie najwyżej {files} załączników. Zobaczy go urząd; czy pokazać go wszystkim, zdecyduje urząd.',
  'attachment.add': 'Dodaj załącznik',
  'attachment.scan': 'Skan pisma',
  'attachment.scan-hint': 'PDF, PNG, JPG, TIFF, DOCX albo ODT, do 20 MB. Zostaje w aktach urzędu.',
  'attachment.scan-kept': 'Wybrany plik: {name}. Zostanie dołączony, gdy wpiszesz pismo. Możesz wybrać inny.',
  'attachment.error.none': 'Wybierz plik.',
  'attachment.error.type':
    'To nie jest plik PDF, PNG, JPG, TIFF, DOCX ani ODT. Sprawdzamy zawartość, nie nazwę; pliku z makrami nie można dołączyć.',
  'attachment.error.too-many': 'W jednym piśmie może być najwyżej {limit} załączników.',
  'attachment.error.too-much': 'Załączniki jednego pisma mogą mieć razem najwyżej {max} MB.',
  'attachment.error.room':
    'Na ten plik nie ma miejsca: pliki mogą zająć łącznie {max} MB. Prześlij mniejszy plik albo powiadom administratora.',
  'attachment.error.closed': 'Zbieranie uwag się skończyło: załącznik może dodać już tylko urząd.',
  'attachment.error.moved': 'Ten załącznik zmienił ktoś inny po otwarciu strony. Sprawdź, jak jest teraz.',
  'attachment.report-name': '{number}. {kind} ({ending})',
  'attachment.report': 'Załączniki: {names}',
  'notice.attached': 'Załącznik dodany.',
  'notice.attachment-shown': 'Załącznik mogą teraz otworzyć wszyscy.',
  'notice.attachment-hidden': 'Załącznik widzą już tylko urząd i osoba, która złożyła pismo.',
  'notice.attachment-removed': 'Załącznik wycofany.',
} as const;
