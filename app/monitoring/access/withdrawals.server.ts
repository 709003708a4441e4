import type { Db } from '#app/db/client.server.ts';
import { WithdrawnError, type WithdrawnFacts } from './withdrawn-error.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { inForce, type Ground, type Withdrawal } from '../cards/withdrawal.ts';

const columns = {
  teryt: true,
  ground: true,
  reason: true,
  issue: true,
  decidedAt: true,
  proposedByName: true,
  decidedByName: true,
} as const;

type Row = {
  teryt: string | null;
  ground: string | null;
  reason: string;
  issue: number | null;
  decidedAt: Date | null;
  proposedByName: string;
  decidedByName: string | null;
};

function withdrawalOf(row: Row): Withdrawal {
  return {
    teryt: row.teryt,
    ground: row.ground as Ground,
    reason: row.reason,
    issue: row.issue,
    at: row.decidedAt?.toISOString() ?? '',
    madeBy: row.proposedByName,
    approvedBy: row.decidedByName ?? '',
  };
}

/** Withdrawals in force of an edition, the oldest first. */
export function listWithdrawals(db: Db, editionId: string): Promise<Withdrawal[]> {
  return list(db, { editionId });
}

/** The same by the name in its address. */
export function listWithdrawalsOf(db: Db, slug: string): Promise<Withdrawal[]> {
  return list(db, { edition: { slug } });
}

async function list(db: Db, where: { editionId: string } | { edition: { slug: string } }): Promise<Withdrawal[]> {
  const rows = await db.editionChange.findMany({
    where: { ...where, ...inForce },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(withdrawalOf);
}

export type WithdrawnEdition = {
  slug: string;
  title: { pl: string; en: string };
  team: string;
  /** ISO instant. */
  publishedAt: string;
  withdrawal: Withdrawal;
};

/** Editions withdrawn as a whole after their release, the newest withdrawal first. */
export async function listWithdrawnEditions(
  db: Db,
  { take = 50 }: { take?: number } = {},
): Promise<WithdrawnEdition[]> {
  const rows = await db.editionChange.findMany({
    where: { ...inForce, teryt: null },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take,
    select: {
      ...columns,
      edition: {
        select: { slug: true, titlePl: true, titleEn: true, publishedAt: true, team: { select: { name: true } } },
      },
    },
  });
  return rows.map(({ edition, ...row }) => ({
    slug: edition.slug,
    title: { pl: edition.titlePl, en: edition.titleEn },
    team: edition.team.name,
    publishedAt: edition.publishedAt?.toISOString() ?? '',
    withdrawal: withdrawalOf(row),
  }));
}

type Asked = { slug: string; issue: number | null; /** The card that is asked for. */ teryt?: string | null };

/**
 * The gate of everything an edition shows: throws `gone` for an edition that was withdrawn, for a card that was, and for the issues from
 * before the withdrawal of a card, since they hold it. What is said of it names the hashes, never a figure.
 */
export async function refuseWithdrawn(db: Db, { slug, issue, teryt = null }: Asked): Promise<void> {
  const edition = await db.edition.findFirst({
    where: { slug, state: 'frozen', changes: { some: inForce } },
    select: {
      id: true,
      slug: true,
      titlePl: true,
      titleEn: true,
      issue: true,
      team: { select: { name: true } },
      changes: { where: inForce, orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }], select: columns },
    },
  });
  if (!edition) return;
  const withdrawals = edition.changes.map(withdrawalOf);
  const whole = withdrawals.find((each) => each.teryt === null);
  const card = withdrawals.find((each) => each.teryt !== null && each.teryt === teryt);
  const since = withdrawals.findLast((each) => each.issue !== null && issue !== null && issue < each.issue);
  const found = whole ?? card ?? since;
  if (!found) return;
  const issues = await db.editionIssue.findMany({
    where: { editionId: edition.id },
    orderBy: { issue: 'asc' },
    select: { issue: true, manifestHash: true, ...(whole ? {} : { manifest: true }) },
  });
  const newest = issues.at(-1) as { manifest?: unknown } | undefined;
  const listed = (newest?.manifest as EditionManifest | undefined)?.withdrawn?.find(
    (each) => each.teryt === found.teryt,
  );
  const facts: WithdrawnFacts = {
    what: whole ? 'edition' : card ? 'card' : 'issue',
    slug: edition.slug,
    title: { pl: edition.titlePl, en: edition.titleEn },
    team: edition.team.name,
    name: listed?.name ?? '',
    issue: issue ?? edition.issue,
    newest: edition.issue,
    withdrawal: found,
    hashes: card
      ? Object.entries(listed?.files ?? {}).map(([path, hash]) => ({ path, hash }))
      : issues
          .filter((each) => whole || each.issue === issue)
          .map((each) => ({ path: `manifest ${each.issue}`, hash: each.manifestHash })),
  };
  throw new WithdrawnError(facts);
}
