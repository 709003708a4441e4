import { composed } from '#app/text/tree/compose.ts';
import type { Revision, TrackedParagraph } from '../model/tracked-document.ts';
import type { ReadParagraph } from '../word/read-tracked.ts';

export type Decision = 'accepted' | 'rejected' | 'open';

/** More changes of different people in one paragraph are not tried in every combination. */
const MAX_OFFERS = 8;

/** Everybody whose changes a paragraph went out with. */
function offeredIn(sent: TrackedParagraph): Revision[] {
  const found = new Map<string, Revision>();
  for (const run of sent.runs)
    for (const mark of [run.insert, run.remove]) if (mark !== undefined) found.set(markKey(mark), mark);
  return [...found.values()];
}

/**
 * What became of the changes a paragraph went out with: still marked is open; otherwise the words that came back are
 * compared with every combination of accepted and rejected changes. `isKnown` is false when they fit none.
 */
export function readDecision(
  sent: TrackedParagraph,
  back: ReadParagraph | null,
): { decisions: Map<string, Decision>; isKnown: boolean } {
  const offers = offeredIn(sent);
  if (back === null) return readMissing(sent, offers);
  const marked = new Set(
    back.segments
      .flatMap((one) => [one.insert, one.remove])
      .filter((mark) => mark !== null)
      .map(markKey),
  );
  const decisions = new Map<string, Decision>(
    offers.filter((offer) => marked.has(markKey(offer))).map((offer) => [markKey(offer), 'open']),
  );
  const closed = offers.filter((offer) => !marked.has(markKey(offer)));
  const words = wordsBefore(back);
  for (const accepted of choices(closed)) {
    if (wordsWith(sent, accepted) !== words) continue;
    closed.forEach((offer) => decisions.set(markKey(offer), accepted.has(markKey(offer)) ? 'accepted' : 'rejected'));
    return { decisions, isKnown: true };
  }
  return { decisions, isKnown: false };
}

/** A paragraph that is gone: as a whole it was an insertion that was rejected, or a deletion that was accepted. */
function readMissing(sent: TrackedParagraph, offers: readonly Revision[]): ReturnType<typeof readDecision> {
  const decision =
    sent.insert !== undefined ? ('rejected' as const) : sent.remove !== undefined ? ('accepted' as const) : null;
  return {
    decisions: new Map(decision === null ? [] : offers.map((offer) => [markKey(offer), decision])),
    isKnown: decision !== null,
  };
}

/** Every wording the paragraph can come back with, and its own when all of it is new. */
export function possibleWords(sent: TrackedParagraph): Set<string> {
  const words = new Set(choices(offeredIn(sent)).map((accepted) => wordsWith(sent, accepted)));
  words.delete('');
  return words;
}

function choices(offers: readonly Revision[]): Set<string>[] {
  const tried = offers.slice(0, MAX_OFFERS);
  return Array.from(
    { length: 2 ** tried.length },
    (_, choice) => new Set(tried.filter((_one, i) => (choice & (1 << i)) !== 0).map(markKey)),
  );
}

function wordsWith(sent: TrackedParagraph, accepted: ReadonlySet<string>): string {
  const runs = sent.runs.filter(
    ({ insert, remove }) =>
      (insert === undefined || accepted.has(markKey(insert))) &&
      (remove === undefined || !accepted.has(markKey(remove))),
  );
  return sameWords(runs.map(({ text }) => text).join(''));
}

/** Words that came back, with everything rejected that is still marked. */
export function wordsBefore(back: ReadParagraph): string {
  return sameWords(
    back.segments
      .filter((one) => one.insert === null)
      .map(({ text }) => text)
      .join(''),
  );
}

/** One form for wordings that differ in blanks or Unicode composition only. */
export function sameWords(text: string): string {
  return composed(text).replace(/\s+/g, ' ').trim();
}

/** Our own changes are known by author and time: word processors keep both, and give changes new ids. */
export function markKey({ author, date }: { author: string; date: string }): string {
  return `${author}\u0000${date.slice(0, 19)}`;
}
