import { withEditionOriginals } from '#app/record/covered/on-originals.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMails } from '#app/mail/queue-mail.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition, requireIndicator, type TeamEdition } from '../../access/edition-access.server.ts';
import { editionTitle } from '../../cards/edition-title.ts';
import type { Ground } from '../../cards/withdrawal.ts';
import { findBarringTie } from '../../fieldwork/find-ties.server.ts';
import { judgeCorrection, type CorrectedAnswer, type CorrectionProblem } from '../correct-answer.server.ts';
import { readEditionSource } from '../edition-source.server.ts';
import { lockReleased } from './lock-released.server.ts';
import { MIN_REASON, MOST_WAITING } from './order.ts';
import { findSecondPeople } from './second-people.server.ts';

type Proposing = {
  viewer: Viewer;
  slug: string;
  /** Why; public. */
  reason: string;
  /** Issue that the lead looked at. */
  againstIssue: number;
  now?: Date;
};
export type CorrectionInput = Proposing & CorrectedAnswer & { teryt: string; indicator: string };
export type WithdrawalInput = Proposing & { /** Null for the whole edition. */ teryt: string | null; ground: Ground };

type Refusal =
  | 'not-public'
  | 'withdrawn'
  | 'conflict'
  | 'tie'
  | 'too-many-waiting'
  | 'waiting-already'
  | 'reason-short';
type Proposed<T extends string> =
  | { ok: true; id: string; /** How many people were written to: they may decide. */ told: number }
  | { ok: false; error: { code: Refusal | T } };
export type ProposeCorrectionResult = Proposed<CorrectionProblem>;
export type ProposeWithdrawalResult = Proposed<'last-card' | 'unknown'>;

/**
 * Puts a dated correction of a released edition forward: nothing is public before another person of the team agrees. Who declared a tie
 * with the municipality corrects nothing in it.
 */
export async function proposeCorrection(db: Db, input: CorrectionInput): Promise<ProposeCorrectionResult> {
  const { viewer, teryt, state, level, requestedOn, note, evidence, now = new Date() } = input;
  const edition = await getLedEdition(db, input);
  const indicator = requireIndicator(edition, input.indicator);
  return transaction(db, async (tx): Promise<ProposeCorrectionResult> => {
    const refusal = await refusalOf(tx, { edition, input, teryt, indicator: indicator.id, now });
    if (refusal) return { ok: false, error: { code: refusal } };
    const answer: CorrectedAnswer = { state, level, requestedOn, note: note.trim(), evidence };
    return withEditionOriginals(tx, edition.id, async (): Promise<ProposeCorrectionResult> => {
      const stored = await readEditionSource(tx, edition.id);
      const judged = judgeCorrection(stored, { teryt, indicator, answer, coder: viewer.displayName, now });
      if (!judged.ok) return judged;
      return store(tx, {
        edition,
        input,
        now,
        change: {
          kind: 'correction',
          teryt,
          indicator: indicator.id,
          input: { answer, against: judged.before } as unknown as Prisma.InputJsonObject,
        },
      });
    });
  });
}

/** Puts forward that one card or a whole released edition is taken back, by order of a court or for a mistake; public once another person of the team agrees. */
export async function proposeWithdrawal(db: Db, input: WithdrawalInput): Promise<ProposeWithdrawalResult> {
  const { teryt, ground, now = new Date() } = input;
  const edition = await getLedEdition(db, input);
  return transaction(db, async (tx): Promise<ProposeWithdrawalResult> => {
    const refusal = await refusalOf(tx, { edition, input, teryt, indicator: null, now });
    if (refusal) return { ok: false, error: { code: refusal } };
    const units = await tx.editionUnit.findMany({ where: { editionId: edition.id }, select: { teryt: true } });
    const gone = await tx.editionChange.findMany({
      where: { editionId: edition.id, kind: 'withdrawal', state: 'done' },
      select: { teryt: true },
    });
    const left = units.filter((unit) => !gone.some((each) => each.teryt === unit.teryt));
    if (teryt !== null && !units.some((unit) => unit.teryt === teryt)) return { ok: false, error: { code: 'unknown' } };
    if (teryt !== null && left.length === 1) return { ok: false, error: { code: 'last-card' } };
    return store(tx, { edition, input, now, change: { kind: 'withdrawal', teryt, ground } });
  });
}

type Judging = {
  edition: TeamEdition;
  input: Proposing;
  teryt: string | null;
  /** Null for a withdrawal. */ indicator: string | null;
  now: Date;
};

/** What speaks against any change, under the lock of the edition. */
async function refusalOf(tx: Db, { edition, input, teryt, indicator, now }: Judging): Promise<Refusal | null> {
  const locked = await lockReleased(tx, { edition, now });
  if (!locked.ok) return locked.error.code;
  if (teryt !== null && locked.withdrawals.some((each) => each.teryt === teryt)) return 'withdrawn';
  const { measuredFrom } = edition;
  if (teryt !== null && (await findBarringTie(tx, { userId: input.viewer.id, teryt, measuredFrom }))) return 'tie';
  if (locked.issue !== input.againstIssue) return 'conflict';
  if (cleanText(input.reason).length < MIN_REASON) return 'reason-short';
  const waiting = await tx.editionChange.findMany({
    where: { editionId: edition.id, state: 'waiting' },
    select: { teryt: true, indicator: true },
  });
  if (waiting.some((each) => each.teryt === teryt && each.indicator === indicator)) return 'waiting-already';
  return waiting.length >= MOST_WAITING ? 'too-many-waiting' : null;
}

type Change = Pick<Prisma.EditionChangeUncheckedCreateInput, 'kind' | 'teryt' | 'indicator' | 'ground' | 'input'>;

async function store(
  tx: Db,
  { edition, input, now, change }: { edition: TeamEdition; input: Proposing; now: Date; change: Change },
): Promise<{ ok: true; id: string; told: number }> {
  const { viewer } = input;
  const { id } = await tx.editionChange.create({
    data: {
      editionId: edition.id,
      ...change,
      reason: cleanText(input.reason),
      proposedById: viewer.id,
      proposedByName: viewer.displayName,
      proposedAt: now,
    },
    select: { id: true },
  });
  await recordEvent(tx, {
    editionId: edition.id,
    teryt: change.teryt ?? null,
    actorId: viewer.id,
    kind: 'edition-change-proposed',
    subject: { type: 'edition-change', id },
    data: { kind: change.kind, issue: input.againstIssue },
  });
  const { teamId, measuredFrom } = edition;
  const teryts = change.teryt ? [change.teryt] : await allTeryts(tx, edition.id);
  const people = (await findSecondPeople(tx, { teamId, measuredFrom }))({ proposerId: viewer.id, teryts });
  await queueMails(
    tx,
    people.map((person) => {
      const t = translator(person.locale);
      const params = { title: editionTitle(person.locale, edition), name: viewer.displayName };
      return {
        to: person.email,
        locale: person.locale,
        dedupeKey: `edition-change:${id}:${person.id}`,
        subject: t(`publication.mail.change.${change.kind as 'correction'}.subject`, params),
        body: [t('publication.mail.change.body', params), absoluteUrl(paths(person.locale).changes(edition.slug))].join(
          '\n\n',
        ),
      };
    }),
  );
  return { ok: true, id, told: people.length };
}

async function allTeryts(tx: Db, editionId: string): Promise<string[]> {
  const units = await tx.editionUnit.findMany({ where: { editionId }, select: { teryt: true } });
  if (units.length === 0) throw notFound('an edition without municipalities');
  return units.map(({ teryt }) => teryt);
}
