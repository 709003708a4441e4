import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, makeFieldTeam, makePerson } from '#tests/fixtures/field-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import gmina2026 from '../methodology/data/methodology-gmina-2026.json';
import { loadMethodology } from '../access/load-methodologies.server.ts';
import { createEdition } from '../publication/create-edition.server.ts';
import { previewPublication } from '../publication/preview-publication.server.ts';
import { publishEdition } from '../publication/publish-edition.server.ts';
import { getPublishedEdition, getScorecard } from '../access/edition-queries.server.ts';
import { verifyEdition } from '../publication/verify-edition.server.ts';
import { settle } from '../cards/cells.ts';
import { addBorderCells } from './add-border-cells.server.ts';
import { adjudicate } from './adjudicate.server.ts';
import { decideReply } from './decide-reply.server.ts';
import { handIn } from './hand-in.server.ts';
import { loadCells } from './load-cells.server.ts';
import { openReplyRound } from './open-reply-round.server.ts';
import { publishability } from './publication-bars.server.ts';
import { getReplyDesk } from './reply-desk.server.ts';
import { saveCodings } from './save-codings.server.ts';
import { sendReply } from './send-reply.server.ts';

const db = await testDb();
const teryt = '9902012';
const INDICATORS = ['T01', 'T02'];
const start = new Date('2026-07-01T08:00:00Z');
const endsAt = new Date('2026-07-20T08:00:00Z');

// Two questions of one weight and a border in the middle: half of all answers lie at the border.
const method = { key: 'two-questions', version: '1' };
await loadMethodology(db, {
  ...gmina2026,
  id: method.key,
  version: method.version,
  areas: gmina2026.areas.slice(0, 1),
  scoring: {
    ...gmina2026.scoring,
    bands: [
      { id: 'A', min: 50 },
      { id: 'B', min: 0 },
    ],
  },
  indicators: gmina2026.indicators.filter(({ id }) => INDICATORS.includes(id)).map((each) => ({ ...each, weight: 1 })),
});
const team = await makeFieldTeam(db);
const official = await makePerson(db, { role: 'official', teryt });

async function world(doubleShare: number) {
  const made = await createEdition(db, {
    viewer: team.lead,
    teamId: team.teamId,
    titlePl: 'Dwa pytania',
    titleEn: 'Two questions',
    methodology: method,
    measuredFrom: '2025-01-01',
    measuredTo: '2025-12-31',
    municipalities: teryt,
    doubleShare,
    doubleSeed: 7,
  });
  if (!made.ok) throw new Error(made.error.code);
  const { slug } = made;
  const edition = await db.edition.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const cells = () => loadCells(db, { editionId: edition.id });
  const coder = { first: team.member, second: team.second };
  const code = async (who: keyof typeof coder, indicator: string, level: number) => {
    const own = (await cells())
      .find((cell) => cell.indicator === indicator)
      ?.codings.find((coding) => coding.coderId === coder[who].id);
    const answers = [answer(indicator, level, { revision: own?.revision ?? 0 })];
    return saveCodings(db, { viewer: coder[who], slug, teryt, answers });
  };
  const hand = (who: keyof typeof coder) => handIn(db, { viewer: coder[who], slug, teryt, area: 'T' });
  const settleDifference = (indicator: string, level: number) =>
    adjudicate(db, { viewer: team.reviewer, slug, teryt, indicator, state: 'scored', level, reason: 'Drugie zdanie.' });
  const reply = async (indicator: string, stance: 'none' | 'level' | 'explanation', level: number) => {
    const seen = await db.reply.count({ where: { round: { edition: { slug } }, indicator } });
    const words = { stance, level: stance === 'level' ? level : null, body: stance === 'none' ? '' : 'Nagrania są.' };
    return sendReply(db, { viewer: official, slug, teryt, indicator, ...words, files: [], seen, now: start });
  };
  const decide = async (indicator: string, level: number) => {
    const found = (await cells()).find((cell) => cell.indicator === indicator)?.reply;
    if (!found) return null;
    const input = { viewer: team.lead, slug, teryt, indicator, replyId: found.id };
    return decideReply(db, { ...input, state: 'scored', level, reason: 'Nagrania są w BIP.' });
  };
  const open = () => openReplyRound(db, { viewer: team.lead, slug, teryts: [teryt], endsAt, now: start });
  const border = () => addBorderCells(db, { viewer: team.lead, slug });
  const bars = async (now: Date) => {
    const led = await db.edition.findUniqueOrThrow({ where: { slug }, include: { methodology: true } });
    const methodology = led.methodology.json as never;
    return publishability(db, { edition: { ...led, methodology }, cells: await cells(), now });
  };
  return { slug, cells, code, hand, settleDifference, reply, decide, open, border, bars };
}
type World = Awaited<ReturnType<typeof world>>;

/** What anybody may try at any time; most of it is refused most of the time. */
const indicator = fc.constantFrom(...INDICATORS);
const level = fc.integer({ min: 0, max: 3 });
const coder = fc.constantFrom('first' as const, 'second' as const);
const step: fc.Arbitrary<(on: World) => Promise<unknown>> = fc.oneof(
  fc.tuple(coder, indicator, level).map((args) => named(`code ${args.join()}`, (on) => on.code(...args))),
  coder.map((who) => named(`hand ${who}`, (on) => on.hand(who))),
  fc.tuple(indicator, level).map((args) => named(`settle ${args.join()}`, (on) => on.settleDifference(...args))),
  fc.constant(named('open', (on) => on.open())),
  fc.constant(named('border', (on) => on.border())),
  fc
    .tuple(indicator, fc.constantFrom('none' as const, 'level' as const, 'explanation' as const), level)
    .map((args) => named(`reply ${args.join()}`, (on) => on.reply(...args))),
  fc.tuple(indicator, level).map((args) => named(`decide ${args.join()}`, (on) => on.decide(...args))),
);

