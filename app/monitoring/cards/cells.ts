import type { RecordedAnswer } from './recorded-answer.ts';
import type { AnswerState } from '../scoring/model.ts';
import type { EvidenceItem } from './evidence.ts';

/** Why two people answer a cell (municipality × indicator) apart: drawn, near the border of a band, or the office objects. */
export type DoubleCause = 'drawn' | 'border' | 'objection';

/** One person's answer to a cell, as stored. */
export type CellCoding = RecordedAnswer & {
  id: string;
  slot: number;
  coderId: string;
  revision: number;
  /** ISO instant; null while it can change. */ submittedAt: string | null;
};

export type ChosenAnswer = {
  state: AnswerState;
  level: number | null;
  requestedOn: string | null;
  reason: string;
  by: string;
  /** ISO instant. */ at: string;
};

export type ReplyStance = 'none' | 'level' | 'explanation';

/** The office's reply in force, and what the team decided on it. */
export type CellReply = {
  id: string;
  stance: ReplyStance;
  decision: (ChosenAnswer & { outcome: 'kept' | 'changed' }) | null;
};

export type FieldCell = {
  teryt: string;
  indicator: string;
  /** Null for a cell that one person answers. */
  cause: DoubleCause | null;
  /** At most one per slot, the first slot first. */
  codings: readonly CellCoding[];
  adjudication: ChosenAnswer | null;
  reply: CellReply | null;
};

export type CellStatus =
  | 'unanswered'
  /** Two answers are needed and one or both are not handed in. */
  | 'waiting-coder'
  /** Two different answers, nobody decided. */
  | 'waiting-adjudication'
  /** The office replied and the team has not decided. */
  | 'waiting-decision'
  | 'single'
  | 'agreed'
  | 'adjudicated'
  | 'decided';

/** The one answer to a cell, or why there is none yet. */
export type SettledCell = { status: CellStatus; answer: RecordedAnswer | null };

/**
 * The final answer of a cell. One coder's answer is final as saved; of two, both have to be handed in, and where they differ
 * somebody else decides with a reason. A decision on the office's reply comes last and stands above all of them. Both codings stay.
 */
export function settle(cell: FieldCell): SettledCell {
  const { reply } = cell;
  if (reply?.decision) return { status: 'decided', answer: decided(cell, reply.decision) };
  const proposal = proposalOf(cell);
  if (cell.cause === 'objection') {
    if (!isWithdrawn(cell)) return { status: bothHandedIn(cell) ? 'waiting-decision' : 'waiting-coder', answer: null };
    return isSplit(cell) ? { status: 'waiting-decision', answer: null } : proposal;
  }
  if (reply && reply.stance !== 'none' && proposal.answer) return { status: 'waiting-decision', answer: null };
  return proposal;
}

/** True where the office took its objection back: the answer it was shown stands, unless a second, blind one has shaken it meanwhile. */
function isWithdrawn({ reply }: FieldCell): boolean {
  return reply?.stance === 'none';
}

/** Two handed-in answers that differ. */
function isSplit(cell: FieldCell): boolean {
  const [first, second] = cell.codings;
  return bothHandedIn(cell) && first !== undefined && second !== undefined && !sameAnswer(first, second);
}

/** True where the team has to decide on what the office said, also where it took an objection back and two blind answers differ. */
export function isDecidable(cell: FieldCell): boolean {
  const { reply } = cell;
  if (!reply || reply.decision) return false;
  return reply.stance !== 'none' || (cell.cause === 'objection' && isSplit(cell));
}

/** The answer before the office's reply: what it is shown. */
export function proposalOf(cell: FieldCell): SettledCell {
  const [first, second] = cell.codings;
  const needsTwo = cell.cause === 'drawn' || cell.cause === 'border';
  if (!needsTwo) return first ? { status: 'single', answer: recorded(first) } : { status: 'unanswered', answer: null };
  if (!first) return { status: 'unanswered', answer: null };
  if (!second || !bothHandedIn(cell)) return { status: 'waiting-coder', answer: null };
  if (sameAnswer(first, second)) return { status: 'agreed', answer: joined(cell, first) };
  if (!cell.adjudication) return { status: 'waiting-adjudication', answer: null };
  return { status: 'adjudicated', answer: joined(cell, cell.adjudication) };
}

