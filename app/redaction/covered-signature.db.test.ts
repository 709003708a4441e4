import { expect, test } from 'vitest';
import { readDetails } from '#app/drafting/report/details.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import { publishReport } from '#app/drafting/report/publish-report.server.ts';
import { reportCsv } from '#app/drafting/report/report-csv.server.ts';
import type { ReportDocument } from '#app/drafting/report/report-document.ts';
import { reportDocx } from '#app/drafting/report/report-docx.server.ts';
import { reportJson } from '#app/drafting/report/report-json.server.ts';
import { reportPdf } from '#app/drafting/report/report-pdf.server.ts';
import { saveDetails } from '#app/drafting/report/save-details.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { coverIn, placesWith } from '#tests/setup/cover-words.ts';
import { closesAt, codes, decide, filed, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { wordsOfFile } from '#tests/setup/words-of-file.ts';
import { undoRedaction } from './undo-redaction.server.ts';

const db = await testDb();
const later = new Date(closesAt.getTime() + 86_400_000);
const afterReport = new Date(later.getTime() + 60_000);
const [anna, piotr] = [await makePerson(db, 'Anna'), await makePerson(db, 'Piotr')];

test('a covered signature leaves the closed report with its letter, and the letters filed again from it', async () => {
  const name = 'Stowarzyszenie Kanarek Polny';
  const published = await reportWithLetter('podpis', name);
  const act = await coverIn(
    db,
    { type: 'filing', id: published.filingId },
    { viewer: published.office, words: name, ground: 'personal-rights', now: afterReport },
  );
  expect(act).toMatchObject({ ok: true });
  expect(await placesWith(db, name)).toEqual([]);
  const read = async () =>
    (JSON.parse(await reportJson(db, { slug: 'podpis', number: 1, live: false, now: later })) as ReportDocument).lines;
  expect((await read()).map(({ author }) => (author.kind === 'organisation' ? author.name : author.no))).toEqual([
    1,
    expect.stringMatching(/^\[zasłonięto: dobra osobiste/),
    expect.stringMatching(/^\[zasłonięto/),
  ]);
  expect((await read())[1]!.words).toMatch(/^W imieniu \[zasłonięto/);
  const report = await openReport(db, { slug: 'podpis', number: 1, now: later });
  const lines = await report.read(1, 9);
  expect(lines.map(({ redactedLater }) => redactedLater ?? false)).toEqual([false, true, false]);
  for await (const rows of reportCsv(report, translator('pl'))) expect(rows).not.toContain(name);
  for (const file of [await reportDocx(report, 'pl'), await reportPdf(report, 'pl')]) {
    expect(wordsOfFile(file)).toContain('zasłonięto: dobra osobiste');
    expect(wordsOfFile(file)).not.toContain(name);
  }
  await undoRedaction(db, {
    viewer: published.office,
    type: 'filing',
    id: published.filingId,
    redactionId: act.ok ? act.value.id : '',
    reason: 'Organizacja się zgodziła.',
  });
  expect((await read()).map(({ author }) => author.kind)).toEqual(['person', 'organisation', 'organisation']);
  expect(JSON.stringify(await read())).not.toContain('zasłonięto');
});

/** A closed report with a person's letter, an organisation's, and the same letter filed again. */
async function reportWithLetter(name: string, organisation: string) {
  const { id, official: office } = await makeConsultation(db, name);
  await filed(db, { slug: name, viewer: anna, code: codes.term, op: 'none', reason: 'Za krótko.' });
  let refiledFromId: string | null = null;
  let filingId = '';
  for (const number of [2, 3]) {
    await filed(db, {
      slug: name,
      viewer: piotr,
      code: codes.last,
      op: 'none',
      reason: `W imieniu ${organisation}: za późno (${number}).`,
    });
    const remark = await db.remark.findFirstOrThrow({ where: { consultationId: id, number } });
    await db.remark.update({ where: { id: remark.id }, data: { organisation } });
    await db.filing.update({ where: { id: remark.filingId }, data: { organisation, refiledFromId } });
    if (refiledFromId === null) filingId = remark.filingId;
    refiledFromId = remark.filingId;
  }
  for (const number of [1, 2, 3])
    await decide(db, { slug: name, viewer: office, number, decision: 'answered', reason: 'Dziękujemy.' });
  await saveDetails(db, {
    viewer: office,
    slug: name,
    revision: 0,
    details: {
      ...readDetails(null),
      legalBasis: 'art. 5a',
      aim: 'Poznać zdanie.',
      nextSteps: 'Rada.',
      preparedBy: 'Biuro',
    },
  });
  const published = await publishReport(db, { viewer: office, slug: name, after: 0, note: '', now: later });
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  return { office, filingId };
}
