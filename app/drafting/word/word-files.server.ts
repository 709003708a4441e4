import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { frozenText } from '#app/drafting/unified/unified-page.server.ts';
import { citedAct } from '#app/drafting/acts/unit-tree.ts';
import { causeIn, causeWords } from '#app/drafting/acts/cause-words.ts';
import { nameCauses } from '#app/drafting/acts/unit-causes.server.ts';
import type { VersionCause } from '#app/drafting/acts/version-causes.server.ts';
import { comparedDrafts } from '#app/drafting/acts/redline-page.server.ts';
import { allChanged } from '#app/drafting/acts/version-diff.ts';
import { listVersions, type ListedVersion } from '#app/drafting/acts/version-list.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { EXPLAINER } from '#app/documents/model/placing.ts';
import { propertiesOf, type DocumentProperties } from '#app/documents/model/tracked-document.ts';
import type { TrackedAmendment } from '#app/documents/model/unit-change.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { stateKeys } from '#app/drafting/state/remark-state.ts';
import type { Act } from '#app/text/tree/types.ts';
import { originProperties, type FileKind } from './file-origin.ts';
import { sentAmendments } from './sent-amendments.server.ts';
import { writeWord } from './tasks.server.ts';

export type WordFile = { bytes: Uint8Array<ArrayBuffer>; name: string };

/** Files are in the language of the law they hold. */
const say = translator('pl');

/** A version of the draft, the newest unless `version` names another. Throws not-found. */
export async function draftFile(db: Db, where: { slug: string; version: number | null; now: Date }): Promise<WordFile> {
  const draft = await loadDraft(db, { slug: where.slug }, where.version ?? undefined);
  const act = citedAct(draft);
  const properties = await propertiesFor(db, {
    draft,
    act,
    kind: 'draft',
    now: where.now,
    numbers: [],
    subject: say('word.subject.draft', { version: draft.version }),
  });
  return wordFile(
    await runTask(writeWord, { kind: 'plain', act, properties }),
    `${draft.slug}-wersja-${draft.version}.docx`,
  );
}

/** The newest draft with every open amendment as its author's tracked changes and its reason as a comment. Throws not-found. */
export async function amendmentsFile(db: Db, where: { slug: string; now: Date }): Promise<WordFile> {
  const draft = await loadDraft(db, { slug: where.slug });
  const act = citedAct(draft);
  const sent = await sentAmendments(db, {
    consultationId: draft.consultationId,
    units: draft.units,
    version: draft.version,
    at: where.now,
    numbers: 'open',
  });
  const numbers = sent.map(({ number }) => number);
  const properties = await propertiesFor(db, {
    draft,
    act,
    kind: 'amendments',
    now: where.now,
    numbers,
    subject: say('word.subject.amendments', { version: draft.version, count: sent.length }),
  });
  return wordFile(
    await runTask(writeWord, { kind: 'tracked', act, amendments: sent.map(({ tracked }) => tracked), properties }),
    `${draft.slug}-wersja-${draft.version}-z-poprawkami.docx`,
  );
}

/** What changed between two versions, the last step unless they are named, as tracked changes. Throws not-found. */
export async function redlineFile(
  db: Db,
  where: { slug: string; from: number | null; to: number | null; now: Date },
): Promise<WordFile> {
  const after = await loadDraft(db, { slug: where.slug }, where.to ?? undefined);
  const before = await loadDraft(db, { slug: where.slug }, where.from ?? Math.max(1, after.version - 1));
  const act = citedAct(after);
  const subject = say('word.subject.redline', { from: before.version, to: after.version });
  const properties = await propertiesFor(db, {
    draft: after,
    act,
    kind: 'redline',
    now: where.now,
    numbers: [],
    subject,
  });
  const made = await db.version.findFirstOrThrow({
    where: { consultationId: after.consultationId, number: after.version },
    select: { createdAt: true },
  });
  const by = { author: say('word.redline.author', { version: after.version }), date: made.createdAt.toISOString() };
  return wordFile(
    await runTask(writeWord, {
      kind: 'redline',
      before: citedAct(before),
      act,
      by,
      properties,
      why: await whyOf(db, before, after),
    }),
    `${after.slug}-zmiany-${before.version}-${after.version}.docx`,
  );
}

