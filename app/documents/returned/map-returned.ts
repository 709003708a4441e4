import type { Act } from '#app/text/index.ts';
import type { AmendedClause } from '../model/amendments.ts';
import { alignReturned, type Pair } from './align-returned.ts';
import { markKey, readDecision, sameWords, wordsBefore, type Decision } from './read-decision.ts';
import { EXPLAINER, trackAmendments } from '../tracked/track-amendments.ts';
import { propertiesOf, type TrackedParagraph } from '../model/tracked-document.ts';
import type { TrackedAmendment } from '../model/unit-change.ts';
import type { WordComment } from '../word/list-comments.ts';
import type { ReadParagraph, TrackedReading } from '../word/read-tracked.ts';
import type { Mark } from '#app/text/docx/marks.ts';
import type { Segment } from '#app/text/docx/walk.ts';

/** What became of an amendment that went out as tracked changes; `partly` where its changes were treated differently. */
export type AmendmentState = Decision | 'partly';

/** `unit` is the id of the unit that the citation names; `was` are the words of the one paragraph that is replaced. */
export type ProposedAmendment = AmendedClause & { author: string; date: string; unit: string; was?: string };

export type Unmapped = {
  /** `within-amendment`: she reworded what one of our amendments proposes. */
  code:
    | 'untracked-change'
    | 'outside-units'
    | 'move'
    | 'holder-deleted'
    | 'within-amendment'
    | TrackedReading['unsupported'][number]['code'];
  author: string;
  date: string;
  words: string;
  citation: string;
};

export type Returned = {
  /** By index of the amendments that were sent out. */
  states: AmendmentState[];
  proposals: ProposedAmendment[];
  comments: WordComment[];
  unmapped: Unmapped[];
};

/**
 * What a file says that went out as `trackAmendments(act, amendments)` and came back: which of our changes were accepted
 * or rejected, which changes of others are new proposals, what was commented. Nothing is dropped: what no clause can
 * take over is listed in `unmapped`.
 */
export function mapReturned({
  act,
  amendments,
  reading,
}: {
  act: Act;
  amendments: readonly TrackedAmendment[];
  reading: TrackedReading;
}): Returned {
  const sent = trackAmendments(act, amendments, propertiesOf(act, { date: '1970-01-01T00:00:00Z', subject: '' }));
  const keys = amendments.map(({ author, date }) => markKey({ author, date: new Date(date).toISOString() }));
  const ours = new Set(keys);
  const pairs = alignReturned(sent.paragraphs, reading.paragraphs);
  const decisions = new Map<string, Set<Decision>>();
  const result: Returned = {
    states: [],
    proposals: [],
    comments: [],
    unmapped: reading.unsupported.map((one) => ({ ...one })),
  };
  pairs.forEach((pair, at) => {
    const decided = pair.sent === null ? null : readDecision(pair.sent, pair.back);
    for (const [key, decision] of decided?.decisions ?? [])
      decisions.set(key, (decisions.get(key) ?? new Set()).add(decision));
    if (pair.back !== null)
      mapPair(pair as Pair & { back: ReadParagraph }, { pairs, at, ours, isKnown: decided?.isKnown ?? false }, result);
    else if (decided?.isKnown === false)
      result.unmapped.push(noted('untracked-change', pair.sent!.runs, pair.sent!.citation));
  });
  result.states = keys.map((key) => stateOf(decisions.get(key)));
  const known = new Set(sent.comments.map((one) => `${markKey(one)}\u0000${one.text}`));
  result.comments = reading.comments.filter(
    (one) => one.author !== EXPLAINER && !known.has(`${markKey(one)}\u0000${one.text}`),
  );
  return result;
}

function stateOf(found: ReadonlySet<Decision> | undefined): AmendmentState {
  if (found === undefined || found.size === 0) return 'open';
  return found.size === 1 ? [...found][0]! : 'partly';
}

type Around = { pairs: readonly Pair[]; at: number; ours: ReadonlySet<string>; isKnown: boolean };

