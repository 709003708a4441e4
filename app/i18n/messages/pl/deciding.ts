export const plDeciding = {
  'deciding.note.already': 'Tekst mówi to już teraz. W uzasadnieniu wskaż jednostkę.',
  'deciding.note.scope': 'Sprawa nie należy do tych konsultacji. W uzasadnieniu napisz, kto się nią zajmie.',
  'deciding.note.answered': 'Uwaga nie prosi o zmianę tekstu. Odpowiedzią jest uzasadnienie.',
};
