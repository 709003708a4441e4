import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { getTeamEdition } from '../../access/edition-access.server.ts';
import { releaseStageOf, type ReleaseStage } from '../../access/release-stage.ts';
import type { RecordedAnswer } from '../../cards/recorded-answer.ts';
import type { Ground } from '../../cards/withdrawal.ts';
import type { Words } from '../../cards/scorecard-document.ts';
import { barredTeryts } from '../../fieldwork/find-ties.server.ts';
import { letterKey, officeKey } from '../../letters/letter-keys.ts';
import { listTold, type Told } from '../../letters/told.server.ts';
import type { CorrectedAnswer } from '../correct-answer.server.ts';
import { secondPersonProblem } from './order.ts';
import { findSecondPeople } from './second-people.server.ts';

type ShownAnswer = { state: string; level: number | null; requestedOn: string | null; reason: string };

export type ChangeRow = {
  id: string;
  kind: 'correction' | 'withdrawal';
  /** Null for the whole edition. */
  teryt: string | null;
  name: string | null;
  indicator: { id: string; question: Words } | null;
  ground: Ground | null;
  before: ShownAnswer | null;
  after: (ShownAnswer & { evidence: string[] }) | null;
  reason: string;
  state: 'waiting' | 'done' | 'declined' | 'cancelled';
  issue: number | null;
  proposedBy: string;
  /** ISO instants. */
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  note: string;
  /** Why the reader does not decide on it; null where he does. */
  problem: 'own' | 'role' | 'tie' | null;
  /** How many people of the team may decide on it. */
  others: number;
};

export type ChangeDesk = {
  slug: string;
  titlePl: string;
  titleEn: string;
  teamName: string;
  teamSlug: string;
  isLead: boolean;
  stage: ReleaseStage;
  issue: number;
  isWithdrawn: boolean;
  /** Cards that can be withdrawn. */
  municipalities: { teryt: string; name: string }[];
  changes: ChangeRow[];
  told: Told[];
  /** Municipalities whose office has no address here. */
  unreached: number;
};

/** Corrections and withdrawals of an edition, those that wait first, with what became of the letters about it. For everybody of the team. */
export async function getChangeDesk(
  db: Db,
  { viewer, slug, now = new Date() }: { viewer: Viewer; slug: string; now?: Date },
): Promise<ChangeDesk> {
  const edition = await getTeamEdition(db, { slug, viewer });
  const row = await db.edition.findUniqueOrThrow({
    where: { id: edition.id },
    select: {
      state: true,
      publishedAt: true,
      issue: true,
      team: { select: { slug: true } },
      units: { select: { teryt: true } },
      changes: { orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }] },
    },
  });
  const teryts = row.units.map(({ teryt }) => teryt);
  const municipalities = await db.municipality.findMany({
    where: { teryt: { in: teryts } },
    orderBy: { name: 'asc' },
    select: { teryt: true, name: true },
  });
  const names = new Map(municipalities.map(({ teryt, name }) => [teryt, name]));
  const { measuredFrom, teamId } = edition;
  const barred = await barredTeryts(db, { userId: viewer.id, measuredFrom });
  const withdrawn = new Set(
    row.changes.flatMap((each) => (each.kind === 'withdrawal' && each.state === 'done' ? [each.teryt] : [])),
  );
  const secondPeople = await findSecondPeople(db, { teamId, measuredFrom });
  const changes = row.changes.map((each): ChangeRow => {
    const { answer, against } = (each.input ?? {}) as unknown as {
      answer?: CorrectedAnswer;
      against?: RecordedAnswer | null;
    };
    const about = each.teryt === null ? teryts : [each.teryt];
    return {
      id: each.id,
      kind: each.kind as ChangeRow['kind'],
      teryt: each.teryt,
      name: each.teryt && (names.get(each.teryt) ?? each.teryt),
      indicator: edition.methodology.indicators.find(({ id }) => id === each.indicator) ?? null,
      ground: each.ground as Ground | null,
      before: against ? shown(against) : null,
      after: answer
        ? { ...shown({ ...answer, reason: answer.note }), evidence: answer.evidence.map(({ url }) => url) }
        : null,
      reason: each.reason,
      state: each.state as ChangeRow['state'],
      issue: each.issue,
      proposedBy: each.proposedByName,
      proposedAt: each.proposedAt.toISOString(),
      decidedBy: each.decidedByName,
      decidedAt: each.decidedAt?.toISOString() ?? null,
      note: each.note,
      problem: secondPersonProblem({
        isProposer: each.proposedById === viewer.id,
        role: edition.role,
        isTied: about.some((teryt) => barred.has(teryt)),
      }),
      others: each.state === 'waiting' ? secondPeople({ proposerId: each.proposedById, teryts: about }).length : 0,
    };
  });
  const isWaiting = ({ state }: ChangeRow) => state === 'waiting';
  const { slug: name, titlePl, titleEn, teamName, isLead } = edition;
  return {
    slug: name,
    titlePl,
    titleEn,
    teamName,
    teamSlug: row.team.slug,
    isLead,
    stage: releaseStageOf(row, now),
    issue: row.issue,
    isWithdrawn: withdrawn.has(null),
    municipalities: municipalities.filter(({ teryt }) => !withdrawn.has(teryt)),
    changes: [...changes.filter(isWaiting), ...changes.filter((each) => !isWaiting(each))],
    told: await listTold(db, edition.id),
    unreached: teryts.length - (await reached(db, edition.id, teryts)),
  };
}

function shown({ state, level, requestedOn, reason }: ShownAnswer): ShownAnswer {
  return { state, level, requestedOn, reason };
}

/** Offices that a letter of the release was written to. */
async function reached(db: Db, editionId: string, teryts: readonly string[]): Promise<number> {
  const letters = await db.mailMessage.findMany({
    where: { dedupeKey: { startsWith: `${letterKey('release', editionId)}${officeKey}` }, teryt: { in: [...teryts] } },
    distinct: ['teryt'],
    select: { teryt: true },
  });
  return letters.length;
}

/** The id of a change as a form sends it; null for what is none. */
export const changeId = (text: string | undefined): string | null => (text && isUuid(text) ? text : null);
