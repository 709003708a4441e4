import { inForce } from '../cards/withdrawal.ts';

export type ReleaseStage = 'coding' | 'scheduled' | 'public';

/** Where an edition stands at a moment. The clock releases it: from `publishedAt` on, to the millisecond, it is public. */
export function releaseStageOf(
  { state, publishedAt }: { state: string; publishedAt: Date | string | null },
  now: Date,
): ReleaseStage {
  if (state !== 'frozen' || publishedAt === null) return 'coding';
  return new Date(publishedAt) <= now ? 'public' : 'scheduled';
}

/** The same as a condition on rows: editions that everybody may see at `now`, those withdrawn as a whole left out. */
export function publicAt(now: Date) {
  return { state: 'frozen', publishedAt: { lte: now }, NOT: { changes: { some: { ...inForce, teryt: null } } } };
}

/** Editions with a card of the municipality that was not withdrawn, as a condition on rows. */
export function measured(teryt: string) {
  return { scorecards: { some: { teryt } }, changes: { none: { ...inForce, teryt } } };
}

/** Who asks: before the release an edition exists for its team and for holders of a link under embargo alone. */
export type EditionReader = {
  now: Date;
  embargoHash: string | null;
  teamIds: string[];
  /** Municipalities the reader declared a tie with: a team shows somebody with a tie nothing of an edition before everybody sees it. */
  closed: string[];
};

export const everybody = (now = new Date()): EditionReader => ({ now, embargoHash: null, teamIds: [], closed: [] });
