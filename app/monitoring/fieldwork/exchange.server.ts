import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { getTeamEdition } from '../access/edition-access.server.ts';
import { readMethodology } from '../access/methodologies.server.ts';
import { isReplySealed, type ReplyStance } from '../cards/cells.ts';
import { barredTeryts } from './find-ties.server.ts';
import type { ExchangeRow } from './exchange.ts';
import { loadCells } from './load-cells.server.ts';
import { getOfficeRound } from './office-round.server.ts';

/** The exchange of an edition as its team may read it, or of one municipality of it. What a blind coder must not know is left blank. */
export async function teamExchange(
  db: Db,
  { viewer, slug, teryt }: { viewer: Viewer; slug: string; teryt: string | null },
): Promise<ExchangeRow[]> {
  const edition = await getTeamEdition(db, { slug, viewer });
  const barred = await barredTeryts(db, { userId: viewer.id, measuredFrom: edition.measuredFrom });
  const sealed = new Set(
    (await loadCells(db, { editionId: edition.id }))
      .filter(isReplySealed)
      .map((cell) => `${cell.teryt} ${cell.indicator}`),
  );
  const isSealed = (row: ExchangeRow) => row.step === 'reply' && sealed.has(`${row.teryt} ${row.indicator}`);
  return (await exchangeOf(db, { editionId: edition.id, teryt }))
    .filter((row) => !barred.has(row.teryt))
    .map((row) => (isSealed(row) ? { ...row, stance: null, level: null, text: '', files: [] } : row));
}

/** The exchange with the official's own municipality. */
export async function officeExchange(
  db: Db,
  { viewer, slug, teryt }: { viewer: Viewer; slug: string; teryt: string },
): Promise<ExchangeRow[]> {
  const { edition } = await getOfficeRound(db, { viewer, slug, teryt });
  return exchangeOf(db, { editionId: edition.id, teryt });
}

/** Every step in the order of time; after the term silence is a step too, one per indicator without a reply. */
async function exchangeOf(
  db: Db,
  { editionId, teryt, now = new Date() }: { editionId: string; teryt: string | null; now?: Date },
): Promise<ExchangeRow[]> {
  const rounds = await db.replyRound.findMany({
    where: { editionId, ...(teryt ? { teryt } : {}) },
    orderBy: { teryt: 'asc' },
    include: {
      replies: { orderBy: [{ indicator: 'asc' }, { seq: 'asc' }], include: { files: true, decision: true } },
      edition: { select: { methodology: { select: { id: true, hash: true } }, team: { select: { name: true } } } },
    },
  });
  const names = new Map(
    (
      await db.municipality.findMany({
        where: { teryt: { in: rounds.map((round) => round.teryt) } },
        select: { teryt: true, name: true },
      })
    ).map((row) => [row.teryt, row.name]),
  );
  const rows: ExchangeRow[] = [];
  for (const round of rounds) {
    const { indicators } = await readMethodology(db, round.edition.methodology);
    const base = {
      teryt: round.teryt,
      municipality: names.get(round.teryt) ?? round.teryt,
      indicator: '',
      seq: null,
      stance: null,
      outcome: null,
      state: null,
      level: null,
      text: '',
      files: [],
    };
    rows.push({
      ...base,
      at: round.openedAt.toISOString(),
      step: 'proposed',
      text: round.endsAt.toISOString(),
      by: round.edition.team.name,
    });
    for (const reply of round.replies) {
      rows.push({
        ...base,
        at: reply.sentAt.toISOString(),
        step: 'reply',
        indicator: reply.indicator,
        seq: reply.seq,
        stance: reply.stance as ReplyStance,
        level: reply.level,
        text: reply.body,
        by: reply.authorName,
        files: reply.files.map((file) => file.fileHash),
      });
      const { decision } = reply;
      if (decision) {
        rows.push({
          ...base,
          at: decision.decidedAt.toISOString(),
          step: 'decision',
          indicator: reply.indicator,
          outcome: decision.outcome === 'changed' ? 'changed' : 'kept',
          state: decision.state,
          level: decision.level,
          text: decision.reason,
          by: decision.decidedByName,
        });
      }
    }
    if (round.endsAt > now) continue;
    const answered = new Set(round.replies.map((reply) => reply.indicator));
    for (const { id } of indicators)
      if (!answered.has(id))
        rows.push({ ...base, at: round.endsAt.toISOString(), step: 'no-reply', indicator: id, by: '' });
  }
  return rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
