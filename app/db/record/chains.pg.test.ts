import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, expect, test } from 'vitest';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { codes, during, filed, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { createServerDatabase } from '#tests/setup/server-database.ts';
import { transaction } from '../transaction.server.ts';
import { verifyRecord } from './verify-record.server.ts';

const { url, drop } = await createServerDatabase(process.env.TEST_DATABASE_URL ?? '');
const [one, two] = [0, 1].map(() => new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) })) as [
  PrismaClient,
  PrismaClient,
];
afterAll(async () => {
  await Promise.all([one.$disconnect(), two.$disconnect()]);
  await drop();
});

/** Two consultations, each with a remark and people to support it. */
const scenes = await transaction(one, async (tx) => {
  const made = [];
  for (const slug of ['pierwsza', 'druga']) {
    const { id } = await makeConsultation(tx as PrismaClient, slug);
    const people = [];
    for (let n = 0; n < 12; n += 1) people.push(await makePerson(tx as PrismaClient, `Osoba${n}`));
    made.push({
      slug,
      id,
      people,
      number: await filed(tx as PrismaClient, {
        slug,
        viewer: people[0]!,
        code: codes.term,
        text: `Konsultacje trwają 21 dni i obejmują jedno spotkanie.`,
      }),
    });
  }
  return made;
});

test('two processes that write to one consultation at once make one chain, whole and in order', async () => {
  const { slug, people, number } = scenes[0]!;
  await Promise.all(
    people
      .slice(1)
      .map((viewer, n) => setSupport(n % 2 ? one : two, { viewer, slug, number, stance: 'support', now: during })),
  );
  expect((await verifyRecord(one)).differences).toEqual([]);
  const links = await one.recordLink.findMany({
    where: { scope: `consultation:${scenes[0]!.id}` },
    orderBy: { n: 'asc' },
    select: { n: true },
  });
  expect(links.map(({ n }) => n)).toEqual(links.map((_, at) => at + 1));
  expect(links.length).toBeGreaterThan(people.length - 2);
});

test('writes that touch several chains in different orders wait for each other and both are kept', async () => {
  const [a, b] = scenes.map(({ id }) => id) as [string, string];
  const touch = (db: PrismaClient, ids: string[]) =>
    transaction(db, async (tx) => {
      for (const id of ids)
        await tx.event.create({
          data: { kind: 'text-edited', consultationId: id, subjectType: 'consultation', subjectId: id, data: {} },
        });
    });
  await Promise.all(Array.from({ length: 10 }, (_, n) => touch(n % 2 ? one : two, n % 3 ? [a, b] : [b, a])));
  expect((await verifyRecord(two)).differences).toEqual([]);
});

test('a transaction that is about to end holds up only its own consultation', async () => {
  const [first, second] = [scenes[0]!, scenes[1]!];
  const chain = (id: string) => `select pg_advisory_xact_lock(hashtextextended('record:consultation:${id}', 0))::text`;
  let done = false;
  await one.$transaction(
    async (tx) => {
      await tx.$queryRawUnsafe(chain(first.id));
      await setSupport(two, {
        viewer: second.people[1]!,
        slug: second.slug,
        number: second.number,
        stance: 'support',
        now: during,
      });
      done = true;
    },
    { timeout: 30_000 },
  );
  expect(done).toBe(true);
});
