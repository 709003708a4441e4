import type { Db } from '#app/db/client.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { editionTitle } from '../cards/edition-title.ts';
import type { CorrectionNote } from '../cards/correction-note.ts';
import { listAudience, tell } from './audience.server.ts';
import { letterKey } from './letter-keys.ts';

/** Tells of a correction: who has printed or seen the old figure has to hear of the new one, and so has the office. */
export async function queueCorrectionLetters(
  tx: Db,
  { editionId, note, manifestHash }: { editionId: string; note: CorrectionNote; manifestHash: string },
): Promise<void> {
  const { slug, ...edition } = await tx.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { slug: true, titlePl: true, titleEn: true },
  });
  await tell(tx, await listAudience(tx, { editionId, slug, teryts: [note.teryt] }), {
    key: `${letterKey('correction', editionId)}${note.issue}:`,
    teryt: note.teryt,
    words: ({ audience, locale, leaveUrl }) => ({
      subject: translate(locale, 'publication.mail.correction.subject', {
        name: note.name,
        title: editionTitle(locale, edition),
      }),
      body: [
        translate(locale, 'publication.mail.correction.body', {
          name: note.name,
          indicator: note.indicator,
          reason: note.reason,
          link: absoluteUrl(`${paths(locale).scorecard(slug, note.teryt)}#korekty`),
        }),
        translate(locale, 'publication.mail.manifest', { issue: note.issue, hash: manifestHash }),
        translate(locale, `publication.mail.why.${audience}`, { leave: leaveUrl ?? '' }),
      ].join('\n\n'),
    }),
  });
}
