import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { citedAct } from '#app/drafting/acts/unit-tree.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Returned, Unmapped } from '#app/documents/returned/map-returned.ts';
import type { WordComment } from '#app/documents/word/list-comments.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { carryLate } from '../register/carry-late.server.ts';
import { findQuote } from '../talk/quote.ts';
import { textLimits, worstFit, type Fit } from '../state/remark.ts';
import { numberOfAuthor } from './file-origin.ts';
import { findKnown, type Known } from './known-returned.server.ts';
import { planProposals, type PlannedAmendment, type Unplanned } from './plan-proposals.ts';
import type { ReadFile } from './read-file.server.ts';
import { sentAmendments, type SentAmendment } from './sent-amendments.server.ts';
import { mapReturned } from './tasks.server.ts';

export type ReturnedAmendment = PlannedAmendment & {
  key: string;
  at: Date;
  fit: Fit;
  /** Its number where it is in the register already. */ known: number | null;
};
/** Why a decision in the file makes no draft: it is ruled on or withdrawn already; the official has a draft of their own. */
type Blocked = 'closed' | 'own-draft';
export type ReturnedDraft = {
  key: string;
  number: number;
  remarkId: string;
  decision: Decision;
  fit: Fit;
  hasMoved: boolean;
  revision: number;
  blocked: Blocked | null;
};
export type ReturnedComment = {
  key: string;
  author: string;
  at: Date;
  code: number;
  citation: string;
  quote: string | null;
  body: string;
  known: boolean;
};
export type LeftOver =
  | (Unmapped | Unplanned)
  | { code: 'comment-nowhere' | 'comment-long'; author: string; date: string; words: string; citation: string };

export type ReturnedPlan = {
  draft: Draft;
  newest: Draft;
  /** Whether the file itself said which version it was made from. */
  isNamed: boolean;
  amendments: ReturnedAmendment[];
  drafts: ReturnedDraft[];
  comments: ReturnedComment[];
  leftOver: LeftOver[];
  /** The last time a file with these very words was taken in. */
  takenAt: Date | null;
};

export type PlanError = {
  code: 'other-consultation' | 'redline' | 'version' | 'which-version' | 'other-text' | 'no-changes';
};
export type PlanResult = { ok: true; value: ReturnedPlan } | { ok: false; error: PlanError };

type Input = {
  viewer: Viewer;
  consultation: { id: string; slug: string };
  file: ReadFile;
  /** Picked by the official where the file does not say. */ version: number | null;
  now: Date;
};

/** What taking in a file would do; reads only. */
export async function planReturned(db: Db, input: Input): Promise<PlanResult> {
  const {
    consultation,
    file: { origin, reading, hash },
    viewer,
    now,
  } = input;
  if (origin && origin.slug !== consultation.slug) return refuse('other-consultation');
  if (origin?.kind === 'redline') return refuse('redline');
  const version = origin?.version ?? input.version;
  if (version === null) return refuse('which-version');
  const newest = await loadDraft(db, { id: consultation.id });
  if (version < 1 || version > newest.version) return refuse('version');
  const draft = version === newest.version ? newest : await loadDraft(db, { id: consultation.id }, version);
  // Comparing a text with another one takes long and tells nothing.
  if (reading.paragraphs.length > 3 * draft.units.length + 1_000) return refuse('other-text');
  const sent = await sentAmendments(db, {
    consultationId: consultation.id,
    units: draft.units,
    version,
    at: origin?.at ?? now,
    numbers: origin ? origin.numbers : namedIn(input.file),
  });
  const returned = await runTask(mapReturned, {
    act: citedAct(draft),
    amendments: sent.map(({ tracked }) => tracked),
    reading,
  });
  const known = await findKnown(db, { consultationId: consultation.id, viewer, hash });
  const { amendments, unplanned } = planProposals(returned.proposals, draft.units);
  const comments = planComments(returned.comments, { draft, now, known });
  const plan: ReturnedPlan = {
    draft,
    newest,
    isNamed: origin !== null,
    takenAt: known.takenAt,
    comments: comments.placed,
    amendments: await returnedAmendments(db, amendments, { draft, newest, now, known }),
    drafts: planDrafts(sent, returned, known),
    leftOver: [...returned.unmapped, ...unplanned, ...comments.leftOver],
  };
  const isEmpty = plan.amendments.length + plan.drafts.length + plan.comments.length + plan.leftOver.length === 0;
  return isEmpty ? refuse('no-changes') : { ok: true, value: plan };
}

