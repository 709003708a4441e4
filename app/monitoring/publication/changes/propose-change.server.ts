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
import type { Ground, Withdrawal } from '../../cards/withdrawal.ts';
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
    const open = await judgeChange(tx, { edition, input, teryt, indicator: indicator.id, now });
    if (!open.ok) return open;
    const answer: CorrectedAnswer = { state, level, requestedOn, note: note.trim(), evidence };
    return withEditionOriginals(tx, edition.id, async (): Promise<ProposeCorrectionResult> => {
      const stored = await readEditionSource(tx, edition.id);
      const judged = judgeCorrection(stored, { teryt, indicator, answer, coder: viewer.displayName, now });
      if (!judged.ok) return judged;
      return store(tx, {
        edition,
        input,
        about: [teryt],
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
    const open = await judgeChange(tx, { edition, input, teryt, indicator: null, now });
    if (!open.ok) return open;
    const units = await tx.editionUnit.findMany({ where: { editionId: edition.id }, select: { teryt: true } });
    if (units.length === 0) throw notFound('an edition without municipalities');
    const all = units.map((unit) => unit.teryt);
    const left = all.filter((each) => !open.withdrawals.some((gone) => gone.teryt === each));
    if (teryt !== null && !all.includes(teryt)) return { ok: false, error: { code: 'unknown' } };
    if (teryt !== null && left.length === 1) return { ok: false, error: { code: 'last-card' } };
    const about = teryt === null ? all : [teryt];
    return store(tx, { edition, input, about, now, change: { kind: 'withdrawal', teryt, ground } });
  });
}

type Judging = {
  edition: TeamEdition;
  input: Proposing;
  teryt: string | null;
  /** Null for a withdrawal. */ indicator: string | null;
  now: Date;
};

type Judged = { ok: true; withdrawals: Withdrawal[] } | { ok: false; error: { code: Refusal } };

/** Whether anything speaks against any change, under the lock of the edition. */
async function judgeChange(tx: Db, { edition, input, teryt, indicator, now }: Judging): Promise<Judged> {
  const refuse = (code: Refusal): Judged => ({ ok: false, error: { code } });
  const locked = await lockReleased(tx, { edition, now });
  if (!locked.ok) return locked;
  const { withdrawals } = locked;
  if (teryt !== null && withdrawals.some((each) => each.teryt === teryt)) return refuse('withdrawn');
  const { measuredFrom } = edition;
  if (teryt !== null && (await findBarringTie(tx, { userId: input.viewer.id, teryt, measuredFrom })))
    return refuse('tie');
  if (locked.issue !== input.againstIssue) return refuse('conflict');
  if (cleanText(input.reason).length < MIN_REASON) return refuse('reason-short');
  const waiting = await tx.editionChange.findMany({
    where: { editionId: edition.id, state: 'waiting' },
    select: { teryt: true, indicator: true },
  });
  if (waiting.some((each) => each.teryt === teryt && each.indicator === indicator)) return refuse('waiting-already');
  return waiting.length >= MOST_WAITING ? refuse('too-many-waiting') : { ok: true, withdrawals };
}

type Change = Pick<Prisma.EditionChangeUncheckedCreateInput, 'kind' | 'teryt' | 'indicator' | 'ground' | 'input'>;

type Storing = {
  edition: TeamEdition;
  input: Proposing;
  /** Municipalities that the change is about. */ about: readonly string[];
  now: Date;
  change: Change;
};

async function store(
  tx: Db,
  { edition, input, about, now, change }: Storing,
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
  const people = (await findSecondPeople(tx, { teamId, measuredFrom }))({ proposerId: viewer.id, teryts: about });
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
