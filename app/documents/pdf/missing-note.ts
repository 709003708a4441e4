import { paragraph, type ModelBlock } from '../model/model.ts';
import { MISSING } from './shapes.ts';

/** Characters that are listed one by one. */
const MOST = 40;

/** Says which characters the file has a box for, as no font has them: their numbers in Unicode and in how many places they stand. */
export function missingNote(missing: ReadonlyMap<string, number>, language: 'pl' | 'en'): ModelBlock {
  const listed = [...missing]
    .slice(0, MOST)
    .map(([letter, count]) => `${numberOf(letter)} (${count}×)`)
    .join(', ');
  const others = missing.size - MOST;
  if (language === 'pl') {
    return paragraph(
      `Czcionki tego pliku nie mają niektórych znaków. W ich miejscu jest ${MISSING}, a przy kopiowaniu tekstu sam znak: ${listed}${others > 0 ? ` i ${others} innych` : ''}.`,
      { look: 'note' },
    );
  }
  return paragraph(
    `The fonts of this file lack some characters. In their place is ${MISSING}, and where the text is copied the character itself: ${listed}${others > 0 ? ` and ${others} others` : ''}.`,
    { look: 'note' },
  );
}

const numberOf = (letter: string): string =>
  Array.from(letter, (each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
