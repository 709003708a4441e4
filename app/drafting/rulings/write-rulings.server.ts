import { v7 as uuidv7 } from 'uuid';
import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import { loadUnits, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { unitsOfChanges } from '#app/drafting/acts/touched-units.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import { writeVersion } from '#app/drafting/acts/write-version.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import type { CarriedRemark } from '../carry/carry-plan.ts';
import { carryRemarks } from '../carry/carry-remarks.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { sendDecisions, type ChangedWords } from '../carry/letters.server.ts';
import { tellFits } from '../carry/tell-fits.server.ts';
import type { Decidable } from './load-decidable.server.ts';
import { notedChanges } from '../carry/noted-changes.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { dropOtherDrafts } from '../carry/drop-drafts.server.ts';
import { wordChanges } from '../remarks/view-tasks.server.ts';
import { versionSteps } from '../remarks/version-changes.ts';

/** Who answers for a ruling; `draftedBy` is the official whose draft was approved. */
export type Signature = { madeBy: { id: string; name: string }; draftedBy: { id: string; name: string } | null };

type Ruled = Pick<Decidable['remark'], 'id' | 'number' | 'revision' | 'authorId' | 'groupId'>;

/** One ruling of an act of the office that has been checked. */
export type RulingToWrite = {
  signature: Signature;
  remark: Ruled;
  finals: Readonly<Record<string, string>>;
  decision: Decision;
  /** The office's own words for the decision, where a register came from elsewhere. */
  decisionWords?: string | null;
  reason: string;
  /** Places of its changes among those of the act. */
  changes: readonly number[];
  /** Beside others, the group whose answer it is and with whose amendments it goes along. */
  goesAlongWith?: string | null;
};

export type ActToWrite = {
  /** The newest text, on which all of it was decided. */
  draft: Draft;
  /** What the act does to the text, in the order in which it is done. */
  changes: readonly DraftChange[];
  rulings: readonly RulingToWrite[];
  /** How they belong together: a group has one answer, those released together each their own, in this order. */
  kind: 'single' | 'group' | 'together';
  groupId?: string | null;
  /** Who makes the version. */
  actorId: string;
  /** Drafts that became these rulings; each is closed by its own event. */
  approvedDraftIds?: readonly string[];
  now: Date;
};

export type WrittenAct = { version: number | null; carried: CarriedRemark[]; rulingIds: ReadonlyMap<string, string> };

/**
 * Writes rulings that have been checked, as one act: the next version when the text changes, one ruling for each remark answered with the
 * units it changed, the carrying-over of every other open remark the change touches, a line of the record for each, one letter to each
 * person concerned. Call it under the lock of the consultation, in the transaction of the check.
 */
export async function writeRulings(tx: Db, act: ActToWrite): Promise<WrittenAct> {
  const { draft, changes } = act;
  const rulingIds = new Map(act.rulings.map(({ remark }) => [remark.id, uuidv7()]));
  const first = act.rulings.find((ruling) => ruling.changes.length > 0);
  const rulingId = (first && rulingIds.get(first.remark.id)) ?? null;
  const version = changes.length > 0 ? await writeText(tx, act, rulingId) : null;
  const after = version === null ? null : await loadUnits(tx, draft.consultationId, version);
  const units = after ? unitsOfChanges(draft, changes, after) : [];
  if (!units) throw new Error(`version ${version} of ${draft.slug} is not what was planned`);
  const written = act.rulings.map((ruling) => ({
    ...ruling,
    id: rulingIds.get(ruling.remark.id)!,
    clauseIds: [...new Set(ruling.changes.flatMap((at) => units[at] ?? []))],
    version: ruling.changes.length > 0 ? version : null,
  }));
  await writeRows(tx, act, written);
  const carried = after
    ? await carryRemarks(tx, {
        teryt: draft.teryt,
        consultationId: draft.consultationId,
        rulingId,
        actorId: act.actorId,
        before: draft.units,
        after,
        version: version!,
        now: act.now,
      })
    : [];
  await tell(tx, act, { written, version, carried, words: after ? await changedWords(draft.units, after) : [] });
  await bumpRevision(tx, consultationScope(draft.slug));
  return { version, carried, rulingIds };
}

async function writeText(
  tx: Db,
  { draft, changes, actorId, now }: ActToWrite,
  rulingId: string | null,
): Promise<number> {
  const version = await writeVersion(tx, draft, changes, {
    kind: 'ruling',
    rulingId,
    note: '',
    changes: notedChanges(changes, citationsByClause(draft.units)),
    createdById: actorId,
    createdAt: now,
  });
  if (version === null) throw new Error(`the text of ${draft.slug} changed under the lock`);
  return version;
}

type Written = RulingToWrite & { id: string; clauseIds: string[]; version: number | null };

/** A statement for each kind of row, however many rulings there are: others wait for this transaction. */
async function writeRows(tx: Db, act: ActToWrite, written: readonly Written[]): Promise<void> {
  const { draft, kind, now } = act;
  const groupOf = (ruling: Pick<RulingToWrite, 'goesAlongWith'>) => act.groupId ?? ruling.goesAlongWith ?? null;
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  await tx.ruling.createMany({
    data: written.map((ruling, place) => ({
      id: ruling.id,
      ...owner,
      remarkId: ruling.remark.id,
      decision: ruling.decision,
      decisionWords: ruling.decisionWords ?? null,
      reason: ruling.reason,
      againstVersion: draft.version,
      resultVersion: ruling.version,
      clauseIds: ruling.clauseIds,
      place: kind === 'together' ? place : null,
      groupId: groupOf(ruling),
      madeById: ruling.signature.madeBy.id,
      madeByName: ruling.signature.madeBy.name,
      draftedById: ruling.signature.draftedBy?.id ?? null,
      draftedByName: ruling.signature.draftedBy?.name ?? null,
      madeAt: now,
      ...(Object.keys(ruling.finals).length > 0 ? { finalText: ruling.finals } : {}),
    })),
  });
  const states = written.map(({ remark: { id, revision }, decision }) => ({ id, revision, decision }));
  const count = await tx.$executeRaw`
    update "Remark" r set state = d.decision, revision = r.revision + 1
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as d (id uuid, revision int, decision text)
    where r.id = d.id and r.revision = d.revision and r.state = 'open'
      and r.teryt = ${owner.teryt} and r."consultationId" = ${owner.consultationId}::uuid`;
  // The lock makes this impossible; a ruling on a remark that is not open must not be kept whatever happens.
  if (count !== written.length) throw new Error(`remarks of ${draft.slug} changed under the lock`);
  await recordEvents(
    tx,
    written.map(({ remark, decision, id, version, signature: { madeBy, draftedBy }, ...ruling }) => ({
      ...owner,
      kind: 'remark-decided',
      actorId: madeBy.id,
      subject: { type: 'remark', id: remark.id },
      at: now,
      data: {
        number: remark.number,
        decision,
        ruling: id,
        version,
        ...(groupOf(ruling) === null ? {} : { group: groupOf(ruling) }),
        ...(draftedBy ? { draftedBy: draftedBy.id } : {}),
      },
    })),
  );
  await dropOtherDrafts(tx, {
    ...owner,
    remarkIds: written.map(({ remark }) => remark.id),
    actorId: act.actorId,
    except: act.approvedDraftIds ?? [],
    now,
  });
}

type ChangedUnitWords = ChangedWords & { clauseId: string };

/** Every unit whose words differ, as two wordings for letters. */
export async function changedWords(
  before: readonly DraftUnit[],
  after: readonly DraftUnit[],
): Promise<ChangedUnitWords[]> {
  const steps = versionSteps({ before, after, locale: 'pl' });
  const views = await runTask(wordChanges, steps);
  return views.flatMap((view, at) =>
    view ? [{ clauseId: steps[at]!.clauseId, op: view.op, citation: view.citation, was: view.was, is: view.is }] : [],
  );
}

async function tell(
  tx: Db,
  { draft, kind }: ActToWrite,
  told: {
    written: readonly Written[];
    version: number | null;
    carried: readonly CarriedRemark[];
    words: readonly ChangedUnitWords[];
  },
): Promise<void> {
  const about = { teryt: draft.teryt, slug: draft.slug, title: draft.title };
  await sendDecisions(
    tx,
    told.written.map(({ remark: { id, number, authorId }, decision, reason, version, clauseIds, goesAlongWith }) => ({
      ...about,
      remarkId: id,
      number,
      authorId,
      decision,
      reason,
      resultVersion: version,
      // Beside others each is told of its own words alone.
      words: kind === 'together' ? told.words.filter(({ clauseId }) => clauseIds.includes(clauseId)) : told.words,
      isGroup: kind === 'group' || goesAlongWith != null,
    })),
    { isTogether: kind === 'together' },
  );
  if (told.version !== null) await tellFits(tx, { ...about, version: told.version, carried: told.carried });
}
