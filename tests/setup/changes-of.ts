import type { PrismaClient } from '#app/generated/prisma/client.ts';

export type Changes = {
  /** Kinds of the new lines of the record, sorted. */ events: string[];
  changed: boolean;
  /** What a refused act said, for the message of a failing test. */ failed: string;
};

/** What an act did to a consultation: the lines of the record it left, and whether any of its rows differ. */
export async function changesOf(
  db: PrismaClient,
  consultationId: string,
  run: () => Promise<unknown>,
): Promise<Changes> {
  const [known, before] = [await eventIds(db, consultationId), await stateOf(db, consultationId)];
  const result = await run().catch((error: unknown) => String(error));
  const events = await db.event.findMany({ where: { consultationId, id: { notIn: known } }, select: { kind: true } });
  return {
    events: events.map(({ kind }) => kind).sort(),
    changed: (await stateOf(db, consultationId)) !== before,
    failed: JSON.stringify(result),
  };
}

async function eventIds(db: PrismaClient, consultationId: string): Promise<string[]> {
  return (await db.event.findMany({ where: { consultationId }, select: { id: true } })).map(({ id }) => id);
}

/** Every row of a consultation that people or the office can change. */
async function stateOf(db: PrismaClient, consultationId: string): Promise<string> {
  const [where, orderBy] = [{ consultationId }, { id: 'asc' as const }];
  return JSON.stringify([
    await db.consultation.findUniqueOrThrow({ where: { id: consultationId } }),
    await db.version.findMany({ where, orderBy }),
    await db.remark.findMany({ where, orderBy }),
    await db.remarkOperation.findMany({ where, orderBy }),
    await db.operationWording.findMany({ where, orderBy }),
    await db.ruling.findMany({ where, orderBy }),
    await db.rulingDraft.findMany({ where, orderBy }),
    await db.officeDraft.findMany({ where, orderBy }),
    await db.remarkGroup.findMany({ where, orderBy }),
    await db.support.findMany({ where, orderBy }),
    await db.comment.findMany({ where, orderBy }),
    await db.meeting.findMany({ where, orderBy }),
    await db.report.findMany({ where, orderBy }),
    await db.reportDetails.findMany({ where }),
    await db.unifiedText.findMany({ where, orderBy }),
    await db.termChange.findMany({ where, orderBy }),
    await db.factsChange.findMany({ where, orderBy }),
    await db.adoptedText.findMany({ where: { unified: where }, orderBy }),
    await db.filing.findMany({ where, orderBy }),
    await db.attachment.findMany({ where, orderBy }),
    await db.redaction.findMany({ where, orderBy }),
  ]);
}
