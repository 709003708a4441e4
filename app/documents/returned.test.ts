import { expect, test } from 'vitest';
import { mapReturned, type Returned } from './returned/map-returned.ts';
import { SAMPLE_AMENDMENTS, sampleAct, sampleProperties } from './testing/sample-act.ts';
import { trackAmendments } from './tracked/track-amendments.ts';
import type { TrackedDocument, TrackedParagraph, TrackedRun } from './model/tracked-document.ts';
import { readTrackedDocx } from './word/read-tracked.ts';
import { writeWord } from './word/write-word.ts';

const LAWYER = { author: 'r.pr. Ewa Prawna', date: '2026-06-01T09:00:00Z' };

/** The file that went out, with what the lawyer did to it, through real Word files both ways. */
async function returned(change: (document: TrackedDocument) => TrackedDocument): Promise<Returned> {
  const act = sampleAct();
  const sent = trackAmendments(act, SAMPLE_AMENDMENTS, sampleProperties());
  return mapReturned({ act, amendments: SAMPLE_AMENDMENTS, reading: readTrackedDocx(await writeWord(change(sent))) });
}

function decide(document: TrackedDocument, choice: Readonly<Record<string, 'accept' | 'reject'>>): TrackedDocument {
  const runs = (one: TrackedRun): TrackedRun[] => {
    const mark = one.insert ?? one.remove;
    const decision = mark === undefined ? undefined : choice[mark.author];
    if (decision === undefined) return [one];
    return (one.insert !== undefined) === (decision === 'accept') ? [{ text: one.text, comments: one.comments }] : [];
  };
  const paragraphs = document.paragraphs.flatMap((one): TrackedParagraph[] => {
    const rest = one.runs.flatMap(runs);
    if (rest.length === 0) return [];
    const { insert, remove, ...plain } = one;
    const isDecided = choice[(insert ?? remove)?.author ?? ''] !== undefined;
    return [{ ...(isDecided ? plain : one), runs: rest }];
  });
  return { ...document, paragraphs, comments: document.comments };
}

function edit(
  document: TrackedDocument,
  citation: string,
  work: (paragraph: TrackedParagraph) => TrackedParagraph[],
): TrackedDocument {
  return {
    ...document,
    paragraphs: document.paragraphs.flatMap((one) =>
      one.citation === citation && one.insert === undefined ? work(one) : [one],
    ),
  };
}

test('a file that comes back untouched decides nothing', async () => {
  expect(await returned((document) => document)).toEqual({
    states: ['open', 'open', 'open', 'open'],
    proposals: [],
    comments: [],
    unmapped: [],
  });
});

test('accepting and rejecting our changes is told apart, also within one clause', async () => {
  const result = await returned((document) =>
    decide(document, {
      'Anna Kowalska': 'accept',
      'Jan Żółty': 'reject',
      'Stowarzyszenie „Plac”': 'reject',
      'Zofia Ćwik': 'accept',
    }),
  );
  expect(result.states).toEqual(['accepted', 'rejected', 'rejected', 'accepted']);
  expect([result.proposals, result.unmapped]).toEqual([[], []]);
});

test('an amendment that was accepted here and rejected there is partly accepted', async () => {
  const result = await returned((document) => {
    const rejected = edit(
      document,
      '§ 2 ust. 1',
      (one) => decide({ ...document, paragraphs: [one] }, { 'Jan Żółty': 'reject' }).paragraphs,
    );
    return decide(rejected, { 'Jan Żółty': 'accept' });
  });
  expect(result.states[1]).toBe('partly');
});

test('changes of the lawyer become amendments, her comments comments', async () => {
  const result = await returned((document) => {
    const changed = edit(document, '§ 4', () => [
      {
        kind: 'paragraph',
        citation: '§ 4',
        labelLength: 4,
        runs: [
          { text: '§ 4. Uchwała wchodzi w życie po upływie ', comments: [] },
          { text: '14', remove: LAWYER, comments: [9] },
          { text: '30', insert: LAWYER, comments: [9] },
          { text: ' dni od dnia ogłoszenia.', comments: [] },
        ],
      },
      {
        kind: 'paragraph',
        citation: '',
        labelLength: 0,
        insert: LAWYER,
        runs: [{ text: '§ 5. Nowy przepis.', insert: LAWYER, comments: [] }],
      },
    ]);
    const removed = edit(changed, '§ 1', (one) => [
      { ...one, remove: LAWYER, runs: one.runs.map((run) => ({ ...run, remove: LAWYER })) },
    ]);
    return { ...removed, comments: [...removed.comments, { id: 9, ...LAWYER, text: 'Vacatio legis.' }] };
  });
  expect(result.states).toEqual(['open', 'open', 'open', 'open']);
  expect(result.proposals).toMatchObject([
    { op: 'delete', citation: '§ 1', ...LAWYER },
    {
      op: 'replace',
      citation: '§ 4',
      text: 'Uchwała wchodzi w życie po upływie 30 dni od dnia ogłoszenia.',
      ...LAWYER,
    },
    { op: 'insert-after', citation: '§ 4', text: '§ 5. Nowy przepis.', ...LAWYER },
  ]);
  expect(result.comments).toMatchObject([
    { author: LAWYER.author, text: 'Vacatio legis.', words: '30', citation: '§ 4' },
  ]);
  expect(result.unmapped).toEqual([]);
});

test('what no clause can take over is listed: words changed without tracking, changes in the head of the act', async () => {
  const result = await returned((document) => {
    const silent = edit(document, '§ 4', (one) => [
      { ...one, runs: [{ text: '§ 4. Uchwała wchodzi w życie po upływie 60 dni od dnia ogłoszenia.', comments: [] }] },
    ]);
    const [title, ...rest] = silent.paragraphs;
    return {
      ...silent,
      paragraphs: [
        { ...title!, runs: [...title!.runs, { text: ' (projekt)', insert: LAWYER, comments: [] }] },
        ...rest,
      ],
    };
  });
  expect(result.unmapped.map(({ code, words }) => [code, words])).toEqual([
    ['outside-units', '(projekt)'],
    ['untracked-change', '§ 4. Uchwała wchodzi w życie po upływie 60 dni od dnia ogłoszenia.'],
  ]);
  expect(result.proposals).toEqual([]);
});
