import type { Db } from '#app/db/client.server.ts';
import type { Typed } from '#app/surveys/answers.ts';
import { addAnswers } from '#app/surveys/add-answers.server.ts';
import { changeSurvey, saveSurveyFacts } from '#app/surveys/change-survey.server.ts';
import { createSurvey } from '#app/surveys/create-survey.server.ts';
import { enterSheet, refuseSheet } from '#app/surveys/enter-sheet.server.ts';
import { readKeyed } from '#app/surveys/keyed.ts';
import { loadDefinition } from '#app/surveys/load-definition.server.ts';
import { publishSurvey } from '#app/surveys/publish-survey.server.ts';
import type { Channel } from '#app/surveys/results.ts';
import { chance } from './chance.ts';
import { must } from './demo-parts.server.ts';
import { rulesStory } from './drafting-story.ts';
import { jurowice, type DemoPeople } from './people-demo.server.ts';
import { finishedSurvey, openSurvey, type DemoSurvey } from './survey-story.ts';

const day = 86_400_000;

/** A finished survey from which the draft came, and one that anybody can answer now; skips what is there already. */
export async function seedSurveyDemo(db: Db, people: DemoPeople): Promise<void> {
  if ((await db.survey.count({ where: { teryt: jurowice } })) > 0) return;
  const now = Date.now();
  const finished = await publish(db, people, finishedSurvey, { opensAt: now - 80 * day, closesAt: now - 56 * day });
  const answers = Array.from({ length: 236 }, (_, at) => answerOf(at));
  await addAnswers(db, finished, answers);
  await sheets(db, people, finished);
  const open = await publish(db, people, openSurvey, { opensAt: now - 5 * day, closesAt: now + 9 * day });
  await addAnswers(
    db,
    open,
    [0, 1, 2].map((at) => ({ typed: { q1: [`a${at + 1}`], q2: ['4'] }, channel: 'web' as const })),
  );
}

async function publish(
  db: Db,
  people: DemoPeople,
  story: DemoSurvey,
  terms: { opensAt: number; closesAt: number },
): Promise<{ id: string; slug: string; version: number }> {
  const viewer = people.official;
  const consultation = await db.consultation.findFirst({
    where: { teryt: jurowice, title: rulesStory.title },
    select: { slug: true },
  });
  const { slug } = await createSurvey(db, {
    viewer,
    teryt: jurowice,
    title: story.title.pl,
    consultation: story.isForRules ? (consultation?.slug ?? '') : '',
    copyOf: '',
  });
  let revision = 1;
  const facts = { title: story.title.pl, titleEn: story.title.en, lead: story.lead.pl, leadEn: story.lead.en };
  must(await saveSurveyFacts(db, { viewer, slug, revision, facts }), 'facts of a survey');
  for (const [at, questions] of story.pages.entries()) {
    if (at > 0)
      must(await changeSurvey(db, { viewer, slug, revision: (revision += 1), change: { kind: 'add-page' } }), 'page');
    const page = (
      await db.surveyVersion.findFirstOrThrow({ where: { survey: { slug } }, select: { definition: true } })
    ).definition as { pages: { id: string }[] };
    for (const question of questions)
      must(
        await changeSurvey(db, {
          viewer,
          slug,
          revision: (revision += 1),
          change: { kind: 'put-question', page: page.pages[at]?.id ?? '', question },
        }),
        'question of a survey',
      );
  }
  const opensAt = new Date(terms.opensAt);
  must(
    await publishSurvey(db, {
      viewer,
      slug,
      revision: revision + 1,
      now: opensAt,
      answeredBy: 'open',
      onWeb: true,
      kiosk: story.isForRules,
      paper: true,
      opensAt,
      closesAt: new Date(terms.closesAt),
      reason: '',
    }),
    'publication of a survey',
  );
  const { id, version } = await db.survey.update({
    where: { slug },
    data: { isDemo: true },
    select: { id: true, version: true },
  });
  return { id, slug, version };
}

/** One of some choices, by lot with these odds. */
function pick(seed: string, odds: Readonly<Record<string, number>>): string {
  let left = chance(seed) * Object.values(odds).reduce((sum, each) => sum + each, 0);
  for (const [value, weight] of Object.entries(odds)) if ((left -= weight) < 0) return value;
  return Object.keys(odds)[0] ?? '';
}

const obstacles = [
  'Spotkania są wtedy, kiedy pracuję.',
  'Nie wiem, czy ktoś to czyta.',
  'Projekt ma dwadzieścia stron i żadnego streszczenia.',
  'Na tablicy wisi to, co już postanowiono.',
  'Nie mam jak dojechać wieczorem.',
];

/** What one invented person answers. */
function answerOf(at: number): { typed: Typed; channel: Channel; isRepeat: boolean } {
  const of = (name: string, odds: Readonly<Record<string, number>>) => pick(`${name} ${at}`, odds);
  const often = of('q2', { a1: 4, a2: 5, a3: 3 });
  const form = of('q5', { ankieta: 5, spotkanie: 4, pismo: 2 });
  const rank = form === 'ankieta' ? ['1', '2', '3'] : form === 'spotkanie' ? ['2', '1', '3'] : ['3', '2', '1'];
  const typed: Record<string, string[]> = {
    q1: [of('q1a', { a1: 5, a2: 4, a3: 2 }), of('q1b', { a4: 3, a5: 3 })],
    q2: [often],
    q3: [of('q3', { a1: 1, a2: 5, a3: 10, a4: 5, a5: 1 })],
    q4: [of('q4', { 1: 6, 2: 8, 3: 5, 4: 2, 5: 1 })],
    q6: [of('q6', { a1: 10, a2: 4, a3: 3, a4: 3 })],
    ...(at % 7 === 0 ? {} : { 'q5-a1': [rank[0]!], 'q5-a2': [rank[1]!], 'q5-a3': [rank[2]!] }),
    ...(often === 'a3' ? { q7: [obstacles[at % obstacles.length]!] } : {}),
  };
  return {
    typed,
    channel: at % 9 === 0 ? 'kiosk' : 'web',
    isRepeat: at % 40 === 39,
  };
}

/** A few sheets of paper, some of which count for nothing. */
async function sheets(
  db: Db,
  people: DemoPeople,
  { slug, id, version }: { slug: string; id: string; version: number },
) {
  const viewer = people.official;
  const definition = await loadDefinition(db, { id, version });
  const batch = 'świetlica w Łęgach';
  for (let number = 1; number <= 8; number += 1)
    must(
      await enterSheet(db, {
        viewer,
        slug,
        number,
        batch,
        entry: readKeyed(definition, {
          'k-q1': [number % 2 ? '1 4' : '2'],
          'k-q2': ['2'],
          'k-q3': [String(2 + (number % 3))],
          'k-q4': [number === 5 ? '?' : '2'],
          'k-q5': ['2 1 3'],
          'k-q6': ['2'],
        }).entry,
      }),
      'sheet',
    );
  for (const [at, reason] of (['required', 'required', 'unreadable'] as const).entries())
    must(await refuseSheet(db, { viewer, slug, number: 9 + at, batch, reason, reasonWords: '' }), 'invalid sheet');
}
