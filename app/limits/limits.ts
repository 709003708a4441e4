/** What one bound counts by. Several together are one counter: `['address', 'target']` is this address trying that target. */
export type Scope = 'person' | 'address' | 'consultation' | 'target';

export type Bound = {
  per: readonly Scope[];
  points: number;
  /** Length of the window in seconds; it begins with the first one counted. */
  seconds: number;
  /** Counts only those who are not signed in: people behind one address of a town hall are counted by person. */
  guests?: true;
  /** The bound while a meeting of the consultation is held: a hall full of people writes from one address. */
  atMeeting?: number;
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const by = (
  scope: Scope | readonly Scope[],
  points: number,
  seconds: number,
  more: Pick<Bound, 'guests' | 'atMeeting'> = {},
): Bound => ({ per: typeof scope === 'string' ? [scope] : scope, points, seconds, ...more });

/**
 * Everything that is bounded in number, and by how much. Each figure is far above what an honest person does and far below
 * what hurts. A bound whose scope is not known (no person is signed in, no address: the command line) does not apply.
 */
export const limits = {
  /** Letters with remarks of somebody signed in; the office's own entries are not counted. */
  filing: [by('person', 30, hour), by('person', 100, day), by('consultation', 3000, hour)],
  /** A guest's letter, each of which sends mail. */
  'guest-letter': [
    by('address', 60, hour, { guests: true, atMeeting: 600 }),
    by('target', 10, day),
    by('consultation', 1500, hour, { atMeeting: 6000 }),
  ],
  /** Codes of waiting letters that an official typed and that were none. */
  'filing-code': [by('person', 30, hour), by('target', 200, hour)],
  /** Forms that met the end of a session and are kept until somebody has signed in again. */
  'kept-form': [by('address', 300, hour)],
  /** Answers to one survey from everywhere, and codes of a survey that were none. */
  'survey-answer': [by('address', 120, 10 * minute, { guests: true, atMeeting: 600 }), by('consultation', 6000, hour)],
  'survey-code': [by('address', 30, 10 * minute), by('target', 600, hour)],
  comment: [by('person', 60, 10 * minute), by('person', 300, day), by('consultation', 3000, hour)],
  support: [by('person', 60, 10 * minute), by('consultation', 6000, hour)],
  /** Work that is computed anew for every call: previews of a proposal, a ruling, blacked-out words. */
  preview: [by('person', 120, 10 * minute), by('address', 120, 10 * minute, { guests: true, atMeeting: 600 })],
  'office-preview': [by('person', 400, 10 * minute)],
  /** A document that is made, not one at hand. */
  'heavy-file': [by('person', 60, 10 * minute), by('address', 60, 10 * minute, { guests: true })],
  /** Boards that are opened. */
  board: [by('person', 20, day)],
  /** Codes of boards that are none: a hundred million cannot be tried through, and a hall that mistypes goes on after a while. */
  'board-code': [by('address', 60, 10 * minute)],
  /** Cards and marks of one participant, and of all who have none yet behind one address: a hall writes from one. */
  'board-card': [by('target', 60, 10 * minute), by('address', 2000, 10 * minute)],
  upload: [by('person', 120, hour)],
  /** Files chosen in the form of a letter. */
  'letter-file': [by('person', 120, hour), by('address', 120, hour, { guests: true, atMeeting: 1200 })],
  /** Wrong passwords in a browser known to the account; no other browser counts here. */
  'sign-in-known': [by('target', 20, 15 * minute)],
  /** Wrong passwords for one account from one network. */
  'sign-in-pair': [by('target', 10, 15 * minute)],
  /** The same once the account is tried from many networks; see `sign-in-account`. */
  'sign-in-pair-hot': [by('target', 3, hour)],
  /** Wrong passwords for one account from unknown browsers everywhere. Over it nobody is refused: each network gets fewer tries. */
  'sign-in-account': [by('target', 50, hour)],
  /** Wrong passwords for all accounts from unknown browsers of one network. */
  'sign-in-address': [by('address', 300, 15 * minute)],
  registration: [by('address', 30, hour), by('target', 5, hour)],
  'confirmation-letter': [by('person', 5, hour), by('target', 5, hour)],
  'password-reset': [by('address', 40, hour), by('target', 5, hour)],
  'guest-link': [by('address', 60, hour, { atMeeting: 600 }), by('target', 5, hour)],
  'email-change': [by('person', 5, hour), by('target', 5, hour)],
  'press-list': [by('address', 40, hour), by('target', 5, hour)],
  invitation: [by('person', 40, hour), by('target', 5, hour)],
  /** A link of a letter that is opened: against guessing, which is hopeless anyway. */
  /** What is saved and sent by the link of an office: every question several times over, by several people. */
  'reply-by-link': [by('target', 400, hour), by('address', 400, hour)],
  'letter-link': [by('address', 120, hour, { atMeeting: 1200 })],
  'password-change': [by('person', 10, hour)],
  'account-change': [by('person', 20, hour)],
  'own-data': [by('person', 10, hour)],
  'api-token': [by('person', 30, hour)],
  webhook: [by('target', 20, hour), by('person', 60, hour)],
  /** Requests to the interface that change something. */
  'api-write': [by('address', 120, minute)],
  /** Requests to the interface that read; counted in the process that answers, for they write nothing. */
  'api-read': [by('address', 120, minute)],
} as const satisfies Record<string, readonly Bound[]>;

export type LimitName = keyof typeof limits;
