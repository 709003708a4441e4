import { handInOfficeDraft, type HandInOfficeDraft } from '#app/approvals/hand-in-office-draft.server.ts';
import type { DraftKind } from '#app/drafting/office/office-writes.ts';
import type { Db } from '#app/db/client.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import type { Paths } from '#app/i18n/paths.ts';
import { seeOther } from './responses.server.ts';

/** A write that needs a second official waits for one: it is handed in, and its author sees it among those that wait. */
export async function waitForSecond<K extends DraftKind>(
  db: Db,
  to: Paths,
  draft: HandInOfficeDraft<K>,
): Promise<Response> {
  const handedIn = await handInOfficeDraft(db, draft);
  if (!handedIn.ok) throw new AppError('conflict', `could not be handed in: ${handedIn.error.code}`);
  return seeOther(`${to.officeDrafts(draft.slug)}?info=draft-handed-in`);
}
