import type { Db } from '#app/db/client.server.ts';
import { sameWritten, type Difference } from '#app/record/difference.ts';

type Data = Readonly<Record<string, unknown>>;
type Line = { kind: string; subjectId: string; actorId: string | null; data: Data; at: Date };

/**
 * Holds what the register says of a remark in one place against what it says in the others: the letter it is a point of, its rulings, the
 * lines of the record, the words it was written on and every wording since. An archive brings no accounts, so those are compared only where
 * both are known.
 */
export async function verifyRemarks(db: Db, consultationId: string): Promise<Difference[]> {
  const lines = await loadLines(db, consultationId);
  return [
    ...(await registerDifferences(db, consultationId, lines)),
    ...(await rulingDifferences(db, consultationId, lines)),
    ...(await wordingDifferences(db, consultationId)),
    ...(await commentDifferences(db, consultationId, lines)),
  ];
}

type Lines = (kind: string, subjectId: string) => Line[];

async function loadLines(db: Db, consultationId: string): Promise<Lines> {
  const rows = await db.event.findMany({
    where: {
      consultationId,
      kind: {
        in: [
          'rulings-released',
          'remark-filed',
          'remark-decided',
          'ruling-corrected',
          'remark-withdrawn',
          'comment-added',
        ],
      },
    },
    orderBy: { id: 'asc' },
    select: { kind: true, subjectId: true, actorId: true, data: true, at: true },
  });
  const found = new Map<string, Line[]>();
  for (const row of rows) {
    const key = `${row.kind} ${row.subjectId}`;
    found.set(key, [...(found.get(key) ?? []), { ...row, data: row.data as Data }]);
  }
  return (kind, subjectId) => found.get(`${kind} ${subjectId}`) ?? [];
}

const other = <T>(a: T | null | undefined, b: T | null | undefined) => a != null && b != null && a !== b;

async function registerDifferences(db: Db, consultationId: string, lines: Lines): Promise<Difference[]> {
  const { nextRemark } = await db.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { nextRemark: true },
  });
  const remarks = await db.remark.findMany({
    where: { consultationId },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      point: true,
      state: true,
      kind: true,
      channel: true,
      authorId: true,
      authorName: true,
      organisation: true,
      filedAt: true,
      operations: { select: { op: true } },
      rulings: { select: { decision: true } },
      filing: {
        select: {
          number: true,
          channel: true,
          authorId: true,
          authorName: true,
          organisation: true,
          isLate: true,
          enteredById: true,
          receivedAt: true,
        },
      },
    },
  });
  const found: Difference[] = [];
  if (remarks.length !== nextRemark - 1)
    found.push({
      line: `Consultation ${consultationId}: its next remark is number ${nextRemark}, but there are ${remarks.length}`,
    });
  for (const { id, filing, ...remark } of remarks) {
    const complain = (what: string) =>
      void found.push({
        line: `Remark ${id}: ${what}`,
        words: `${remark.authorName} ${filing.authorName} ${remark.organisation} ${filing.organisation}`,
      });
    const filed = lines('remark-filed', id);
    if (filed.length !== 1) complain(`${filed.length} lines of the record say that it was filed`);
    if (remark.number !== filing.number + remark.point - 1)
      complain(`it is point ${remark.point} of letter ${filing.number}, but has number ${remark.number}`);
    if (other(remark.authorId, filing.authorId)) complain('its author is not that of its letter');
    for (const name of ['authorName', 'organisation', 'channel'] as const)
      if (remark[name] !== filing[name]) complain(`its ${name} is not that of its letter`);
    if (remark.filedAt.getTime() !== filing.receivedAt.getTime()) complain('its day is not that of its letter');
    if ((remark.kind === 'amendment') !== remark.operations.some(({ op }) => op !== 'none'))
      complain(`it is ${remark.kind}, but its changes say otherwise`);
    for (const { data, actorId } of filed) {
      if (data.number !== remark.number || data.filing !== filing.number)
        complain(`the record says that it was filed as number ${String(data.number)} in letter ${String(data.filing)}`);
      if (data.channel !== undefined && data.channel !== remark.channel)
        complain(`the record says that it came by ${String(data.channel)}`);
      if (data.late !== undefined && data.late !== filing.isLate)
        complain(`the record says ${data.late === true ? 'that it came late' : 'that it came in time'}`);
      if (other(actorId, filing.enteredById ?? filing.authorId))
        complain('the record names another person who filed it');
    }
    const isWithdrawn = lines('remark-withdrawn', id).length > 0;
    if (isWithdrawn !== (remark.state === 'withdrawn'))
      complain(
        `its state is ${remark.state}, the record says ${isWithdrawn ? 'that it was withdrawn' : 'nothing of a withdrawal'}`,
      );
    const decided = remark.rulings[0]?.decision ?? null;
    const isDecided = remark.state !== 'open' && remark.state !== 'withdrawn';
    if (isDecided && decided === null) complain(`it says ${remark.state}, but there is no ruling`);
  }
  return found;
}

