import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { nameCauses } from '#app/drafting/acts/unit-causes.server.ts';
import { listVersions, type ListedVersion } from '#app/drafting/acts/version-list.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { ChangeView } from '../remarks/change-view.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { wordOrigins } from './word-origins.server.ts';
import { viewChanges } from '../remarks/view-tasks.server.ts';

/** A stretch of words of a clause that one version brought. */
export type Stretch = { from: number; words: string; version: number };

export type WordsPage = {
  slug: string;
  title: string;
  code: number;
  citation: string;
  label: string;
  stretches: Stretch[];
  /** The stretch asked about with what brought it; null when none was. */
  picked: { stretch: Stretch; origin: ListedVersion; change: ChangeView | null } | null;
};

/** Where each word of a clause of the newest text comes from. Throws not-found for an unknown clause or place. */
export async function loadWordsPage(
  db: Db,
  input: { slug: string; code: number; from: number | null; locale: Locale },
): Promise<WordsPage> {
  const draft = await loadDraft(db, { slug: input.slug });
  const unit = draft.units.find(({ code }) => code === input.code);
  if (!unit) throw notFound('no such clause in the newest text');
  const stretches = await stretchesOf(db, { ...unit, version: draft.version });
  const citation = citationsByClause(draft.units).get(unit.clauseId) ?? '';
  const page = { slug: draft.slug, title: draft.title, code: unit.code, citation, label: unit.label, stretches };
  if (input.from === null) return { ...page, picked: null };
  const { from } = input;
  const stretch = stretches.findLast((each) => each.from <= from);
  if (!stretch || from >= unit.text.length) throw notFound('no words there');
  const version = (await listVersions(db, draft.consultationId)).find(({ number }) => number === stretch.version);
  if (!version) throw notFound('no such version');
  const { [unit.clauseId]: named = [] } = await nameCauses(db, draft.consultationId, {
    [unit.clauseId]: [{ version: version.number, ways: ['words'] }],
  });
  const origin = {
    ...version,
    causes: version.causes.filter((cause) => named.some(({ remark }) => remark === cause.remark)),
  };
  return {
    ...page,
    picked: {
      stretch,
      origin,
      change: await changeOf(db, { clauseId: unit.clauseId, version: stretch.version, citation, locale: input.locale }),
    },
  };
}

export async function stretchesOf(
  db: Db,
  unit: { clauseId: string; text: string; version: number },
): Promise<Stretch[]> {
  const origins = await wordOrigins(db, unit.clauseId, unit.version);
  return origins.map(({ from, to, source }) => ({ from, words: unit.text.slice(from, to), version: source }));
}

/** What the version did to the words of this very clause; null when they came in with it or from another one. */
async function changeOf(
  db: Db,
  input: { clauseId: string; version: number; citation: string; locale: Locale },
): Promise<ChangeView | null> {
  const revisions = await db.clauseRevision.findMany({
    where: { clauseId: input.clauseId, version: { lte: input.version } },
    orderBy: { version: 'desc' },
    take: 2,
    select: { version: true, text: true },
  });
  const [now, before] = revisions;
  if (!now || !before || now.version !== input.version) return null;
  const [change] = await runTask(viewChanges, [
    { op: 'replace', citation: input.citation, mark: '', before: before.text, after: now.text, locale: input.locale },
  ]);
  return change ?? null;
}