function named(words: string, run: (on: World) => Promise<unknown>) {
  return Object.assign(run, { [fc.toStringMethod]: () => words });
}

/** Does what the page names as standing in the way, until nothing does; returns the bars that were met. */
async function finish(on: World): Promise<string[]> {
  const met: string[] = [];
  let now = start;
  for (let turn = 0; turn < 12; turn += 1) {
    if ((await on.cells()).every((cell) => cell.codings.length === 0)) {
      expect(await on.code('first', 'T01', 1)).toMatchObject({ ok: true });
      continue;
    }
    const [bar] = (await on.bars(now)).bars;
    if (!bar) return met;
    met.push(bar.code);
    if (bar.code === 'reply-open') now = endsAt;
    if (bar.code === 'border') expect(await on.border()).toMatchObject({ ok: true });
    if (bar.code === 'double-coding') {
      for (const who of ['first', 'second'] as const) {
        for (const id of INDICATORS) await on.code(who, id, 1);
        await on.hand(who);
      }
      for (const cell of await on.cells())
        if (settle(cell).status === 'waiting-adjudication')
          expect(await on.settleDifference(cell.indicator, 1)).toEqual({ ok: true });
    }
    if (bar.code === 'reply-undecided') {
      const { waiting } = await getReplyDesk(db, { viewer: team.lead, slug: on.slug, now });
      expect(waiting.filter((row) => !row.needsSecond)).not.toEqual([]);
      for (const row of waiting)
        if (!row.needsSecond) expect(await on.decide(row.indicator, 2)).toMatchObject({ ok: true });
    }
  }
  throw new Error(`publication was not reached after: ${met.join(', ')}`);
}

test('from whatever the field work was left in, doing what the page names leads to publication', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 1, 50, 100),
      fc.array(step, { minLength: 3, maxLength: 14 }),
      async (doubleShare, steps) => {
        const on = await world(doubleShare);
        // Half of the walks begin with everything answered and the office asked: what comes after is reached by chance too seldom.
        for (const id of INDICATORS) if (steps.length % 2 === 0) await on.code('first', id, steps.length % 3);
        if (steps.length % 2 === 0) await on.open();
        for (const run of steps) {
          // Without a term there is no page for the office: absence is thrown.
          await run(on).catch((error: unknown) => expect(error).toMatchObject({ code: 'not-found' }));
        }
        await finish(on);
      },
    ),
    { numRuns: 10, interruptAfterTimeLimit: 15_000 },
  );
}, 60_000);

/** Of the two questions one is drawn and coded twice, the other was answered by one person; then the office is asked. */
async function asked({ once, twice }: { once: number; twice: number }) {
  const on = await world(1);
  const drawn = (await db.doubleCell.findFirstOrThrow({ where: { edition: { slug: on.slug } } })).indicator;
  const single = INDICATORS.find((id) => id !== drawn) ?? '';
  await on.code('first', single, once);
  for (const who of ['first', 'second'] as const) {
    await on.code(who, drawn, twice);
    expect(await on.hand(who)).toMatchObject({ ok: true });
  }
  expect(await on.open()).toMatchObject({ ok: true });
  return { ...on, single };
}

test('a decision that moves the total to a border is published with a note, not held for ever', async () => {
  const on = await asked({ once: 0, twice: 2 });
  expect(await on.reply(on.single, 'explanation', 1)).toMatchObject({ ok: true });
  expect(await on.decide(on.single, 1)).toMatchObject({ ok: true });
  expect(await on.bars(endsAt)).toEqual({ bars: [], waived: [teryt] });
  expect(await on.border()).toEqual({ ok: false, error: { code: 'no-border' } });
  const { stamp, bars, borderWaived } = await previewPublication(db, { viewer: team.lead, slug: on.slug });
  expect([bars, borderWaived]).toEqual([[], [`Gmina ${teryt}`]]);
  expect(await publishEdition(db, { viewer: team.lead, slug: on.slug, stamp })).toMatchObject({ ok: true });
  await getPublishedEdition(db, { slug: on.slug });
  const { document } = await getScorecard(db, { slug: on.slug, teryt });
  expect([document.fieldwork.borderWaived, document.band?.nearBorder]).toEqual([true, true]);
  expect((await verifyEdition(db, { slug: on.slug }))?.differences).toEqual([]);
});

test('an objection that the office takes back leaves the answer standing, or asks for a decision where two answers differ', async () => {
  const on = await asked({ once: 0, twice: 1 });
  expect(await on.reply(on.single, 'level', 3)).toMatchObject({ ok: true });
  expect((await on.bars(endsAt)).bars).toEqual([{ code: 'double-coding', count: 1 }]);
  expect(await on.reply(on.single, 'none', 0)).toMatchObject({ ok: true });
  expect((await on.bars(endsAt)).bars).toEqual([]);
  expect(await on.decide(on.single, 1)).toEqual({ ok: false, error: { code: 'no-remarks' } });
  await on.code('second', on.single, 2);
  await on.hand('second');
  expect((await on.bars(endsAt)).bars).toEqual([{ code: 'reply-undecided', count: 1 }]);
  expect(await finish(on)).toEqual(['reply-open', 'reply-undecided']);
});
