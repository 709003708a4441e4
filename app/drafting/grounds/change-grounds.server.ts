import { v7 as uuidv7 } from 'uuid';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { officeWrite, recordOffice } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { notFound } from '#app/errors/app-error.ts';
import { dayOf } from '#app/i18n/dates.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { groundBounds, type GroundSource } from './ground.ts';

type Office = { viewer: Viewer; slug: string; now?: Date };

export type AddGroundResult = { ok: true } | { ok: false; error: { code: 'no-provision' | 'named-already' } };

/**
 * Names what a provision (null: the whole draft) rests on. Label, figure and day are kept as they are now: the source may grow, what
 * the office went by stays readable. `source` was handed in by whoever owns it.
 */
export async function addGround(
  db: Db,
  input: Office & { code: number | null; source: GroundSource },
): Promise<AddGroundResult> {
  const { viewer, slug, code, source, now = new Date() } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<AddGroundResult> => {
    const unit = code === null ? null : (await loadDraft(tx, { slug })).units.find((each) => each.code === code);
    if (unit === undefined) return { ok: false, error: { code: 'no-provision' } };
    const place = { consultationId: consultation.id, clauseId: unit?.clauseId ?? null };
    const { kind, sourceId } = source;
    if ((await tx.ground.count({ where: { ...place, kind, sourceId, removedAt: null } })) > 0)
      return { ok: false, error: { code: 'named-already' } };
    const id = uuidv7();
    await tx.ground.create({
      data: {
        id,
        ...place,
        teryt: consultation.teryt,
        revisionId: unit?.revisionId ?? null,
        kind,
        sourceId,
        label: source.label.slice(0, groundBounds.label),
        figure: source.figure.slice(0, groundBounds.figure),
        address: source.address,
        takenOn: dayOf(now),
        createdById: viewer.id,
      },
    });
    await recordOffice(tx, consultation, {
      kind: 'ground-added',
      viewer,
      subject: { type: 'ground', id },
      data: { kind, code },
    });
    await bumpSource(tx, source);
    return { ok: true };
  });
}

export type RemoveGroundResult = { ok: true } | { ok: false; error: { code: 'gone' } };

/** Takes a ground away, with a reason; the row stays. */
export async function removeGround(
  db: Db,
  input: Office & { ground: string; reason: string },
): Promise<RemoveGroundResult> {
  const { viewer, ground, reason, now = new Date() } = input;
  if (!isUuid(ground)) throw notFound('no such ground');
  return officeWrite(db, input, async (tx, consultation): Promise<RemoveGroundResult> => {
    const own = { id: ground, consultationId: consultation.id };
    const named = await tx.ground.findFirst({ where: own, select: { kind: true, sourceId: true } });
    if (!named) throw notFound('no such ground');
    const { count } = await tx.ground.updateMany({
      where: { ...own, removedAt: null },
      data: { removedAt: now, removedById: viewer.id, removedReason: reason },
    });
    if (count === 0) return { ok: false, error: { code: 'gone' } };
    await recordOffice(tx, consultation, {
      kind: 'ground-removed',
      viewer,
      subject: { type: 'ground', id: ground },
    });
    await bumpSource(tx, named);
    return { ok: true };
  });
}

/** The page of an earlier remark says what became of it. */
async function bumpSource(tx: Db, { kind, sourceId }: { kind: string; sourceId: string }): Promise<void> {
  const slug = kind === 'earlier-remark' ? sourceId.split(':')[0] : undefined;
  if (slug) await bumpRevision(tx, consultationScope(slug));
}
