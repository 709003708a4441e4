import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent, recordEvents } from '#app/record/record-event.server.ts';
import { groupsLeft } from '../near/near-remarks.server.ts';
import { sendGrouped } from '../carry/letters.server.ts';
import { officeWrite, type OfficeConsultation } from '#app/drafting/office/office-write.server.ts';

export type GroupError =
  | { code: 'title-required' }
  | { code: 'too-few' }
  | { code: 'moved' }
  /** Decided, withdrawn, unknown, in another group, or left by its author. */
  | { code: 'not-possible'; numbers: number[] };
export type GroupResult = { ok: true; value: { number: number } } | { ok: false; error: GroupError };

/** Remarks one group may have, and remarks put into it at once. */
export const groupLimit = 2000;

/** Groups open remarks that say the same, so that they are answered at once; their authors are told and may leave. */
export async function createGroup(
  db: Db,
  input: { viewer: Viewer; slug: string; title: string; numbers: readonly number[]; now?: Date },
): Promise<GroupResult> {
  const { viewer, title, now = new Date() } = input;
  const numbers = [...new Set(input.numbers)].slice(0, groupLimit);
  if (title === '') return { ok: false, error: { code: 'title-required' } };
  if (numbers.length < 2) return { ok: false, error: { code: 'too-few' } };
  return officeWrite(db, input, async (tx, consultation): Promise<GroupResult> => {
    const owner = { teryt: consultation.teryt, consultationId: consultation.id };
    const free = await freeRemarks(tx, consultation, numbers);
    const missing = numbers.filter((number) => !free.some((remark) => remark.number === number));
    if (missing.length > 0) return { ok: false, error: { code: 'not-possible', numbers: missing } };
    const { nextGroup } = await tx.consultation.update({
      where: { id: consultation.id },
      data: { nextGroup: { increment: 1 } },
      select: { nextGroup: true },
    });
    const group = await tx.remarkGroup.create({
      data: { ...owner, number: nextGroup - 1, title, createdById: viewer.id, createdAt: now },
      select: { id: true, number: true },
    });
    await recordEvent(tx, {
      ...owner,
      kind: 'group-created',
      actorId: viewer.id,
      subject: { type: 'group', id: group.id },
      data: { group: group.number, members: numbers.length },
      at: now,
    });
    await join(tx, { viewer, consultation, group: { ...group, title }, remarks: free, now });
    return { ok: true, value: { number: group.number } };
  });
}

/** Adds open remarks to a group, except those whose authors left it. */
export async function addToGroup(
  db: Db,
  input: { viewer: Viewer; slug: string; group: number; revision: number; numbers: readonly number[] },
): Promise<GroupResult> {
  const numbers = [...new Set(input.numbers)].slice(0, groupLimit);
  if (numbers.length === 0) return { ok: false, error: { code: 'too-few' } };
  return officeWrite(db, input, async (tx, consultation): Promise<GroupResult> => {
    const group = await findGroup(tx, consultation, input.group);
    if (group.revision !== input.revision) return { ok: false, error: { code: 'moved' } };
    const possible = await freeRemarks(tx, consultation, numbers);
    const left = await groupsLeft(
      tx,
      consultation.id,
      possible.map(({ id }) => id),
    );
    const free = possible.filter(({ id }) => !left.get(id)?.includes(group.number));
    const missing = numbers.filter((number) => !free.some((remark) => remark.number === number));
    if (missing.length > 0) return { ok: false, error: { code: 'not-possible', numbers: missing } };
    await tx.remarkGroup.updateMany({
      where: { id: group.id, consultationId: consultation.id },
      data: { revision: { increment: 1 } },
    });
    await join(tx, { viewer: input.viewer, consultation, group, remarks: free, now: new Date() });
    return { ok: true, value: { number: group.number } };
  });
}

