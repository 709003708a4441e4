import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { ChangeView } from '../remarks/change-view.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { Fit, OperationKind } from '../state/remark.ts';
import { markInsertion } from '../acts/tasks.server.ts';
import { viewMoved } from '../carry/carry-tasks.server.ts';

/** A proposal whose words have moved meanwhile: the text begun from, the text now, and the proposal carried over. */
export type MovedProposal = {
  version: number;
  begun: string;
  /** Null when the clause is gone. */
  now: { text: string; revisionId: string; change: ChangeView | null } | null;
  fit: Fit;
  yours: ChangeView | null;
  carried: { text: string; change: ChangeView | null } | null;
};

type Moving = {
  draft: Draft;
  unit: DraftUnit | undefined;
  code: number;
  baseRevisionId: string;
  op: OperationKind;
  after: string | null;
  locale: Locale;
};

/** Both sides of a proposal whose clause has moved, and the proposal carried over. Throws not-found for words that were never the clause's. */
export async function loadMoved(
  db: Db,
  { draft, unit, code, baseRevisionId, op, after, locale }: Moving,
): Promise<MovedProposal> {
  const base = await db.clauseRevision.findFirst({
    where: { id: baseRevisionId, consultationId: draft.consultationId, clause: { code } },
    select: { text: true },
  });
  if (!base) throw notFound('no such wording of this clause');
  const shown = {
    citation: unit ? (citationsByClause(draft.units).get(unit.clauseId) ?? '') : '',
    mark: unit?.label ?? '',
    locale,
  };
  const { carried, now, yours, theirs } = await runTask(viewMoved, {
    proposal: { op, base: base.text, after },
    text: unit?.text ?? null,
    shown,
  });
  return {
    version: draft.version,
    begun: base.text,
    fit: carried.fit,
    now: unit ? { text: unit.text, revisionId: unit.revisionId, change: now } : null,
    yours,
    carried: unit && carried.after !== null ? { text: carried.after, change: theirs } : null,
  };
}

/** The printed mark a new unit would get. */
export function markOfInsertion({ units, numbering }: Draft, anchor: DraftUnit, text: string): Promise<string> {
  return runTask(markInsertion, {
    draft: { units, numbering },
    change: { op: 'insert-after', clauseId: anchor.clauseId, type: anchor.type, text },
  });
}
