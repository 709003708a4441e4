import type { plDeciding } from '../pl/deciding.ts';

export const enDeciding: Record<keyof typeof plDeciding, string> = {
  'deciding.note.already': 'The text says so already. Name the clause in the reason.',
  'deciding.note.scope': 'Not a matter of this consultation. Say in the reason who deals with it.',
  'deciding.note.answered': 'The remark asks for no change of the text. The reason is the answer.',
};