/** What made each unit of two versions differ, by its place in either of them. */
async function whyOf(db: Db, before: Draft, after: Draft) {
  const { diff, causes, versions } = await comparedDrafts(db, { before, after, locale: 'pl' });
  const words = new Map(
    [...allChanged(diff.units), ...diff.renumbered].map(({ clauseId }) => [
      clauseId,
      (causes[clauseId] ?? []).map((cause) => causeWords(say, cause, versions)).join('\n'),
    ]),
  );
  const placed = ({ units }: Draft) =>
    Object.fromEntries(
      units.flatMap(({ clauseId }, at) => {
        const text = words.get(clauseId);
        return text ? [[String(at), text]] : [];
      }),
    );
  return { base: placed(before), current: placed(after) };
}

/** The unified text that went to the council, with why each clause reads as it does in comments. Throws not-found while there is none. */
export async function unifiedFile(db: Db, where: { slug: string; now: Date }): Promise<WordFile> {
  const frozen = await frozenText(db, { slug: where.slug, version: null });
  const draft = await loadDraft(db, { slug: where.slug }, frozen.version);
  const act = citedAct(draft);
  const properties = await propertiesFor(db, {
    draft,
    act,
    kind: 'unified',
    now: where.now,
    numbers: [],
    subject: say('word.subject.unified', { version: draft.version }),
  });
  return wordFile(
    await runTask(writeWord, { kind: 'tracked', act, amendments: await reasonsOf(db, draft), properties }),
    `${draft.slug}-tekst-ujednolicony-${draft.version}.docx`,
  );
}

/** A comment on every clause that a ruling or the office changed: which version, which remark, how it was ruled on and why. */
async function reasonsOf(db: Db, draft: Draft): Promise<TrackedAmendment[]> {
  const versions = new Map((await listVersions(db, draft.consultationId)).map((version) => [version.number, version]));
  const revisions = await db.clauseRevision.findMany({
    where: { id: { in: draft.units.map(({ revisionId }) => revisionId) }, version: { gt: 1 } },
    select: { id: true, version: true },
  });
  const broughtBy = new Map(revisions.map(({ id, version }) => [id, versions.get(version)]));
  const named = await nameCauses(
    db,
    draft.consultationId,
    Object.fromEntries(
      draft.units.flatMap(({ clauseId, revisionId }) => {
        const version = broughtBy.get(revisionId)?.number;
        return version === undefined ? [] : [[clauseId, [{ version, ways: ['words' as const] }]]];
      }),
    ),
  );
  return draft.units.flatMap(({ clauseId, revisionId }, index): TrackedAmendment[] => {
    const version = broughtBy.get(revisionId);
    if (!version) return [];
    const why = (named[clauseId] ?? []).map((cause) => reasonWords(version, causeIn(version, cause)));
    return [
      {
        author: EXPLAINER,
        date: version.createdAt.toISOString(),
        reason: '',
        clauses: [{ op: 'note', unit: String(index), text: why.join('\n') }],
      },
    ];
  });
}

function reasonWords({ number, note }: ListedVersion, cause: VersionCause | null): string {
  if (!cause) return say('word.reason.editorial', { version: number, note });
  return say(`word.reason.${cause.kind}`, {
    version: number,
    number: cause.remark,
    decision: say(stateKeys[cause.decision]),
    reason: cause.reason,
  });
}

type Properties = { draft: Draft; act: Act; kind: FileKind; now: Date; numbers: readonly number[]; subject: string };

async function propertiesFor(
  db: Db,
  { draft, act, kind, now, numbers, subject }: Properties,
): Promise<DocumentProperties> {
  const { name } = await db.municipality.findUniqueOrThrow({ where: { teryt: draft.teryt }, select: { name: true } });
  const own = propertiesOf(act, { date: now.toISOString().replace(/\.\d+Z$/, 'Z'), subject, creator: name });
  return {
    ...own,
    title: act.title.trim() === '' ? draft.title : own.title,
    custom: originProperties({ slug: draft.slug, kind, version: draft.version, at: now, numbers }),
  };
}

function wordFile(bytes: Uint8Array, name: string): WordFile {
  return { bytes: new Uint8Array(bytes), name };
}
