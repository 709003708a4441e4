import type { Db } from '#app/db/client.server.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { nameProblem } from '#app/people/name-problem.server.ts';
import type { OfficeDoor } from './office-round.server.ts';

/** What somebody types who replies by a link. */
export type Signature = { name: string; post: string };
export type SignatureProblem = 'name-missing' | 'name-office' | 'post-missing';
type Signed = { userId: string | null; name: string };

/** Who speaks for the office: the account, or the name and post that were typed. Both are published with the reply. */
export async function signedBy(
  db: Db,
  door: OfficeDoor,
  signature?: Signature,
): Promise<{ ok: true; value: Signed } | { ok: false; error: SignatureProblem }> {
  if ('viewer' in door) return { ok: true, value: { userId: door.viewer.id, name: door.viewer.displayName } };
  const [name, post] = [cleanText(signature?.name ?? ''), cleanText(signature?.post ?? '')];
  if (name.length < 2) return { ok: false, error: 'name-missing' };
  if (await nameProblem(db, name)) return { ok: false, error: 'name-office' };
  if (post === '') return { ok: false, error: 'post-missing' };
  return { ok: true, value: { userId: null, name: `${name}, ${post}` } };
}