async function rulingDifferences(db: Db, consultationId: string, lines: Lines): Promise<Difference[]> {
  const rulings = await db.ruling.findMany({
    where: { consultationId },
    include: { remark: { select: { number: true, state: true } } },
  });
  const drafts = await db.rulingDraft.findMany({
    where: { consultationId, state: 'approved' },
    orderBy: { updatedAt: 'asc' },
  });
  const versions = await db.version.findMany({
    where: { consultationId, kind: 'ruling' },
    select: { number: true, createdById: true, createdAt: true },
  });
  const released = rulings.filter(({ place }) => place !== null);
  const releases = lines('rulings-released', consultationId);
  const releaseOf = ({ madeAt, resultVersion }: { madeAt: Date; resultVersion: number | null }) =>
    releases.find(
      ({ at, data }) =>
        at.getTime() === madeAt.getTime() && (resultVersion === null || (data.version ?? null) === resultVersion),
    ) ?? null;
  const found: Difference[] = [];
  for (const time of new Set(releases.map(({ at }) => at.getTime()))) {
    const told = releases.filter(({ at }) => at.getTime() === time);
    const count = told.reduce((sum, { data }) => sum + Number(data.rulings), 0);
    const theirs = released.filter(({ madeAt }) => madeAt.getTime() === time);
    const versions = new Set(theirs.map(({ resultVersion }) => resultVersion));
    if (count !== theirs.length || told.some(({ data }) => !versions.has((data.version as number | null) ?? null)))
      found.push({
        line: `Consultation ${consultationId}: the record says that ${count} rulings were released at ${new Date(time).toISOString()}; there are ${theirs.length}, or they made another version`,
      });
  }
  for (const { id, remark, ...ruling } of rulings) {
    const complain = (what: string) => void found.push({ line: `Ruling ${id}: ${what}`, words: ruling.reason });
    if (ruling.replacedAt === null && remark.state !== ruling.decision)
      complain(`it says ${ruling.decision}, its remark ${remark.state}`);
    const chained = chainDifference({ id, ...ruling }, rulings);
    if (chained) complain(chained);
    const told =
      ruling.correctsId === null
        ? lines('remark-decided', ruling.remarkId)
        : lines('ruling-corrected', ruling.remarkId).filter(({ data }) => data.ruling === id);
    if (told.length !== 1) complain(`${told.length} lines of the record say that remark ${remark.number} was ruled on`);
    for (const { data, actorId, at } of told) {
      const says = {
        number: remark.number,
        decision: ruling.decision,
        ruling: id,
        version: ruling.resultVersion,
        ...(ruling.correctsId === null ? { group: ruling.groupId } : { corrects: ruling.correctsId }),
      };
      for (const [name, value] of Object.entries(says))
        if ((data[name] ?? null) !== value)
          complain(`its ${name} is ${String(value)}, the record says ${String(data[name] ?? null)}`);
      if (other(actorId, ruling.madeById)) complain('the record names another official who made it');
      if (
        other(data.draftedBy as string | undefined, ruling.draftedById) ||
        (ruling.draftedByName === null) !== (data.draftedBy === undefined)
      )
        complain('the record says otherwise who drafted it');
      if (at.getTime() !== ruling.madeAt.getTime())
        complain(`it was made at ${ruling.madeAt.toISOString()}, the record says ${at.toISOString()}`);
    }
    const version = versions.find(({ number }) => number === ruling.resultVersion);
    if (ruling.resultVersion !== null && !version)
      complain(`version ${ruling.resultVersion}, which it made, is not there`);
    const isOwnVersion = !rulings.some(
      (each) => each.id === ruling.correctsId && each.resultVersion === ruling.resultVersion,
    );
    const release = ruling.place === null ? null : releaseOf(ruling);
    if (ruling.place !== null && !release) complain('no line of the record says that it was released with others');
    if (
      version &&
      isOwnVersion &&
      (other(version.createdById, release ? release.actorId : ruling.madeById) ||
        version.createdAt.getTime() !== ruling.madeAt.getTime())
    )
      complain(`version ${ruling.resultVersion} was made by somebody else, or at another time`);
    if (ruling.draftedByName === null || ruling.correctsId !== null) continue;
    const draft = drafts.findLast(({ remarkId }) => remarkId === ruling.remarkId);
    if (!draft) continue;
    if (
      draft.reason !== ruling.reason ||
      draft.decision !== ruling.decision ||
      draft.decisionWords !== ruling.decisionWords
    )
      complain('it is not the draft that was approved');
    if (
      draft.draftedById !== ruling.draftedById ||
      draft.draftedByName !== ruling.draftedByName ||
      draft.reviewedById !== ruling.madeById ||
      draft.reviewedByName !== ruling.madeByName
    )
      complain('other officials signed the draft that was approved');
  }
  return found;
}

