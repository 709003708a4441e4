import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate, type MessageKey } from '#app/i18n/translate.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { nameProblem } from '#app/people/name-problem.server.ts';
import { makeSecret } from '#app/people/secrets.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { queueReleaseLetters } from '../letters/release-letters.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { releaseStageOf } from '../access/release-stage.ts';

export type EmbargoLinkInput = {
  viewer: Viewer;
  slug: string;
  name: string;
  outlet: string;
  email: string;
  locale: Locale;
  now?: Date;
};
export type CreateEmbargoLinkResult =
  | { ok: true; id: string }
  | {
      ok: false;
      error:
        | { code: 'not-scheduled' | 'already-invited' }
        | { code: 'name'; field: 'name' | 'outlet'; key: MessageKey }
        | TooMany;
    };

/** Sends one named person a link that opens a scheduled edition before its hour. The secret is in the letter alone. */
export async function createEmbargoLink(
  db: Db,
  { viewer, slug, now = new Date(), ...person }: EmbargoLinkInput,
): Promise<CreateEmbargoLinkResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  for (const field of ['name', 'outlet'] as const) {
    const key = await nameProblem(db, person[field]);
    if (key) return { ok: false, error: { code: 'name', field, key } };
  }
  return withinLimit(db, 'invitation', { person: viewer.id, target: person.email }, () =>
    transaction(db, async (tx): Promise<CreateEmbargoLinkResult> => {
      const [row] = await tx.$queryRaw<
        { state: string; publishedAt: Date | null }[]
      >`select state, "publishedAt" from "Edition" where id = ${edition.id}::uuid for update`;
      if (!row?.publishedAt || releaseStageOf(row, now) !== 'scheduled')
        return { ok: false, error: { code: 'not-scheduled' } };
      if (
        await tx.embargoLink.findFirst({
          where: { editionId: edition.id, email: person.email, revokedAt: null },
          select: { id: true },
        })
      )
        return { ok: false, error: { code: 'already-invited' } };
      const { secret, hash } = makeSecret();
      const { id } = await tx.embargoLink.create({
        data: {
          editionId: edition.id,
          name: person.name,
          outlet: person.outlet,
          email: person.email,
          secretHash: hash,
          createdById: viewer.id,
        },
        select: { id: true },
      });
      await recordEvent(tx, {
        editionId: edition.id,
        actorId: viewer.id,
        kind: 'embargo-link-created',
        subject: { type: 'embargo-link', id: id },
      });
      const { locale } = person;
      const params = {
        title: editionTitle(locale, edition),
        team: edition.teamName,
        until: formatDateTime(locale, new Date(row.publishedAt)),
        link: absoluteUrl(paths(locale).embargo(secret)),
      };
      await queueMail(tx, {
        to: person.email,
        locale,
        subject: translate(locale, 'publication.mail.embargo.subject', params),
        body: translate(locale, 'publication.mail.embargo.body', params),
      });
      await queueReleaseLetters(tx, { editionId: edition.id, embargoLinkId: id });
      return { ok: true, id };
    }),
  );
}
