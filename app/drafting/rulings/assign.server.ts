import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { officialAccounts } from '#app/drafting/office/officials.server.ts';

export type Official = { id: string; name: string };

/** Officials of a municipality, by name. */
export async function officialsOf(db: Db, teryt: string): Promise<Official[]> {
  return (await officialAccounts(db, teryt)).map(({ id, name }) => ({ id, name }));
}

/** `moved`: somebody else gave one of the remarks to another official, or another term, since the page was made. */
export type HandlingError = { code: 'not-official' } | { code: 'moved'; numbers: number[] };
export type AssignResult = { ok: true; value: { changed: number } } | { ok: false; error: HandlingError };

/** What the page showed of a remark: its official or its term; '' is none. */
export type Shown = ReadonlyMap<number, string>;

/** Numbers of remarks that are not as the page showed them. A page that says nothing of one of them was not made for it. */
function movedSince<R extends { number: number }>(
  shown: Shown,
  remarks: readonly R[],
  now: (remark: R) => string,
): number[] {
  return remarks.filter((remark) => shown.get(remark.number) !== now(remark)).map(({ number }) => number);
}

/** Gives remarks to an official of the municipality, or to nobody. Only what changes is written and recorded; nothing where the page is stale. */
export async function assignRemarks(
  db: Db,
  input: {
    viewer: Viewer;
    slug: string;
    numbers: readonly number[];
    officialId: string | null;
    shown: Shown;
    now?: Date;
  },
): Promise<AssignResult> {
  return officeWrite(db, input, async (tx, { id: consultationId, teryt }): Promise<AssignResult> => {
    const official =
      input.officialId === null ? null : (await officialsOf(tx, teryt)).find(({ id }) => id === input.officialId);
    if (official === undefined) return { ok: false, error: { code: 'not-official' } };
    const given = { assignedToId: official?.id ?? null, assignedToName: official?.name ?? null };
    const remarks = await tx.remark.findMany({
      where: { consultationId, teryt, state: 'open', number: { in: [...input.numbers] } },
      select: { id: true, number: true, assignedToId: true },
    });
    const moved = movedSince(
      input.shown,
      remarks.filter((remark) => remark.assignedToId !== given.assignedToId),
      (remark) => remark.assignedToId ?? '',
    );
    if (moved.length > 0) return { ok: false, error: { code: 'moved', numbers: moved } };
    const changing = remarks.filter(({ assignedToId }) => assignedToId !== given.assignedToId);
    await tx.remark.updateMany({
      where: { consultationId, teryt, state: 'open', id: { in: changing.map(({ id }) => id) } },
      data: given,
    });
    await recordEvents(
      tx,
      changing.map(({ id, assignedToId }) => ({
        teryt,
        consultationId,
        kind: 'remark-assigned',
        actorId: input.viewer.id,
        subject: { type: 'remark', id },
        data: { previous: assignedToId, to: given.assignedToId },
        ...(input.now ? { at: input.now } : {}),
      })),
    );
    return { ok: true, value: { changed: changing.length } };
  });
}

/** Sets the office's own term for remarks, or takes it back (`null`: that of the consultation counts). */
export async function setDue(
  db: Db,
  input: { viewer: Viewer; slug: string; numbers: readonly number[]; dueAt: Date | null; shown: Shown },
): Promise<AssignResult> {
  return officeWrite(db, input, async (tx, { id: consultationId, teryt }): Promise<AssignResult> => {
    const remarks = await tx.remark.findMany({
      where: { consultationId, teryt, state: 'open', number: { in: [...input.numbers] } },
      select: { id: true, number: true, dueAt: true },
    });
    const moved = movedSince(
      input.shown,
      remarks.filter(({ dueAt }) => dueAt?.getTime() !== input.dueAt?.getTime()),
      ({ dueAt }) => dueAt?.toISOString() ?? '',
    );
    if (moved.length > 0) return { ok: false, error: { code: 'moved', numbers: moved } };
    const changing = remarks.filter(({ dueAt }) => dueAt?.getTime() !== input.dueAt?.getTime());
    await tx.remark.updateMany({
      where: { consultationId, teryt, state: 'open', id: { in: changing.map(({ id }) => id) } },
      data: { dueAt: input.dueAt },
    });
    await recordEvents(
      tx,
      changing.map(({ id }) => ({
        teryt,
        consultationId,
        kind: 'remark-due-set',
        actorId: input.viewer.id,
        subject: { type: 'remark', id },
        data: { due: input.dueAt?.toISOString() ?? null },
      })),
    );
    return { ok: true, value: { changed: changing.length } };
  });
}
