import { loadUnits, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { sameWording } from '#app/text/diff/tokens.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { ChangeStep, ChangeView } from '../remarks/change-view.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { clauseSteps } from '../acts/unit-causes.ts';
import { nameCauses, placedFields } from '../acts/unit-causes.server.ts';
import { causesOfVersions } from '../acts/version-causes.server.ts';
import { mergedTarget } from './clause-lines.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import { viewChanges } from '../remarks/view-tasks.server.ts';

/** A version that brought or changed the words of a clause, and the ruling behind it. */
export type HistoryStep = {
  version: number;
  at: Date;
  change: ChangeView | null;
  text: string;
  /** It was put elsewhere; or it has another mark than before, with both. */
  isMoved: boolean;
  marks: { before: string; after: string } | null;
  /** Several where rulings on this unit were released together. */
  origins: RulingOrigin[];
  /** What the office wrote of a change of its own; '' for a ruling. */
  note: string;
};
type RulingOrigin = {
  number: number;
  kind: string;
  decision: Decision;
  reason: string;
  madeByName: string;
  madeAt: Date;
};

/** Versions that changed the words, the place or the number of a clause, newest first; the last step is how the words came in. */
export async function clauseHistory(
  db: Db,
  input: { clauseId: string; consultationId: string; citation: string; locale: Locale },
): Promise<HistoryStep[]> {
  const revisions = await db.clauseRevision.findMany({
    where: { clauseId: input.clauseId },
    orderBy: { version: 'asc' },
    select: { version: true, text: true },
  });
  const placements = await db.clausePlacement.findMany({
    where: { clauseId: input.clauseId },
    select: placedFields,
  });
  const steps = clauseSteps(placements).filter(({ now }) => now !== null);
  const origins = await originsOf(db, {
    consultationId: input.consultationId,
    clauseId: input.clauseId,
    versions: [...new Set([...revisions, ...steps].map(({ version }) => version))],
  });
  const changes = await runTask(
    viewChanges,
    revisions.slice(1).map(({ text }, at): ChangeStep => ({
      op: 'replace',
      citation: input.citation,
      mark: '',
      before: revisions[at]!.text,
      after: text,
      locale: input.locale,
    })),
  );
  return [...origins.keys()]
    .sort((a, b) => b - a)
    .map((version) => {
      const { at, origins: rulings, note } = origins.get(version)!;
      const worded = revisions.findIndex((revision) => revision.version === version);
      const step = steps.find((each) => each.version === version);
      return {
        version,
        at,
        change: worded > 0 ? (changes[worded - 1] ?? null) : null,
        text: revisions.findLast((revision) => revision.version <= version)?.text ?? '',
        isMoved: step?.ways.includes('place') ?? false,
        marks:
          step?.before && step.now && step.before.label !== step.now.label
            ? { before: step.before.label, after: step.now.label }
            : null,
        origins: rulings,
        note,
      };
    });
}

/** Who and what made these versions, as far as it concerns a clause. */
async function originsOf(db: Db, where: { consultationId: string; clauseId: string; versions: readonly number[] }) {
  const { consultationId, clauseId } = where;
  const versions = await db.version.findMany({
    where: { consultationId, number: { in: [...where.versions] } },
    select: { number: true, createdAt: true, kind: true, note: true },
  });
  const causes = await causesOfVersions(db, { consultationId, versions: where.versions });
  const named = await nameCauses(db, consultationId, {
    [clauseId]: versions.map(({ number }) => ({ version: number, ways: [] })),
  });
  return new Map(
    versions.map((version) => {
      const own = new Set(
        named[clauseId]!.flatMap((cause) => (cause.version === version.number ? (cause.remark ?? []) : [])),
      );
      const origins = (causes.get(version.number) ?? [])
        .filter(({ remark }) => own.has(remark))
        .map(({ remark, kind, decision, reason, madeBy, madeAt }): RulingOrigin => ({
          number: remark,
          kind,
          decision,
          reason,
          madeByName: madeBy,
          madeAt,
        }));
      return [
        version.number,
        { at: version.createdAt, origins, note: version.kind === 'editorial' ? version.note : '' },
      ];
    }),
  );
}

export type GoneClause = {
  clauseId: string;
  code: number;
  citation: string;
  text: string;
  from: number;
  last: number;
  /** Version that left it out. */
  version: number;
  origins: RulingOrigin[];
  /** What the office wrote of a change of its own; '' for a ruling. */
  note: string;
  /** Units of the newest text with exactly these words. */
  twins: { code: number; citation: string }[];
  parent: { code: number; citation: string } | null;
  /** The unit it was joined with, in the newest text; null when it was deleted, or that one is gone as well. */
  mergedInto: { code: number; citation: string } | null;
  wasMerged: boolean;
};

/** Where a clause that is not in the newest text went; null when there never was such a clause. */
export async function findGoneClause(db: Db, input: { draft: Draft; code: number }): Promise<GoneClause | null> {
  const { draft } = input;
  const placements = await db.clausePlacement.findMany({
    where: { consultationId: draft.consultationId, clause: { code: input.code } },
    orderBy: { fromVersion: 'asc' },
    select: {
      clauseId: true,
      parentClauseId: true,
      fromVersion: true,
      toVersion: true,
      revision: { select: { text: true, heading: true } },
    },
  });
  const last = placements.at(-1);
  const version = last?.toVersion ?? null;
  if (!last || version === null) return null;
  const units = await loadUnits(db, draft.consultationId, version - 1);
  const now = citationsByClause(draft.units);
  const origins = await originsOf(db, {
    consultationId: draft.consultationId,
    clauseId: last.clauseId,
    versions: [version],
  });
  const { text, heading } = last.revision;
  const target = await mergedTarget(db, last.clauseId);
  const into = draft.units.find(({ clauseId }) => clauseId === target);
  const parent = draft.units.find(({ clauseId }) => clauseId === last.parentClauseId);
  return {
    clauseId: last.clauseId,
    code: input.code,
    citation: citationsByClause(units).get(last.clauseId) ?? '',
    text: text || (heading ?? ''),
    from: placements[0]?.fromVersion ?? 1,
    last: version - 1,
    version,
    origins: origins.get(version)?.origins ?? [],
    note: origins.get(version)?.note ?? '',
    twins:
      text === ''
        ? []
        : draft.units
            .filter((unit) => sameWording(unit.text, text))
            .map(({ code, clauseId }) => ({ code, citation: now.get(clauseId) ?? '' })),
    wasMerged: target !== null,
    mergedInto: into ? { code: into.code, citation: now.get(into.clauseId) ?? '' } : null,
    parent: parent ? { code: parent.code, citation: now.get(parent.clauseId) ?? '' } : null,
  };
}
