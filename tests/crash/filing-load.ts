/** Residents who file by the interface, as fast as they are answered, and what they were told. */
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { createToken } from '#app/api/tokens/create-token.server.ts';
import { openDatabase } from '#app/db/open.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { migrationsFolder, snapshotFile } from '#tests/setup/snapshot.ts';

export type Place = { folder: string; url?: string };
export const slug = 'proba';
/** Points of one letter: fewer of them in the register would be half a letter. */
const points = 2;

export async function opened<T>({ folder, url }: Place, work: (db: PrismaClient) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder, url, migrations: migrationsFolder, template: await snapshotFile() });
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** A consultation that is open now, and the tokens of people who may file. */
export function prepare(place: Place, people = 12): Promise<string[]> {
  return opened(place, async (db) => {
    await makeConsultation(db, slug);
    const day = 86_400_000;
    await db.consultation.update({
      where: { slug },
      data: {
        opensAt: new Date(Date.now() - day),
        closesAt: new Date(Date.now() + 30 * day),
        answersDueAt: new Date(Date.now() + 60 * day),
      },
    });
    const tokens: string[] = [];
    for (let n = 0; n < people; n += 1) {
      const made = await createToken(db, {
        viewer: await makePerson(db, `Osoba${n}`),
        name: 'próba',
        days: 30,
        scopes: ['remarks:write'],
      });
      if (made.ok) tokens.push(made.value.secret);
    }
    return tokens;
  });
}

export type Answer = { status: number; retryAfter: string | undefined };

/** One letter; rejects when the connection breaks before there is an answer. */
export function file(baseUrl: string, token: string, mark: string): Promise<Answer> {
  const body = JSON.stringify({ points: Array.from({ length: points }, () => ({ reason: `Próba ${mark}` })) });
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    Authorization: `Bearer ${token}`,
    'Idempotency-Key': mark,
    // Limits count by address; the residents of this load live apart.
    'X-Forwarded-For': `10.${[...mark].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 65_536, 7) >> 8}.${Math.floor(Math.random() * 250)}.9`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${baseUrl}/api/v1/consultations/${slug}/remarks`,
      { method: 'POST', headers, agent: false, timeout: 60_000 },
      (answer) => {
        answer
          .on('error', reject)
          .on('end', () => resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] }))
          .resume();
      },
    );
    sent
      .on('error', reject)
      .on('timeout', () => sent.destroy(new Error('no answer within 60 s')))
      .end(body);
  });
}

export type Told = {
  filed: string[];
  statuses: Map<number, number>;
  /** Connections that broke, by code. */ broken: Map<string, number>;
};

/** Files with all tokens at once until `until` resolves; whoever finds nobody at the door stops. */
export function load(
  baseUrls: readonly string[],
  tokens: readonly string[],
): { told: Told; stop(): Promise<void>; filed(count: number): Promise<void> } {
  const told: Told = { filed: [], statuses: new Map(), broken: new Map() };
  let isOver = false;
  const add = <K>(map: Map<K, number>, key: K) => void map.set(key, (map.get(key) ?? 0) + 1);
  const one = async (token: string, baseUrl: string) => {
    while (!isOver) {
      const mark = randomUUID();
      try {
        const { status } = await file(baseUrl, token, mark);
        add(told.statuses, status);
        if (status === 201) told.filed.push(mark);
        else if (status !== 503 && status !== 507) await new Promise((resolve) => setTimeout(resolve, 50));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
        add(told.broken, code);
        if (code === 'ECONNREFUSED') return;
      }
    }
  };
  const all = Promise.all(tokens.map((token, index) => one(token, baseUrls[index % baseUrls.length] ?? '')));
  const stop = async () => {
    isOver = true;
    await all;
  };
  const filed = async (count: number) => {
    const end = Date.now() + 60_000;
    while (told.filed.length < count) {
      if (Date.now() > end)
        throw new Error(
          `only ${told.filed.length} letters were taken in 60 s; answers: ${JSON.stringify([...told.statuses])}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { told, stop, filed };
}

/** What is in the register: marks of whole letters, and of half ones. */
export function inRegister(place: Place): Promise<{ whole: Set<string>; half: string[]; twice: number }> {
  return opened(place, async (db) => {
    const rows = await db.remark.findMany({ select: { reason: true, number: true } });
    const counts = new Map<string, number>();
    for (const { reason } of rows)
      counts.set(reason.slice('Próba '.length), (counts.get(reason.slice('Próba '.length)) ?? 0) + 1);
    const half = [...counts].filter(([, count]) => count !== points).map(([mark]) => mark);
    return { whole: new Set(counts.keys()), half, twice: rows.length - new Set(rows.map(({ number }) => number)).size };
  });
}
