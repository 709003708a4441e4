import { expect, test } from 'vitest';
import { by, lineOf, rootOf, runOf, wordOf } from '#app/documents/testing/word-parts.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { correctRoles } from './correct-roles.server.ts';
import { decideChanges } from './decide-changes.server.ts';
import { editSource } from './edit-source.server.ts';
import { getImport } from './get-import.server.ts';
import { hasLosses, isOpen, type Decision } from './import-report.ts';
import { importText } from './import-text.server.ts';
import { publishImport } from '../course/publish-import.server.ts';
import { readWordText } from './read-word-text.ts';

const db = await testDb();
const place = { kind: 'urban', county: 'jurowicki', voivodeship: 'śląskie', searchKey: '', stateOn: '2026-01-01' };
await db.municipality.createMany({
  data: [
    { teryt: '9900011', name: 'Jurowice', ...place },
    { teryt: '9900021', name: 'Wierzbno', ...place },
  ],
});
const marta = await official('marta@example.org', '9900011');
const outsider = await official('obcy@example.org', '9900021');

async function official(email: string, teryt: string): Promise<Viewer> {
  const { id } = await db.user.create({ data: { email, displayName: email, passwordHash: '-' } });
  return {
    id,
    email,
    displayName: email,
    verified: true,
    grants: [{ role: 'official', teryt, teamId: null, organisationName: null }],
  };
}

const tracked = wordOf(
  `${lineOf(`${runOf('§ 1. Opłata wynosi ')}${by('del', '<w:r><w:delText>10</w:delText></w:r>')}${by('ins', runOf('95'))}${runOf(' zł.')}`)}${lineOf(runOf('§ 2. Koniec.'))}`,
);

async function begin(): Promise<string> {
  const word = readWordText(tracked);
  if (!word.ok) throw new Error(word.code);
  return importText(db, {
    viewer: marta,
    teryt: '9900011',
    sourceName: 'a.docx',
    source: word.text,
    report: word.report,
  });
}

const terms = {
  title: 'Próba',
  summary: 'Sprawdzenie.',
  numbering: 'draft' as const,
  note: 'Tekst wyjściowy',
  now: new Date('2026-11-22T12:00:00Z'),
  opensAt: new Date('2026-11-20T00:00:00Z'),
  closesAt: new Date('2026-12-20T00:00:00Z'),
  answersDueAt: new Date('2027-01-20T00:00:00Z'),
};

test('until somebody has decided, no change is taken and nothing can be done with the text', async () => {
  const id = await begin();
  const draft = await getImport(db, { viewer: marta, id });
  expect([isOpen(draft.report), draft.source.includes('10 zł'), draft.report?.changes?.count]).toEqual([true, true, 2]);
  expect(await correctRoles(db, { viewer: marta, id, revision: 1, choices: [] })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
  expect(await editSource(db, { viewer: marta, id, revision: 1, source: 'x' })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
  expect(await publishImport(db, { viewer: marta, id, revision: 1, ...terms })).toEqual({
    ok: false,
    error: { code: 'changes-open' },
  });
  await expect(decideChanges(db, { viewer: outsider, id, revision: 1, decision: 'accept' })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await decideChanges(db, { viewer: marta, id, revision: 7, decision: 'accept' })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
});

const cases: [decision: Decision, words: string, keepsFile: boolean][] = [
  ['accept', '95 zł', false],
  ['reject', '10 zł', false],
  ['amendments', '10 zł', true],
];

for (const [decision, words, keepsFile] of cases) {
  test(`a decision is taken once and leaves a record: ${decision}`, async () => {
    const id = await begin();
    expect(await decideChanges(db, { viewer: marta, id, revision: 1, decision })).toEqual({ ok: true });
    expect(await decideChanges(db, { viewer: marta, id, revision: 2, decision: 'reject' })).toEqual({
      ok: false,
      error: { code: 'conflict' },
    });
    const draft = await getImport(db, { viewer: marta, id });
    expect([
      draft.source.includes(words),
      draft.report?.changes?.decision,
      draft.report?.changes?.file !== null,
    ]).toEqual([true, decision, keepsFile]);
    const events = await db.event.findMany({
      where: { subjectId: id, kind: 'import-changes-decided' },
      select: { data: true },
    });
    expect(events).toMatchObject([{ data: { decision, changes: 2 } }]);
    expect(await publishImport(db, { viewer: marta, id, revision: 2, ...terms })).toMatchObject({
      ok: true,
      toAmend: decision === 'amendments',
    });
  });
}

const report = (body: string, parts: Parameters<typeof wordOf>[1] = []) => {
  const word = readWordText(wordOf(body, parts));
  if (!word.ok) throw new Error(word.code);
  return word.report;
};

test('every letter of a file is in the text or on the list, and nothing is called lost that is not', () => {
  const math =
    '<m:oMath><m:f><m:num><m:r><m:t>a1</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>';
  const rich = report(
    `${lineOf(`${runOf('Widać § 1')}${runOf('nie widać', '<w:vanish/>')}${math}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>`)}` +
      `${lineOf('<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>dwa razy</w:t></mc:Choice><mc:Fallback><w:t>dwa razy</w:t></mc:Fallback></mc:AlternateContent></w:r>')}${lineOf(by('del', '<w:r><w:delText>stare</w:delText></w:r>'))}`,
    [
      [
        'footnotes',
        'footnotes.xml',
        rootOf(
          'w:footnotes',
          `<w:footnote w:id="1">${lineOf(runOf('Przypis'))}</w:footnote><w:footnote w:id="2">${lineOf(runOf('Sierota'))}</w:footnote>`,
        ),
      ],
      ['header', 'header1.xml', rootOf('w:hdr', lineOf(runOf('Druk 7')))],
      [
        'comments',
        'comments.xml',
        rootOf('w:comments', `<w:comment w:id="1" w:author="Jan">${lineOf(runOf('Uwaga'))}</w:comment>`),
      ],
    ],
  );
  expect(rich.letters.missing).toBe(0);
  expect(rich.done.map(({ kind, count, words }) => [kind, count, words])).toEqual([
    ['hidden', 1, ['nie widać']],
    ['equation', 1, ['a1/b']],
    ['note', 1, ['Sierota']],
    ['header', 1, ['Druk 7']],
    ['comment', 1, ['Jan: Uwaga']],
  ]);
  expect([
    hasLosses(rich),
    hasLosses(report(lineOf(runOf('Samo słowo')))),
    hasLosses(report(lineOf(math))),
    hasLosses(null),
  ]).toEqual([true, false, false, false]);
});

test('words of a part that nothing reads are missed, not passed over', () => {
  expect(
    report(lineOf(runOf('abc')), [['somethingNew', 'nowe.xml', rootOf('w:odd', lineOf(runOf('zgubione')))]]).letters,
  ).toEqual({ file: 11, missing: 8 });
});
