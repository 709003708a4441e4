import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, editionScope } from '#app/db/revision.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { TeamEdition } from '../../access/edition-access.server.ts';
import type { Ground } from '../../cards/withdrawal.ts';
import { queueWithdrawalLetters } from '../../letters/withdrawal-letters.server.ts';
import { readEditionSource } from '../edition-source.server.ts';
import { nextIssue } from '../next-issue.server.ts';
import { storeIssue } from '../store-issue.server.ts';

type Carrying = {
  edition: TeamEdition;
  change: { id: string; teryt: string | null; ground: string | null; reason: string; proposedById: string };
  second: Viewer;
  issue: number;
  now: Date;
};
type Carried = { ok: true; issue: number | null; reissued: number } | { ok: false; error: { code: 'last-card' } };

/**
 * Takes back a card, by an issue without it, or the whole edition, whose issues stay as they were and are shown to nobody. Nothing is
 * removed: the chain of manifests and every hash in it still hold. To be called under the lock of the edition.
 */
export async function carryOutWithdrawal(
  tx: Db,
  { edition, change, second, issue: newest, now }: Carrying,
): Promise<Carried> {
  const { teryt, reason } = change;
  const made = teryt === null ? { issue: null, reissued: 0 } : await withoutCard();
  if (!made) return { ok: false, error: { code: 'last-card' } };
  await recordEvent(tx, {
    editionId: edition.id,
    teryt,
    actorId: change.proposedById,
    kind: teryt === null ? 'edition-withdrawn' : 'scorecard-withdrawn',
    subject: { type: 'edition', id: edition.id },
    data: { change: change.id, approvedBy: second.id, ground: change.ground, ...made },
  });
  await bumpRevision(tx, editionScope(edition.slug));
  await queueWithdrawalLetters(tx, { editionId: edition.id, change });
  return { ok: true, ...made };

  async function withoutCard() {
    const stored = await readEditionSource(tx, edition.id);
    if (stored.newest.manifest.municipalities.every((row) => row.teryt === teryt)) return null;
    const issue = newest + 1;
    const built = await nextIssue({
      source: stored.source,
      corrections: stored.corrections,
      withdrawals: [
        ...stored.withdrawals,
        { teryt: teryt ?? '', ground: change.ground as Ground, reason, at: now.toISOString(), issue },
      ],
      previous: stored.newest,
    });
    const { cards } = await storeIssue(tx, edition.id, built, stored.newest.manifest);
    const { count } = await tx.edition.updateMany({
      where: { id: edition.id, issue: newest, state: 'frozen' },
      data: { issue },
    });
    if (count !== 1) throw notFound('the edition changed under its lock');
    return { issue, reissued: cards };
  }
}
