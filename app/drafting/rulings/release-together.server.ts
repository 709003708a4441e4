import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { goAlong } from './go-along.ts';
import type { PlannedTogether } from './plan-together.server.ts';
import { writeRulings, type RulingToWrite, type WrittenAct } from './write-rulings.server.ts';

/** A ruling before it is known what it does beside the others. */
export type ToRelease = Omit<RulingToWrite, 'finals' | 'changes' | 'goesAlongWith'>;

/**
 * Brings rulings into force together, as they were planned: one version of the text that names the units of each, one letter to each person,
 * and one line of the record of who released them. One alone that was not collected before is simply a ruling.
 */
export async function releaseTogether(
  tx: Db,
  input: {
    viewer: { id: string };
    consultation: OfficeConsultation;
    draft: Draft;
    plan: PlannedTogether;
    rulings: readonly ToRelease[];
    approvedDraftIds?: readonly string[];
    /** Collected before by whoever answers for each. */
    isCollected?: boolean;
    now: Date;
  },
): Promise<WrittenAct> {
  const { viewer, consultation, draft, plan, now } = input;
  const isOne = input.rulings.length === 1 && !input.isCollected;
  const along = goAlong(
    input.rulings.map(({ remark: { groupId }, decision, reason }, at) => ({
      groupId,
      decision,
      reason,
      own: plan.shares[at]!.changes,
    })),
  );
  const written = await writeRulings(tx, {
    draft,
    changes: plan.changes,
    rulings: input.rulings.map((ruling, at) => ({
      ...ruling,
      finals: plan.shares[at]!.finals,
      changes: along[at]!.changed,
      goesAlongWith: along[at]!.with,
    })),
    kind: isOne ? 'single' : 'together',
    actorId: viewer.id,
    ...(input.approvedDraftIds ? { approvedDraftIds: input.approvedDraftIds } : {}),
    now,
  });
  if (!isOne)
    await recordEvent(tx, {
      teryt: consultation.teryt,
      consultationId: consultation.id,
      kind: 'rulings-released',
      actorId: viewer.id,
      subject: { type: 'consultation', id: consultation.id },
      at: now,
      data: { version: written.version, against: draft.version, rulings: input.rulings.length },
    });
  return written;
}