type Chained = {
  id: string;
  remarkId: string;
  correctsId: string | null;
  correctionReason: string;
  replacedAt: Date | null;
  madeAt: Date;
};

/** A ruling is corrected by one other of its remark, at the moment it says, and the corrected one stays. */
function chainDifference(ruling: Chained, all: readonly Chained[]): string | null {
  const before = all.find(({ id }) => id === ruling.correctsId);
  if (ruling.correctsId !== null && before?.remarkId !== ruling.remarkId)
    return 'the ruling that it corrects is not there';
  if ((ruling.correctsId === null) !== (ruling.correctionReason === ''))
    return 'it says otherwise whether it corrects one';
  const next = all.filter(({ correctsId }) => correctsId === ruling.id);
  if (next.length > 1) return 'two others say that they correct it';
  if ((next[0]?.madeAt.getTime() ?? null) !== (ruling.replacedAt?.getTime() ?? null))
    return 'it says otherwise when it was corrected';
  return null;
}

const same = (a: string | null, b: string | null) => (a === null || b === null ? a === b : sameWritten(a, b));

/** Wordings that leave an operation as it is, whatever came before. */
const agreed: ReadonlySet<string> = new Set(['filed', 'confirmed', 'rewritten']);

async function wordingDifferences(db: Db, consultationId: string): Promise<Difference[]> {
  const operations = await db.remarkOperation.findMany({
    where: { consultationId },
    include: { wordings: { orderBy: { id: 'asc' } } },
  });
  const revisions = new Map(
    (
      await db.clauseRevision.findMany({ where: { consultationId }, select: { id: true, clauseId: true, text: true } })
    ).map((row) => [row.id, row]),
  );
  return operations.flatMap(({ wordings, ...operation }): Difference[] => {
    const [first, last] = [wordings[0], wordings.at(-1)];
    const words = [
      operation.before,
      operation.after,
      operation.rest,
      operation.carriedAfter,
      operation.carriedRest,
      ...wordings.flatMap(({ after, rest }) => [after, rest]),
    ].join(' ');
    const of = (what: string): Difference[] => [{ line: `RemarkOperation ${operation.id}: ${what}`, words }];
    const base = revisions.get(operation.baseRevisionId);
    if (!base || base.clauseId !== operation.clauseId) return of('the words it was written on are not there');
    if (!first || !last) return operation.op === 'none' ? [] : of('it has no record of its wordings');
    const fit = agreed.has(last.kind) ? 'unchanged' : last.kind;
    return [
      ...(sameWritten(base.text, operation.before) ? [] : of('it was written on other words than those of its unit')),
      ...(first.kind === 'filed' && same(first.after, operation.after) && same(first.rest, operation.rest)
        ? []
        : of('it is not what was filed')),
      // One in conflict has no words that apply.
      ...(fit === operation.fit &&
      (fit === 'conflict' || (same(last.after, operation.carriedAfter) && same(last.rest, operation.carriedRest)))
        ? []
        : of('its wording now is not the last of its record')),
    ];
  });
}

async function commentDifferences(db: Db, consultationId: string, lines: Lines): Promise<Difference[]> {
  const comments = await db.comment.findMany({
    where: { consultationId },
    select: { id: true, authorId: true, clauseId: true, revisionId: true, remark: { select: { number: true } } },
  });
  const clauses = new Map(
    (await db.clauseRevision.findMany({ where: { consultationId }, select: { id: true, clauseId: true } })).map(
      (row) => [row.id, row.clauseId],
    ),
  );
  const gone = await db.event.findMany({
    where: { consultationId, kind: 'comment-added', subjectId: { notIn: comments.map(({ id }) => id) } },
    select: { subjectId: true },
  });
  return [
    ...comments.flatMap(({ id, authorId, clauseId, revisionId, remark }): Difference[] => {
      const added = lines('comment-added', id);
      const of = (what: string): Difference[] => [{ line: `Comment ${id}: ${what}` }];
      return [
        ...(added.length === 1 ? [] : of(`${added.length} lines of the record say that it was written`)),
        ...(added.some(({ actorId }) => other(actorId, authorId)) ? of('the record names another author') : []),
        ...(added.some(({ data }) => (data.remark ?? null) !== (remark?.number ?? null))
          ? of('the record says that it is about something else')
          : []),
        ...(clauses.get(revisionId) === clauseId ? [] : of('it is about words of another unit')),
      ];
    }),
    ...gone.map(({ subjectId }): Difference => ({
      line: `Comment ${subjectId}: the record says that it was written, but it is not there`,
    })),
  ];
}
