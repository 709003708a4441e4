import { v7 as uuidv7 } from 'uuid';
import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import { loadUnits } from '#app/drafting/acts/load-draft.server.ts';
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

type Ruled = Pick<Decidable['remark'], 'id' | 'number' | 'revision' | 'authorId'>;

export type RulingToWrite = {
  signature: Signature;
  decidable: Decidable;
  changes: readonly DraftChange[];
  finals: Readonly<Record<string, string>>;
  decision: Decision;
  /** The office's own words for the decision, where a register came from elsewhere. */
  decisionWords?: string | null;
  reason: string;
  /** The group answered at once: its other members get the same ruling, the text changes once. */
  group?: { id: string; others: readonly Ruled[] } | null;
  /** Remarks that are ruled on in the same act: their authors need no letter about the steps in between. */
  together?: ReadonlySet<string>;
  /** The draft that was approved; it is closed by its own event. */
  approvedDraftIds?: readonly string[];
  now: Date;
};

export type WrittenRuling = { version: number | null; carried: CarriedRemark[] };

/**
 * Writes a ruling that has been checked: the next version when the text changes, one ruling for each remark answered, the
 * carrying-over of every other open remark the change touches, a line of the record for each, letters to the people
 * concerned. Call it under the lock of the consultation, in the transaction of the check.
 */
export async function writeRuling(tx: Db, ruling: RulingToWrite): Promise<WrittenRuling> {
  const { draft, remark } = ruling.decidable;
  const ruled: Ruled[] = [remark, ...(ruling.group?.others ?? [])];
  const rulingIds = new Map(ruled.map(({ id }) => [id, uuidv7()]));
  const rulingId = rulingIds.get(remark.id) ?? '';
  const version = ruling.changes.length > 0 ? await writeText(tx, ruling, rulingId) : null;
  await writeRulings(tx, ruling, {
    ruled: ruled.map((each) => ({ ...each, rulingId: rulingIds.get(each.id) ?? '' })),
    version,
  });
  const after = version === null ? null : await loadUnits(tx, draft.consultationId, version);
  const carried =
    version === null || !after
      ? []
      : await carryRemarks(tx, {
          teryt: draft.teryt,
          consultationId: draft.consultationId,
          decidedId: remark.id,
          rulingId,
          actorId: ruling.signature.madeBy.id,
          before: draft.units,
          after,
          version,
          now: ruling.now,
        });
  await tell(tx, ruling, { ruled, version, carried, words: after ? await changedWords(draft.units, after) : [] });
  await bumpRevision(tx, consultationScope(draft.slug));
  return { version, carried };
}

async function writeText(
  tx: Db,
  { decidable: { draft }, changes, signature, now }: RulingToWrite,
  rulingId: string,
): Promise<number> {
  const version = await writeVersion(tx, draft, changes, {
    kind: 'ruling',
    rulingId,
    note: '',
    changes: notedChanges(changes, citationsByClause(draft.units)),
    createdById: signature.madeBy.id,
    createdAt: now,
  });
  if (version === null) throw new Error(`the text of ${draft.slug} changed under the lock`);
  return version;
}

async function writeRulings(
  tx: Db,
  ruling: RulingToWrite,
  { ruled, version }: { ruled: readonly (Ruled & { rulingId: string })[]; version: number | null },
): Promise<void> {
  const {
    signature: { madeBy, draftedBy },
    decidable: { draft },
    decision,
    finals,
    group,
    now,
  } = ruling;
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  await tx.ruling.createMany({
    data: ruled.map(({ id: remarkId, rulingId }) => ({
      id: rulingId,
      ...owner,
      remarkId,
      decision,
      decisionWords: ruling.decisionWords ?? null,
      reason: ruling.reason,
      againstVersion: draft.version,
      resultVersion: version,
      groupId: group?.id ?? null,
      madeById: madeBy.id,
      madeByName: madeBy.name,
      draftedById: draftedBy?.id ?? null,
      draftedByName: draftedBy?.name ?? null,
      madeAt: now,
      ...(Object.keys(finals).length > 0 ? { finalText: finals } : {}),
    })),
  });
  for (const { id, revision } of ruled) {
    const { count } = await tx.remark.updateMany({
      where: { id, ...owner, state: 'open', revision },
      data: { state: decision, revision: { increment: 1 } },
    });
    // The lock makes this impossible; a ruling on a remark that is not open must not be kept whatever happens.
    if (count !== 1) throw new Error(`remark ${id} changed under the lock`);
  }
  await recordEvents(
    tx,
    ruled.map(({ id, number, rulingId }) => ({
      ...owner,
      kind: 'remark-decided',
      actorId: madeBy.id,
      subject: { type: 'remark', id },
      at: now,
      data: {
        number,
        decision,
        ruling: rulingId,
        version,
        ...(group ? { group: group.id } : {}),
        ...(draftedBy ? { draftedBy: draftedBy.id } : {}),
      },
    })),
  );
  await dropOtherDrafts(tx, {
    ...owner,
    remarkIds: ruled.map(({ id }) => id),
    actorId: madeBy.id,
    except: ruling.approvedDraftIds ?? [],
    now,
  });
}

/** Every unit whose words differ, as two wordings for letters. */
export async function changedWords(before: readonly DraftUnit[], after: readonly DraftUnit[]): Promise<ChangedWords[]> {
  const views = await runTask(wordChanges, versionSteps({ before, after, locale: 'pl' }));
  return views.filter((view) => view !== null).map(({ op, citation, was, is }) => ({ op, citation, was, is }));
}

async function tell(
  tx: Db,
  ruling: RulingToWrite,
  told: { ruled: readonly Ruled[]; version: number | null; carried: readonly CarriedRemark[]; words: ChangedWords[] },
): Promise<void> {
  const {
    decidable: { draft },
    decision,
    reason,
  } = ruling;
  const about = { teryt: draft.teryt, slug: draft.slug, title: draft.title };
  await sendDecisions(
    tx,
    told.ruled.map(({ id, number, authorId }) => ({
      ...about,
      remarkId: id,
      number,
      authorId,
      decision,
      reason,
      resultVersion: told.version,
      words: told.words,
      isGroup: Boolean(ruling.group),
    })),
  );
  if (told.version === null) return;
  await tellFits(tx, {
    ...about,
    version: told.version,
    carried: told.carried.filter(({ remarkId }) => !ruling.together?.has(remarkId)),
  });
}
