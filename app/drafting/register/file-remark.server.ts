import type { Db } from '#app/db/client.server.ts';
import type { TooMany } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { Proposed } from '../remarks/proposal.ts';
import { fileFiling } from './file-filing.server.ts';
import { emptyOperation, type FilingProblem } from './filing-draft.ts';

export type FileRemarkInput = {
  viewer: Viewer;
  slug: string;
  code: number;
  /** Revision of the clause the form was filled in against. */
  baseRevisionId: string;
  proposed: Proposed;
  nameIsPublic?: boolean;
  now?: Date;
};

type FileRemarkError =
  | { code: 'not-verified' }
  | { code: 'closed' }
  | { code: 'problems'; problems: FilingProblem[] }
  | { code: 'moved' }
  | TooMany;
export type FileRemarkResult = { ok: true; value: { number: number } } | { ok: false; error: FileRemarkError };

/** Files a letter of one point about one clause: the short form of `fileFiling`. */
export async function fileRemark(db: Db, input: FileRemarkInput): Promise<FileRemarkResult> {
  const { op, text, inserted, reason } = input.proposed;
  const operation = { ...emptyOperation({ code: input.code, revisionId: input.baseRevisionId, text }, op), inserted };
  const filed = await fileFiling(db, {
    slug: input.slug,
    filer: { kind: 'author', viewer: input.viewer },
    nameIsPublic: input.nameIsPublic ?? false,
    points: [{ reason, place: '', operations: [operation] }],
    ...(input.now ? { now: input.now } : {}),
  });
  if (filed.ok) return { ok: true, value: { number: filed.value.number } };
  switch (filed.error.code) {
    case 'problems':
      return { ok: false, error: { code: 'problems', problems: filed.error.problems } };
    case 'moved':
      return { ok: false, error: { code: 'moved' } };
    case 'not-verified':
    case 'too-many':
      return { ok: false, error: filed.error };
    default:
      return { ok: false, error: { code: 'closed' } };
  }
}
