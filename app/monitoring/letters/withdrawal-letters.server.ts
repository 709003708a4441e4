import type { Db } from '#app/db/client.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { editionTitle } from '../cards/edition-title.ts';
import type { Ground } from '../cards/withdrawal.ts';
import { listAudience, tell } from './audience.server.ts';
import { letterKey } from './letter-keys.ts';

type Withdrawn = {
  id: string;
  /** Null for the whole edition. */ teryt: string | null;
  ground: string | null;
  reason: string;
};

/** Tells of a withdrawal: who has printed a figure must know that it is no longer held, the offices that it is. */
export async function queueWithdrawalLetters(
  tx: Db,
  { editionId, change }: { editionId: string; change: Withdrawn },
): Promise<void> {
  const { slug, units, ...edition } = await tx.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { slug: true, titlePl: true, titleEn: true, units: { select: { teryt: true } } },
  });
  const { teryt, ground, reason } = change;
  const name = teryt
    ? ((await tx.municipality.findUnique({ where: { teryt }, select: { name: true } }))?.name ?? teryt)
    : '';
  const what = teryt ? 'card' : 'edition';
  const teryts = teryt ? [teryt] : units.map((unit) => unit.teryt);
  await tell(tx, await listAudience(tx, { editionId, slug, teryts }), {
    key: `${letterKey('withdrawal', editionId)}${change.id}:`,
    teryt,
    words: ({ audience, locale, leaveUrl }) => {
      const [t, to] = [translator(locale), paths(locale)];
      const params = { name, title: editionTitle(locale, edition) };
      return {
        subject: t(`publication.mail.withdrawal.${what}.subject`, params),
        body: [
          t(`publication.mail.withdrawal.${what}.body`, {
            ...params,
            ground: t(`publication.withdrawn.ground.${ground as Ground}`),
            reason,
            link: absoluteUrl(teryt ? to.scorecard(slug, teryt) : to.edition(slug)),
          }),
          t(`publication.mail.why.${audience}`, { leave: leaveUrl ?? '' }),
        ].join('\n\n'),
      };
    },
  });
}
