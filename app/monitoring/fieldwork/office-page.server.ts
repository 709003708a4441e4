import type { Db } from '#app/db/client.server.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { AnswerState } from '../scoring/model.ts';
import { bothHandedIn, proposalOf, type CellReply, type ReplyStance } from '../cards/cells.ts';
import { loadCells } from './load-cells.server.ts';
import { getOfficeRound, type OfficeDoor } from './office-round.server.ts';
import type { ReplyText } from './reply-desk.server.ts';

/** open: no reply yet. silent: the term ended without one. none: no remarks. waiting: replied. */
export type ItemState = 'open' | 'silent' | 'none' | 'waiting' | 'kept' | 'changed';

export type OfficeItem = {
  indicator: Indicator;
  state: ItemState;
  proposal: RecordedAnswer | null;
  /** Levels of both codings, where two people answered; without names. */
  codings: { state: AnswerState; level: number | null }[];
  reply: ReplyText | null;
  /** How many replies there were, corrections counted. */
  seen: number;
  /** What was saved and not sent, whoever saved it. */
  draft: OfficeDraft | null;
  decision: CellReply['decision'];
};

type OfficeDraft = {
  stance: ReplyStance | '';
  level: number | null;
  body: string;
  revision: number;
  by: string;
  /** ISO instant. */
  at: string;
};

type LogStep = {
  at: string;
  kind: 'opened' | 'reply' | 'correction' | 'decision';
  indicator: string;
  stance: ReplyStance | null;
  outcome: 'kept' | 'changed' | null;
};

export type OfficePage = {
  edition: {
    slug: string;
    titlePl: string;
    titleEn: string;
    teamName: string;
    contact: string;
    state: string;
    methodologyKey: string;
    methodologyVersion: string;
  };
  municipality: { teryt: string; name: string };
  openedAt: string;
  endsAt: string;
  isOver: boolean;
  /** When an official confirmed that the proposals have come; null before that. */
  receivedAt: string | null;
  items: OfficeItem[];
  log: LogStep[];
};

/** Everything the office of a municipality is shown: proposed answers with their evidence, its own replies, decisions, and the log. */
export async function getOfficePage(
  db: Db,
  { now = new Date(), ...door }: OfficeDoor & { now?: Date },
): Promise<OfficePage> {
  const { edition, round, municipality } = await getOfficeRound(db, door, now);
  const { teryt } = municipality;
  const drafts = await db.replyDraft.findMany({ where: { roundId: round.id } });
  const cells = new Map((await loadCells(db, { editionId: edition.id, teryt })).map((cell) => [cell.indicator, cell]));
  const rows = await db.reply.findMany({
    where: { roundId: round.id },
    orderBy: { sentAt: 'asc' },
    include: { files: true, decision: true },
  });
  const isOver = round.endsAt <= now;
  const items = edition.methodology.indicators.map((indicator): OfficeItem => {
    const cell = cells.get(indicator.id);
    const own = rows.filter((row) => row.indicator === indicator.id);
    const last = own.at(-1);
    const decision = cell?.reply?.decision ?? null;
    const shown = cell && cell.cause !== 'objection' && bothHandedIn(cell) ? cell.codings : [];
    return {
      indicator,
      decision,
      seen: own.length,
      draft: draftOf(drafts.find((draft) => draft.indicator === indicator.id)),
      state: decision
        ? decision.outcome
        : !last
          ? isOver
            ? 'silent'
            : 'open'
          : last.stance === 'none'
            ? 'none'
            : 'waiting',
      proposal: cell ? proposalOf({ ...cell, reply: null }).answer : null,
      codings: shown.map(({ state, level }) => ({ state, level })),
      reply: last
        ? {
            id: last.id,
            stance: last.stance as ReplyStance,
            level: last.level,
            body: last.body,
            author: last.authorName,
            sentAt: last.sentAt.toISOString(),
            files: last.files.map((file) => ({
              hash: file.fileHash,
              name: file.fileName,
              type: file.fileType,
              size: file.fileSize,
            })),
          }
        : null,
    };
  });
  const log: LogStep[] = [
    { at: round.openedAt.toISOString(), kind: 'opened', indicator: '', stance: null, outcome: null },
    ...rows.map((row): LogStep => ({
      at: row.sentAt.toISOString(),
      kind: row.seq === 1 ? 'reply' : 'correction',
      indicator: row.indicator,
      stance: row.stance as ReplyStance,
      outcome: null,
    })),
    ...rows.flatMap((row): LogStep[] =>
      row.decision
        ? [
            {
              at: row.decision.decidedAt.toISOString(),
              kind: 'decision',
              indicator: row.indicator,
              stance: null,
              outcome: row.decision.outcome === 'changed' ? 'changed' : 'kept',
            },
          ]
        : [],
    ),
  ];
  return {
    edition: {
      slug: edition.slug,
      titlePl: edition.titlePl,
      titleEn: edition.titleEn,
      teamName: edition.teamName,
      contact: edition.contact,
      state: edition.state,
      methodologyKey: edition.methodologyKey,
      methodologyVersion: edition.methodologyVersion,
    },
    municipality,
    openedAt: round.openedAt.toISOString(),
    endsAt: round.endsAt.toISOString(),
    isOver,
    receivedAt: round.receivedAt?.toISOString() ?? null,
    items,
    log: log.sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

type DraftRow = {
  stance: string;
  level: number | null;
  body: string;
  revision: number;
  savedBy: string;
  savedAt: Date;
};

function draftOf(row: DraftRow | undefined): OfficeDraft | null {
  if (!row) return null;
  const { level, body, revision, savedBy, savedAt } = row;
  return { stance: row.stance as OfficeDraft['stance'], level, body, revision, by: savedBy, at: savedAt.toISOString() };
}
