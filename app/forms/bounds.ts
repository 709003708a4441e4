import { TEXT_LIMITS } from '#app/text/tree/limits.ts';

/**
 * How many characters each kind of typed words may have, in UTF-16 units and with one for the end of a line: what a browser
 * counts for `maxlength`. The schema that reads a field and the field on the page both take their bound from here, or from the
 * table of their part of the program (`textLimits`, `detailFields`). Nothing but numbers: pages load this file.
 */
export const bounds = {
  email: 254,
  displayName: 100,
  password: 800,
  /** Names and addresses a letter is signed with. */
  guestName: 120,
  authorName: 200,
  organisation: 200,
  caseSign: 100,
  surveyCode: 20,
  contactAddress: 300,
  contactPhone: 40,
  filingCode: 20,
  /** An act as a text, and the number it was passed under. */
  source: TEXT_LIMITS.characters,
  actSign: 120,
  consultationTitle: 200,
  consultationSummary: 2_000,
  /** As much as a provision may have: what stands there can always be sent back. */
  legalBasis: 20_000,
  termsReason: 2_000,
  reportNote: 2_000,
  findingAnswer: 2_000,
  /** How an office is reached. */
  officeName: 200,
  officeAddress: 300,
  officeHours: 500,
  officePhone: 60,
  officeDelivery: 60,
  officeController: 500,
  officeInspector: 500,
  termDays: 3,
  termSource: 300,
  meetingTitle: 200,
  meetingPlace: 300,
  meetingAttendance: 6,
  meetingMinutes: 20_000,
  /** Words of one unit in the hands of the office: as many as a unit of a text can have. */
  unitHeading: 2_000,
  unitText: TEXT_LIMITS.clauseCharacters,
  groupTitle: 200,
  /** A text used often: it has to fit into a reason with room to spare. */
  snippetName: 120,
  snippetText: 3_000,
  /** Longer than any unit may be, since marks are longer than what they cover. */
  coveredWording: TEXT_LIMITS.clauseCharacters + 100_000,
  coverNote: 500,
  editionTitle: 150,
  municipalities: 100_000,
  doubleShare: 10,
  methodMapping: 100_000,
  codingReason: 4_000,
  evidenceUrl: 2_000,
  evidencePlace: 300,
  evidenceNote: 600,
  correctionReason: 2_000,
  noticeTo: 300,
  noticeNumber: 100,
  noticeProof: 300,
  officePost: 120,
  tieWords: 600,
  outletName: 120,
  tokenName: 80,
  webhookUrl: 500,
  /** What is sought, in lists. */
  searchedWords: 200,
  searchedName: 80,
  searchedMunicipality: 100,
  listedNumbers: 1_000,
  /** As many numbers and revisions as rulings may be collected. */
  basket: 12_000,
  unitName: 200,
  /** A cell of a table of remarks, which may quote a whole unit. */
  importedCell: TEXT_LIMITS.clauseCharacters,
} as const;
