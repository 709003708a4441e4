import { zipSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { codes, during, eventsOf, filed, makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { makeArchive } from '#app/openness/archive/make-archive.server.ts';
import { redactText } from '#app/redaction/redact-text.server.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';
import { ownData } from '#app/account/own-data.server.ts';
import { loadSubject } from '#app/redaction/load-subject.server.ts';
import { exportRemarks } from '../exchange/export-remarks.server.ts';
import { allLines } from '../report/report-lines.server.ts';
import { attachmentLimits } from './attachment.ts';
import { answerAttachmentForm } from './answer-attachment-form.server.ts';
import { attachFile, storeAttachment } from './attach-file.server.ts';
import { changeAttachment } from './change-attachment.server.ts';
import { findAttachments } from './find-attachments.server.ts';
import { getAttachment } from './get-attachment.server.ts';
import { takeScan } from './take-scan.server.ts';
import { goingFiles, keepWaiting } from './waiting-files.server.ts';
import { enterByCode } from '../register/enter-by-code.server.ts';
import { fileFiling } from '../register/file-filing.server.ts';
import { codeOfSecret } from '../register/filing-code.server.ts';
import { confirmGuestFiling, findGuestFiling } from '../register/guest-filing.server.ts';
import { keepByCode } from '../register/keep-by-code.server.ts';
import { loadKeptByCode } from '../register/kept-by-code.server.ts';
import { sendGuestFiling } from '../register/send-guest-filing.server.ts';
import { purgeUploads } from '#app/uploads/purge-uploads.server.ts';
import { verifyAttachments } from './verify-attachments.server.ts';

const db = await testDb();
const pdf = (words: string) => new Uint8Array(Buffer.from(`%PDF-1.7\n%âãÏÓ\n${words}`));

async function scene(slug: string) {
  const { official, id } = await makeConsultation(db, slug);
  const [anna, bogdan, stranger] = [
    await makePerson(db, 'Anna'),
    await makePerson(db, 'Bogdan'),
    await makePerson(db, 'Obcy', { role: 'official', teryt: '2464022' }),
  ];
  await db.roleGrant.create({ data: { userId: official.id, role: 'official', teryt, grantedById: official.id } });
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    op: 'none',
    reason: 'Na mapie widać dlaczego.',
  });
  const send = async (viewer: typeof anna, words: string, kind: 'letter' | 'map' = 'map', now = during) => {
    const stored = await storeAttachment(db, { viewer, name: 'Jan Kowalski.pdf', bytes: pdf(words) });
    if (!stored.ok) throw new Error(stored.error.code);
    return attachFile(db, { viewer, slug, filing: number, kind, hash: stored.file.hash, now });
  };
  return { slug, id, number, official, anna, bogdan, stranger, send };
}

