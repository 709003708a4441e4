import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { teamIds, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';

type Asked = { viewer: Viewer; slug: string };
/** `rest` is how many municipalities the person was shown: what came in since is not declared unseen. */
export type DeclareNoTiesInput = Asked & { rest: number };
export type DeclareNoTiesResult = { ok: true; value: { declared: number } } | { ok: false; error: { code: 'changed' } };

/**
 * Records at once that somebody of the team has no ties with any municipality of an edition being coded of which they said nothing yet. What
 * they said of a municipality stays in force.
 */
export async function declareNoTies(db: Db, { viewer, slug, rest }: DeclareNoTiesInput): Promise<DeclareNoTiesResult> {
  return transaction(db, async (tx): Promise<DeclareNoTiesResult> => {
    // Two sendings at once: the second sees what the first declared.
    await tx.$queryRaw`select 1 as one from "User" where id = ${viewer.id}::uuid for update`;
    const { id: editionId, teryts } = await listUndeclared(tx, { viewer, slug });
    if (teryts.length !== rest) return { ok: false, error: { code: 'changed' } };
    if (rest === 0) return { ok: true, value: { declared: 0 } };
    await tx.tieDeclaration.createMany({ data: teryts.map((teryt) => ({ userId: viewer.id, teryt, kind: 'none' })) });
    await recordEvent(tx, {
      editionId,
      actorId: viewer.id,
      kind: 'no-ties-declared',
      subject: { type: 'edition', id: editionId },
      data: { teryts },
    });
    return { ok: true, value: { declared: rest } };
  });
}

/** Codes of the municipalities of an edition being coded about which the viewer has no declaration in force. */
export async function listUndeclared(db: Db, { viewer, slug }: Asked): Promise<{ id: string; teryts: string[] }> {
  const edition = await db.edition.findFirst({
    where: { slug, state: 'coding', teamId: { in: teamIds(viewer) } },
    select: { id: true, units: { orderBy: { teryt: 'asc' }, select: { teryt: true } } },
  });
  if (!edition) throw notFound(`no edition ${slug} being coded by the viewer's teams`);
  const said = await db.tieDeclaration.findMany({
    where: { userId: viewer.id, replacedAt: null, teryt: { in: edition.units.map((unit) => unit.teryt) } },
    select: { teryt: true },
  });
  const known = new Set(said.map((tie) => tie.teryt));
  return { id: edition.id, teryts: edition.units.map((unit) => unit.teryt).filter((teryt) => !known.has(teryt)) };
}
