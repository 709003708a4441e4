import { giveMarks } from '#app/boards/give-marks.server.ts';
import { boardSources } from '#app/boards/board-sources.server.ts';
import { hideCard, makeGroup, mergeCards, setPhase } from '#app/boards/lead-board.server.ts';
import type { Phase } from '#app/boards/board.ts';
import { openBoard } from '#app/boards/open-board.server.ts';
import { writeCard } from '#app/boards/write-card.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { addGround } from '#app/drafting/grounds/change-grounds.server.ts';
import { provisionsOf } from '#app/drafting/grounds/grounds.server.ts';
import { makeSecret } from '#app/people/secrets.server.ts';
import { finishedBoard, openBoardStory, type StoryCard } from './board-story.ts';
import { must } from './demo-parts.server.ts';
import { rulesStory } from './drafting-story.ts';
import { jurowice, type DemoPeople } from './people-demo.server.ts';

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);

/** Two boards of Jurowice: one that is over, on which the draft rests, and one that is open. */
export async function seedBoardsDemo(db: Db, people: DemoPeople): Promise<void> {
  await tellFinished(db, people);
  await tellOpen(db, people);
  await citeBoard(db, people);
}

type Opening = { title: string; question: string; unitName: string; from: Date; until: Date };

async function opened(db: Db, { official }: DemoPeople, { from, until, ...words }: Opening): Promise<string> {
  const board = await openBoard(db, {
    viewer: official,
    now: from,
    board: {
      ...words,
      teryt: jurowice,
      as: 'office',
      teamId: null,
      consultation: null,
      access: 'public',
      marksEach: 6,
      opensAt: from,
      closesAt: until,
    },
  });
  if (!board.ok) throw new Error(`demonstration board: ${board.error.code}`);
  return board.value.slug;
}

/** Some people with several cards each, each known by a cookie of a browser of his own. */
function hall(count: number): string[] {
  return Array.from({ length: count }, () => makeSecret().secret);
}

async function write(
  db: Db,
  slug: string,
  cards: readonly StoryCard[],
  { passes, now }: { passes: string[]; now: Date },
) {
  for (const [at, [kind, view, text, signature = '', answers, uses]] of cards.entries())
    must(
      await writeCard(db, {
        slug,
        who: { viewer: null, pass: passes[at % passes.length]! },
        card: { kind, view, text, signature, answers: answers ?? null, uses: uses ?? null, once: null },
        now: new Date(now.getTime() + at * 60_000),
      }),
      `card ${text}`,
    );
}

async function tellFinished(db: Db, people: DemoPeople): Promise<void> {
  const story = finishedBoard;
  const slug = await opened(db, people, {
    title: story.title,
    question: story.question,
    unitName: '',
    from: daysAgo(70),
    until: daysAgo(40),
  });
  const passes = hall(story.marks.length);
  const lead = (ago: number) => ({ slug, viewer: people.official, now: daysAgo(ago) });
  const phase = async (ago: number, name: Phase, open: boolean) =>
    must(await setPhase(db, { ...lead(ago), phase: name, open }), `phase ${name}`);
  await write(db, slug, story.collected, { passes, now: daysAgo(68) });
  await phase(62, 'grouping', true);
  for (const [into, ...numbers] of story.merged)
    must(await mergeCards(db, { ...lead(61), into: into!, numbers }), 'joining cards');
  for (const { name, cards } of story.groups) await makeGroup(db, { ...lead(60), name, note: '', numbers: cards });
  must(await hideCard(db, { ...lead(60), ...story.hidden }), 'hiding a card');
  await phase(58, 'collecting', false);
  await phase(58, 'answers', true);
  await write(db, slug, story.answers, { passes, now: daysAgo(56) });
  await phase(52, 'answers', false);
  await phase(52, 'grouping', false);
  await phase(50, 'weighing', true);
  const first = story.collected.length + 1;
  for (const [at, marks] of story.marks.entries())
    must(
      await giveMarks(db, {
        slug,
        who: { viewer: null, pass: passes[at]! },
        marks: new Map(marks.map((count, answer) => [first + answer, count])),
        revision: 1,
        now: daysAgo(48),
      }),
      'marks',
    );
  await phase(44, 'weighing', false);
  await phase(43, 'summary', true);
}

async function tellOpen(db: Db, people: DemoPeople): Promise<void> {
  const { collected, ...words } = openBoardStory;
  const slug = await opened(db, people, { ...words, from: daysAgo(6), until: daysAgo(-14) });
  await write(db, slug, collected, { passes: hall(collected.length), now: daysAgo(5) });
}

/** The draft says on which groups of the board its provisions rest. */
async function citeBoard(db: Db, people: DemoPeople): Promise<void> {
  const { slug } = await db.consultation.findFirstOrThrow({
    where: { teryt: jurowice, title: rulesStory.title },
    select: { slug: true },
  });
  const sources = await boardSources(db, jurowice);
  const provisions = await provisionsOf(db, slug);
  for (const [citation, group] of [
    ['§ 7 ust. 1', 'Za późno się dowiadujemy'],
    ['§ 8 ust. 1', 'Za późno się dowiadujemy'],
    [null, 'Nie wiadomo, co stało się z uwagą'],
  ] as const) {
    const source = sources.find(({ label }) => label.startsWith(group));
    const code =
      citation === null ? null : provisions.find((each) => each.citation.replaceAll('\u00a0', ' ') === citation)?.code;
    if (!source || code === undefined) throw new Error(`demonstration, ground ${citation}`);
    must(await addGround(db, { viewer: people.official, slug, code, source, now: daysAgo(11) }), 'ground');
  }
}
