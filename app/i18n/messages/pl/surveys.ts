export const plSurveys = {
  'survey.error.required': 'Na to pytanie trzeba odpowiedzieć.',
  'survey.error.one': 'Zaznacz jedną odpowiedź.',
  'survey.error.forged': 'Takiej odpowiedzi nie ma w tym pytaniu.',
  'survey.error.most':
    '{most, plural, one {Zaznacz najwyżej # odpowiedź} few {Zaznacz najwyżej # odpowiedzi} many {Zaznacz najwyżej # odpowiedzi} other {Zaznacz najwyżej # odpowiedzi}}, zaznaczono {count}.',
  'survey.error.least':
    '{least, plural, one {Zaznacz co najmniej # odpowiedź} few {Zaznacz co najmniej # odpowiedzi} many {Zaznacz co najmniej # odpowiedzi} other {Zaznacz co najmniej # odpowiedzi}}, zaznaczono {count}.',
  'survey.error.number': 'Wpisz liczbę cyframi, na przykład 12 albo 2,5.',
  'survey.error.range': 'Wpisz liczbę od {from} do {to}.',
  'survey.error.rank': 'Wpisz przy każdej pozycji liczbę od 1 do {size} albo zostaw wszystkie puste.',
  'survey.error.rank-twice': 'Liczba {place} stoi przy dwóch pozycjach.',
  'survey.error.row': 'Zaznacz odpowiedź w każdym wierszu.',
  'survey.error.hidden': 'Tego pytania nie zadajemy przy takich odpowiedziach. Wróć do niego i usuń odpowiedź.',
  'survey.figure.question': 'pytanie {no}: {question}',
  'survey.figure.share': '{share} ({count} z {base})',
  'survey.figure.median': 'mediana {median} (odpowiedzi: {count})',
  'survey.figure.rank': 'średnie miejsce {mean} (odpowiedzi: {count})',
} as const;
