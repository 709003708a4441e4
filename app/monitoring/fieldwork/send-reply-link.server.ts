import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { paths } from '#app/i18n/paths.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { makeSecret } from '#app/people/secrets.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { mailReplyLink } from './reply-letters.server.ts';

export type SendReplyLinkInput = {
  viewer: Viewer;
  slug: string;
  teryt: string;
  /** Where the letter goes; '' for one that is printed. */
  email: string;
  /** The link that the page showed as the one that holds; '' for none. */
  seen: string;
  now?: Date;
};
export type SendReplyLinkResult =
  /** `address` is told only of a letter to be printed; nothing that is kept holds it. */
  | { ok: true; value: { address: string | null } }
  | { ok: false; error: { code: 'published' | 'late' | 'conflict' } | TooMany };

/**
 * Makes a secret address under which an office replies without an account, and sends it or gives it to be printed. The one before holds
 * no more. Only the lead can, while the term runs.
 */
export async function sendReplyLink(db: Db, input: SendReplyLinkInput): Promise<SendReplyLinkResult> {
  const { viewer, slug, teryt, email, seen, now = new Date() } = input;
  const edition = await getLedEdition(db, { slug, viewer });
  const target = email || `${edition.id}:${teryt}`;
  return withinLimit(db, 'invitation', { person: viewer.id, target }, () =>
    transaction(db, async (tx): Promise<SendReplyLinkResult> => {
      const round = await lockRound(tx, { editionId: edition.id, teryt });
      if (!round) throw notFound(`no term of ${teryt} in ${slug}`);
      if (round.state !== 'coding') return { ok: false, error: { code: 'published' } };
      if (now >= round.endsAt) return { ok: false, error: { code: 'late' } };
      const held = await tx.replyLink.findFirst({
        where: { roundId: round.id, revokedAt: null },
        select: { id: true },
      });
      if ((held?.id ?? '') !== seen) return { ok: false, error: { code: 'conflict' } };
      if (held) await tx.replyLink.update({ where: { id: held.id }, data: { revokedAt: now } });
      const secret = await makeReplyLink(tx, {
        editionId: edition.id,
        roundId: round.id,
        teryt,
        toEmail: email,
        by: viewer,
        now,
      });
      if (email === '') return { ok: true, value: { address: absoluteUrl(paths('pl').replyLink(secret)) } };
      await mailReplyLink(tx, { edition, teryt, email, secret, endsAt: round.endsAt });
      return { ok: true, value: { address: null } };
    }),
  );
}

type NewLink = {
  editionId: string;
  roundId: string;
  teryt: string;
  toEmail: string;
  by: Pick<Viewer, 'id' | 'displayName'>;
  now: Date;
};

/** Writes a link down and returns its secret, which is kept nowhere. */
export async function makeReplyLink(tx: Db, { editionId, roundId, teryt, toEmail, by, now }: NewLink): Promise<string> {
  const { secret, hash } = makeSecret();
  await tx.replyLink.create({
    data: {
      teryt,
      roundId,
      secretHash: hash,
      toEmail,
      createdById: by.id,
      createdByName: by.displayName,
      createdAt: now,
    },
  });
  await recordEvent(tx, {
    teryt,
    editionId,
    actorId: by.id,
    kind: 'reply-link-made',
    subject: { type: 'edition', id: editionId },
    data: { way: toEmail === '' ? 'print' : 'email' },
  });
  return secret;
}

/** Takes a link back at once, also from whoever has opened it already. */
export async function revokeReplyLink(
  db: Db,
  { viewer, slug, teryt, seen, now = new Date() }: Omit<SendReplyLinkInput, 'email'>,
): Promise<{ ok: true } | { ok: false; error: { code: 'conflict' } }> {
  const edition = await getLedEdition(db, { slug, viewer });
  return transaction(db, async (tx) => {
    const round = await lockRound(tx, { editionId: edition.id, teryt });
    if (!round) throw notFound(`no term of ${teryt} in ${slug}`);
    const held = await tx.replyLink.findFirst({ where: { roundId: round.id, revokedAt: null }, select: { id: true } });
    if (!held || held.id !== seen) return { ok: false as const, error: { code: 'conflict' as const } };
    await tx.replyLink.update({ where: { id: held.id }, data: { revokedAt: now } });
    await recordEvent(tx, {
      teryt,
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'reply-link-revoked',
      subject: { type: 'edition', id: edition.id },
    });
    return { ok: true as const };
  });
}

async function lockRound(
  tx: Db,
  { editionId, teryt }: { editionId: string; teryt: string },
): Promise<{ id: string; endsAt: Date; state: string } | undefined> {
  const [edition] = await tx.$queryRaw<
    { state: string }[]
  >`select state from "Edition" where id = ${editionId}::uuid for share`;
  const [round] = await tx.$queryRaw<{ id: string; endsAt: Date }[]>`
    select id, "endsAt" from "ReplyRound" where "editionId" = ${editionId}::uuid and teryt = ${teryt} for update`;
  return round && edition && { ...round, state: edition.state };
}
