/**
 * A survey of 30 questions with 5,000 answers on PostgreSQL: what its page of results asks for, the first time after a change, when all answers
 * are read and counted, and later, and with two questions crossed. The limit is 300 ms.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from '#app/db/open.server.ts';
import { addAnswers } from '#app/surveys/add-answers.server.ts';
import { blankQuestion, questionKinds, type Definition } from '#app/surveys/definition.ts';
import { surveyResults } from '#app/surveys/results-page.server.ts';
import { startPostgres } from '#tests/setup/postgres-server.ts';

const size = { questions: 30, answers: 5_000 } as const;
const limit = 300;
const day = 86_400_000;

const words = (pl: string) => ({ pl, en: '' });
const choices = (letter: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${letter}${at + 1}`,
    words: words(`${letter} ${at + 1}`),
    other: false,
  }));
const definition: Definition = {
  pages: [
    {
      id: 'p1',
      title: words(''),
      questions: Array.from({ length: size.questions }, (_, at) => {
        const kind = questionKinds[at % questionKinds.length]!;
        return {
          ...blankQuestion(`q${at + 1}`, kind),
          words: words(`Pytanie ${at + 1}`),
          options: choices('a', 5),
          rows: kind === 'matrix' ? choices('r', 4) : [],
          shownIf:
            at === 20
              ? { every: true, tests: [{ question: 'q1', is: 'any-of' as const, options: ['a1', 'a2'], value: null }] }
              : null,
        };
      }),
    },
  ],
};

function typedBy(person: number): Record<string, string[]> {
  const lot = (at: number, of: number) => String(1 + ((person * 7_919 + at * 104_729) % of));
  return Object.fromEntries(
    definition.pages[0]!.questions.flatMap(({ id, kind, options, rows, shownIf }, at): [string, string[]][] => {
      if (shownIf && !['1', '2'].includes(lot(0, 5))) return [];
      if (kind === 'one' || kind === 'many') return [[id, [`a${lot(at, 5)}`]]];
      if (kind === 'scale' || kind === 'number') return [[id, [lot(at, 5)]]];
      if (kind === 'rank')
        return options.map((option, place) => [`${id}-${option.id}`, [String(((place + person) % 5) + 1)]]);
      if (kind === 'matrix') return rows.map((row, n) => [`${id}-${row.id}`, [`a${lot(at + n, 5)}`]]);
      return [[id, [`Odpowiedź ${person} własnymi słowami, jedno zdanie.`]]];
    }),
  );
}

const server = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'paragraf-surveys-'));
const migrations = join(dirname(import.meta.dirname), 'prisma/migrations');
const opened = await openDatabase({ url: server.url, folder, migrations });
try {
  const { db } = opened;
  const teryt = (await db.municipality.findFirst({ select: { teryt: true } }))?.teryt;
  const place = teryt ?? '9901013';
  if (!teryt)
    await db.municipality.create({
      data: {
        teryt: place,
        name: 'Miara',
        kind: 'rural',
        county: 'm',
        voivodeship: 'm',
        searchKey: 'miara',
        stateOn: '2026-01-01',
      },
    });
  const survey = await db.survey.create({
    data: {
      teryt: place,
      slug: 'miara',
      title: 'Miara',
      state: 'published',
      version: 1,
      opensAt: new Date(Date.now() - 9 * day),
      closesAt: new Date(Date.now() - day),
      versions: { create: { teryt: place, number: 1, definition, publishedAt: new Date(Date.now() - 9 * day) } },
    },
    select: { id: true, slug: true },
  });
  const answers = Array.from({ length: size.answers }, (_, at) => ({ typed: typedBy(at), channel: 'web' as const }));
  const { added, refused } = await addAnswers(db, { id: survey.id, version: 1 }, answers);
  if (added !== size.answers) throw new Error(`${refused} answers were refused`);
  const measure = async (left: string, top: string) => {
    const times: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const start = performance.now();
      await surveyResults(db, { slug: survey.slug, version: null, left, top, now: new Date() });
      times.push(performance.now() - start);
    }
    return { first: times[0]!, later: times.sort((a, b) => a - b)[3]! };
  };
  const row = (what: string, time: number) =>
    console.log(`| ${what} | ${time.toFixed(0)} ms | ${limit} ms${time > limit ? ' MISS' : ''} |`);
  console.log(`${size.answers} answers to ${size.questions} questions, PostgreSQL, medians of seven\n`);
  console.log('| what | measured | limit |\n|---|---|---|');
  const plain = await measure('', '');
  row('survey results, the first after a change', plain.first);
  row('survey results, made anew', plain.later);
  row('the same with two questions crossed', (await measure('q1', 'q3')).later);
} finally {
  await opened.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
