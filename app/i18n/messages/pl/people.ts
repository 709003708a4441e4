export const plPeople = {
  'mail.closing': 'Paragraf, prawo lokalne pisane wspólnie',
} as const;
