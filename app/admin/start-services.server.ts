import type { OpenDatabase } from '#app/db/open.server.ts';
import { keepStatistics } from '#app/db/statistics.server.ts';
import { purgeIdempotent } from '#app/api/idempotent.server.ts';
import { purgeTokens } from '#app/api/tokens/purge-tokens.server.ts';
import { purgeReplyLinks } from '#app/monitoring/fieldwork/purge-reply-links.server.ts';
import { purgeInvitations } from '#app/monitoring/fieldwork/purge-invitations.server.ts';
import { purgeUploads } from '#app/uploads/purge-uploads.server.ts';
import { purgePress } from '#app/monitoring/press/purge-press.server.ts';
import { purgeDeliveries } from '#app/openness/webhooks/purge-deliveries.server.ts';
import { startWebhooks } from '#app/openness/webhooks/start-webhooks.server.ts';
import { outageOf } from '#app/log/outage.server.ts';
import { startMail } from '#app/mail/start-mail.server.ts';
import { purgeGuestFilings } from '#app/drafting/register/guest-filing.server.ts';
import { purgeKeptForms } from '#app/people/kept-form.server.ts';
import { purgeOld } from '#app/people/purge.server.ts';
import { startKeepingResults } from '#app/surveys/keep-results.server.ts';
import { answerForwarded } from './answer-forwarded.server.ts';

const hour = 3_600_000;

const purges = [
  purgeOld,
  purgeGuestFilings,
  purgeKeptForms,
  purgeIdempotent,
  purgeTokens,
  purgeDeliveries,
  purgePress,
  purgeInvitations,
  purgeReplyLinks,
  purgeUploads,
];

/**
 * What runs beside the pages: sending letters, keeping results of surveys, removing what is past its time and, with the embedded database, counting its tables
 * and answering the administrator's commands. The returned function stops all of it.
 */
export async function startServices(opened: OpenDatabase, folder: string): Promise<() => Promise<void>> {
  const stopMail = await startMail(opened.db);
  const stopWebhooks = startWebhooks(opened.db);
  const stopResults = startKeepingResults(opened.db, outageOf('keeping results of surveys'));
  const closeDoor = opened.kind === 'pglite' ? await answerForwarded(opened, folder) : async () => {};
  const stopCounting = opened.kind === 'pglite' ? keepStatistics(opened.db) : async () => {};
  const outage = outageOf('removing old rows');
  let purging = Promise.resolve();
  const purge = () => {
    const now = new Date();
    purging = Promise.all(purges.map((each) => each(opened.db, now))).then(outage.works, outage.failed);
  };
  purge();
  const timer = setInterval(purge, hour);
  return async () => {
    clearInterval(timer);
    await purging;
    await stopCounting();
    await closeDoor();
    await stopWebhooks();
    await stopResults();
    await stopMail();
  };
}
