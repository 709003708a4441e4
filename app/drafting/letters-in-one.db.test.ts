import { expect, test } from 'vitest';
import type { Db } from '#app/db/client.server.ts';
import { sendProposals } from '#app/monitoring/fieldwork/reply-letters.server.ts';
import { makeFieldTeam, makePerson as makeOfficial } from '#tests/fixtures/field-team.ts';
import { during, makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { sendDecisions, sendFits, sendGrouped } from './carry/letters.server.ts';

const db = await testDb();

/** Runs `work` on the database and says how many statements it took. */
async function statementsOf(work: (tx: Db) => Promise<unknown>): Promise<number> {
  let count = 0;
  await work(
    db.$extends({ query: { $allOperations: ({ args, query }) => ((count += 1), query(args)) } }) as unknown as Db,
  );
  return count;
}

const about = { teryt: '2464011', slug: 'zasady', title: 'Zasady' };
const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
let last = 0;

/** Remarks of that many people: every third is a guest's, every third one's reader has English, every fifth account is closed. */
async function remarksOf(count: number) {
  const remarks = [];
  for (let at = 0; at < count; at += 1) {
    last += 1;
    const { id: authorId } = await makePerson(db, `Autor${last}`, { locale: at % 3 === 1 ? 'en' : 'pl' });
    await db.user.update({
      where: { id: authorId },
      data: { isGuest: at % 3 === 0, disabledAt: at % 5 === 4 ? new Date() : null },
    });
    remarks.push({ ...about, remarkId: uuid(last), number: last, authorId });
  }
  return remarks;
}

type Remarks = Awaited<ReturnType<typeof remarksOf>>;
const kinds: [string, (tx: Db, remarks: Remarks) => Promise<void>][] = [
  [
    'decisions',
    (tx, remarks) =>
      sendDecisions(
        tx,
        remarks.map((remark) => ({
          ...remark,
          decision: 'accepted' as const,
          reason: 'Tak.',
          resultVersion: 2,
          words: [],
        })),
      ),
  ],
  [
    'texts that changed',
    (tx, remarks) =>
      sendFits(
        tx,
        remarks.map((remark) => ({
          ...remark,
          fit: 'conflict' as const,
          version: 2,
          words: [],
          dueAt: during,
          now: during,
        })),
      ),
  ],
  [
    'groups',
    (tx, remarks) =>
      sendGrouped(
        tx,
        remarks.map((remark) => ({ ...remark, group: { id: uuid(1), number: 1, title: 'Terminy' } })),
      ),
  ],
];

test.each(kinds)(
  'letters about %s take as many statements for thirty people as for three, and each gets one',
  async (_, send) => {
    const counts: number[] = [];
    for (const people of [3, 30]) {
      const remarks = await remarksOf(people);
      const [letters, links] = [await db.mailMessage.count(), await db.emailToken.count()];
      counts.push(await statementsOf((tx) => send(tx, remarks)));
      const open = remarks.filter((_remark, at) => at % 5 !== 4);
      expect((await db.mailMessage.count()) - letters).toBe(open.length);
      expect((await db.emailToken.count()) - links).toBe(
        remarks.filter((_remark, at) => at % 5 !== 4 && at % 3 === 0).length,
      );
    }
    expect(counts[1]).toBe(counts[0]);
  },
);

test('each letter is in the language of its reader, and a guest’s has a link of its own', async () => {
  const remarks = await remarksOf(4);
  await sendFits(
    db,
    remarks.map((remark) => ({ ...remark, fit: 'conflict', version: 3, words: [], dueAt: during, now: during })),
  );
  const letters = await Promise.all(
    remarks.map(({ remarkId }) => db.mailMessage.findUniqueOrThrow({ where: { dedupeKey: `fit:${remarkId}:3` } })),
  );
  const bodies = letters.map(({ body }) => body);
  expect(bodies.map((body) => body.includes('/en/'))).toEqual([false, true, false, false]);
  const links = bodies.map((body) => /https?:\S*\/logowanie\/link\S*/.exec(body)?.[0] ?? null);
  expect([links[1], links[2]]).toEqual([null, null]);
  expect(links[0]).not.toBeNull();
  expect(links[3]).not.toBe(links[0]);
});

test('offices hear of proposed answers by as many statements for thirty officials as for three', async () => {
  const { teryt } = await makeFieldTeam(db);
  await db.municipality.createMany({
    data: {
      teryt,
      name: 'Próbna',
      kind: 'rural',
      county: 'x',
      voivodeship: 'x',
      searchKey: 'probna',
      stateOn: '2026-01-01',
    },
    skipDuplicates: true,
  });
  const counts: number[] = [];
  for (const more of [3, 27]) {
    for (let n = 0; n < more; n += 1) await makeOfficial(db, { role: 'official', teryt });
    const edition = { id: uuid(900 + more), slug: 'e', titlePl: 'Edycja', titleEn: 'Edition', teamName: 'Zespół' };
    counts.push(await statementsOf((tx) => sendProposals(tx, { edition, teryts: [teryt], endsAt: new Date() })));
  }
  expect(await db.mailMessage.count({ where: { dedupeKey: { startsWith: 'proposals:' } } })).toBe(33);
  expect(counts[1]).toBe(counts[0]);
});
