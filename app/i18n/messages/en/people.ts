import type { plPeople } from '../pl/people.ts';

export const enPeople: Record<keyof typeof plPeople, string> = {
  'mail.closing': 'Paragraf, local law written together',
};