const refuse = (code: PlanError['code']): PlanResult => ({ ok: false, error: { code } });

/** Amendments named by their authors' marks and comments, for a file that lost its properties. */
function namedIn({ reading }: ReadFile): number[] {
  const authors = new Set([...reading.changes, ...reading.comments].map(({ author }) => author));
  return [...authors].flatMap((author) => numberOfAuthor(author) ?? []);
}

/** The file's own date; word processors write local time as if it were UTC, so it may lie a little ahead. */
export function dateOf(date: string, now: Date): Date {
  const at = new Date(date);
  return Number.isNaN(at.getTime()) || at > now || at.getUTCFullYear() < 2000 ? now : at;
}

type Placing = { draft: Draft; newest: Draft; now: Date; known: Known };

async function returnedAmendments(
  db: Db,
  amendments: readonly PlannedAmendment[],
  { draft, newest, now, known }: Placing,
): Promise<ReturnedAmendment[]> {
  // All changes of the file at once: comparing the two texts for each would take long.
  const carried = await carryLate(db, {
    draft,
    newest,
    operations: amendments.flatMap(({ operations }) => operations),
  });
  let next = 0;
  return amendments.map((amendment, index) => {
    const fits = amendment.operations.map(() => carried.get(next++)?.fit ?? 'unchanged');
    return {
      ...amendment,
      key: `a${index}`,
      at: dateOf(amendment.date, now),
      fit: worstFit(fits),
      known: known.amendment({ author: amendment.author, date: amendment.date, operations: amendment.operations }),
    };
  });
}

function planDrafts(sent: readonly SentAmendment[], { states }: Returned, known: Known): ReturnedDraft[] {
  return sent.flatMap(({ number, remarkId, state, fit, hasMoved, revision }, index): ReturnedDraft[] => {
    const found = states[index] ?? 'open';
    if (found === 'open') return [];
    // One that no longer fits cannot be accepted as it is: the words have to be written.
    const decision =
      found === 'rejected'
        ? 'not-accepted'
        : found === 'accepted' && fit !== 'conflict'
          ? 'accepted'
          : 'accepted-in-part';
    const blocked = state !== 'open' ? 'closed' : known.draftOn.has(remarkId) ? 'own-draft' : null;
    return [{ key: `d${number}`, number, remarkId, decision, fit, hasMoved, revision, blocked }];
  });
}

function planComments(
  comments: readonly WordComment[],
  { draft, now, known }: { draft: Draft; now: Date; known: Known },
): { placed: ReturnedComment[]; leftOver: LeftOver[] } {
  const citations = citationsByClause(draft.units);
  const placed: ReturnedComment[] = [];
  const leftOver: LeftOver[] = [];
  comments.forEach(({ author, date, text, words, citation }, index) => {
    // Replies of ours are known by the number in their author's name.
    if (numberOfAuthor(author) !== null || text.trim() === '') return;
    const unit =
      citation === ''
        ? undefined
        : draft.units.find(
            ({ clauseId }) => citations.get(clauseId)?.replaceAll('\u00a0', ' ') === citation.replaceAll('\u00a0', ' '),
          );
    const range = unit && words !== '' ? findQuote(unit.text, words) : null;
    const quote =
      unit && range && range.to - range.from < unit.text.trim().length ? unit.text.slice(range.from, range.to) : null;
    const body = range || words === '' ? text.trim() : `„${words}”: ${text.trim()}`;
    if (!unit || body.length > textLimits.comment)
      leftOver.push({
        code: unit ? 'comment-long' : 'comment-nowhere',
        author,
        date,
        words: text.slice(0, 400),
        citation,
      });
    else
      placed.push({
        key: `c${index}`,
        author,
        at: dateOf(date, now),
        code: unit.code,
        citation,
        quote,
        body,
        known: known.comment({ clauseId: unit.clauseId, author, body }),
      });
  });
  return { placed, leftOver };
}
