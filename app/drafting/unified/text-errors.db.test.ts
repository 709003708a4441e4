import { expect, test } from 'vitest';
import { codes, makeConsultation, testUnits } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { freezeNow } from '#tests/setup/unified.ts';
import { loadDraft } from '../acts/load-draft.server.ts';
import { previewEditorial } from '../editorial/editorial-page.server.ts';
import { writeEditorial } from '../editorial/write-editorial.server.ts';
import { loadFilingPage } from '../register/filing-page.server.ts';
import { emptyOperation } from '../register/filing-draft.ts';
import { answerFindings } from './answer-findings.server.ts';
import { proposeUnified } from './propose-unified.server.ts';
import { officeUnified } from './unified-page.server.ts';

const db = await testDb();
const now = new Date('2026-12-10T12:00:00Z');
const referring = { ...testUnits.at(-1)!, text: 'Raport, o którym mowa w § 2 ust. 3, jest jawny.' };
const units = [...testUnits.slice(0, -1), referring];
const deletion = { op: 'delete' as const, code: codes.report, heading: '', text: '', rest: '', target: null };

test('a reference that a change has broken is shown before it is made, and keeps the text from being closed', async () => {
  const { slug, official } = await makeConsultation(db, 'zepsute-odeslanie', units);
  const office = { viewer: official, slug };
  const preview = await previewEditorial(db, { ...office, change: deletion, locale: 'pl' });
  expect(preview.ok && preview.value.problems.map(({ code }) => code)).toEqual(['dangling-reference']);
  const draft = await loadDraft(db, { slug });
  const unit = draft.units.find(({ code }) => code === codes.report)!;
  const points = [{ reason: 'Zbędne.', place: '', operations: [emptyOperation(unit, 'delete')] }];
  const { page } = await loadFilingPage(db, { slug, points, intent: { do: 'preview' }, locale: 'pl', now });
  expect(page.points[0]!.operations[0]!.problems.map(({ code }) => code)).toEqual(['dangling-reference']);

  const edit = (change: Parameters<typeof writeEditorial>[1]['change'], againstVersion: number) =>
    writeEditorial(db, { ...office, change, reason: 'Zmiana urzędu.', againstVersion, now });
  expect(await edit(deletion, 1)).toMatchObject({ ok: true });
  const close = async (version: number) => {
    const proposed = await proposeUnified(db, { ...office, version, now });
    if (!proposed.ok) throw new Error(proposed.error.code);
    const { id } = await db.unifiedText.findFirstOrThrow({
      where: { consultation: { slug }, state: 'proposed' },
    });
    const { findings } = await officeUnified(db, office);
    const answers = new Map(findings.map(({ key, answer }) => [key, { answer: 'Wiemy.', shown: answer }]));
    await answerFindings(db, { ...office, id, answers });
    return freezeNow(db, { ...office, id, now });
  };
  expect(await close(2)).toEqual({ ok: false, error: { code: 'text-errors' } });
  expect((await officeUnified(db, office)).errors).toMatchObject([{ code: 'dangling-reference' }]);
  const mended = { ...deletion, op: 'replace' as const, code: codes.last, text: 'Raport jest jawny.' };
  expect(await edit(mended, 2)).toMatchObject({ ok: true });
  expect(await close(3)).toMatchObject({ ok: true });
});