test('a file of a letter is for its author and the office until it is shown; its name is never public, and it is in the report and the archive', async () => {
  const { slug, id, number, official, anna, bogdan, stranger, send } = await scene('zalaczniki');
  const made = await send(anna, 'mapa');
  if (!made.ok) throw new Error(made.error.code);
  // The same file twice is one attachment.
  expect(await send(anna, 'mapa')).toEqual(made);
  const at = { slug, id: made.value.id };
  for (const viewer of [anna, official])
    expect(await getAttachment(db, { ...at, viewer })).toMatchObject({
      type: 'application/pdf',
      name: `pismo-${number}-zalacznik-1.pdf`,
    });
  for (const viewer of [null, bogdan, stranger])
    await expect(getAttachment(db, { ...at, viewer })).rejects.toMatchObject({ code: 'not-found' });
  const [seen] = await findAttachments(db, { where: { consultationId: id }, viewer: null });
  expect(seen).toMatchObject({ kind: 'map', ending: 'pdf', name: null, isOwn: false });
  expect((await findAttachments(db, { where: { consultationId: id }, viewer: anna }))[0]).toMatchObject({
    name: 'Jan Kowalski.pdf',
  });
  for (const viewer of [anna, bogdan, stranger])
    await expect(changeAttachment(db, { ...at, viewer, revision: 1, step: 'show' })).rejects.toMatchObject({
      code: 'not-found',
    });
  expect(await changeAttachment(db, { ...at, viewer: official, revision: 1, step: 'show' })).toEqual({ ok: true });
  expect(await changeAttachment(db, { ...at, viewer: official, revision: 1, step: 'hide' })).toMatchObject({
    ok: false,
  });
  expect((await getAttachment(db, { ...at, viewer: null })).bytes.length).toBeGreaterThan(10);
  // Once it was shown, its author does not take it back alone.
  expect(await changeAttachment(db, { ...at, viewer: anna, revision: 2, step: 'remove' })).toMatchObject({ ok: false });

  const lines = [];
  for await (const batch of allLines(db, { id, version: 1 }, 1)) lines.push(...batch);
  expect(lines[0]!.attachments).toMatchObject([{ number: 1, kind: 'map', ending: 'pdf', sha256: seen!.sha256 }]);
  const earlier = [];
  for await (const batch of allLines(db, { id, version: 1, closedAt: new Date(during.getTime() - 1000) }, 1))
    earlier.push(...batch);
  expect(earlier[0]).not.toHaveProperty('attachments');
  const register = await exportRemarks(db, { slug, layout: 'full' });
  expect(register).toContain(seen!.sha256);
  const { files, manifest, attached } = await makeArchive(db, { teryt });
  expect(files.get('data/Attachment.json')).toContain(seen!.sha256);
  const kept = `attachments/${seen!.sha256}.pdf`;
  expect(manifest.files).toContainEqual({ path: kept, bytes: seen!.size, sha256: seen!.sha256 });
  expect(await attached(kept)).toEqual(pdf('mapa'));
  for (const text of [register, ...files.values()]) expect(text).not.toContain('Kowalski.pdf');

  // Covered as a whole it is nobody's, and its name with it.
  const { stamp } = await loadSubject(db, { viewer: official, type: 'attachment', id: made.value.id });
  expect(
    await redactText(db, {
      viewer: official,
      type: 'attachment',
      id: made.value.id,
      stamp,
      typed: {},
      isWhole: true,
      ground: 'personal-data',
      note: '',
    }),
  ).toMatchObject({ ok: true });
  for (const viewer of [null, anna, official])
    await expect(getAttachment(db, { ...at, viewer })).rejects.toMatchObject({ code: 'not-found' });
  expect((await makeArchive(db, { teryt })).manifest.files.map(({ path }) => path)).not.toContain(kept);
  expect(await attached(kept)).toBeNull();
  expect((await findAttachments(db, { where: { consultationId: id }, viewer: anna }))[0]).toMatchObject({
    isCovered: true,
  });
  expect((await db.attachment.findUniqueOrThrow({ where: { id: made.value.id } })).fileName).not.toContain('Kowalski');
  expect(await eventsOf(db, made.value.id)).toEqual(['attachment-added', 'attachment-shown', 'words-covered']);
});

