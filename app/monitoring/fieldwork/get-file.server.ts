import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { officialTeryts, teamIds, type Viewer } from '#app/people/viewer.ts';
import { readKeptFile } from '#app/uploads/read-file.server.ts';
import { releaseStageOf } from '../access/release-stage.ts';
import { listWithdrawalsOf, refuseWithdrawn } from '../access/withdrawals.server.ts';
import { bothHandedIn, isReplySealed } from '../cards/cells.ts';
import { findBarringTie } from './find-ties.server.ts';
import { loadCell } from './load-cells.server.ts';

export type StoredBytes = { bytes: Uint8Array<ArrayBuffer>; type: string; name: string };

/**
 * A file that belongs to an edition. After publication it is everybody's; before, it is for who sent it, for the office it was shown to or
 * that sent it, and for the team as far as the coding or the reply it belongs to may be seen. For everybody else it does not exist.
 */
export async function getStoredFile(
  db: Db,
  {
    viewer,
    slug,
    hash,
    office = null,
  }: {
    viewer: Viewer | null;
    slug: string;
    hash: string;
    /** Whoever reads by the link of its letter. */ office?: string | null;
  },
): Promise<StoredBytes> {
  const edition = await db.edition.findUnique({
    where: { slug },
    select: { id: true, state: true, publishedAt: true, teamId: true, doubleShare: true, measuredFrom: true },
  });
  if (!edition || !/^[0-9a-f]{64}$/.test(hash)) throw notFound('no such file');
  const evidence = await db.evidence.findMany({
    where: { fileHash: hash, coding: { editionId: edition.id } },
    select: { id: true, fileName: true, teryt: true, coding: { select: { indicator: true, coderId: true } } },
  });
  const attached = await db.replyFile.findMany({
    where: { fileHash: hash, reply: { round: { editionId: edition.id } } },
    select: { id: true, fileName: true, teryt: true, reply: { select: { indicator: true } } },
  });
  if (
    await isHidden(
      db,
      [...evidence, ...attached].map(({ id }) => id),
    )
  )
    throw notFound('hidden as a whole');
  await refuseWithdrawnFile(db, { slug, teryts: [...evidence, ...attached].map(({ teryt }) => teryt) });
  const name = evidence[0]?.fileName ?? attached[0]?.fileName;
  const allowed = await mayRead(db, { edition, viewer, office, hash, evidence, attached });
  if (!allowed) throw notFound('not for this reader');
  const file = await readKeptFile(db, hash);
  if (!file) throw notFound('no such file');
  return { ...file, name: name ?? hash.slice(0, 12) };
}

/** A capture goes with the edition or the last card that it belongs to. */
async function refuseWithdrawnFile(db: Db, { slug, teryts }: { slug: string; teryts: string[] }): Promise<void> {
  const [first] = teryts;
  if (!first) return;
  const withdrawn = new Set((await listWithdrawalsOf(db, slug)).map(({ teryt }) => teryt));
  if (withdrawn.has(null) || teryts.every((teryt) => withdrawn.has(teryt)))
    await refuseWithdrawn(db, { slug, issue: null, teryt: first });
}

/** A file whose place was covered as a whole is nobody's any more; its bytes are kept. */
async function isHidden(db: Db, ids: string[]): Promise<boolean> {
  return (
    ids.length > 0 &&
    (await db.redaction.count({
      where: { subjectType: { in: ['evidence', 'reply-file'] }, subjectId: { in: ids }, isWhole: true, undoneAt: null },
    })) > 0
  );
}

type Asked = {
  edition: {
    id: string;
    state: string;
    publishedAt: Date | null;
    teamId: string;
    doubleShare: number;
    measuredFrom: string;
  };
  viewer: Viewer | null;
  office: string | null;
  hash: string;
  evidence: readonly { teryt: string; coding: { indicator: string; coderId: string } }[];
  attached: readonly { teryt: string; reply: { indicator: string } }[];
};

async function mayRead(db: Db, { edition, viewer, office, hash, evidence, attached }: Asked): Promise<boolean> {
  if (releaseStageOf(edition, new Date()) === 'public' && evidence.length + attached.length > 0) return true;
  // A link holds only while its term runs.
  if (office && [...evidence, ...attached].some((item) => item.teryt === office)) return true;
  if (!viewer) return false;
  const own =
    evidence.some((item) => item.coding.coderId === viewer.id) ||
    (await db.fileUpload.count({ where: { hash, userId: viewer.id } })) > 0;
  if (own) return true;
  const offices = officialTeryts(viewer).filter((teryt) =>
    [...evidence, ...attached].some((item) => item.teryt === teryt),
  );
  if (
    offices.length > 0 &&
    (await db.replyRound.count({ where: { editionId: edition.id, teryt: { in: offices } } })) > 0
  )
    return true;
  if (!teamIds(viewer).includes(edition.teamId)) return false;
  const pieces = [
    ...evidence.map(({ teryt, coding }) => ({ teryt, indicator: coding.indicator, isReply: false })),
    ...attached.map(({ teryt, reply }) => ({ teryt, indicator: reply.indicator, isReply: true })),
  ];
  for (const item of pieces) {
    if (await findBarringTie(db, { userId: viewer.id, teryt: item.teryt, measuredFrom: edition.measuredFrom }))
      continue;
    const cell = await loadCell(db, { editionId: edition.id, teryt: item.teryt, indicator: item.indicator });
    if (item.isReply && !isReplySealed(cell)) return true;
    if (item.isReply) continue;
    if (edition.doubleShare === 0) return true;
    // A reply that can be decided on is decided with the evidence at hand.
    if (bothHandedIn(cell) || (cell.cause === null && cell.reply !== null)) return true;
  }
  return false;
}