/** Renames a group. */
export async function renameGroup(
  db: Db,
  input: { viewer: Viewer; slug: string; group: number; revision: number; title: string },
): Promise<GroupResult> {
  if (input.title === '') return { ok: false, error: { code: 'title-required' } };
  return officeWrite(db, input, async (tx, consultation): Promise<GroupResult> => {
    const group = await findGroup(tx, consultation, input.group);
    if (group.revision !== input.revision) return { ok: false, error: { code: 'moved' } };
    if (group.title === input.title) return { ok: true, value: { number: group.number } };
    await tx.remarkGroup.updateMany({
      where: { id: group.id, consultationId: consultation.id },
      data: { title: input.title, revision: { increment: 1 } },
    });
    await recordEvent(tx, {
      teryt: consultation.teryt,
      consultationId: consultation.id,
      kind: 'group-renamed',
      actorId: input.viewer.id,
      subject: { type: 'group', id: group.id },
      data: { group: group.number },
    });
    await bumpRevision(tx, consultationScope(consultation.slug));
    return { ok: true, value: { number: group.number } };
  });
}

/** An official takes open remarks out of a group again; it is answered on its own. */
export async function takeOutOfGroup(
  db: Db,
  input: { viewer: Viewer; slug: string; group: number; revision: number; numbers: readonly number[] },
): Promise<GroupResult> {
  return officeWrite(db, input, async (tx, consultation): Promise<GroupResult> => {
    const owner = { teryt: consultation.teryt, consultationId: consultation.id };
    const group = await findGroup(tx, consultation, input.group);
    if (group.revision !== input.revision) return { ok: false, error: { code: 'moved' } };
    const remarks = await tx.remark.findMany({
      where: { ...owner, groupId: group.id, state: 'open', number: { in: [...input.numbers] } },
      select: { id: true },
    });
    if (remarks.length === 0) return { ok: false, error: { code: 'too-few' } };
    await tx.remark.updateMany({
      where: { ...owner, id: { in: remarks.map(({ id }) => id) }, state: 'open' },
      data: { groupId: null, revision: { increment: 1 } },
    });
    await tx.remarkGroup.updateMany({ where: { id: group.id, ...owner }, data: { revision: { increment: 1 } } });
    await recordEvents(
      tx,
      remarks.map(({ id }) => ({
        ...owner,
        kind: 'remark-ungrouped',
        actorId: input.viewer.id,
        subject: { type: 'remark', id },
        data: { group: group.number },
      })),
    );
    await bumpRevision(tx, consultationScope(consultation.slug));
    return { ok: true, value: { number: group.number } };
  });
}

export async function findGroup(db: Db, consultation: Pick<OfficeConsultation, 'id' | 'teryt'>, number: number) {
  const group = await db.remarkGroup.findFirst({
    where: { consultationId: consultation.id, teryt: consultation.teryt, number },
    select: { id: true, number: true, title: true, revision: true },
  });
  if (!group) throw notFound('no such group');
  return group;
}

type Free = { id: string; number: number; authorId: string | null };

function freeRemarks(tx: Db, { id, teryt }: OfficeConsultation, numbers: readonly number[]): Promise<Free[]> {
  return tx.remark.findMany({
    where: { consultationId: id, teryt, state: 'open', groupId: null, number: { in: [...numbers] } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, authorId: true },
  });
}

type Joining = {
  viewer: Viewer;
  consultation: OfficeConsultation;
  group: { id: string; number: number; title: string };
  remarks: readonly Free[];
  now: Date;
};

async function join(tx: Db, { viewer, consultation, group, remarks, now }: Joining): Promise<void> {
  const owner = { teryt: consultation.teryt, consultationId: consultation.id };
  await tx.remark.updateMany({
    where: { ...owner, id: { in: remarks.map(({ id }) => id) }, state: 'open', groupId: null },
    data: { groupId: group.id },
  });
  await recordEvents(
    tx,
    remarks.map(({ id }) => ({
      ...owner,
      kind: 'remark-grouped',
      actorId: viewer.id,
      subject: { type: 'remark', id },
      data: { group: group.number },
      at: now,
    })),
  );
  const about = { teryt: consultation.teryt, slug: consultation.slug, title: consultation.title, group };
  await sendGrouped(
    tx,
    remarks.map(({ id, number, authorId }) => ({ ...about, remarkId: id, number, authorId })),
  );
  await bumpRevision(tx, consultationScope(consultation.slug));
}