test('covering goes by content and tells every sender, withdrawing by letter; bytes that no letter has are gone', async () => {
  const one = await scene('zalaczniki-tresc');
  const other = await scene('zalaczniki-tresc-druga');
  const attach = async ({ send }: typeof one, viewer: typeof one.anna, words: string) => {
    const made = await send(viewer, words);
    if (!made.ok) throw new Error(made.error.code);
    return made.value.id;
  };
  const ids = [await attach(one, one.anna, 'ta sama mapa'), await attach(other, other.anna, 'ta sama mapa')] as const;
  for (const [id, { slug, official }] of [
    [ids[0], one],
    [ids[1], other],
  ] as const)
    await changeAttachment(db, { viewer: official, slug, id, revision: 1, step: 'show' });
  const open = (viewer: typeof one.anna | null) =>
    getAttachment(db, { viewer, slug: other.slug, id: ids[1] }).then(
      () => true,
      () => false,
    );
  expect(await open(null)).toBe(true);
  const { official } = one;
  const { stamp } = await loadSubject(db, { viewer: official, type: 'attachment', id: ids[0] });
  const act = {
    viewer: official,
    type: 'attachment' as const,
    id: ids[0],
    stamp,
    typed: {},
    isWhole: true,
    ground: 'personal-data' as const,
    note: 'Widać podpis.',
  };
  const covered = await redactText(db, act);
  if (!covered.ok) throw new Error(covered.error.code);
  for (const viewer of [null, other.anna, other.official]) expect(await open(viewer)).toBe(false);
  // Attached once more, to a third letter, it is covered from the start.
  const third = await scene('zalaczniki-tresc-trzecia');
  const again = await attach(third, third.anna, 'ta sama mapa');
  await expect(getAttachment(db, { viewer: third.anna, slug: third.slug, id: again })).rejects.toMatchObject({
    code: 'not-found',
  });
  const lettersOf = async (subject: string) =>
    (
      await db.mailMessage.findMany({
        where: { subject: { startsWith: subject }, toEmail: { in: [one.anna.email, other.anna.email] } },
        orderBy: { id: 'asc' },
      })
    ).map(({ toEmail, body }) => [toEmail, body] as const);
  expect(await lettersOf('Zasłonięto')).toEqual([
    [
      one.anna.email,
      expect.stringMatching(/załącznik nr 1 do pisma nr 1 [^]*Widać podpis\.[^]*zalaczniki-tresc\/pisma/),
    ],
    [other.anna.email, expect.stringMatching(/załącznik nr 1 do pisma nr 1 [^]*zalaczniki-tresc-druga\/pisma/)],
  ]);
  expect(
    await undoRedaction(db, { ...act, redactionId: covered.value.id, reason: 'To podpis urzędnika.' }),
  ).toMatchObject({ ok: true });
  expect(await lettersOf('Odsłonięto')).toHaveLength(2);
  expect(await open(null)).toBe(true);
  expect(JSON.parse(await ownData(db, { viewer: one.anna })).filings[0].attachments).toMatchObject([
    { number: 1, fileName: 'Jan Kowalski.pdf', isPublic: true },
  ]);

  const { fileHash: hash } = await db.attachment.findUniqueOrThrow({ where: { id: ids[0] } });
  const kept = () => db.storedFile.count({ where: { hash } });
  const remove = ({ slug, official: viewer }: typeof one, id: string, revision: number) =>
    changeAttachment(db, { viewer, slug, id, revision, step: 'remove' });
  expect(await remove(one, ids[0], 2)).toEqual({ ok: true });
  // Each letter has its own: taken from one it stays with the others.
  expect([await open(null), await kept()]).toEqual([true, 1]);
  expect(await remove(other, ids[1], 2)).toEqual({ ok: true });
  expect(await remove(third, again, 1)).toEqual({ ok: true });
  expect([await kept(), await db.fileUpload.count({ where: { hash } })]).toEqual([0, 0]);
  for (const { id } of [one, other, third]) expect(await verifyAttachments(db, id)).toEqual([]);
  await db.attachment.update({ where: { id: ids[0] }, data: { kind: 'copy', removedAt: null, isPublic: true } });
  await db.event.deleteMany({ where: { subjectId: ids[1], kind: 'attachment-added' } });
  await db.attachment.delete({ where: { id: again } });
  expect((await verifyAttachments(db, one.id)).map(({ line }) => line.slice(`Attachment ${ids[0]}: `.length))).toEqual([
    'its kind is copy, the record says map',
    'it is shown to everybody, the record says otherwise',
    'the record says otherwise whether it was taken away',
  ]);
  expect(await verifyAttachments(db, other.id)).toHaveLength(1);
  expect((await verifyAttachments(db, third.id))[0]?.line).toContain('but it is not there');
});

