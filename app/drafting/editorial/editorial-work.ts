import { type EditedText, editorialText } from './editorial-text.ts';
import type { EditorialInput } from './editorial-change.ts';
import type { NumberedText } from '../acts/numbered-text.ts';

export function editText({ draft, change }: { draft: NumberedText; change: EditorialInput }): EditedText {
  return editorialText(draft, change);
}
