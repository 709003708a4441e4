/** Marks that may stand on one letter before a text is cut there, as Unicode's Stream-Safe Text Format has it; no language needs more. */
const MARKS_AT_ONCE = 30;
const LONG_RUN = new RegExp(String.raw`\p{M}{${MARKS_AT_ONCE + 1}}`, 'u');
const STRETCH = new RegExp(String.raw`\p{M}{1,${MARKS_AT_ONCE}}|\P{M}+\p{M}{0,${MARKS_AT_ONCE}}`, 'gu');

/** A text in Unicode's composed form (NFC): „ó” is one character however it was typed. */
export function composed(text: string): string {
  return normalised(text, 'NFC');
}

/** The decomposed form (NFD), where marks stand apart from their letters. */
export function decomposed(text: string): string {
  return normalised(text, 'NFD');
}

/** The decomposed form with wide, styled and circled letters as plain ones (NFKD): for comparing alone. */
export function plainForms(text: string): string {
  return normalised(text, 'NFKD');
}

/** Marks are put in order by insertion, which on a letter with 80,000 of them takes many seconds: such runs are done part by part. */
function normalised(text: string, form: 'NFC' | 'NFD' | 'NFKD'): string {
  if (!LONG_RUN.test(text)) return text.normalize(form);
  return (text.match(STRETCH) ?? []).map((stretch) => stretch.normalize(form)).join('');
}

/** Readers of PDF files write the hyphen at the end of a printed line as U+0002; no word may lose it. */
export function withHyphens(text: string): string {
  return text.replace(/(?<=\p{L})\u0002(?=\p{L})/gu, '-');
}
