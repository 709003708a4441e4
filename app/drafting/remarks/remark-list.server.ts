import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { loadHead, type ConsultationHead } from '../course/consultation-head.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { remarkStates, type RemarkState } from '#app/drafting/state/remark-state.ts';
import { channels, type Channel } from '../state/channels.ts';
import { findRemarks } from './find-remarks.server.ts';
import { viewRemarks, type RemarkView } from './remark-views.server.ts';

const remarksPerPage = 30;

/** What the register is narrowed to; null or empty for everything. `clauseCode` 'whole': remarks about no unit. */
export type RemarkFilter = {
  state: RemarkState | null;
  channel: Channel | null;
  clauseCode: number | 'whole' | null;
  group: number | null;
  /** A number, a name, words of the remark or a place in the act, see `sought.ts`. */
  words: string;
};

export type RemarkList = {
  consultation: ConsultationHead;
  filter: RemarkFilter;
  /** By state, under the other filters. */
  counts: Record<RemarkState | 'all', number>;
  /** Channels and groups there are, and units that remarks are about, for the filters. */
  channels: { channel: Channel; count: number }[];
  groups: { number: number; title: string }[];
  clauses: { code: number; citation: string }[];
  /** All remarks of the consultation, whatever the filters. */
  total: number;
  page: number;
  pages: number;
  remarks: RemarkView[];
};

/** `forOffice`: names of people who did not ask to be named are searched too; the caller has checked that an official asks. */
type Asked = { slug: string; filter: RemarkFilter; page: number; locale: Locale; forOffice?: boolean; now?: Date };

/** The register of a consultation, newest first, one page of it. */
export async function listRemarks(
  db: Db,
  { slug, filter, page: asked, locale, forOffice = false, now = new Date() }: Asked,
): Promise<RemarkList> {
  const draft = await loadDraft(db, { slug });
  const { consultationId, units } = draft;
  const { words } = filter;
  const withWords: Prisma.RemarkWhereInput =
    words === '' ? {} : { number: { in: await findRemarks(db, { consultationId, units, words, forOffice }) } };
  const narrowed: Prisma.RemarkWhereInput = {
    consultationId,
    AND: [onChannel(filter), onClause(filter), inGroup(filter), withWords],
  };
  const groups = await db.remark.groupBy({ by: ['state'], where: narrowed, _count: true });
  const countOf = (state: RemarkState) => groups.find((group) => group.state === state)?._count ?? 0;
  const byState = Object.fromEntries(remarkStates.map((state) => [state, countOf(state)])) as Record<
    RemarkState,
    number
  >;
  const counts = { ...byState, all: remarkStates.reduce((sum, state) => sum + countOf(state), 0) };
  const pages = Math.max(1, Math.ceil((filter.state === null ? counts.all : counts[filter.state]) / remarksPerPage));
  const page = Math.min(Math.max(1, asked), pages);
  const where = filter.state === null ? narrowed : { AND: [narrowed, { state: filter.state }] };
  const byChannel = await db.remark.groupBy({ by: ['channel'], where: { consultationId }, _count: true });
  const citations = citationsByClause(draft.units);
  const touched = new Set(
    (await db.remarkOperation.groupBy({ by: ['clauseId'], where: { consultationId } })).map(({ clauseId }) => clauseId),
  );
  return {
    consultation: await loadHead(db, draft, now),
    filter,
    counts,
    page,
    pages,
    total: byChannel.reduce((sum, { _count }) => sum + _count, 0),
    channels: channels.flatMap((channel) =>
      byChannel.flatMap((row) => (row.channel === channel ? [{ channel, count: row._count }] : [])),
    ),
    groups: await db.remarkGroup.findMany({
      where: { consultationId },
      orderBy: { number: 'asc' },
      select: { number: true, title: true },
    }),
    clauses: draft.units
      .filter(({ clauseId }) => touched.has(clauseId))
      .map(({ code, clauseId }) => ({ code, citation: citations.get(clauseId) ?? '' })),
    remarks: await viewRemarks(
      db,
      { where, orderBy: { number: 'desc' }, skip: (page - 1) * remarksPerPage, take: remarksPerPage },
      { draft, locale },
    ),
  };
}

const onChannel = ({ channel }: RemarkFilter): Prisma.RemarkWhereInput => (channel === null ? {} : { channel });
const inGroup = ({ group }: RemarkFilter): Prisma.RemarkWhereInput =>
  group === null ? {} : { group: { number: group } };

function onClause({ clauseCode }: RemarkFilter): Prisma.RemarkWhereInput {
  if (clauseCode === null) return {};
  return clauseCode === 'whole'
    ? { operations: { none: {} } }
    : { operations: { some: { clause: { code: clauseCode } } } };
}
