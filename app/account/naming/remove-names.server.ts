import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, bumpTalk, consultationScope } from '#app/db/revision.server.ts';
import { lockConsultation } from '#app/drafting/office/lock-consultation.server.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { originalsOf } from '#app/record/covered/cover-places.server.ts';

/** Which signatures of a person: all, or that of one letter or one comment. */
export type Signatures = { kind: 'all' } | { kind: 'filing' | 'comment'; id: string };

export type RemoveNames = {
  userId: string;
  which: Signatures;
  /** The office goes on knowing who wrote a letter; not when the account is closed. */
  keepForOffice: boolean;
  now: Date;
};

/** Names that stand in public under letters and comments of a person. What was said in the name of the office is signed by the office's own rules. */
export function namedFilings(userId: string, which: Signatures) {
  return {
    authorId: userId,
    authorName: { not: '' },
    ...(which.kind === 'all' ? {} : { id: which.kind === 'filing' ? which.id : { in: [] } }),
  };
}

export function namedComments(userId: string, which: Signatures) {
  return {
    authorId: userId,
    byOffice: false,
    authorName: { not: '' },
    ...(which.kind === 'all' ? {} : { id: which.kind === 'comment' ? which.id : { in: [] } }),
  };
}

/**
 * Takes a person's name off what they signed; the words, their number and date stay. No frozen copy holds the name of a resident
 * (reports count people, notices and answers of the interface name none), so with these rows it is gone everywhere. One line of the
 * record each. Call it inside a transaction; returns how many signatures went.
 */
export async function removeNames(tx: Db, input: RemoveNames): Promise<number> {
  const { userId, which } = input;
  const place = { id: true, teryt: true, consultationId: true, consultation: { select: { slug: true } } } as const;
  const touched = [
    ...(await tx.filing.findMany({ where: namedFilings(userId, which), distinct: ['consultationId'], select: place })),
    ...(await tx.comment.findMany({
      where: namedComments(userId, which),
      distinct: ['consultationId'],
      select: place,
    })),
  ];
  const slugs = new Map(touched.map(({ consultationId, consultation }) => [consultationId, consultation.slug]));
  let removed = 0;
  // In one order, so that two transactions cannot wait for each other.
  for (const [consultationId, slug] of [...slugs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await lockConsultation(tx, consultationId);
    removed += (await unsignFilings(tx, input, consultationId)) + (await unsignComments(tx, input, consultationId));
    await bumpRevision(tx, consultationScope(slug));
    await bumpTalk(tx, slug);
  }
  return removed;
}

async function unsignFilings(
  tx: Db,
  { userId, which, keepForOffice, now }: RemoveNames,
  consultationId: string,
): Promise<number> {
  const filings = await tx.filing.findMany({
    where: { ...namedFilings(userId, which), consultationId },
    orderBy: { number: 'asc' },
    select: { id: true, teryt: true, number: true, authorName: true },
  });
  const originals = await originalsOf(
    tx,
    'Filing',
    filings.map(({ id }) => id),
  );
  for (const { id, authorName } of filings) {
    const written = originals.get(`${id} authorName`);
    const privateName = keepForOffice ? (typeof written === 'string' ? written : authorName) : null;
    await tx.filing.updateMany({ where: { id, authorId: userId }, data: { authorName: '', privateName } });
    await tx.remark.updateMany({ where: { filingId: id }, data: { authorName: '' } });
  }
  await recordEvents(
    tx,
    filings.map(({ id, teryt, number }) => ({
      kind: 'name-withdrawn',
      teryt,
      consultationId,
      actorId: userId,
      subject: { type: 'filing', id },
      data: { number },
      at: now,
    })),
  );
  return filings.length;
}

async function unsignComments(tx: Db, { userId, which, now }: RemoveNames, consultationId: string): Promise<number> {
  const comments = await tx.comment.findMany({
    where: { ...namedComments(userId, which), consultationId },
    orderBy: { id: 'asc' },
    select: { id: true, teryt: true },
  });
  await tx.comment.updateMany({
    where: { id: { in: comments.map(({ id }) => id) }, authorId: userId },
    data: { authorName: '' },
  });
  await recordEvents(
    tx,
    comments.map(({ id, teryt }) => ({
      kind: 'name-withdrawn',
      teryt,
      consultationId,
      actorId: userId,
      subject: { type: 'comment', id },
      at: now,
    })),
  );
  return comments.length;
}
