import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { EventKind } from '#app/record/event-kinds.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { drawCells } from '../fieldwork/draw-cells.server.ts';
import { resolveMunicipalities, type UnresolvedLine } from './resolve-municipalities.server.ts';

export type AddMunicipalitiesResult =
  | { ok: true; added: number }
  | { ok: false; error: { code: 'published' } | { code: 'municipalities'; lines: UnresolvedLine[] } };

/** Adds municipalities, one per line by code or name; those already measured stay. Only the lead, and only while coding. */
export async function addMunicipalities(
  db: Db,
  { viewer, slug, municipalities }: { viewer: Viewer; slug: string; municipalities: string },
): Promise<AddMunicipalitiesResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  const { teryts, unresolved } = await resolveMunicipalities(db, { text: municipalities, isDemo: edition.isDemo });
  if (unresolved.length > 0) return { ok: false, error: { code: 'municipalities', lines: unresolved } };
  return transaction(db, async (tx): Promise<AddMunicipalitiesResult> => {
    if (!(await isCoding(tx, edition.id))) return { ok: false, error: { code: 'published' } };
    const known = new Set(
      (await tx.editionUnit.findMany({ where: { editionId: edition.id }, select: { teryt: true } })).map(
        (unit) => unit.teryt,
      ),
    );
    const added = teryts.filter((teryt) => !known.has(teryt));
    const { count } = await tx.editionUnit.createMany({
      data: added.map((teryt) => ({ editionId: edition.id, teryt })),
    });
    await drawCells(tx, {
      editionId: edition.id,
      teryts: added,
      indicators: edition.methodology.indicators.map((each) => each.id),
      share: edition.doubleShare,
      seed: edition.doubleSeed,
    });
    await record(tx, {
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'edition-municipalities-added',
      data: { teryts },
    });
    return { ok: true, added: count };
  });
}

export type RemoveMunicipalityResult =
  | { ok: true }
  | { ok: false; error: { code: 'published' | 'has-answers' | 'assigned' | 'gone' } };

/**
 * Takes a municipality out again, as long as nobody has answered anything about it: answers are never thrown away. `assigned` is how
 * many assignments the page showed; with others by now nothing is taken out.
 */
export async function removeMunicipality(
  db: Db,
  { viewer, slug, teryt, assigned }: { viewer: Viewer; slug: string; teryt: string; assigned: number },
): Promise<RemoveMunicipalityResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  return transaction(db, async (tx): Promise<RemoveMunicipalityResult> => {
    if (!(await isCoding(tx, edition.id))) return { ok: false, error: { code: 'published' } };
    if ((await tx.coding.count({ where: { editionId: edition.id, teryt } })) > 0)
      return { ok: false, error: { code: 'has-answers' } };
    if ((await tx.editionUnit.count({ where: { editionId: edition.id, teryt } })) === 0)
      return { ok: false, error: { code: 'gone' } };
    if ((await tx.assignment.count({ where: { editionId: edition.id, teryt } })) !== assigned)
      return { ok: false, error: { code: 'assigned' } };
    await tx.doubleCell.deleteMany({ where: { editionId: edition.id, teryt } });
    await tx.assignment.deleteMany({ where: { editionId: edition.id, teryt } });
    await tx.editionUnit.deleteMany({ where: { editionId: edition.id, teryt } });
    await record(tx, {
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'edition-municipality-removed',
      data: { teryt },
    });
    return { ok: true };
  });
}

/** Also keeps publication and coding out until this transaction ends: both lock the same row. */
async function isCoding(tx: Db, editionId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { state: string }[]
  >`select state from "Edition" where id = ${editionId}::uuid for update`;
  return row?.state === 'coding';
}

async function record(
  tx: Db,
  event: { editionId: string; actorId: string; kind: EventKind; data: { teryts: string[] } | { teryt: string } },
): Promise<void> {
  await recordEvent(tx, { ...event, subject: { type: 'edition', id: event.editionId } });
}
