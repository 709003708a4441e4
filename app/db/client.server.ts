import type { PrismaClient } from '#app/generated/prisma/client.ts';

/** What every data function takes first: the client, or the transaction it runs in. */
export type Db = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>;

const slot = Symbol.for('paragraf.db');
type Slot = { [slot]?: PrismaClient };

/** The start script opens the database once and puts it here; the built server, a bundle of its own, finds it. */
export function setDb(client: PrismaClient): void {
  (globalThis as Slot)[slot] = client;
}

export function getDb(): PrismaClient {
  const client = (globalThis as Slot)[slot];
  if (!client) throw new Error('the database is not open: start the program with npm start');
  return client;
}
