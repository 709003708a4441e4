import { expect, test } from 'vitest';
import { answer, makeFieldTeam, makePerson } from '#tests/fixtures/field-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { previewPublication } from '../publication/preview-publication.server.ts';
import { saveCodings } from './save-codings.server.ts';
import { getBoard, getCodingPage, getUnit } from './team-queries.server.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { assign } from './assign.server.ts';
import { declareNoTies } from './declare-no-ties.server.ts';
import { declareTie } from './declare-tie.server.ts';
import { getStoredFile } from './get-file.server.ts';
import { invite, withdrawInvitation } from './invite.server.ts';
import { loadCells } from './load-cells.server.ts';
import { fieldworkRecord } from './fieldwork-record.server.ts';
import { getTeamEdition } from '../access/edition-access.server.ts';
import { removePerson } from './remove-person.server.ts';
import { getTiesPage } from './ties-page.server.ts';
import { storeFile } from '#app/uploads/store-file.server.ts';

const db = await testDb();

test('a tie takes the assignment back and closes page, saving, assignment and preview; the record says only how many', async () => {
  const { lead, member, slug, teryt, editionId } = await makeFieldTeam(db);
  const give = () => assign(db, { viewer: lead, slug, teryt, area: 'T', part: 1, userId: member.id });
  await give();
  const tie = {
    viewer: member,
    teryt,
    kind: 'family',
    words: 'Siostra jest radną.',
    since: null,
    until: null,
  } as const;
  expect(await declareTie(db, { ...tie, words: ' ' })).toEqual({ ok: false, error: { code: 'words' } });
  expect(await declareTie(db, tie)).toEqual({ ok: true, value: { unassigned: 1 } });
  expect(await give()).toEqual({ ok: false, error: { code: 'tie' } });
  expect(await saveCodings(db, { viewer: member, slug, teryt, answers: [answer('T01', 1)] })).toMatchObject({
    ok: false,
    error: { code: 'tie' },
  });
  await expect(getUnit(db, { viewer: member, slug, teryt })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(getCodingPage(db, { viewer: member, slug, teryt, indicator: 'T01' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect((await getBoard(db, { viewer: member, slug })).rows).toMatchObject([{ isBarred: true, answered: 0 }]);
  await declareTie(db, { ...tie, viewer: lead });
  expect(await previewPublication(db, { viewer: lead, slug })).toMatchObject({
    stoodAside: [`Gmina ${teryt}`],
    withoutTotal: [],
  });
  const edition = await getTeamEdition(db, { viewer: lead, slug });
  const record = await fieldworkRecord(db, { edition, cells: await loadCells(db, { editionId }) });
  expect(record.stoodAside).toEqual([{ teryt, count: 2 }]);
  expect(JSON.stringify(record)).not.toContain('Siostra');
  expect(await db.event.count({ where: { kind: 'tie-declared', actorId: member.id } })).toBe(1);
});

test('ties are declared at once for the municipalities of an edition of which nothing was said, and the record counts who declared', async () => {
  const { lead, member, second, slug, teryt, editionId } = await makeFieldTeam(db, { declared: false });
  const like = await db.municipality.findUniqueOrThrow({ where: { teryt } });
  const add = async (code: string) => {
    await db.municipality.upsert({ where: { teryt: code }, create: { ...like, teryt: code }, update: {} });
    await db.editionUnit.create({ data: { editionId, teryt: code } });
  };
  await add('9902023');
  const code = () => saveCodings(db, { viewer: member, slug, teryt, answers: [answer('T01', 1)] });
  expect(await code()).toMatchObject({ ok: false, error: { code: 'undeclared' } });
  const counted = async () =>
    (
      await fieldworkRecord(db, {
        edition: await getTeamEdition(db, { viewer: member, slug }),
        cells: await loadCells(db, { editionId }),
      })
    ).declared;
  expect(await counted()).toEqual([
    { teryt, coders: 0, count: 0 },
    { teryt: '9902023', coders: 0, count: 0 },
  ]);
  const tie = {
    viewer: member,
    teryt: '9902023',
    kind: 'party',
    words: 'Członek koła.',
    since: null,
    until: null,
  } as const;
  await declareTie(db, tie);
  expect((await getTiesPage(db, { viewer: member })).undeclared).toMatchObject([{ slug, rest: 1 }]);
  await add('9902032');
  const once = (rest: number, viewer = member) => declareNoTies(db, { viewer, slug, rest });
  expect(await once(1)).toEqual({ ok: false, error: { code: 'changed' } });
  expect(await once(2)).toEqual({ ok: true, value: { declared: 2 } });
  expect(await once(0)).toEqual({ ok: true, value: { declared: 0 } });
  expect(await code()).toMatchObject({ ok: true });
  const { ties, undeclared } = await getTiesPage(db, { viewer: member });
  expect([undeclared, Object.fromEntries(ties.map((each) => [each.teryt, each.kind]))]).toEqual([
    [],
    { [teryt]: 'none', '9902023': 'party', '9902032': 'none' },
  ]);
  expect(await previewPublication(db, { viewer: lead, slug })).toMatchObject({ undeclared: 0 });
  expect((await counted())?.[0]).toEqual({ teryt, coders: 1, count: 1 });
  expect(await db.event.count({ where: { kind: 'no-ties-declared', actorId: member.id } })).toBe(1);
  expect((await getTiesPage(db, { viewer: second })).undeclared).toMatchObject([{ rest: 3 }]);
  const stranger = (await makeFieldTeam(db)).member;
  await expect(once(3, stranger)).rejects.toMatchObject({ code: 'not-found' });
  await db.edition.update({ where: { id: editionId }, data: { state: 'frozen' } });
  await expect(once(3, second)).rejects.toMatchObject({ code: 'not-found' });
});

test('a tie that ended before the measured days, or was taken back, bars nothing', async () => {
  const { member, slug, teryt } = await makeFieldTeam(db, { declared: false });
  const tie = { viewer: member, teryt, kind: 'employee', words: 'Staż w urzędzie.', since: '2020-01-01' } as const;
  await declareTie(db, { ...tie, until: '2024-12-31' });
  expect((await getUnit(db, { viewer: member, slug, teryt })).municipality.teryt).toBe(teryt);
  await declareTie(db, { ...tie, until: '2025-01-01' });
  await expect(getUnit(db, { viewer: member, slug, teryt })).rejects.toMatchObject({ code: 'forbidden' });
  await declareTie(db, { viewer: member, teryt, kind: 'none', words: '', since: null, until: null });
  expect((await getUnit(db, { viewer: member, slug, teryt })).municipality.teryt).toBe(teryt);
  expect(await db.tieDeclaration.count({ where: { userId: member.id } })).toBe(3);
});

test('an invitation is accepted once, by its address alone, and not after it was withdrawn', async () => {
  const { lead, member, teamId } = await makeFieldTeam(db);
  const guest = await makePerson(db, { role: 'official', teryt: '9902012' });
  const secretOf = async (email: string) => {
    const mail = await db.mailMessage.findFirstOrThrow({ where: { toEmail: email }, orderBy: { createdAt: 'desc' } });
    return /zaproszenie\/(\S+)/.exec(mail.body)?.[1] ?? '';
  };
  await expect(
    invite(db, { viewer: member, teamId, email: guest.email, role: 'reviewer', locale: 'pl' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  const first = await invite(db, {
    viewer: lead,
    teamId,
    email: guest.email.toUpperCase(),
    role: 'reviewer',
    locale: 'pl',
  });
  const old = await secretOf(guest.email);
  if (first.ok) await withdrawInvitation(db, { viewer: lead, teamId, id: first.value.id });
  expect(await acceptInvitation(db, { viewer: guest, secret: old })).toEqual({
    ok: false,
    error: { code: 'withdrawn' },
  });
  await invite(db, { viewer: lead, teamId, email: guest.email, role: 'reviewer', locale: 'pl' });
  const letters = await db.mailMessage.findMany({ where: { toEmail: guest.email } });
  const secret =
    letters.map((mail) => /zaproszenie\/(\S+)/.exec(mail.body)?.[1] ?? '').find((each) => each !== old) ?? '';
  expect(await acceptInvitation(db, { viewer: member, secret })).toEqual({
    ok: false,
    error: { code: 'other-address' },
  });
  expect(await acceptInvitation(db, { viewer: guest, secret, now: new Date(Date.now() + 15 * 86_400_000) })).toEqual({
    ok: false,
    error: { code: 'expired' },
  });
  expect(await acceptInvitation(db, { viewer: guest, secret })).toEqual({ ok: true });
  expect(await acceptInvitation(db, { viewer: guest, secret })).toEqual({ ok: false, error: { code: 'accepted' } });
  expect(await db.roleGrant.count({ where: { userId: guest.id, teamId, role: 'reviewer', revokedAt: null } })).toBe(1);
});

test('whoever leaves loses role and assignments, never answers; the last lead stays', async () => {
  const { lead, member, teamId, slug, teryt, editionId } = await makeFieldTeam(db);
  await assign(db, { viewer: lead, slug, teryt, area: 'T', part: 1, userId: member.id });
  await saveCodings(db, { viewer: member, slug, teryt, answers: [answer('T01', 1)] });
  expect(await removePerson(db, { viewer: lead, teamId, userId: lead.id, roles: ['lead'] })).toEqual({
    ok: false,
    error: { code: 'last-lead' },
  });
  expect(await removePerson(db, { viewer: lead, teamId, userId: member.id, roles: ['reviewer'] })).toEqual({
    ok: false,
    error: { code: 'moved' },
  });
  expect(await removePerson(db, { viewer: lead, teamId, userId: member.id, roles: ['member'] })).toEqual({ ok: true });
  expect([
    await db.assignment.count({ where: { editionId } }),
    await db.coding.count({ where: { editionId } }),
  ]).toEqual([0, 1]);
});

test('a capture is kept once under its hash, attached by its sender alone, and read by nobody the coding is hidden from', async () => {
  const { lead, member, second, slug, teryt } = await makeFieldTeam(db);
  const bytes = new TextEncoder().encode('<!doctype html><title>BIP</title>');
  expect(
    await storeFile(db, {
      userId: member.id,
      editionId: null,
      name: 'x.pdf',
      bytes: new TextEncoder().encode('nie pdf'),
    }),
  ).toEqual({ ok: false, error: { code: 'file-type' } });
  expect(
    await storeFile(db, {
      userId: member.id,
      editionId: null,
      name: 'x.pdf',
      bytes: new Uint8Array(20 * 1024 * 1024 + 1),
    }),
  ).toEqual({ ok: false, error: { code: 'file-size' } });
  const stored = await storeFile(db, { userId: member.id, editionId: null, name: 'strona.htm', bytes });
  await storeFile(db, { userId: member.id, editionId: null, name: 'strona.htm', bytes });
  const hash = stored.ok ? stored.file.hash : '';
  expect(stored).toMatchObject({ ok: true, file: { name: 'strona.html', type: 'text/html', size: bytes.length } });
  expect(await db.storedFile.count({ where: { hash } })).toBe(1);
  const withFile = answer('T01', 1, { evidence: [{ url: '', place: '', note: 'Strona', hash }] });
  expect(await saveCodings(db, { viewer: second, slug, teryt, answers: [withFile] })).toMatchObject({
    ok: false,
    error: { code: 'file-unknown' },
  });
  expect(await saveCodings(db, { viewer: member, slug, teryt, answers: [withFile] })).toMatchObject({ ok: true });
  expect(Buffer.from((await getStoredFile(db, { viewer: member, slug, hash })).bytes).toString()).toContain('BIP');
  for (const viewer of [second, lead, null])
    await expect(getStoredFile(db, { viewer, slug, hash })).rejects.toMatchObject({ code: 'not-found' });
});
