import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { actView, headView, type HeadView, type UnitView } from './act-view.ts';
import { consultationFacts, type ConsultationFacts } from './consultation-facts.server.ts';
import { loadDraft } from './load-draft.server.ts';
import { draftText } from './unit-tree.ts';
import { listVersions, type ListedVersion } from './version-list.server.ts';

export type VersionText = {
  facts: ConsultationFacts;
  version: ListedVersion;
  head: HeadView;
  units: UnitView[];
  reasons: string | null;
};

/** The text of one version, the current one unless `number` is given, with what made it. Throws not-found. */
export async function versionText(db: Db, where: { slug: string; number?: number; now: Date }): Promise<VersionText> {
  const facts = await consultationFacts(db, where.slug, where.now);
  const draft = await loadDraft(db, { id: facts.id }, where.number);
  const version = (await listVersions(db, facts.id)).find((one) => one.number === draft.version);
  if (!version) throw notFound('no such version');
  return { facts, version, head: headView(draft.head), units: actView(draft.units), reasons: draft.head.reasons };
}

/** A version as plain text, exactly as it is printed, the current one unless `version` names another; with a name for the file. Throws not-found. */
export async function plainText(
  db: Db,
  { slug, version }: { slug: string; version: number | null },
): Promise<{ text: string; name: string }> {
  const draft = await loadDraft(db, { slug }, version ?? undefined);
  return { text: draftText(draft.head, draft.units), name: `${draft.slug}-wersja-${draft.version}.txt` };
}
