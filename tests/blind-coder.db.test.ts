import { expect, test } from 'vitest';
import { sha256 } from '#app/hash/sha256.server.ts';
import { setDb } from '#app/db/client.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { getStoredFile } from '#app/monitoring/fieldwork/get-file.server.ts';
import { handIn } from '#app/monitoring/fieldwork/hand-in.server.ts';
import { openReplyRound } from '#app/monitoring/fieldwork/open-reply-round.server.ts';
import { sendReply } from '#app/monitoring/fieldwork/send-reply.server.ts';
import { saveCodings } from '#app/monitoring/fieldwork/save-codings.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { answer, makeFieldTeam, makePerson } from './fixtures/field-team.ts';
import { testDb } from './setup/test-db.ts';

const db = await testDb();
setDb(db);

type Loader = (given: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>;
/** Everything with an address that speaks of editions, codings, replies or files. */
const modules = import.meta.glob<{ loader?: Loader }>(['../app/routes/*/*.ts', '../app/routes/*/*.tsx']);
const routes = Object.entries(modules).filter(([path]) =>
  /\/(\(\$lang\)\.(zespol|oceny|pliki|osadz|metodyka|urzad\.oceny|konto|skrzynka|_index)|api\.)/.test(path),
);
const secrets = { words: 'KANAREK-URZĘDU', file: 'kanarek-urzedu.pdf', coder: 'KANAREK-KODUJACEJ' };
const bytes = new Uint8Array([1]);
const hash = sha256(bytes);

async function scene() {
  // One cell is answered twice on purpose, after the office objects: the share is above nothing, the draw is empty.
  const team = await makeFieldTeam(db, { doubleShare: 1, teryt: '9902052' });
  await db.doubleCell.deleteMany({ where: { editionId: team.editionId } });
  const { slug, teryt, member, lead } = team;
  const official = await makePerson(db, { role: 'official', teryt });
  const { indicators } = team.methodology;
  await saveCodings(db, {
    viewer: member,
    slug,
    teryt,
    answers: indicators.map(({ id }) => answer(id, 1, { reason: secrets.coder })),
  });
  const opened = await openReplyRound(db, {
    viewer: lead,
    slug,
    teryts: [teryt],
    endsAt: new Date(Date.now() + 90 * 86_400_000),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  await db.storedFile.create({ data: { hash, bytes, type: 'application/pdf', size: 1 } });
  await db.fileUpload.create({ data: { hash, userId: official.id, name: secrets.file } });
  const sent = await sendReply(db, {
    viewer: official,
    slug,
    teryt,
    indicator: 'T01',
    stance: 'level',
    level: 2,
    body: secrets.words,
    files: [hash],
    seen: 0,
  });
  if (!sent.ok) throw new Error(sent.error.code);
  return { ...team, official };
}

const made = await scene();

const cookies = new Map<string, string>();

async function cookieOf({ id: userId }: Viewer): Promise<string> {
  const known =
    cookies.get(userId) ??
    (await sessionCookie.serialize(await startSession(db, { userId, userAgent: null }))).split(';')[0] ??
    '';
  cookies.set(userId, known);
  return known;
}

/** What one person is given at every address, in both languages: the data of the page before it is drawn, or the file itself. */
async function everything(viewer: Viewer): Promise<Map<string, string>> {
  const cookie = await cookieOf(viewer);
  const { slug, teryt, teamId, methodology } = made;
  const seen = new Map<string, string>();
  for (const [path, load] of routes) {
    const { loader } = await load();
    if (!loader) continue;
    const params = {
      slug,
      teryt,
      indicator: 'T01',
      hash,
      team: teamId,
      key: methodology.id,
      version: methodology.version,
      secret: 'x',
      id: made.editionId,
      '*': `editions/${slug}`,
    };
    for (const query of ['', `?gmina=${teryt}&pytanie=T01&wskaznik=T01`]) {
      const request = new Request(`http://localhost/zespol/${slug}/${teryt}/T01${query}`, {
        headers: { Cookie: cookie },
      });
      const given: unknown = await new Promise((resolve) => resolve(loader({ request, params, context: {} }))).catch(
        (thrown: unknown) => thrown,
      );
      seen.set(
        `${path}${query}`,
        given instanceof Response
          ? `${given.status} ${await given.text()}`
          : given instanceof Error
            ? given.message
            : JSON.stringify(given),
      );
    }
  }
  return seen;
}

async function leaks(viewer: Viewer): Promise<string[]> {
  return [...(await everything(viewer))]
    .filter(([, text]) => Object.values(secrets).some((secret) => text.includes(secret)))
    .map(([path]) => path);
}

test('no address tells a second, blind coder what the office asks for or what the first coder answered', async () => {
  expect(routes.length).toBeGreaterThan(40);
  for (const viewer of [made.second, made.reviewer, made.lead]) expect(await leaks(viewer)).toEqual([]);
  await expect(getStoredFile(db, { viewer: made.second, slug: made.slug, hash })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('nothing that a blind coder is given depends on the level that the office asks for', async () => {
  const before = await everything(made.second);
  await db.reply.updateMany({ where: { teryt: made.teryt }, data: { level: 0, body: 'Inne słowa.' } });
  const after = await everything(made.second);
  await db.reply.updateMany({ where: { teryt: made.teryt }, data: { level: 2, body: secrets.words } });
  // Instants, and the seconds that a session has left, pass between two readings.
  const steady = (text: string) =>
    text.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'instant').replaceAll(/"(?:seconds|most)":\d+/g, 'left');
  expect(
    [...after].filter(([path, text]) => steady(text) !== steady(before.get(path) ?? '')).map(([path]) => path),
  ).toEqual([]);
});

test('once both codings are handed in the reply is there for its decision', async () => {
  const { slug, teryt, second } = made;
  await saveCodings(db, { viewer: second, slug, teryt, answers: [answer('T01', 1)] });
  expect(await leaks(second)).toEqual([]);
  expect(await handIn(db, { viewer: second, slug, teryt, area: 'T' })).toMatchObject({ ok: true });
  expect((await leaks(made.lead)).some((path) => path.includes('odpowiedzi'))).toBe(true);
  expect(await getStoredFile(db, { viewer: made.lead, slug, hash })).toMatchObject({ name: secrets.file });
});
