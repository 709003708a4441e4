import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { dayOf } from '#app/i18n/dates.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { deskEdition, getTeamEdition, requireIndicator, type DeskEdition } from '../access/edition-access.server.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { Words } from '../cards/scorecard-document.ts';
import { askedOf, type Asked } from '../cards/asking.ts';
import type { CaptureFile } from '../cards/evidence.ts';
import {
  isDecidable,
  isReplySealed,
  proposalOf,
  settle,
  type CellReply,
  type FieldCell,
  type ReplyStance,
} from '../cards/cells.ts';
import { toldOf } from './told-of.ts';
import { findBarringTie, barredTeryts } from './find-ties.server.ts';
import { loadCell, loadCells } from './load-cells.server.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';

type DeskRound = {
  teryt: string;
  municipality: string;
  endsAt: string;
  isOver: boolean;
  replies: number;
  undecided: number;
  asked: Asked;
  /** Day on which a letter outside the program was sent, yyyy-mm-dd. */ sentOn: string | null;
};
export type DeskReply = {
  teryt: string;
  municipality: string;
  indicator: string;
  question: Words;
  stance: ReplyStance;
  /** Sealed until the second, blind coding is handed in. */ needsSecond: boolean;
  outcome: 'kept' | 'changed' | null;
};
export type ReplyDesk = {
  edition: DeskEdition;
  rounds: DeskRound[];
  /** Municipalities without a term. */
  rest: { teryt: string; name: string }[];
  /** Last day that is proposed for a new term, yyyy-mm-dd. */
  proposedEnd: string;
  waiting: DeskReply[];
  decided: DeskReply[];
};

/** A month: an office has to find who knows, and a letter takes its time. */
const PROPOSED_DAYS = 30;

/** Terms of the offices, and their replies that wait for a decision or have one. */
export async function getReplyDesk(
  db: Db,
  { viewer, slug, now = new Date() }: { viewer: Viewer; slug: string; now?: Date },
): Promise<ReplyDesk> {
  const edition = await getTeamEdition(db, { slug, viewer });
  const barred = await barredTeryts(db, { userId: viewer.id, measuredFrom: edition.measuredFrom });
  const cells = (await loadCells(db, { editionId: edition.id })).filter((cell) => cell.reply !== null);
  const rounds = await db.replyRound.findMany({
    where: { editionId: edition.id },
  });
  const units = await db.editionUnit.findMany({ where: { editionId: edition.id }, select: { teryt: true } });
  const municipalities = await db.municipality.findMany({
    where: { teryt: { in: units.map((unit) => unit.teryt) } },
    orderBy: [{ searchKey: 'asc' }, { teryt: 'asc' }],
    select: { teryt: true, name: true },
  });
  const rowOf = (cell: FieldCell): DeskReply[] => {
    const municipality = municipalities.find((row) => row.teryt === cell.teryt)?.name ?? cell.teryt;
    if (!cell.reply || barred.has(cell.teryt) || !(cell.reply.decision || isDecidable(cell))) return [];
    const { question } = requireIndicator(edition, cell.indicator);
    return [
      {
        teryt: cell.teryt,
        municipality,
        indicator: cell.indicator,
        question,
        stance: cell.reply.stance,
        needsSecond: isReplySealed(cell),
        outcome: cell.reply.decision?.outcome ?? null,
      },
    ];
  };
  return {
    edition: deskEdition(edition),
    rounds: municipalities.flatMap(({ teryt, name }) => {
      const round = rounds.find((each) => each.teryt === teryt);
      const own = cells.filter((cell) => cell.teryt === teryt);
      return round
        ? [
            {
              teryt,
              municipality: name,
              endsAt: round.endsAt.toISOString(),
              isOver: round.endsAt <= now,
              replies: own.length,
              undecided: own.filter(isDecidable).length,
              asked: askedOf({ endsAt: round.endsAt.toISOString(), ...toldOf(round) }, { replied: own.length > 0 }),
              sentOn: round.noticeSentOn,
            },
          ]
        : [];
    }),
    proposedEnd: dayOf(new Date(now.getTime() + PROPOSED_DAYS * 86_400_000)),
    rest: municipalities.filter(({ teryt }) => !rounds.some((round) => round.teryt === teryt)),
    waiting: cells.filter((cell) => !cell.reply?.decision).flatMap(rowOf),
    decided: cells.filter((cell) => cell.reply?.decision).flatMap(rowOf),
  };
}

export type ReplyText = {
  id: string;
  stance: ReplyStance;
  level: number | null;
  body: string;
  author: string;
  sentAt: string;
  files: CaptureFile[];
};
export type ReplyMatter = {
  edition: ReplyDesk['edition'];
  municipality: { teryt: string; name: string };
  indicator: Indicator;
  /** Null while it is sealed. */
  reply: ReplyText | null;
  /** What the office was shown; null while the second coder must not be influenced. */
  proposal: RecordedAnswer | null;
  second: RecordedAnswer | null;
  decision: CellReply['decision'];
  refusal: 'member' | 'needs-second' | null;
};

/** One reply with what it answers, for the decision; throws `forbidden` to somebody with a tie. */
export async function getReplyMatter(
  db: Db,
  { viewer, slug, teryt, indicator: code }: { viewer: Viewer; slug: string; teryt: string; indicator: string },
): Promise<ReplyMatter | 'barred'> {
  const edition = await getTeamEdition(db, { slug, viewer });
  const indicator = requireIndicator(edition, code);
  if (await findBarringTie(db, { userId: viewer.id, teryt, measuredFrom: edition.measuredFrom })) return 'barred';
  const cell = await loadCell(db, { editionId: edition.id, teryt, indicator: indicator.id });
  const municipality = await db.municipality.findUnique({ where: { teryt }, select: { teryt: true, name: true } });
  if (!cell.reply || !(cell.reply.decision || isDecidable(cell)) || !municipality)
    throw notFound('no reply to decide on');
  const hidden = isReplySealed(cell);
  const second = cell.cause === 'objection' && !hidden ? cell.codings[1] : undefined;
  return {
    edition: deskEdition(edition),
    municipality,
    indicator,
    reply: hidden ? null : await replyText(db, cell.reply.id),
    // Members see no answer of others before publication; deciding is not theirs.
    proposal:
      hidden || (edition.isBlind && edition.role === 'member') ? null : proposalOf({ ...cell, reply: null }).answer,
    second: second && edition.role !== 'member' ? second : null,
    decision: cell.reply.decision,
    refusal:
      settle(cell).status === 'decided' ? null : edition.role === 'member' ? 'member' : hidden ? 'needs-second' : null,
  };
}

async function replyText(db: Db, id: string): Promise<ReplyText> {
  const row = await db.reply.findUniqueOrThrow({ where: { id }, include: { files: true } });
  return {
    id: row.id,
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
  };
}
