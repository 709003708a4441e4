import type { Locale } from '#app/i18n/locale.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { PublishedScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { cardPack } from '../press-pack.ts';
import { scorecardModel } from './scorecard-model.ts';
import { makePdf } from '#app/publishing/tasks.server.ts';

/** The scorecard as a tagged PDF. */
export async function scorecardPdf(
  { document, manifest, hash, isCovered, shown }: PublishedScorecard,
  { origin, locale }: { origin: string; locale: Locale },
): Promise<Uint8Array<ArrayBuffer>> {
  const issue = shown.issue < shown.newest ? shown.issue : null;
  return runTask(
    makePdf,
    scorecardModel({
      document,
      manifest,
      pack: cardPack({ document, manifest, hash, isCovered, issue, origin, locale }),
      locale,
    }),
  );
}