function mapPair(
  { sent, back }: Pair & { back: ReadParagraph },
  { pairs, at, ours, isKnown }: Around,
  result: Returned,
): void {
  const isTheirs = (mark: Mark | null): mark is Mark => mark !== null && !ours.has(markKey(mark));
  const theirs = back.segments.flatMap((one) => [one.insert, one.remove]).find(isTheirs);
  if (theirs === undefined) {
    if (sent === null && !back.segments.some((one) => one.insert !== null))
      result.unmapped.push(noted('untracked-change', back.segments, back.citation));
    if (sent !== null && !isKnown) result.unmapped.push(noted('untracked-change', back.segments, sent.citation));
    return;
  }
  const isWithin = back.segments.some((one) => one.insert !== null && !isTheirs(one.insert) && isTheirs(one.remove));
  const isSame = sent !== null && sameWords(wordsAfter(back.segments, isTheirs)) === wordsBefore(back);
  if (sent?.insert !== undefined || isWithin || isSame)
    result.unmapped.push({
      ...noted(
        'within-amendment',
        back.segments.filter((one) => one.remove === null),
        sent?.citation ?? '',
      ),
      ...theirs,
    });
  if (sent?.insert !== undefined || isSame) return;
  propose({ sent, back }, { pairs, at, isTheirs, theirs }, result);
}

type Proposing = { pairs: readonly Pair[]; at: number; isTheirs: (mark: Mark | null) => mark is Mark; theirs: Mark };

function propose(
  { sent, back }: Pair & { back: ReadParagraph },
  { pairs, at, isTheirs, theirs }: Proposing,
  result: Returned,
): void {
  const { citation, unit = '' } = sent ?? paragraphBefore(pairs, at) ?? { citation: '' };
  const place = { citation, unit, ...theirs };
  if (citation === '')
    result.unmapped.push({ ...noted('outside-units', changedBy(back.segments, isTheirs), ''), ...theirs });
  else if (back.segments.some((one) => one.moved && (isTheirs(one.insert) || isTheirs(one.remove))))
    result.unmapped.push({ ...noted('move', back.segments, citation), ...theirs });
  else {
    const wording = wordsAfter(back.segments, isTheirs).trim();
    if (sent === null) result.proposals.push({ op: 'insert-after', text: wording, ...place });
    else if (wording !== '')
      result.proposals.push({
        op: 'replace',
        text: withoutLabel(wording, sent),
        was: withoutLabel(wordsSent(sent), sent),
        ...place,
      });
    else if (leavesPartBehind(pairs, citation, isTheirs))
      result.unmapped.push({ ...noted('holder-deleted', back.segments, citation), ...theirs });
    else if (!isBelowDeleted(result, citation)) result.proposals.push({ op: 'delete', ...place });
  }
}

/** Words with the changes of others accepted and ours, while open, rejected. */
function wordsAfter(segments: readonly Segment[], isTheirs: (mark: Mark | null) => boolean): string {
  return segments
    .filter((one) => (one.insert === null || isTheirs(one.insert)) && !isTheirs(one.remove))
    .map(({ text }) => text)
    .join('');
}

function changedBy(segments: readonly Segment[], isTheirs: (mark: Mark | null) => boolean): Segment[] {
  return segments.filter((one) => isTheirs(one.insert) || isTheirs(one.remove));
}

function wordsSent({ runs }: TrackedParagraph): string {
  return runs
    .filter(({ insert }) => insert === undefined)
    .map(({ text }) => text)
    .join('')
    .trim();
}

function withoutLabel(wording: string, sent: TrackedParagraph): string {
  const label = wordsSent(sent).slice(0, sent.labelLength);
  return label !== '' && wording.startsWith(label) ? wording.slice(label.length).trimStart() : wording;
}

function paragraphBefore(pairs: readonly Pair[], at: number): TrackedParagraph | null {
  for (let i = at - 1; i >= 0; i -= 1) {
    const { sent } = pairs[i]!;
    if (sent !== null && sent.insert === undefined) return sent;
  }
  return null;
}

/** Whoever deletes a unit deletes what hangs below it; a rest without its holder needs a human. */
function leavesPartBehind(pairs: readonly Pair[], citation: string, isTheirs: (mark: Mark | null) => boolean): boolean {
  return pairs.some(
    ({ sent, back }) =>
      sent !== null &&
      back !== null &&
      (sent.citation === citation || sent.citation.startsWith(`${citation} `)) &&
      wordsAfter(back.segments, isTheirs).trim() !== '',
  );
}

function isBelowDeleted({ proposals }: Returned, citation: string): boolean {
  return proposals.some(
    (one) => one.op === 'delete' && (citation === one.citation || citation.startsWith(`${one.citation} `)),
  );
}

function noted(code: Unmapped['code'], parts: readonly { text: string }[], citation: string): Unmapped {
  return {
    code,
    author: '',
    date: '',
    words: parts
      .map(({ text }) => text)
      .join('')
      .trim()
      .slice(0, 200),
    citation,
  };
}
