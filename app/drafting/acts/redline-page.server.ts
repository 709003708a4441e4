import { randomUUID } from 'node:crypto';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { consultationFacts, type ConsultationFacts } from './consultation-facts.server.ts';
import type { DraftUnit } from './draft.ts';
import { loadDraft } from './load-draft.server.ts';
import type { VersionDiff } from './version-diff.ts';
import { listVersions, type ListedVersion } from './version-list.server.ts';
import { diffVersions } from './tasks.server.ts';

export type RedlinePage = {
  facts: ConsultationFacts;
  from: number;
  to: number;
  versions: ListedVersion[];
  diff: VersionDiff;
  /** Versions that touched a clause, by its id: why it reads so. */
  causes: Record<string, number[]>;
};

type Where = { slug: string; from: number | null; to: number | null; locale: Locale; now: Date };

/** The redline between two versions; by default the last step. Throws not-found for an unknown version. */
export async function redlinePage(db: Db, { slug, from, to, locale, now }: Where): Promise<RedlinePage> {
  const facts = await consultationFacts(db, slug, now);
  const target = to ?? facts.version;
  const start = from ?? Math.max(1, target - 1);
  const before = await loadDraft(db, { id: facts.id }, start);
  const after = await loadDraft(db, { id: facts.id }, target);
  const texts = async () => ({ before: before.units, after: after.units, language: locale });
  const diff = await runTask(diffVersions, texts, `${nameOf(before.units)} ${nameOf(after.units)} ${locale}`);
  const range = { after: Math.min(start, target), upTo: Math.max(start, target) };
  return {
    facts,
    from: start,
    to: target,
    versions: await listVersions(db, facts.id),
    diff,
    causes: await causesOf(db, facts.id, range),
  };
}

const names = new WeakMap<readonly DraftUnit[], string>();

/** A name of a text in memory, so that who asks for the same comparison is known without looking at all its words. */
function nameOf(units: readonly DraftUnit[]): string {
  const name = names.get(units) ?? randomUUID();
  names.set(units, name);
  return name;
}

/** Per clause the versions of the range that brought new words, put it somewhere else or took it out. */
async function causesOf(
  db: Db,
  consultationId: string,
  range: { after: number; upTo: number },
): Promise<Record<string, number[]>> {
  const within = { gt: range.after, lte: range.upTo };
  const revisions = await db.clauseRevision.findMany({
    where: { consultationId, version: within },
    select: { clauseId: true, version: true },
  });
  const ended = await db.clausePlacement.findMany({
    where: { consultationId, toVersion: within },
    select: { clauseId: true, toVersion: true },
  });
  const goneOnly = await clausesOf(db, consultationId, range.upTo);
  const causes: Record<string, number[]> = {};
  const add = (clauseId: string, version: number) => {
    const known = (causes[clauseId] ??= []);
    if (!known.includes(version)) known.push(version);
  };
  for (const { clauseId, version } of revisions) add(clauseId, version);
  // A placement also ends when only the number changed: that is no cause, unless the clause is gone.
  for (const { clauseId, toVersion } of ended)
    if (!goneOnly.has(clauseId) && toVersion !== null) add(clauseId, toVersion);
  for (const known of Object.values(causes)) known.sort((a, b) => a - b);
  return causes;
}

/** Ids of the clauses that are in a version. */
async function clausesOf(db: Db, consultationId: string, version: number): Promise<Set<string>> {
  const rows = await db.clausePlacement.findMany({
    where: { consultationId, fromVersion: { lte: version }, OR: [{ toVersion: null }, { toVersion: { gt: version } }] },
    select: { clauseId: true },
  });
  return new Set(rows.map((row) => row.clauseId));
}
