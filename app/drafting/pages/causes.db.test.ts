import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { redlinePage } from '#app/drafting/acts/redline-page.server.ts';
import { allChanged } from '#app/drafting/acts/version-diff.ts';
import { wasIsTable } from '#app/drafting/acts/was-is-csv.ts';
import { wasIsText } from '#app/drafting/acts/was-is-text.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { fileFiling } from '#app/drafting/register/file-filing.server.ts';
import { emptyOperation } from '#app/drafting/register/filing-draft.ts';
import type { OperationDraft } from '#app/drafting/register/operation-draft.ts';
import { allOf, openReport } from '#app/drafting/report/load-report.server.ts';
import { causeWords } from '#app/drafting/report/report-words.ts';
import { clauseHistory } from '#app/drafting/talk/clause-history.server.ts';
import { redlineFile } from '#app/drafting/word/word-files.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { codes, decide, during, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';

const db = await testDb();
const t = translator('pl');

/** Every operation that a resident can ask for, each making a version of its own, and one of the office. */
const operations: Record<string, { code: number; fields: Partial<OperationDraft> & Pick<OperationDraft, 'op'> }> = {
  replace: { code: codes.report, fields: { op: 'replace', text: 'Raport sporządza się w terminie 21 dni.' } },
  insert: { code: codes.notice, fields: { op: 'insert-after', inserted: 'Ogłoszenie zawiera cel konsultacji.' } },
  move: { code: codes.first, fields: { op: 'move', target: codes.second } },
  split: {
    code: codes.last,
    fields: { op: 'split', first: 'Uchwała wchodzi w życie.', rest: 'Termin wynosi 14 dni.' },
  },
  merge: {
    code: codes.term,
    fields: { op: 'merge', partner: codes.notice, joined: 'Konsultacje trwają 14 dni i są ogłaszane.' },
  },
  delete: { code: codes.report, fields: { op: 'delete' } },
};

test('after every operation each changed or renumbered unit names its remark and reason in every output', async () => {
  for (const [name, { code, fields }] of Object.entries(operations)) {
    const { slug, id, official } = await makeConsultation(db, `przyczyna-${name}`);
    const viewer = await makePerson(db, 'Anna');
    const draft = await loadDraft(db, { slug });
    const unit = draft.units.find((each) => each.code === code)!;
    const sent = await fileFiling(db, {
      slug,
      filer: { kind: 'author', viewer },
      points: [
        { reason: 'Tak będzie jaśniej.', place: '', operations: [{ ...emptyOperation(unit, fields.op), ...fields }] },
      ],
      now: during,
    });
    if (!sent.ok) throw new Error(`${name}: ${JSON.stringify(sent.error)}`);
    const reason = `Powód stanowiska ${name}`;
    expect(
      await decide(db, { slug, viewer: official, number: sent.value.number, decision: 'accepted', reason }),
    ).toMatchObject({
      ok: true,
    });
    const now = new Date('2026-12-01T12:00:00Z');
    const page = await redlinePage(db, { slug, from: 1, to: 2, locale: 'pl', now });
    const shown = [...allChanged(page.diff.units), ...page.diff.renumbered];
    expect(shown.length, name).toBeGreaterThan(0);
    for (const each of shown)
      expect(
        page.causes[each.clauseId]?.map(({ version }) => version),
        `${name} ${each.clauseId}`,
      ).toEqual([2]);
    const units = page.diff.changes.length + page.diff.renumbered.length;
    const says = (text: string) => text.split(reason).length - 1;
    expect(says(wasIsText(t, { ...page, title: '' })), `${name} txt`).toBe(units);
    const { rows } = wasIsTable(t, { ...page, title: '' });
    expect(
      rows.map((row) => says(String(row.at(-1)))),
      `${name} csv`,
    ).toEqual(rows.map(() => 1));
    expect(rows).toHaveLength(units);
    const { head } = await openReport(db, { slug, number: null, now });
    expect(head.changes).toHaveLength(page.diff.changes.length);
    expect(head.renumbered).toHaveLength(page.diff.renumbered.length);
    for (const { why } of [...head.changes, ...head.renumbered!]) {
      expect(why).toMatchObject([{ version: 2, remark: sent.value.number, decision: 'accepted', reason }]);
      expect(why.map((cause) => causeWords(t, cause)).join()).toContain(reason);
    }
    const docx = unzipSync((await redlineFile(db, { slug, from: 1, to: 2, now })).bytes);
    const comments = strFromU8(docx['word/comments.xml']!);
    expect(says(comments), `${name} docx`).toBeGreaterThan(0);
    for (const { clauseId } of page.diff.renumbered) {
      const [step] = await clauseHistory(db, { clauseId, consultationId: id, citation: '', locale: 'pl' });
      expect(step).toMatchObject({ version: 2, origins: [{ number: sent.value.number, reason }] });
      expect(step!.marks).not.toBeNull();
    }
  }
});

test('what the office did by itself says so with its own reason, a moved unit like any other', async () => {
  const { slug, official } = await makeConsultation(db, 'przyczyna-urzad');
  const reason = 'Kolejność przepisów.';
  const made = await writeEditorial(db, {
    viewer: official,
    slug,
    change: { op: 'move', code: codes.first, target: codes.second, heading: '', text: '', rest: '' },
    reason,
    againstVersion: 1,
    now: during,
  });
  expect(made).toMatchObject({ ok: true });
  const now = new Date('2026-12-01T12:00:00Z');
  const report = await openReport(db, { slug, number: null, now });
  expect(report.head.changes.map(({ why }) => why)).toEqual(
    report.head.changes.map(() => [{ version: 2, remark: null, reason }]),
  );
  expect(report.head.changes.length).toBeGreaterThan(0);
  expect(await allOf(report)).toEqual([]);
});
