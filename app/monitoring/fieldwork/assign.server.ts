import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { findBarringTie } from './find-ties.server.ts';

export type AssignInput = {
  viewer: Viewer;
  slug: string;
  teryt: string;
  area: string;
  part: 1 | 2;
  /** Null takes the assignment back. */ userId: string | null;
};
export type AssignError = 'published' | 'tie' | 'same-person' | 'not-coder' | 'no-double-coding' | 'other-slot';
export type AssignResult = { ok: true } | { ok: false; error: { code: AssignError } };

/**
 * Says who codes an area of a municipality: part 1 all of it, part 2 what is coded twice. Only the lead can. Refused for somebody with
 * a declared tie, for a reviewer, for one person in both parts, and for somebody who has answered in the other part already.
 */
export async function assign(db: Db, input: AssignInput): Promise<AssignResult> {
  const { viewer, slug, teryt, area, part, userId } = input;
  const edition = await getLedEdition(db, { slug, viewer });
  const indicators = edition.methodology.indicators
    .filter((indicator) => indicator.area === area)
    .map((indicator) => indicator.id);
  if (indicators.length === 0) throw notFound(`no area ${area}`);
  const refuse = (code: AssignError): AssignResult => ({ ok: false, error: { code } });
  return transaction(db, async (tx): Promise<AssignResult> => {
    const [locked] = await tx.$queryRaw<
      { state: string }[]
    >`select state from "Edition" where id = ${edition.id}::uuid for update`;
    if (locked?.state !== 'coding') return refuse('published');
    if ((await tx.editionUnit.count({ where: { editionId: edition.id, teryt } })) === 0)
      throw notFound(`${teryt} is not measured in ${slug}`);
    if (part === 2 && edition.doubleShare === 0) return refuse('no-double-coding');
    const cell = { editionId: edition.id, teryt, area };
    if (userId !== null) {
      const isCoder = await tx.roleGrant.count({
        where: {
          userId,
          teamId: edition.teamId,
          role: { in: ['lead', 'member'] },
          revokedAt: null,
          user: { disabledAt: null },
        },
      });
      if (isCoder === 0) return refuse('not-coder');
      if (await findBarringTie(tx, { userId, teryt, measuredFrom: edition.measuredFrom })) return refuse('tie');
      if ((await tx.assignment.count({ where: { ...cell, userId, part: { not: part } } })) > 0)
        return refuse('same-person');
      const inOther = await tx.coding.count({
        where: {
          editionId: edition.id,
          teryt,
          indicator: { in: indicators },
          coderId: userId,
          slot: part === 1 ? 2 : 1,
        },
      });
      if (inOther > 0) return refuse('other-slot');
    }
    await tx.assignment.deleteMany({ where: { ...cell, part } });
    if (userId !== null) await tx.assignment.create({ data: { ...cell, part, userId, assignedById: viewer.id } });
    await recordEvent(tx, {
      teryt,
      editionId: edition.id,
      actorId: viewer.id,
      kind: userId === null ? 'assignment-removed' : 'area-assigned',
      subject: { type: 'edition', id: edition.id },
      data: { area, part, userId },
    });
    return { ok: true };
  });
}
