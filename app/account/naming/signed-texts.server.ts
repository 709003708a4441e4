import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { namedComments, namedFilings } from './remove-names.server.ts';

export type SignedText = {
  kind: 'filing' | 'comment';
  id: string;
  title: string;
  slug: string;
  /** Number of the letter, or code of the unit. */ number: number;
  /** Number of the amendment that a comment is about. */ remark: number | null;
  words: string;
  at: Date;
  name: string;
};
export type SignedTexts = { texts: SignedText[]; total: number; unnamedSince: Date | null };

/** Shown on the page; „everywhere” goes over all. */
const most = 200;

/** What stands in public under the person's name, newest first. */
export async function loadSignedTexts(db: Db, { viewer }: { viewer: Viewer }): Promise<SignedTexts> {
  const [filings, comments] = [namedFilings(viewer.id, { kind: 'all' }), namedComments(viewer.id, { kind: 'all' })];
  const consultation = { select: { title: true, slug: true } } as const;
  const letters = await db.filing.findMany({
    where: filings,
    orderBy: { filedAt: 'desc' },
    take: most,
    select: {
      id: true,
      number: true,
      filedAt: true,
      authorName: true,
      consultation,
      remarks: { take: 1, orderBy: { point: 'asc' }, select: { reason: true } },
    },
  });
  const said = await db.comment.findMany({
    where: comments,
    orderBy: { createdAt: 'desc' },
    take: most,
    select: {
      id: true,
      body: true,
      createdAt: true,
      authorName: true,
      consultation,
      clause: { select: { code: true } },
      remark: { select: { number: true } },
    },
  });
  const texts = [
    ...letters.map(({ id, number, filedAt, authorName, consultation: { title, slug }, remarks }): SignedText => ({
      kind: 'filing',
      id,
      title,
      slug,
      number,
      remark: null,
      words: remarks[0]?.reason ?? '',
      at: filedAt,
      name: authorName,
    })),
    ...said.map(({ id, body, createdAt, authorName, consultation: { title, slug }, clause, remark }): SignedText => ({
      kind: 'comment',
      id,
      title,
      slug,
      number: clause.code,
      remark: remark?.number ?? null,
      words: body,
      at: createdAt,
      name: authorName,
    })),
  ]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, most);
  const { unnamedSince } = await db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { unnamedSince: true },
  });
  return {
    texts,
    total: (await db.filing.count({ where: filings })) + (await db.comment.count({ where: comments })),
    unnamedSince,
  };
}

/** Comments in a consultation that stand under the person's name. */
export async function ownSignedComments(db: Db, { viewer, slug }: { viewer: Viewer; slug: string }): Promise<string[]> {
  const rows = await db.comment.findMany({
    where: { ...namedComments(viewer.id, { kind: 'all' }), consultation: { slug } },
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
