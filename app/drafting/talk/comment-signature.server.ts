import type { Db } from '#app/db/client.server.ts';
import { isOfficialOf, organisationOf, type Viewer } from '#app/people/viewer.ts';

export type CommentSignature = { authorName: string; organisation: string | null; byOffice: boolean };

/**
 * Who will stand under a comment in public, said before it is sent and written with it: an official by name for the office, a
 * representative by the organisation alone, anybody else by name unless they do not agree to be named.
 */
export async function commentSignature(
  db: Db,
  { viewer, teryt }: { viewer: Viewer; teryt: string },
): Promise<CommentSignature> {
  if (isOfficialOf(viewer, teryt)) return { authorName: viewer.displayName, organisation: null, byOffice: true };
  const organisation = organisationOf(viewer);
  if (organisation !== null) return { authorName: '', organisation, byOffice: false };
  const isUnnamed = (await db.user.count({ where: { id: viewer.id, unnamedSince: { not: null } } })) > 0;
  return { authorName: isUnnamed ? '' : viewer.displayName, organisation: null, byOffice: false };
}

/** The same for a page with a form, in the words that `signatureOf` reads. */
export async function signedComment(
  db: Db,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<CommentSignature & { channel: 'web' | 'guest' }> {
  const { teryt } = await db.consultation.findUniqueOrThrow({ where: { slug }, select: { teryt: true } });
  return { ...(await commentSignature(db, { viewer, teryt })), channel: viewer.isGuest ? 'guest' : 'web' };
}