/** True when both answers were handed in: from then on the two coders may see each other's. */
export function bothHandedIn({ codings }: Pick<FieldCell, 'codings'>): boolean {
  return codings.length === 2 && codings.every((coding) => coding.submittedAt !== null);
}

/**
 * True while the office's words about a cell would tell a coder what to answer: somebody answers it a second time, blind, and one of the two
 * is not handed in. Until then nobody of the team reads what the office asks for, neither its level nor its words nor its files.
 */
export function isReplySealed(cell: Pick<FieldCell, 'cause' | 'codings'>): boolean {
  return cell.cause !== null && !bothHandedIn(cell);
}

/** Two answers are the same when state and level are; notes and evidence may differ. */
export function sameAnswer(a: Pick<CellCoding, 'state' | 'level'>, b: Pick<CellCoding, 'state' | 'level'>): boolean {
  return a.state === b.state && a.level === b.level;
}

/**
 * The codings somebody of the team may see. With double coding on, each sees only their own until both of a cell are handed in:
 * a cell with one coding may be drawn later, as a border case or after an objection.
 */
export function visibleCodings(
  cell: Pick<FieldCell, 'codings'>,
  { viewerId, isBlind }: { viewerId: string; isBlind: boolean },
): readonly CellCoding[] {
  if (!isBlind || bothHandedIn(cell)) return cell.codings;
  return cell.codings.filter((coding) => coding.coderId === viewerId);
}

/** What blocks publication: a double-coded cell of a municipality that was begun, or a reply nobody decided on. */
export function isUnresolved(cell: FieldCell): boolean {
  const { status } = settle(cell);
  return status.startsWith('waiting') || (status === 'unanswered' && cell.cause !== null);
}

/** Final answers by municipality and indicator; cells without one are left out. */
export function finalAnswers(cells: readonly FieldCell[]): Map<string, Map<string, RecordedAnswer>> {
  const found = new Map<string, Map<string, RecordedAnswer>>();
  for (const cell of cells) {
    const { answer } = settle(cell);
    if (!answer) continue;
    const own = found.get(cell.teryt) ?? new Map<string, RecordedAnswer>();
    found.set(cell.teryt, own.set(cell.indicator, answer));
  }
  return found;
}

function decided(cell: FieldCell, decision: NonNullable<CellReply['decision']>): RecordedAnswer | null {
  const [first] = cell.codings;
  if (!first) return null;
  const note = proposalOf({ ...cell, reply: null }).answer?.reason ?? first.reason;
  // A level that stays keeps the note that explained it; a new one is explained by the decision.
  return joined(cell, {
    ...decision,
    reason: decision.outcome === 'kept' && decision.state === 'scored' && note ? note : decision.reason,
  });
}

/** The chosen answer with the evidence and the names of both coders. */
function joined(
  { codings }: FieldCell,
  chosen: Pick<ChosenAnswer, 'state' | 'level' | 'requestedOn' | 'reason'>,
): RecordedAnswer {
  const { state, level, requestedOn, reason } = chosen;
  return {
    state,
    level,
    requestedOn,
    reason,
    evidence: unionOf(codings.map((coding) => coding.evidence)),
    coder: codings.map((coding) => coding.coder).join(', '),
    codedAt:
      codings
        .map((coding) => coding.codedAt)
        .sort()
        .at(-1) ?? '',
  };
}

function recorded({ state, level, requestedOn, reason, evidence, coder, codedAt }: CellCoding): RecordedAnswer {
  return { state, level, requestedOn, reason, evidence, coder, codedAt };
}

/** Evidence of both, each address and capture once. */
function unionOf(lists: readonly (readonly EvidenceItem[])[]): EvidenceItem[] {
  const byKey = new Map<string, EvidenceItem>();
  for (const item of lists.flat()) {
    const key = `${item.url} ${item.file?.hash ?? ''}`;
    if (!byKey.has(key)) byKey.set(key, item);
  }
  return [...byKey.values()];
}
