export const plOffice = {
  'office.mail.waits.subject': 'Do zatwierdzenia, {what}: {title}',
  'office.mail.waits': '{name} przekazuje do zatwierdzenia: {what}. Konsultacje „{title}”.',
  'office.mail.returned.subject': 'Wraca do poprawy, {what}: {title}',
  'office.mail.returned': '{name} zwraca do poprawy: {what}. Konsultacje „{title}”.',
  'office.mail.approved.subject': 'Zatwierdzono, {what}: {title}',
  'office.mail.approved': '{name} zatwierdza: {what}. Konsultacje „{title}”.',
  'office.mail.note': 'Co trzeba poprawić: {note}',
  'office.mail.rulings':
    '{count, plural, one {szkic stanowiska, uwaga nr {numbers}} few {# szkice stanowisk, uwagi nr {numbers}} many {# szkiców stanowisk, uwagi nr {numbers}} other {# szkicu stanowisk, uwagi nr {numbers}}}',
  'office.mail.rulings-more':
    '{count, plural, one {szkice stanowisk, uwagi nr {numbers} i # inna} few {szkice stanowisk, uwagi nr {numbers} i # inne} many {szkice stanowisk, uwagi nr {numbers} i # innych} other {szkice stanowisk, uwagi nr {numbers} i # innej}}',
  'office.mail.setting': 'Wiadomości o szkicach mogą też przychodzić raz dziennie. Zmienisz to na swoim koncie:',
  'office.mail.digest.subject': 'Szkice urzędu: co się zmieniło od wczoraj rana',
  'office.mail.digest.intro':
    'Szkice przekazane do zatwierdzenia, zwrócone i zatwierdzone od poprzedniej takiej wiadomości. Co czeka teraz, pokazuje lista zadań:',
  'office.letters': 'Wiadomości o szkicach do zatwierdzenia',
  'office.letters.hint': 'Gdy inny urzędnik przekaże, zwróci albo zatwierdzi szkic, który Cię dotyczy.',
  'office.letters.at-once': 'od razu',
  'office.letters.daily': 'raz dziennie, o godz. 7.00',
  'office.tasks': 'Czeka na Ciebie',
  'office.tasks.none': 'Nic na Ciebie nie czeka.',
  'office.tasks.oldest': 'najstarsze: {date}',
  'office.tasks.due': 'najdawniejszy termin: {date}',
  'office.tasks.approve':
    '{count, plural, one {# szkic stanowiska do zatwierdzenia} few {# szkice stanowisk do zatwierdzenia} many {# szkiców stanowisk do zatwierdzenia} other {# szkicu stanowisk do zatwierdzenia}}',
  'office.tasks.office-approve':
    '{count, plural, one {# inny szkic urzędu do zatwierdzenia} few {# inne szkice urzędu do zatwierdzenia} many {# innych szkiców urzędu do zatwierdzenia} other {# innego szkicu urzędu do zatwierdzenia}}',
  'office.tasks.returned':
    '{count, plural, one {# Twój szkic stanowiska wrócił do poprawy} few {# Twoje szkice stanowisk wróciły do poprawy} many {# Twoich szkiców stanowisk wróciło do poprawy} other {# Twojego szkicu stanowisk wróciło do poprawy}}',
  'office.tasks.office-returned':
    '{count, plural, one {# Twój inny szkic wrócił do poprawy} few {# Twoje inne szkice wróciły do poprawy} many {# Twoich innych szkiców wróciło do poprawy} other {# Twojego innego szkicu wróciło do poprawy}}',
  'office.tasks.overdue':
    '{count, plural, one {# uwaga po terminie odpowiedzi} few {# uwagi po terminie odpowiedzi} many {# uwag po terminie odpowiedzi} other {# uwagi po terminie odpowiedzi}}',
  'office.tasks.mine':
    '{count, plural, one {# uwaga przydzielona Tobie} few {# uwagi przydzielone Tobie} many {# uwag przydzielonych Tobie} other {# uwagi przydzielonej Tobie}}',
  'office.tasks.author':
    '{count, plural, one {# uwaga czeka na zgodę autora} few {# uwagi czekają na zgodę autora} many {# uwag czeka na zgodę autora} other {# uwagi czeka na zgodę autora}}',
  'office.tasks.covering':
    '{count, plural, one {# zasłonięcie słów do potwierdzenia} few {# zasłonięcia słów do potwierdzenia} many {# zasłonięć słów do potwierdzenia} other {# zasłonięcia słów do potwierdzenia}}',
  'office.tasks.unified': 'Tekst dla rady czeka na zamknięcie',
  'office.mail.what.unified': 'Tekst dla rady',
  'office.mail.what.covering': 'Zasłonięcie słów',
  'deciding.draft.own-instead': 'Napisz własny szkic',
  'deciding.draft.around': 'Inne poprawki, przydział i termin',
  'deciding.desk.returned': 'Wróciły do mnie {count}',
  'office.done.waiting': 'szkic stanowiska czeka na zatwierdzenie',
  'office.done.returned': 'szkic stanowiska wrócił do poprawy',
  'office.done.saved': 'zapisano',
  'office.done.back': 'Cofnij się do uwagi nr {number}',
  'office.ruling.previous': 'Poprzednia: uwaga nr {number}',
  'deciding.keys.a': 'uwzględniona',
  'deciding.keys.r': 'nieuwzględniona',
  'deciding.keys.p': 'uwzględniona częściowo',
  'deciding.keys.s': 'zapisz szkic',
  'deciding.keys.send': 'wyślij, gdy piszesz w polu',
};
