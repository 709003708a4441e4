/** A process of its own that counts by the limits: prints "ready", and for every line it is sent how many of that many at once got through. */
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { askedFrom } from '#app/limits/asker.server.ts';
import { takeLimit } from '#app/limits/take-limit.server.ts';

const [url = ''] = process.argv.slice(2);
const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
await db.$queryRaw`select 1`;
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const { round, address, target, times } = JSON.parse(line) as {
    round: number;
    address: string;
    target: string;
    times: number;
  };
  const taken = await askedFrom(address, () =>
    Promise.all(Array.from({ length: times }, () => takeLimit(db, 'guest-link', { target }))),
  );
  console.log(`round ${round}: ${taken.filter(({ ok }) => ok).length}`);
}
await db.$disconnect();
