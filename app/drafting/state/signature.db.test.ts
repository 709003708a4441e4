import { beforeAll, expect, test } from 'vitest';
import { actAkn } from '#app/drafting/akn/act-akn.server.ts';
import { exportRemarks } from '#app/drafting/exchange/export-remarks.server.ts';
import { emptyOperation } from '#app/drafting/register/filing-draft.ts';
import { fileFiling } from '#app/drafting/register/file-filing.server.ts';
import { addComment } from '#app/drafting/talk/add-comment.server.ts';
import { loadComments } from '#app/drafting/talk/comments.server.ts';
import { sentAmendments } from '#app/drafting/word/sent-amendments.server.ts';
import { answerApi } from '#app/api/answer.server.ts';
import { endpoints } from '#app/api/endpoints.server.ts';
import { consultationFeed } from '#app/openness/feeds/feeds.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { makeArchive } from '#app/openness/archive/make-archive.server.ts';
import { openGuestAccount } from '#app/people/open-guest-account.server.ts';
import { codes, during, filed, makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { latestRulings } from '../remarks/latest-rulings.server.ts';
import { loadDraft } from '../acts/load-draft.server.ts';
import { openReport } from '../report/load-report.server.ts';
import { reportCsv } from '../report/report-csv.server.ts';
import { reportDocx } from '../report/report-docx.server.ts';
import { reportJson } from '../report/report-json.server.ts';
import { unzipSync, strFromU8 } from 'fflate';
import { fullSignatureOf, signatureOf } from './signature.ts';

const db = await testDb();
const slug = 'podpisy';
const [given, confirmed] = ['Towarzystwo Kanarków', 'Koło Czyżyków'];
const marked = `podano: ${given}, niepotwierdzone`;
const say = translator('pl');
let guestId = '';
const { id: consultationId } = await makeConsultation(db, slug);

beforeAll(async () => {
  const draft = await loadDraft(db, { slug });
  const unit = draft.units.find(({ code }) => code === codes.term)!;
  guestId = (await openGuestAccount(db, { email: 'gosc@example.org', displayName: 'Gość Gościnny', locale: 'pl' })).id;
  const sent = await fileFiling(db, {
    slug,
    now: during,
    nameIsPublic: true,
    filer: { kind: 'guest', userId: guestId, name: 'Gość Gościnny', organisation: given, sentAt: during, version: 1 },
    points: [
      {
        reason: 'Jedno to za mało.',
        place: '',
        operations: [{ ...emptyOperation(unit, 'replace'), text: `${unit.text} Zawsze.` }],
      },
    ],
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const spokesman = await makePerson(db, 'Jan', { role: 'representative', organisation: confirmed });
  await filed(db, { slug, viewer: spokesman, code: codes.notice, text: 'Ogłoszenie zamieszcza się w internecie.' });
});

/** Everything that goes out with a name of an organisation in it. */
async function outputs(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const { method, path } of endpoints) {
    if (method !== 'get' || !path.startsWith('/consultations')) continue;
    for (const number of ['1', '2']) {
      const values: Record<string, string> = { slug, number, code: String(codes.term) };
      const asked = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1');
      const answer = await answerApi(
        db,
        {
          method: 'GET',
          path: asked,
          query: new URLSearchParams(),
          authorization: null,
          idempotencyKey: null,
          readBody: async () => undefined,
        },
        during,
      );
      all.set(`api ${asked}`, JSON.stringify(answer.body, null, 1));
    }
  }
  const report = await openReport(db, { slug, number: null, live: true, now: during });
  let csv = '';
  for await (const part of reportCsv(report, say)) csv += part;
  all.set('report csv', csv).set('report json', await reportJson(db, { slug, number: null, live: true, now: during }));
  all.set(
    'report docx',
    Object.values(unzipSync(await reportDocx(report, 'pl')))
      .map((part) => strFromU8(part))
      .join('\n'),
  );
  all.set('register csv', await exportRemarks(db, { slug, layout: 'full' }));
  all.set('akn', (await actAkn(db, { slug, version: null, amendments: true })).xml);
  all.set('feed', JSON.stringify(await consultationFeed(db, { slug, locale: 'pl', now: during })));
  const draft = await loadDraft(db, { slug });
  all.set(
    'word',
    JSON.stringify(
      await sentAmendments(db, { consultationId, units: draft.units, version: 1, at: during, numbers: 'open' }),
    ),
  );
  for (const [path, content] of (await makeArchive(db, { teryt, now: during })).files)
    all.set(`archive ${path}`, content);
  return all;
}

/** The mark in words, or as a value where a machine reads. */
const saysSo = /niepotwierdzone|"nameConfirmed":\s?false|"channel":\s?"guest"/;

test('wherever the name a guest typed goes out, it is said to be unconfirmed; a representative’s is not', async () => {
  const seen: string[] = [];
  for (const [name, text] of await outputs()) {
    if (text.includes(given)) {
      seen.push(name);
      expect(text, name).toMatch(saysSo);
    }
    if (text.includes(confirmed)) expect(text, name).not.toContain(`podano: ${confirmed}`);
  }
  expect(seen).toEqual(
    expect.arrayContaining([
      'api /consultations/podpisy/remarks',
      'api /consultations/podpisy/remarks/1',
      'report csv',
      'report json',
      'report docx',
      'register csv',
      'akn',
      'feed',
      'word',
    ]),
  );
});

test('files that people read have the words of the mark beside the name', async () => {
  const all = await outputs();
  for (const name of ['report csv', 'report docx', 'akn', 'feed', 'word'])
    expect(all.get(name), name).toMatch(new RegExp(`podano:.${given}, niepotwierdzone`.replaceAll(' ', '\\s')));
  expect(all.get('register csv')).toContain(`${given},"podano, niepotwierdzone"`);
  expect(all.get('register csv')).toContain(`${confirmed},,`);
  const api = (number: number) =>
    (JSON.parse(all.get(`api /consultations/podpisy/remarks/${number}`)!) as { author: unknown }).author;
  expect([api(1), api(2)]).toEqual([
    { kind: 'organisation', name: given, nameConfirmed: false },
    { kind: 'organisation', name: confirmed, nameConfirmed: true },
  ]);
  expect(await latestRulings(db, { consultationId, count: 5 })).toEqual([]);
});

test('a page signs with the mark in both languages, a person as well as an organisation', () => {
  const guest = { authorName: 'Jan Wójt', organisation: given, channel: 'guest' };
  expect([
    signatureOf(guest, say),
    fullSignatureOf(guest, say),
    signatureOf({ ...guest, organisation: null }, say),
    signatureOf(guest, translator('en')),
  ]).toEqual([
    marked,
    `podano: ${given} (Jan Wójt), niepotwierdzone`,
    'podano: Jan Wójt, niepotwierdzone',
    `given: ${given}, unconfirmed`,
  ]);
  for (const channel of ['web', 'paper', 'email', 'epuap', 'edoreczenia', 'meeting', 'word'])
    expect(signatureOf({ ...guest, channel }, say)).toBe(given);
  expect(signatureOf({ authorName: '', organisation: null, channel: 'guest' }, say)).toBe('osoba fizyczna');
});

test('a comment of somebody without a password says that the name is only given', async () => {
  const viewer = {
    id: guestId,
    email: 'gosc@example.org',
    displayName: 'Gość Gościnny',
    verified: true,
    isGuest: true,
    grants: [],
  };
  const added = await addComment(db, {
    viewer,
    slug,
    code: codes.first,
    body: 'Słusznie.',
    parentId: null,
    now: during,
  });
  expect(added).toMatchObject({ ok: true });
  const draft = await loadDraft(db, { slug });
  const { threads } = await loadComments(db, {
    draft,
    clauseId: draft.units.find(({ code }) => code === codes.first)!.clauseId,
    page: 1,
  });
  expect(threads.map((thread) => signatureOf(thread, say))).toEqual(['podano: Gość Gościnny, niepotwierdzone']);
});
