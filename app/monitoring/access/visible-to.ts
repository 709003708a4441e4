import { publicAt, type EditionReader } from './release-stage.ts';

/** Condition on rows: editions that this reader may see, released or not. */
export function visibleTo({ now, embargoHash, teamIds, closed }: EditionReader) {
  return {
    OR: [
      publicAt(now),
      ...(teamIds.length > 0
        ? [{ state: 'frozen', teamId: { in: teamIds }, units: { none: { teryt: { in: closed } } } }]
        : []),
      ...(embargoHash
        ? [{ state: 'frozen', embargoLinks: { some: { secretHash: embargoHash, revokedAt: null } } }]
        : []),
    ],
  };
}
