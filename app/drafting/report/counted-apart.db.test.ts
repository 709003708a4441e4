import { expect, test } from 'vitest';
import { translator } from '#app/i18n/translate.ts';
import { afterwards, codes, decide, filed, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { remarkCounts } from '../acts/consultation-facts.server.ts';
import { countsOfRemarks } from '../course/facts-line.tsx';
import { exportRemarks } from '../exchange/export-remarks.server.ts';
import { readDetails, requiredDetails } from './details.ts';
import { openReport } from './load-report.server.ts';
import { publishReport } from './publish-report.server.ts';
import { numberPairs } from './report-sections.ts';
import { saveDetails } from './save-details.server.ts';
import { verifyReports } from './verify-reports.server.ts';

const db = await testDb();
const t = translator('pl');
const slug = 'osobno';

test('what residents, organisations and the office filed is counted apart wherever a number is printed', async () => {
  const { id, official } = await makeConsultation(db, slug);
  const anna = await makePerson(db, 'Anna');
  const jan = await makePerson(db, 'Jan', { role: 'representative', organisation: 'Jawne Jurowice' });
  const office = await makePerson(db, 'Ewa', { role: 'representative', organisation: 'Urząd Gminy Jurowice' });
  const numbers = [
    await filed(db, { slug, viewer: anna, code: codes.notice, op: 'none', reason: 'A internet?' }),
    await filed(db, { slug, viewer: jan, code: codes.report, op: 'delete' }),
    await filed(db, { slug, viewer: office, code: codes.last, op: 'delete' }),
  ];
  // What came back in a Word file of the office's lawyers stands under the name of the office.
  await db.filing.updateMany({ where: { consultationId: id, number: numbers[2]! }, data: { channel: 'word' } });
  await db.remark.updateMany({ where: { consultationId: id, number: numbers[2]! }, data: { channel: 'word' } });
  const counts = (await remarkCounts(db, [id])).get(id)!;
  expect(counts).toMatchObject({
    remarks: 1,
    amendments: 2,
    by: {
      residents: { remarks: 1, amendments: 0 },
      organisations: { remarks: 0, amendments: 1 },
      office: { remarks: 0, amendments: 1 },
    },
  });
  expect(countsOfRemarks(t, counts.by)).toBe('mieszkańcy: 1 uwaga; organizacje: 1 poprawka; urząd: 1 poprawka');
  expect(countsOfRemarks(t, { ...counts.by, organisations: none, office: none })).toBe('1 uwaga');
  const csv = await exportRemarks(db, { slug, layout: 'full' });
  for (const word of ['mieszkaniec', 'organizacja', 'urząd']) expect(csv).toMatch(new RegExp(`,${word},\r?$`, 'm'));
  for (const number of numbers) await decide(db, { slug, viewer: official, number, decision: 'not-accepted' });
  const now = afterwards;
  const { head } = await openReport(db, { slug, number: null, now });
  expect(head.numbers).toMatchObject({
    received: 3,
    organisations: 1,
    by: {
      residents: { filings: 1, remarks: 1, amendments: 0 },
      organisations: { filings: 1, remarks: 0, amendments: 1 },
      office: { filings: 1, remarks: 0, amendments: 1 },
    },
  });
  expect(numberPairs(head, { t, locale: 'pl' })).toEqual(
    expect.arrayContaining([
      ['od mieszkańców', '1'],
      ['od organizacji', '1'],
      ['własne urzędu', '1'],
    ]),
  );
  const details = { ...readDetails(null), ...Object.fromEntries(requiredDetails.map((name) => [name, 'Wpisano.'])) };
  await saveDetails(db, { viewer: official, slug, details, revision: 0 });
  expect(await publishReport(db, { viewer: official, slug, after: 0, note: '', now })).toMatchObject({ ok: true });
  expect(await verifyReports(db, { id, slug, isImported: false })).toEqual([]);
});

const none = { remarks: 0, amendments: 0 };
