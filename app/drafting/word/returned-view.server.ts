import { citeTogether } from '#app/i18n/inflect-citation.ts';
import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { operationStep, type ChangeView } from '../remarks/change-view.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { operationWords } from '../register/filing-draft.ts';
import type { ReadFile } from './read-file.server.ts';
import {
  dateOf,
  planReturned,
  type LeftOver,
  type PlanError,
  type ReturnedAmendment,
  type ReturnedComment,
  type ReturnedDraft,
  type ReturnedPlan,
} from './returned-plan.server.ts';
import { viewChanges } from '../remarks/view-tasks.server.ts';

export type AmendmentView = Pick<ReturnedAmendment, 'key' | 'author' | 'at' | 'fit' | 'known'> & {
  citation: string;
  changes: ChangeView[];
};
type LeftOverView = Pick<LeftOver, 'code' | 'author' | 'words' | 'citation'> & { at: Date | null };

export type ReturnedView = {
  /** The file without pictures, base64. */
  source: string;
  version: number;
  newest: number;
  isNamed: boolean;
  takenAt: Date | null;
  amendments: AmendmentView[];
  drafts: Pick<ReturnedDraft, 'key' | 'number' | 'decision' | 'fit' | 'hasMoved' | 'blocked'>[];
  comments: ReturnedComment[];
  leftOver: LeftOverView[];
};

type Input = { viewer: Viewer; slug: string; file: ReadFile; version: number | null; locale: Locale; now?: Date };

/** The preview of a file that came back; reads only. For officials of the municipality. */
export async function viewReturned(
  db: Db,
  input: Input,
): Promise<{ ok: true; value: ReturnedView } | { ok: false; error: PlanError }> {
  const now = input.now ?? new Date();
  const consultation = await findForOffice(db, input);
  await requireLimit(db, 'office-preview', { person: input.viewer.id });
  const planned = await planReturned(db, { ...input, consultation, now });
  if (!planned.ok) return planned;
  const { draft, newest, isNamed, takenAt, drafts, comments, leftOver, amendments } = planned.value;
  return {
    ok: true,
    value: {
      source: Buffer.from(input.file.slim).toString('base64'),
      version: draft.version,
      newest: newest.version,
      isNamed,
      takenAt,
      comments,
      amendments: await viewAmendments(amendments, planned.value, input.locale),
      drafts: drafts.map(({ remarkId: _id, revision: _revision, ...shown }) => shown),
      leftOver: leftOver.map(({ code, author, words, citation, date }) => ({
        code,
        author,
        words,
        citation,
        at: date === '' ? null : dateOf(date, now),
      })),
    },
  };
}

/** The changes on the text they were made in, as people read them. */
async function viewAmendments(
  amendments: readonly ReturnedAmendment[],
  { draft }: ReturnedPlan,
  locale: Locale,
): Promise<AmendmentView[]> {
  const citations = citationsByClause(draft.units);
  const byCode = new Map(draft.units.map((unit) => [unit.code, unit]));
  const seen = amendments.map(({ operations, ...amendment }) => {
    const named = operations.map((operation) => ({ operation, unit: byCode.get(operation.code)! }));
    const steps = named.map(({ operation, unit }) =>
      operationStep(
        { op: operation.op, clauseId: unit.clauseId, before: unit.text, after: operationWords(operation).after },
        { units: draft.units, nameOf: (clauseId) => citations.get(clauseId) ?? '', locale },
      ),
    );
    return {
      steps,
      shown: {
        key: amendment.key,
        author: amendment.author,
        at: amendment.at,
        fit: amendment.fit,
        known: amendment.known,
        citation: citeTogether(named.map(({ unit }) => citations.get(unit.clauseId) ?? '')),
      },
    };
  });
  const changes = await runTask(
    viewChanges,
    seen.flatMap(({ steps }) => steps),
  );
  let at = 0;
  return seen.map(({ shown, steps }) => ({
    ...shown,
    changes: changes.slice(at, (at += steps.length)).filter((change) => change !== null),
  }));
}
