import type { plTextwork } from '../pl/textwork.ts';

export const enTextwork: Record<keyof typeof plTextwork, string> = {
  'textwork.note.move': '{citation} moved after {target}',
  'textwork.note.split': '{citation} split in two',
  'textwork.note.merge': '{target} joined with {citation}',
  'textwork.note.renumber': 'numbered anew',
  'textwork.note.reference': 'in {citation}: “{was}” to “{is}”',
  'textwork.note.lost': 'in {citation}: “{was}” leads to {target}, which is no longer in the text',
  'textwork.note.editorial': 'Editorial change by the office: {changes}. {reason}',
  'textwork.references.lost': '{count, plural, one {# reference leads nowhere} other {# references lead nowhere}}',
  'textwork.references.followed': '{count, plural, one {# reference follows its unit} other {# references follow their units}}',
  'textwork.problem.missing': 'This unit is no longer in the text.',
  'textwork.problem.twice': 'Two changes concern the same words. Keep one of them.',
  'textwork.problem.inside-deleted': 'One of the changes concerns a unit that another one deletes.',
  'textwork.problem.nesting': 'This unit cannot stand there. Choose a place after a unit of the same kind, or a unit that holds units of this kind.',
  'textwork.problem.own-subtree': 'A unit cannot be moved into itself.',
  'textwork.problem.not-siblings': 'Only units of the same kind under the same unit, with lists of the same kind, can be joined.',
  'textwork.problem.empty-part': 'Both parts need words.',
  'textwork.split.rest': 'The second unit',
  'textwork.split.rest-hint': 'A list below the unit goes with the second one.',
};
