import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { tellWaiting } from '#app/drafting/office/tell-officials.server.ts';
import { rehearsal } from '#app/drafting/office/gate.server.ts';
import type { DraftKind } from '#app/drafting/office/office-writes.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { actOf, type ActContext, type Acted, type ActInput } from './office-acts.server.ts';
import { draftKindKeys } from './draft-kinds.ts';
import { printOf } from '#app/drafting/office/print-of.server.ts';

export type HandInOfficeDraft<K extends DraftKind> = {
  viewer: Viewer;
  slug: string;
  kind: K;
  input: ActInput<K>;
  now?: Date;
};
export type HandedIn = { ok: true; value: { id: string } } | { ok: false; error: { code: string } };

/**
 * Hands in a write of the office for the approval of another official. Refused with what the write itself would be refused with: it is
 * made and rolled back first, so that nothing waits that could not be approved as things stand.
 */
export async function handInOfficeDraft<K extends DraftKind>(
  db: Db,
  { viewer, slug, kind, input, now = new Date() }: HandInOfficeDraft<K>,
): Promise<HandedIn> {
  const act = actOf(kind);
  const tried = await rehearse(db, (tx) =>
    act.run(tx, { viewer, slug, now, approves: rehearsal } satisfies ActContext, input),
  );
  if (!tried.ok) return tried;
  return officeWrite(db, { viewer, slug }, async (tx, consultation): Promise<HandedIn> => {
    const owner = { teryt: consultation.teryt, consultationId: consultation.id };
    const { id } = await tx.officeDraft.create({
      data: {
        ...owner,
        kind,
        state: 'waiting',
        input: JSON.parse(JSON.stringify(input)),
        print: printOf([kind, act.essence(input)]),
        reason: act.reasonOf(input),
        draftedById: viewer.id,
        draftedByName: viewer.displayName,
        createdAt: now,
      },
      select: { id: true },
    });
    await recordEvent(tx, {
      ...owner,
      kind: 'office-draft-handed-in',
      actorId: viewer.id,
      subject: { type: 'office-draft', id },
      data: { write: kind },
      at: now,
    });
    await tellWaiting(tx, {
      consultation,
      drafts: { kind: 'office', what: draftKindKeys[kind] },
      by: viewer,
      event: id,
      now,
    });
    return { ok: true, value: { id } };
  });
}

/** Carries what a rehearsed write said out of the transaction that it must not keep. */
class Rehearsed extends Error {
  readonly said: Acted;

  constructor(said: Acted) {
    super('rehearsed');
    this.said = said;
  }
}

async function rehearse(db: Db, run: (tx: Db) => Promise<Acted>): Promise<Acted> {
  try {
    return await transaction(db, async (tx) => {
      throw new Rehearsed(await run(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.said;
    throw error;
  }
}
