import type { Db } from '#app/db/client.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { TeamEdition } from '../access/edition-access.server.ts';
import type { AnswerState } from '../scoring/model.ts';
import { settle, type ChosenAnswer, type FieldCell, type ReplyStance } from '../cards/cells.ts';
import { countDeclarations } from './count-declarations.server.ts';
import { bars, type TieKind } from './ties.ts';
import { toldOf } from './told-of.ts';
import type { FieldworkRecord, RecordedReply } from '../cards/record.ts';
import { borderWork } from './border-units.ts';
import { measureReliability } from './tasks.server.ts';

type Options = {
  edition: Pick<TeamEdition, 'id' | 'teamId' | 'methodology' | 'doubleShare' | 'doubleSeed' | 'measuredFrom'>;
  cells: readonly FieldCell[];
  /** As which it is written; a frozen one is never written otherwise. */
  schema?: FieldworkRecord['schema'];
};

/** The record of how an edition was made, from what is stored now. */
export async function fieldworkRecord(
  db: Db,
  { edition, cells, schema = 'paragraf-fieldwork/2' }: Options,
): Promise<FieldworkRecord> {
  const rounds = await db.replyRound.findMany({
    where: { editionId: edition.id },
    orderBy: { teryt: 'asc' },
  });
  const replies = await repliesOf(db, edition.id);
  const kept = cells.filter((cell) => cell.cause !== null || cell.reply !== null);
  const decisions = cells.flatMap((cell) => [cell.adjudication?.by, cell.reply?.decision?.by]);
  const shown = new Set(rounds.map((round) => round.teryt));
  const waived = edition.doubleShare > 0 ? borderWork(edition.methodology, cells, shown).waived : [];
  const count = (cause: FieldCell['cause']) => cells.filter((cell) => cell.cause === cause).length;
  return {
    schema,
    double: {
      share: edition.doubleShare,
      seed: edition.doubleSeed,
      byCause: { drawn: count('drawn'), border: count('border'), objection: count('objection') },
      ...(waived.length > 0 ? { waived } : {}),
    },
    reliability: await runTask(measureReliability, {
      methodology: edition.methodology,
      cells,
      seed: edition.doubleSeed,
      withBorder: schema === 'paragraf-fieldwork/1',
    }),
    coders: names(cells.flatMap((cell) => cell.codings.map((coding) => coding.coder))),
    reviewers: names(decisions),
    stoodAside: await stoodAside(db, edition),
    ...(schema === 'paragraf-fieldwork/1'
      ? {}
      : { declared: await countDeclarations(db, { editionId: edition.id, cells }) }),
    rounds: rounds.map((round) => ({
      teryt: round.teryt,
      openedAt: round.openedAt.toISOString(),
      endsAt: round.endsAt.toISOString(),
      ...(schema === 'paragraf-fieldwork/1' ? {} : toldOf(round)),
    })),
    cells: kept.map((cell) => ({
      teryt: cell.teryt,
      indicator: cell.indicator,
      cause: cell.cause,
      status: settle(cell).status,
      adjudication: cell.adjudication,
      codings: cell.codings.map(({ state, level, reason, requestedOn, coder, evidence, submittedAt }) => ({
        state,
        level,
        reason,
        requestedOn,
        coder,
        evidence,
        submittedAt,
      })),
      reply: replies.get(`${cell.teryt} ${cell.indicator}`) ?? null,
    })),
  };
}

function names(all: readonly (string | undefined)[]): string[] {
  return [...new Set(all.filter((name) => name !== undefined))].sort((a, b) => a.localeCompare(b, 'pl'));
}

/** How many people of the team declared a tie with each measured municipality. */
async function stoodAside(db: Db, edition: Options['edition']): Promise<FieldworkRecord['stoodAside']> {
  const units = await db.editionUnit.findMany({
    where: { editionId: edition.id },
    orderBy: { teryt: 'asc' },
    select: { teryt: true },
  });
  const people = await db.roleGrant.findMany({
    where: { teamId: edition.teamId, revokedAt: null },
    select: { userId: true },
  });
  const ties = await db.tieDeclaration.findMany({
    where: {
      replacedAt: null,
      userId: { in: people.map((person) => person.userId) },
      teryt: { in: units.map((unit) => unit.teryt) },
    },
    select: { teryt: true, kind: true, until: true },
  });
  const barring = ties.filter((tie) =>
    bars({ kind: tie.kind as TieKind | 'none', until: tie.until }, edition.measuredFrom),
  );
  return units.flatMap(({ teryt }) => {
    const count = barring.filter((tie) => tie.teryt === teryt).length;
    return count === 0 ? [] : [{ teryt, count }];
  });
}

/** The replies in force by "TERYT INDICATOR". */
async function repliesOf(db: Db, editionId: string): Promise<Map<string, RecordedReply>> {
  const rows = await db.reply.findMany({
    where: { round: { editionId } },
    orderBy: { seq: 'asc' },
    include: { files: true, decision: true },
  });
  return new Map(
    rows.map((row) => [
      `${row.teryt} ${row.indicator}`,
      {
        stance: row.stance as ReplyStance,
        level: row.level,
        body: row.body,
        author: row.authorName,
        sentAt: row.sentAt.toISOString(),
        files: row.files.map((file) => ({
          hash: file.fileHash,
          name: file.fileName,
          type: file.fileType,
          size: file.fileSize,
        })),
        decision: row.decision && {
          ...chosen(row.decision),
          outcome: row.decision.outcome === 'changed' ? 'changed' : 'kept',
        },
      },
    ]),
  );
}

function chosen(row: {
  state: string;
  level: number | null;
  requestedOn: string | null;
  reason: string;
  decidedByName: string;
  decidedAt: Date;
}): ChosenAnswer {
  return {
    state: row.state as AnswerState,
    level: row.level,
    requestedOn: row.requestedOn,
    reason: row.reason,
    by: row.decidedByName,
    at: row.decidedAt.toISOString(),
  };
}
