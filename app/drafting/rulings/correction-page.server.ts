import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';
import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { viewRemarks, type RemarkView } from '../remarks/remark-views.server.ts';
import type { Decision } from '../state/remark-state.ts';
import { changedPairs, type ChangedUnit } from './changed-units.ts';
import { planTheCorrection, type CorrectRuling, type CorrectRulingError } from './correct-ruling.server.ts';
import { loadDecidable } from './load-decidable.server.ts';
import { decisionsFor } from './ruling-plan.ts';
import { viewChangedUnits } from './ruling-tasks.server.ts';

export type CorrectionPage = {
  consultation: { slug: string; title: string; fourEyes: boolean };
  remark: RemarkView;
  ruling: NonNullable<RemarkView['ruling']>;
  version: number;
  decisions: Decision[];
  fields: { seq: number; citation: string; draft: string; rest: string | null }[];
};

/** A ruling with what it can be corrected to. Not there for anybody but officials of the municipality, nor while there is no ruling. */
export async function loadCorrectionPage(
  db: Db,
  { viewer, slug, number, locale }: { viewer: Viewer; slug: string; number: number; locale: Locale },
): Promise<CorrectionPage> {
  const consultation = await findForOffice(db, { viewer, slug });
  const { draft, operations } = await loadDecidable(db, { viewer, slug, number });
  const [remark] = await viewRemarks(db, { where: { number } }, { draft, locale });
  if (!remark?.ruling) throw notFound('no ruling to correct');
  const citations = citationsByClause(draft.units);
  return {
    consultation: { slug, title: consultation.title, fourEyes: consultation.fourEyes },
    remark,
    ruling: remark.ruling,
    version: draft.version,
    decisions: decisionsFor({ state: 'open', fit: 'unchanged', kind: remark.kind }),
    fields: operations.map(({ seq, op, current, after, rest, clauseId }) => ({
      seq,
      citation: citations.get(clauseId) ?? '',
      draft: after ?? current ?? '',
      rest: op === 'split' ? (rest ?? '') : null,
    })),
  };
}

/** What a correction would do, before anything is written. */
export type CorrectionCheck = {
  numbers: number[];
  before: { decision: Decision; reason: string };
  after: { decision: Decision; reason: string };
  why: string;
  /** The version that would be made; null where the text stays as it is. */
  version: number | null;
  result: ChangedUnit[];
  isAdapted: boolean;
};

type Asked = Omit<CorrectRuling, 'now' | 'approves'>;

/** Everything that a correction would change, or why it cannot be made. */
export async function checkCorrection(
  db: Db,
  asked: Asked,
): Promise<{ ok: true; value: CorrectionCheck } | { ok: false; error: CorrectRulingError }> {
  await requireLimit(db, 'office-preview', { person: asked.viewer.id });
  const planned = await planTheCorrection(db, await findForOffice(db, asked), asked);
  if (!planned.ok) return planned;
  const { draft, members, plan } = planned.value;
  const changes = plan?.changes ?? [];
  const next = changes.length > 0 ? await nextTextOf(draft, changes) : null;
  return {
    ok: true,
    value: {
      numbers: members.map(({ remark }) => remark.number).sort((a, b) => a - b),
      before: { decision: members[0].ruling.decision as Decision, reason: members[0].ruling.reason },
      after: { decision: asked.decision, reason: asked.reason },
      why: asked.why,
      version: next ? draft.version + 1 : null,
      result: next?.ok ? await runTask(viewChangedUnits, changedPairs(draft.units, next.value.units, changes)) : [],
      isAdapted: (plan?.adapted.length ?? 0) > 0,
    },
  };
}

/** Names of units in the newest text, for what cannot be taken back. */
export async function citationsNow(db: Db, slug: string): Promise<ReadonlyMap<string, string>> {
  return citationsByClause((await loadDraft(db, { slug })).units);
}
