import { expect, test } from 'vitest';
import { decideRemark } from '#app/drafting/rulings/decide-remark.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { codes, decide, filed, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { coverInRemark } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';
import { loadDraft, loadDraftAnew, loadUnits } from './load-draft.server.ts';
import { changedUnits, readUnits } from '#app/drafting/acts/read-units.server.ts';

const db = await testDb();
const slug = 'pamiec';
const { id, official } = await makeConsultation(db, slug);
const anna = await makePerson(db, 'Anna');
const admin = await makePerson(db, 'Adam', { role: 'admin' });

const changes = [
  { code: codes.term, text: 'Konsultacje trwają co najmniej 21 dni.' },
  { code: codes.notice, op: 'delete' as const },
  { code: codes.report, op: 'insert-after' as const, inserted: 'Raport wysyła się każdemu, kto o to poprosi.' },
  { code: codes.first, op: 'delete' as const },
  { code: codes.last, text: 'Uchwała wchodzi w życie po upływie 30 dni. Zna ją Kanarkowa Zofia.' },
];

test('every version is the same, whichever other one it is made of', async () => {
  for (const change of changes) {
    const number = await filed(db, { slug, viewer: anna, ...change });
    expect(await decide(db, { slug, viewer: official, number, decision: 'accepted' })).toMatchObject({ ok: true });
    const draft = await loadDraft(db, { slug });
    expect(draft.units).toEqual((await loadDraftAnew(db, { slug })).units);
    expect((await loadDraft(db, { id }, draft.version)).units, 'the second time from memory').toBe(draft.units);
  }
  const versions = await Promise.all(Array.from({ length: changes.length + 1 }, (_, at) => readUnits(db, id, at + 1)));
  expect(new Set(versions.map((units) => JSON.stringify(units))).size).toBe(changes.length + 1);
  for (const [from, units] of versions.entries()) {
    for (const [to, wanted] of versions.entries())
      expect(
        await changedUnits(db, { consultationId: id, version: to + 1 }, { version: from + 1, units }),
        `${to + 1} of ${from + 1}`,
      ).toEqual(wanted);
  }
});

test('who asks at the same time asks once, and nobody can change what all have', async () => {
  const [one, other] = await Promise.all([loadUnits(db, id, 2), loadUnits(db, id, 2)]);
  expect(one).toBe(other);
  expect(() => Object.assign(one[0]!, { text: 'inny' })).toThrow(TypeError);
  expect(() => (one as unknown[]).pop()).toThrow(TypeError);
});

test('a version that was undone is not remembered', async () => {
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.report,
    text: 'Raport sporządza się w terminie 7 dni.',
  });
  const { version, units } = await loadDraft(db, { slug });
  const { revision } = await db.remark.findFirstOrThrow({ where: { consultationId: id, number } });
  const ruling = {
    viewer: official,
    slug,
    number,
    decision: 'accepted',
    reason: 'Próba.',
    finals: new Map(),
    againstVersion: version,
    remarkRevision: revision,
  } as const;
  await expect(
    transaction(db, async (tx) => {
      expect(await decideRemark(tx, ruling)).toMatchObject({ ok: true });
      expect((await loadDraft(tx, { slug })).units.map(({ text }) => text)).toContain(
        'Raport sporządza się w terminie 7 dni.',
      );
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect((await loadDraft(db, { slug })).units).toBe(units);
  await expect(loadDraft(db, { slug }, version + 1)).rejects.toMatchObject({ code: 'not-found' });
});

test('covered words are out of the text at once, in every version, and are there again when they are shown', async () => {
  const name = 'Kanarkowa Zofia';
  const number = changes.length;
  const newest = changes.length + 1;
  const texts = async () => (await loadDraft(db, { slug }, newest)).units.map(({ text }) => text).join(' ');
  expect(await texts()).toContain(name);
  const covered = await coverInRemark(db, { viewer: admin, slug, number, words: name });
  if (!covered.ok) throw new Error(covered.error.code);
  expect(await texts()).not.toContain(name);
  const remark = await db.remark.findFirstOrThrow({ where: { consultationId: id, number } });
  expect(
    await undoRedaction(db, {
      viewer: admin,
      type: 'remark',
      id: remark.id,
      redactionId: covered.value.id,
      reason: 'Pomyłka.',
    }),
  ).toMatchObject({ ok: true });
  expect(await texts()).toContain(name);
});
