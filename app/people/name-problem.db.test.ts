import { expect, test } from 'vitest';
import { emptyOperation } from '#app/drafting/register/filing-draft.ts';
import { fileFiling } from '#app/drafting/register/file-filing.server.ts';
import { sendGuestFiling } from '#app/drafting/register/send-guest-filing.server.ts';
import { addComment } from '#app/drafting/talk/add-comment.server.ts';
import { fileByApi } from '#app/api/file-by-api.server.ts';
import { newFiling } from '#app/api/schemas/filing.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { codes, during, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { nameProblem } from './name-problem.server.ts';
import { registerAccount } from './register-account.server.ts';
import { updateProfile } from './update-profile.server.ts';

const db = await testDb();
const slug = 'nazwy';
const { official } = await makeConsultation(db, slug);
const spokesman = await makePerson(db, 'Jan', { role: 'representative', organisation: 'Jawne Jurowice' });
await db.roleGrant.create({
  data: { userId: spokesman.id, role: 'representative', organisationName: 'Jawne Jurowice' },
});
const unit = (await loadDraft(db, { slug })).units.find(({ code }) => code === codes.term)!;
const points = [{ reason: 'Za krótko.', place: '', operations: [emptyOperation(unit, 'none')] }];
const taken = ['Urząd Miejski w Jurowicach', 'Wójt Jurowic', 'Administrator', 'Jаwne Jurowice'];
const refusal = 'error.name-of-office';

test('every way to give a name refuses one of an office or of an organisation with an account', async () => {
  const somebody = await makePerson(db, 'Ewa');
  for (const name of taken) {
    const guest = {
      slug,
      email: 'gosc@example.org',
      name: 'Jan Wójt',
      organisation: null,
      points,
      locale: 'pl' as const,
      now: during,
    };
    expect(await sendGuestFiling(db, { ...guest, name }), name).toEqual({
      ok: false,
      error: { code: 'name', field: 'name', key: refusal },
    });
    expect(await sendGuestFiling(db, { ...guest, organisation: name }), name).toEqual({
      ok: false,
      error: { code: 'name', field: 'organisation', key: refusal },
    });
    expect(
      await registerAccount(db, {
        displayName: name,
        email: 'nowe@example.org',
        password: 'kot wszedł na dach szopy',
        locale: 'pl',
      }),
      name,
    ).toEqual({ ok: false, error: { code: 'name', key: refusal } });
    expect(await updateProfile(db, { viewer: somebody, displayName: name, locale: 'pl' }), name).toEqual({
      ok: false,
      error: { code: 'name', key: refusal },
    });
    const old = { ...somebody, displayName: name };
    expect(
      await addComment(db, { viewer: old, slug, code: codes.term, body: 'Tak.', parentId: null, now: during }),
      name,
    ).toEqual({ ok: false, error: { code: 'name' } });
    expect(
      await fileFiling(db, { slug, filer: { kind: 'author', viewer: old }, nameIsPublic: true, points, now: during }),
      name,
    ).toMatchObject({ ok: false, error: { code: 'name' } });
    const filing = newFiling.parse({ nameIsPublic: true, points: [{ reason: 'Za krótko.' }] });
    await expect(
      fileByApi(db, { viewer: old, slug, filing, locale: 'pl', t: translator('pl'), now: during }),
      name,
    ).rejects.toMatchObject({ code: 'refused' });
  }
  expect(await db.user.count({ where: { email: 'nowe@example.org' } })).toBe(0);
  expect(await db.mailMessage.count({ where: { toEmail: 'gosc@example.org' } })).toBe(0);
});

test('people called so, those who hold the role, and the office that enters a letter from paper are not refused', async () => {
  expect(await nameProblem(db, 'Jan Wójt')).toBeNull();
  expect(await nameProblem(db, 'Urząd Gminy Jurowice', official)).toBeNull();
  expect(await nameProblem(db, 'Jawne Jurowice', spokesman)).toBeNull();
  expect(await nameProblem(db, 'Urząd Gminy Jurowice', spokesman)).toBe(refusal);
  const entry = {
    channel: 'paper' as const,
    authorName: 'Wójt Gminy Sąsiedniej',
    organisation: 'Urząd Gminy',
    contactEmail: null,
    contactAddress: null,
    caseSign: null,
    receivedAt: during,
  };
  expect(
    await fileFiling(db, {
      slug,
      filer: { kind: 'office', viewer: official, entry },
      nameIsPublic: true,
      points,
      now: during,
    }),
  ).toMatchObject({ ok: true });
});

test('the refusal says in both languages how a real representative gets the role', () => {
  expect([translator('pl')(refusal), translator('en')(refusal)]).toEqual([
    expect.stringContaining('poproś administratora'),
    expect.stringContaining('ask the administrator'),
  ]);
});
