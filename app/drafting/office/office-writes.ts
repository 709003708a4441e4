/**
 * Every write of the office in a consultation, and whether under four eyes it needs two officials. What changes the text, a ruling, the report,
 * the terms, what goes to the council or came back, or takes this safeguard away needs two; what only prepares such a thing, or can
 * be seen and undone by anybody of the office, one.
 */
export const officeWrites = {
  ruling: 'two',
  'many-rulings': 'two',
  'group-ruling': 'two',
  'imported-rulings': 'two',
  'ruling-correction': 'two',
  editorial: 'two',
  terms: 'two',
  report: 'two',
  'unified-frozen': 'two',
  adopted: 'two',
  'adopted-corrected': 'two',
  'four-eyes-off': 'two',
  'four-eyes-on': 'one',
  'ruling-draft': 'one',
  'office-draft': 'one',
  group: 'one',
  handling: 'one',
  meeting: 'one',
  // Says that a letter was put in the post; what it says was ruled on before.
  'letters-posted': 'one',
  'report-details': 'one',
  'unified-proposed': 'one',
  filing: 'one',
  // Points of a letter taken back for its author, who has no account.
  withdrawal: 'two',
  // The words of an amendment on paper, and files from Word: they become text by a ruling alone.
  rewording: 'one',
  'word-returned': 'one',
  // Personal data must not stay public until a second official is back from leave: covering holds at once, says in public that it waits for a
  // second official, and is confirmed by one, or taken back. To show words again takes two, once the covering needs nobody any more.
  redaction: 'one',
  'covering-confirmed': 'one',
  uncovering: 'two',
} as const satisfies Record<string, 'one' | 'two'>;

export type OfficeWrite = keyof typeof officeWrites;

/** Writes that wait as drafts of the office; rulings have drafts of their own, the text for the council is proposed by one and frozen by another. */
const draftKinds = [
  'editorial',
  'terms',
  'ruling-correction',
  'withdrawal',
  'report',
  'adopted',
  'adopted-corrected',
  'four-eyes-off',
  'uncovering',
] as const satisfies readonly OfficeWrite[];
export type DraftKind = (typeof draftKinds)[number];
