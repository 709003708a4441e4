import { randomUUID } from 'node:crypto';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { consultationFacts, type ConsultationFacts } from './consultation-facts.server.ts';
import type { DraftUnit } from './draft.ts';
import { loadDraft, type Draft } from './load-draft.server.ts';
import { allChanged, type VersionDiff } from './version-diff.ts';
import { listVersions, type ListedVersion } from './version-list.server.ts';
import { diffVersions } from './tasks.server.ts';
import { causesOfUnits } from './unit-causes.server.ts';
import type { UnitCause } from './unit-causes.ts';

export type RedlinePage = {
  facts: ConsultationFacts;
  from: number;
  to: number;
  versions: ListedVersion[];
  diff: VersionDiff;
  /** What made each changed or renumbered unit so, by clause id. */
  causes: Record<string, UnitCause[]>;
};

type Where = { slug: string; from: number | null; to: number | null; locale: Locale; now: Date };

/** The redline between two versions; by default the last step. Throws not-found for an unknown version. */
export async function redlinePage(db: Db, { slug, from, to, locale, now }: Where): Promise<RedlinePage> {
  const facts = await consultationFacts(db, slug, now);
  const target = to ?? facts.version;
  const start = from ?? Math.max(1, target - 1);
  const before = await loadDraft(db, { id: facts.id }, start);
  const after = await loadDraft(db, { id: facts.id }, target);
  return { facts, from: start, to: target, ...(await comparedDrafts(db, { before, after, locale })) };
}

const names = new WeakMap<readonly DraftUnit[], string>();

/** A name of a text in memory, so that who asks for the same comparison is known without looking at all its words. */
function nameOf(units: readonly DraftUnit[]): string {
  const name = names.get(units) ?? randomUUID();
  names.set(units, name);
  return name;
}

/** Two versions of a text, what differs between them, and what made each unit differ. */
export async function comparedDrafts(
  db: Db,
  { before, after, locale }: { before: Draft; after: Draft; locale: Locale },
): Promise<Pick<RedlinePage, 'versions' | 'diff' | 'causes'>> {
  const texts = async () => ({ before: before.units, after: after.units, language: locale });
  const diff = await runTask(diffVersions, texts, `${nameOf(before.units)} ${nameOf(after.units)} ${locale}`);
  const range = {
    after: Math.min(before.version, after.version),
    upTo: Math.max(before.version, after.version),
  };
  const { consultationId } = after;
  return {
    diff,
    versions: await listVersions(db, consultationId),
    causes: await causesOfUnits(db, { consultationId, ...range }, [...allChanged(diff.units), ...diff.renumbered]),
  };
}
