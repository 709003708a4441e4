import { createCookie, redirect } from '@remix-run/node';
import { getDb } from '#app/db/client.server.ts';
import { listTies } from '#app/monitoring/fieldwork/find-ties.server.ts';
import { isSecure } from '#app/mail/absolute-url.server.ts';
import type { EditionReader } from '#app/monitoring/access/release-stage.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import { teamIds } from '#app/people/viewer.ts';
import { readOwnCookie } from './cookies.server.ts';
import { embargoCookieName, getViewer } from './session.server.ts';

const embargoCookie = createCookie(embargoCookieName, {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isSecure(),
});

/** Who asks for an edition: everybody, somebody of its team, or the holder of a link under embargo. */
export async function editionReader(request: Request): Promise<EditionReader> {
  const secret = await readOwnCookie(request, embargoCookie);
  const viewer = await getViewer(request);
  const teams = teamIds(viewer);
  const ties = viewer && teams.length > 0 ? await listTies(getDb(), { userId: viewer.id }) : [];
  return {
    now: new Date(),
    embargoHash: secret ? hashSecret(secret) : null,
    teamIds: teams,
    closed: ties.filter((tie) => tie.kind !== 'none').map((tie) => tie.teryt),
  };
}

/** On to `path` as the holder of an embargo link; the cookie ends with the embargo. */
export async function underEmbargo(path: string, secret: string, until: Date): Promise<Response> {
  return redirect(path, {
    status: 303,
    headers: { 'Set-Cookie': await embargoCookie.serialize(secret, { expires: until }) },
  });
}

/** Number of the issue an address asks for; null for the newest, also when the number makes no sense. */
export function issueOf(url: URL): number | null {
  const text = url.searchParams.get('wydanie') ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
