import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadCells } from '#app/monitoring/fieldwork/load-cells.server.ts';
import { actsOf, type CoverableText, type CoveringAct } from './covering-list.server.ts';
import { isOpen, isSealing } from './edition-sealed.server.ts';
import { editionOwner } from './subject-owner.server.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';

export type EditionTexts = {
  slug: string;
  title: string;
  teryt: string;
  units: { teryt: string; name: string }[];
  acts: CoveringAct[];
  texts: CoverableText[];
};

/** Texts about one municipality of an edition in which words can be covered, the first where none is named, and every act in the edition. Throws not-found for those who may not. */
export async function loadEditionTexts(
  db: Db,
  { viewer, slug, teryt: asked }: { viewer: Viewer; slug: string; teryt: string | null },
): Promise<EditionTexts> {
  const edition = await db.edition.findUnique({
    where: { slug },
    select: {
      id: true,
      teamId: true,
      state: true,
      doubleShare: true,
      units: { orderBy: { teryt: 'asc' }, select: { teryt: true } },
    },
  });
  const teryt = edition?.units.map((unit) => unit.teryt).find((each) => asked === null || each === asked);
  if (!edition || teryt === undefined) throw notFound('no such municipality in such an edition');
  const { title } = await editionOwner(db, { viewer, teryt, id: edition.id });
  const units = await db.municipality.findMany({
    where: { teryt: { in: edition.units.map((unit) => unit.teryt) } },
    orderBy: { name: 'asc' },
    select: { teryt: true, name: true },
  });
  return {
    slug,
    title,
    teryt,
    units,
    acts: await actsOf(db, { editionId: edition.id }),
    texts: await textsAbout(db, { viewer, edition, teryt }),
  };
}

type About = {
  viewer: Viewer;
  edition: { id: string; teamId: string; state: string; doubleShare: number };
  teryt: string;
};

/** Those that the one who looks may read already. */
async function textsAbout(db: Db, { viewer, edition, teryt }: About): Promise<CoverableText[]> {
  const editionId = edition.id;
  const cells = isSealing(viewer, edition)
    ? new Map((await loadCells(db, { editionId, teryt })).map((cell) => [cell.indicator, cell]))
    : null;
  const open = (type: SubjectType, id: string, indicator: string) => {
    const cell = cells?.get(indicator);
    return cells === null || (cell !== undefined && isOpen(cell, viewer, { type, id }, edition));
  };
  const here = { editionId, teryt };
  const inRound = { reply: { round: here } };
  const list = (type: SubjectType, rows: readonly { id: string }[], nameOf: (at: number) => string) =>
    rows.map(({ id }, at): CoverableText => ({ type, id, name: nameOf(at).slice(0, 200) }));
  const codings = (
    await db.coding.findMany({
      where: here,
      orderBy: [{ indicator: 'asc' }, { slot: 'asc' }],
      select: {
        id: true,
        indicator: true,
        reason: true,
        evidence: { orderBy: { seq: 'asc' }, select: { id: true, url: true, note: true, fileName: true } },
      },
    })
  ).filter(({ id, indicator }) => open('coding', id, indicator));
  const evidence = codings.flatMap(({ indicator, evidence: items }) => items.map((item) => ({ ...item, indicator })));
  const replies = (
    await db.reply.findMany({
      where: { round: here },
      orderBy: [{ indicator: 'asc' }, { seq: 'asc' }],
      select: { id: true, indicator: true, body: true },
    })
  ).filter(({ id, indicator }) => open('reply', id, indicator));
  const ofReply = { reply: { select: { indicator: true } } } as const;
  const attached = (
    await db.replyFile.findMany({
      where: inRound,
      orderBy: { id: 'asc' },
      select: { id: true, fileName: true, ...ofReply },
    })
  ).filter(({ id, reply }) => open('reply-file', id, reply.indicator));
  const decisions = (
    await db.replyDecision.findMany({
      where: inRound,
      orderBy: { id: 'asc' },
      select: { id: true, reason: true, ...ofReply },
    })
  ).filter(({ id, reply }) => open('reply-decision', id, reply.indicator));
  const adjudications = (
    await db.adjudication.findMany({
      where: here,
      orderBy: { indicator: 'asc' },
      select: { id: true, indicator: true, reason: true },
    })
  ).filter(({ id, indicator }) => open('adjudication', id, indicator));
  const corrections = await db.correction.findMany({
    where: here,
    orderBy: { issue: 'asc' },
    select: { id: true, indicator: true, reason: true },
  });
  const spoken = codings.filter(({ reason }) => reason !== '');
  const named = (row: { indicator: string }, words: string) => `${row.indicator}, ${words}`;
  return [
    ...list('coding', spoken, (at) => named(spoken[at]!, spoken[at]!.reason)),
    ...list('evidence', evidence, (at) =>
      named(evidence[at]!, evidence[at]!.note || evidence[at]!.fileName || evidence[at]!.url),
    ),
    ...list('reply', replies, (at) => named(replies[at]!, replies[at]!.body)),
    ...list('reply-file', attached, (at) => attached[at]!.fileName),
    ...list('reply-decision', decisions, (at) => decisions[at]!.reason),
    ...list('adjudication', adjudications, (at) => named(adjudications[at]!, adjudications[at]!.reason)),
    ...list('correction', corrections, (at) => named(corrections[at]!, corrections[at]!.reason)),
  ];
}
