/** What a board knows: kinds of cards, points of view, phases, and who may do what when. */
import { isOfficialOf, organisationOf, teamIds, teamRoleOf, type Viewer } from '#app/people/viewer.ts';

/** In the order of the matrix; a resource is of equal rank with what is missing. */
export const collectedKinds = ['need', 'resource', 'obstacle'] as const;
export const cardKinds = [...collectedKinds, 'answer'] as const;
export type CardKind = (typeof cardKinds)[number];

export const pointsOfView = ['residents', 'partners', 'institutions', 'government'] as const;
export type PointOfView = (typeof pointsOfView)[number];

export const phases = ['collecting', 'grouping', 'answers', 'weighing', 'summary'] as const;
export type Phase = (typeof phases)[number];

export const openers = ['office', 'organisation', 'team'] as const;
export type Opener = (typeof openers)[number];

export const accesses = ['public', 'invited'] as const;
export type Access = (typeof accesses)[number];

/** How many marks a person may be given, and the usual number. */
export const marksRange = { least: 3, most: 9, usual: 6 } as const;

/** Digits of a join code. */
export const codeLength = 8;

/** Characters of each kind of typed words. */
export const boardBounds = {
  title: 120,
  question: 600,
  unit: 120,
  card: 500,
  signature: 60,
  group: 120,
  groupNote: 600,
  reason: 300,
  /** The code as people type it, with blanks. */
  code: 20,
  slip: 4,
  number: 6,
} as const;

export type BoardState = {
  teryt: string;
  openedAs: Opener;
  teamId: string | null;
  organisationName: string | null;
  access: Access;
  opensAt: Date;
  closesAt: Date;
  openPhases: readonly Phase[];
};

/** Whether people can do something on it at all. */
export function isRunning({ opensAt, closesAt }: Pick<BoardState, 'opensAt' | 'closesAt'>, now: Date): boolean {
  return opensAt <= now && now < closesAt;
}

/** The phase in which a card of a kind is written. */
export const phaseOf = (kind: CardKind): Phase => (kind === 'answer' ? 'answers' : 'collecting');

/** What keeps a card of this kind from being written now; null when nothing does. */
export function cardTrouble(board: BoardState, kind: CardKind, now: Date): 'not-yet' | 'over' | 'phase-closed' | null {
  if (now < board.opensAt) return 'not-yet';
  if (now >= board.closesAt) return 'over';
  return board.openPhases.includes(phaseOf(kind)) ? null : 'phase-closed';
}

/** Whoever leads it: the officials of the municipality, the people of the team, or the representatives of the organisation. */
export function leadsBoard(
  viewer: Viewer | null,
  board: Pick<BoardState, 'teryt' | 'openedAs' | 'teamId' | 'organisationName'>,
): boolean {
  if (!viewer) return false;
  switch (board.openedAs) {
    case 'office':
      return isOfficialOf(viewer, board.teryt);
    case 'team':
      return board.teamId !== null && teamRoleOf(viewer, board.teamId) !== null;
    case 'organisation':
      return board.organisationName !== null && organisationOf(viewer) === board.organisationName;
  }
}

/** As what somebody can open a board: an office for each municipality, a team, an organisation anywhere. */
export function openersOf(viewer: Viewer): { as: Opener; teryt: string | null; teamId: string | null }[] {
  const offices = viewer.grants.flatMap(({ role, teryt }) =>
    role === 'official' && teryt ? [{ as: 'office' as const, teryt, teamId: null }] : [],
  );
  const teams = teamIds(viewer).map((teamId) => ({ as: 'team' as const, teryt: null, teamId }));
  const organisation = organisationOf(viewer) ? [{ as: 'organisation' as const, teryt: null, teamId: null }] : [];
  return [...offices, ...teams, ...organisation];
}

/** Which cards can be attached to which: an answer to what it answers, a resource to the answer that uses it. */
export function mayAttach(from: CardKind, to: CardKind): boolean {
  return from === 'answer' ? to === 'obstacle' || to === 'need' : from === 'resource' && to === 'answer';
}

/** Eight digits out of what was typed, with or without blanks; null when it is no code. */
export function readCode(typed: string): string | null {
  const digits = typed.slice(0, 40).replaceAll(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** A code as it is read out and shown: in two halves. */
export const shownCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
