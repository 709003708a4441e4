import type { plPeople } from '../pl/people.ts';

export const enPeople: Record<keyof typeof plPeople, string> = {
};