test('number, size, kind and time are bounded where the file is attached; a file taken away stays on record', async () => {
  const { slug, number, official, anna, bogdan, send } = await scene('zalaczniki-granice');
  const after = new Date('2026-12-10T12:00:00Z');
  expect(await send(anna, 'spóźniona', 'map', after)).toEqual({ ok: false, error: { code: 'closed' } });
  expect(await send(official, 'skan', 'letter', after)).toMatchObject({ ok: true });
  await expect(send(bogdan, 'cudza')).rejects.toMatchObject({ code: 'not-found' });
  // What another person sent is attached by nobody who only knows its hash.
  const stored = await storeAttachment(db, { viewer: bogdan, name: 'b.pdf', bytes: pdf('bogdana') });
  if (!stored.ok) throw new Error(stored.error.code);
  const hash = stored.file.hash;
  await expect(
    attachFile(db, { viewer: anna, slug, filing: number, kind: 'map', hash, now: during }),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
  for (let at = 2; at <= attachmentLimits.files; at += 1)
    expect(await send(anna, `mapa ${at}`)).toMatchObject({ ok: true });
  expect(await send(anna, 'jedenasta')).toEqual({
    ok: false,
    error: { code: 'too-many', limit: attachmentLimits.files },
  });
  const [first] = await db.attachment.findMany({
    where: { filing: { consultation: { slug } } },
    orderBy: { number: 'asc' },
  });
  // The office's own scan is not the author's to take away.
  await expect(
    changeAttachment(db, { viewer: anna, slug, id: first!.id, revision: 1, step: 'remove' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await changeAttachment(db, { viewer: official, slug, id: first!.id, revision: 1, step: 'remove' })).toEqual({
    ok: true,
  });
  await expect(getAttachment(db, { viewer: official, slug, id: first!.id })).rejects.toMatchObject({
    code: 'not-found',
  });
  // The number of one taken away is not given again.
  expect(await send(anna, 'jedenasta')).toMatchObject({ ok: true, value: { number: attachmentLimits.files + 1 } });
  await db.attachment.updateMany({
    where: { filingId: first!.filingId },
    data: { fileSize: attachmentLimits.bytes / 9 },
  });
  const second = await db.attachment.findFirstOrThrow({ where: { filingId: first!.filingId, number: 2 } });
  await changeAttachment(db, { viewer: official, slug, id: second.id, revision: 1, step: 'remove' });
  expect(await send(anna, 'za dużo')).toMatchObject({ ok: false, error: { code: 'too-much' } });
});

test('a form refuses what is no attachment by its content and names what is wrong', async () => {
  const { slug, number, official, anna, bogdan } = await scene('zalaczniki-rodzaje');
  const send = (values: Record<string, string[]>, bytes: Uint8Array<ArrayBuffer> | null, viewer = official) =>
    answerAttachmentForm(db, {
      viewer,
      slug,
      filing: number,
      values: { intent: ['attach'], ...values },
      files: bytes ? [{ field: 'file', name: 'skan.pdf', bytes }] : [],
    });
  const errorOf = async (answer: ReturnType<typeof send>) => {
    const done = await answer;
    return done && !done.ok ? Object.values(done.failure.errors).flat()[0]?.key : done;
  };
  expect(await errorOf(send({ kind: ['letter'] }, null))).toBe('attachment.error.none');
  expect(await errorOf(send({ kind: ['wirus'] }, pdf('x')))).toBe('error.choice');
  expect(await errorOf(send({ kind: ['letter'] }, new Uint8Array(Buffer.from('<!doctype html><html>'))))).toBe(
    'attachment.error.type',
  );
  expect(
    await send(
      { kind: ['letter'] },
      new Uint8Array(zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') })),
    ),
  ).toEqual({
    ok: true,
    notice: 'attached',
  });
  // Nothing is kept for somebody who may not attach it, and an author sends neither scan nor copy of a letter.
  await expect(send({ kind: ['map'] }, pdf('cudza'), bogdan)).rejects.toMatchObject({ code: 'not-found' });
  expect(await db.fileUpload.count({ where: { userId: bogdan.id } })).toBe(0);
  await expect(send({ kind: ['copy'] }, pdf('kopia'), anna)).rejects.toMatchObject({ code: 'bad-request' });
  // A scan chosen in the form of a letter is kept while the form goes back and forth.
  const first = await takeScan(db, {
    viewer: official,
    values: {},
    files: [{ field: 'scan', name: 'a.pdf', bytes: pdf('a') }],
  });
  if (!first.ok) throw new Error('refused');
  expect(first.values).toMatchObject({ scanName: ['a.pdf'] });
  expect(await takeScan(db, { viewer: official, values: first.values, files: [] })).toMatchObject({ hash: first.hash });
  const other = await makePerson(db, 'Inna', { role: 'official' });
  expect(await takeScan(db, { viewer: other, values: first.values, files: [] })).toMatchObject({ hash: null });
});

test('files chosen in the form of a letter wait with it, through a sign-in and a confirmation, and are attached when it is entered', async () => {
  const { slug, official, anna } = await scene('zalaczniki-formularza');
  const chosen = (...words: string[]) =>
    words.map((each) => ({ field: 'files', name: `${each}.pdf`, bytes: pdf(each) }));
  const keep = (viewer: typeof anna | null, files: ReturnType<typeof chosen>, secrets: string[] = [], now = during) =>
    keepWaiting(db, { viewer, secrets, chosen: files, kind: 'map', now });
  // A guest chooses two, one of them twice, and something that is none.
  const first = await keep(null, [
    ...chosen('mapa', 'szkic', 'mapa'),
    { field: 'files', name: 'strona.html', bytes: new Uint8Array(Buffer.from('<!doctype html><html>')) },
  ]);
  expect(first).toMatchObject({
    kept: [{ name: 'mapa.pdf', kind: 'map', ending: 'pdf' }, { name: 'szkic.pdf' }],
    refused: ['strona.html'],
    complaint: { key: 'attachment.error.type' },
  });
  const secrets = first.kept.map(({ secret }) => secret);
  const going = (of: string[], now = during) => goingFiles(db, { secrets: of, now });
  expect(await going(['zgadywany'])).toEqual([]);
  const guest = {
    slug,
    name: 'Gość',
    organisation: null,
    points: [{ reason: 'Z mapą.', place: '', operations: [] }],
    locale: 'pl' as const,
    now: during,
  };
  const sent = await sendGuestFiling(db, { ...guest, email: 'gosc@example.org', files: await going(secrets) });
  expect(sent).toEqual({ ok: true });
  const { body } = await db.mailMessage.findFirstOrThrow({ where: { toEmail: 'gosc@example.org' } });
  const secret = /uwaga\/([\w-]+)/.exec(body)![1]!;
  // Purged is what nobody waits for.
  await purgeUploads(db, new Date(during.getTime() + 6 * 86_400_000));
  expect(await findGuestFiling(db, { secret, now: during })).toMatchObject({ files: ['mapa.pdf', 'szkic.pdf'] });
  const confirmed = await confirmGuestFiling(db, { secret, now: during });
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  const of = async (number: number) => {
    const rows = await db.attachment.findMany({
      where: { filing: { number, consultation: { slug } } },
      orderBy: { number: 'asc' },
    });
    return rows.map(({ fileName, byOffice, isPublic, kind }) => ({ fileName, byOffice, isPublic, kind }));
  };
  const asSent = { byOffice: false, isPublic: false, kind: 'map' };
  expect(await of(confirmed.value.number)).toEqual([
    { fileName: 'mapa.pdf', ...asSent },
    { fileName: 'szkic.pdf', ...asSent },
  ]);
  const letters = await db.mailMessage.findMany({ where: { toEmail: 'gosc@example.org' } });
  expect(letters.map((each) => each.body).join()).toContain('Do pisma są 2 załączniki.');

  // Chosen before signing in, and filed with an account; the same form once more is the same letter.
  const before = await keep(null, chosen('przed'));
  const then = await keep(
    anna,
    chosen('po'),
    before.kept.map((each) => each.secret),
  );
  const author = async (now: Date) =>
    fileFiling(db, {
      slug,
      filer: { kind: 'author', viewer: anna },
      points: [{ reason: 'Z kontem.', place: '', operations: [] }],
      files: await going(
        then.kept.map((each) => each.secret),
        now,
      ),
      now,
    });
  const filedNow = await author(during);
  if (!filedNow.ok) throw new Error(filedNow.error.code);
  expect(await of(filedNow.value.number)).toEqual([
    { fileName: 'przed.pdf', ...asSent },
    { fileName: 'po.pdf', ...asSent },
  ]);
  expect(await author(during)).toEqual(filedNow);
  expect(await of(filedNow.value.number)).toHaveLength(2);
  // Taken back, the bytes are gone at once.
  const [own] = await db.attachment.findMany({ where: { fileName: 'po.pdf' } });
  await changeAttachment(db, { viewer: anna, slug, id: own!.id, revision: 1, step: 'remove' });
  expect(await db.storedFile.count({ where: { hash: own!.fileHash } })).toBe(0);

  // Without e-mail they come with the code.
  const byCode = await keep(null, chosen('z kodem'));
  const waits = await keepByCode(db, {
    ...guest,
    contact: { by: 'phone', words: '600 700 800' },
    files: await going(byCode.kept.map((each) => each.secret)),
  });
  if (!waits.ok) throw new Error(waits.error.code);
  expect(await loadKeptByCode(db, { slug, secret: waits.value.secret, now: during })).toMatchObject({
    state: { files: ['z kodem.pdf'] },
  });
  const entered = await enterByCode(db, {
    viewer: official,
    slug,
    code: codeOfSecret(waits.value.secret),
    entry: { channel: 'paper', receivedAt: during, caseSign: null },
    now: during,
  });
  if (!entered.ok) throw new Error(entered.error.code);
  expect(await of(entered.value.number)).toEqual([{ fileName: 'z kodem.pdf', ...asSent }]);
  const { id } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  expect(await verifyAttachments(db, id)).toEqual([]);
});

test('the form of a letter takes no more than a letter may have, says which files it has no longer, and keeps no place of a photo', async () => {
  const many = Array.from({ length: attachmentLimits.files + 1 }, (_, at) => ({
    field: 'files',
    name: `${at}.pdf`,
    bytes: pdf(`nr ${at}`),
  }));
  const asked = { viewer: null, secrets: [], kind: 'letter', now: during };
  const full = await keepWaiting(db, { ...asked, chosen: many });
  expect(full).toMatchObject({ refused: ['10.pdf'], complaint: { key: 'attachment.error.too-many' } });
  // An author sends no scan of a letter, whatever the form says.
  expect(new Set(full.kept.map(({ kind }) => kind))).toEqual(new Set(['other']));
  const more = await keepWaiting(db, { ...asked, chosen: many.slice(-1) });
  const secrets = [...full.kept, ...more.kept].map(({ secret }) => secret);
  const together = await keepWaiting(db, { ...asked, secrets, chosen: [] });
  expect(together.kept).toHaveLength(attachmentLimits.files);
  expect(together.complaint).toMatchObject({ key: 'attachment.error.too-many' });
  const late = new Date(during.getTime() + 8 * 86_400_000);
  expect(await keepWaiting(db, { ...asked, secrets, chosen: [], now: late })).toMatchObject({
    kept: [],
    complaint: { key: 'attachment.error.gone' },
  });
  const exif = [0xff, 0xe1, 0, 14, ...Buffer.from('Exif\0\0Krak\u00f3w', 'latin1')];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xff, 0xd9];
  const photo = new Uint8Array([0xff, 0xd8, ...exif, ...scan]);
  const kept = await keepWaiting(db, { ...asked, chosen: [{ field: 'files', name: 'zdjęcie.jpg', bytes: photo }] });
  expect(kept).toMatchObject({ complaint: null, kept: [{ ending: 'jpg', size: photo.length - exif.length }] });
  const broken = await keepWaiting(db, {
    ...asked,
    chosen: [{ field: 'files', name: 'b.jpg', bytes: photo.slice(0, 9) }],
  });
  expect(broken).toMatchObject({ kept: [], complaint: { key: 'fieldwork.file.error.file-broken' } });
});
