import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { Ground } from '#app/record/covered/grounds.ts';
import { mayCoverIn } from './may-cover.server.ts';
import { isSubjectType, type SubjectType } from '#app/record/covered/subjects.ts';
import { secondOf, type SecondOfficial } from '#app/record/covered/second-official.ts';

export type CoveringAct = {
  id: string;
  type: SubjectType;
  subjectId: string;
  number: number | null;
  ground: Ground;
  note: string;
  at: Date;
  by: string;
  undoneAt: Date | null;
  undoReason: string;
  second: SecondOfficial;
};
/** A text of the office's own in which words can be covered. */
export type CoverableText = { type: SubjectType; id: string; /** What it is called or how it begins. */ name: string };
export type CoveringList = { slug: string; title: string; acts: CoveringAct[]; texts: CoverableText[] };

/** Acts shown on one page; the newest. */
const mostActs = 500;

/** Every act of covering words in a consultation, and the texts of the office in which words can be covered. Throws not-found for those who may not. */
export async function loadCoveringList(db: Db, where: { viewer: Viewer; slug: string }): Promise<CoveringList> {
  const consultation = await db.consultation.findUnique({
    where: { slug: where.slug },
    select: { id: true, slug: true, title: true },
  });
  if (!consultation || !(await mayCoverIn(db, where))) throw notFound('no such consultation for this person');
  const { id, slug, title } = consultation;
  return {
    slug,
    title,
    acts: await actsOf(db, { consultationId: id }),
    texts: [{ type: 'consultation', id, name: title }, ...(await officeTexts(db, id))],
  };
}

/** Acts in a consultation or an edition, the newest first; they hold none of the words. */
export async function actsOf(
  db: Db,
  where: { consultationId: string } | { editionId: string },
): Promise<CoveringAct[]> {
  const rows = await db.redaction.findMany({ where, orderBy: { madeAt: 'desc' }, take: mostActs });
  return rows.flatMap(
    ({
      subjectType: type,
      subjectId,
      number,
      ground,
      note,
      madeAt,
      madeByName,
      undoneAt,
      undoReason,
      id: act,
      ...second
    }): CoveringAct[] =>
      isSubjectType(type)
        ? [
            {
              id: act,
              type,
              subjectId,
              number,
              ground: ground as Ground,
              note,
              at: madeAt,
              by: madeByName,
              undoneAt,
              undoReason,
              second: secondOf(second),
            },
          ]
        : [],
  );
}

async function officeTexts(db: Db, consultationId: string): Promise<CoverableText[]> {
  const where = { consultationId };
  const facts = await db.factsChange.findMany({ where, orderBy: { id: 'asc' }, select: { id: true, reason: true } });
  const [meetings, groups, terms, versions, reports, details] = [
    await db.meeting.findMany({ where, orderBy: { startsAt: 'asc' }, select: { id: true, title: true } }),
    await db.remarkGroup.findMany({ where, orderBy: { number: 'asc' }, select: { id: true, title: true } }),
    await db.termChange.findMany({
      where: { ...where, reason: { not: '' } },
      orderBy: { id: 'asc' },
      select: { id: true, reason: true },
    }),
    await db.version.findMany({
      where: { ...where, note: { not: '' } },
      orderBy: { number: 'asc' },
      select: { id: true, note: true },
    }),
    await db.report.findMany({
      where: { ...where, note: { not: '' } },
      orderBy: { number: 'asc' },
      select: { id: true, note: true },
    }),
    await db.reportDetails.count({ where }),
  ];
  const acts = await db.officeDraft.findMany({
    where: { ...where, state: 'approved', reason: { not: '' } },
    orderBy: { id: 'asc' },
    select: { id: true, reason: true },
  });
  const unified = await db.unifiedText.findMany({
    where: { ...where, frozenAt: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, version: true },
  });
  const adopted = await db.adoptedText.findMany({
    where: { unified: where },
    orderBy: { id: 'asc' },
    select: { id: true, sign: true },
  });
  const list = (type: SubjectType, rows: readonly { id: string }[], nameOf: (at: number) => string) =>
    rows.map(({ id }, at): CoverableText => ({ type, id, name: nameOf(at).slice(0, 200) }));
  return [
    ...list('meeting', meetings, (at) => meetings[at]!.title),
    ...list('group', groups, (at) => groups[at]!.title),
    ...list('term-change', terms, (at) => terms[at]!.reason),
    ...list('facts-change', facts, (at) => facts[at]!.reason),
    ...list('office-draft', acts, (at) => acts[at]!.reason),
    ...list('unified', unified, (at) => String(unified[at]!.version)),
    ...list('adopted', adopted, (at) => adopted[at]!.sign),
    ...list('version', versions, (at) => versions[at]!.note),
    ...list('report', reports, (at) => reports[at]!.note),
    ...(details > 0 ? [{ type: 'report-details' as const, id: consultationId, name: '' }] : []),
  ];
}

export type CoveredSummary = { ground: Ground; count: number }[];

/** What the public is told of covered words in a whole consultation: in how many texts, on what grounds, when last, and every act; null where there was none. */
export async function coveredSummary(
  db: Db,
  slug: string,
): Promise<{ grounds: CoveredSummary; count: number; last: Date; waiting: number; acts: CoveringAct[] } | null> {
  const { id } = await db.consultation.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const rows = await db.redaction.groupBy({
    by: ['ground'],
    where: { consultationId: id, undoneAt: null },
    _count: { _all: true },
    _max: { madeAt: true },
    orderBy: { ground: 'asc' },
  });
  const acts = await actsOf(db, { consultationId: id });
  if (acts.length === 0) return null;
  const last = rows.map(({ _max }) => _max.madeAt ?? new Date(0)).reduce((a, b) => (a > b ? a : b), acts.at(-1)!.at);
  return {
    grounds: rows.map(({ ground, _count }) => ({ ground: ground as Ground, count: _count._all })),
    count: rows.reduce((sum, { _count }) => sum + _count._all, 0),
    last,
    acts,
    waiting: acts.filter(({ undoneAt, second }) => undoneAt === null && second.kind === 'waiting').length,
  };
}
