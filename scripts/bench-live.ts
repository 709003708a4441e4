/**
 * A board in a hall: 400 cards, 300 listeners on one machine, and one new card after another. Measured is the time from sending the form
 * until a listener has the card, for every listener and every card; on both databases.
 */
import { randomUUID } from 'node:crypto';
import { get, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '#tests/setup/app-server.ts';
import { startPostgres } from '#tests/setup/postgres-server.ts';

const [cards, listeners, written, limitMs] = [400, 300, 60, 250];
const board = '/tablice/skwer-przy-dawnej-mleczarni';

type Heard = (text: string, at: number) => void;

/** One open line; resolves when it has begun. */
function listen(url: string, heard: Heard): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`a listener was refused: ${response.statusCode}`));
      response.setEncoding('utf8');
      let rest = '';
      response.on('data', (piece: string) => {
        const at = performance.now();
        const events = (rest + piece).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1];
          const text = data ? (JSON.parse(data) as { shown?: { text: string } }).shown?.text : undefined;
          if (text) heard(text, at);
        }
      });
      resolve(request);
    });
    request.on('error', reject);
  });
}

async function write(base: string, text: string): Promise<void> {
  const answer = await fetch(base + board, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: base },
    body: new URLSearchParams({
      once: randomUUID(),
      kind: 'need',
      view: 'residents',
      text,
      signature: '',
      answers: '',
      uses: '',
    }),
  });
  if (answer.status !== 303) throw new Error(`a card was refused: ${answer.status}`);
}

async function measure(kind: string, databaseUrl?: string): Promise<void> {
  const app = await startApp(databaseUrl ? { databaseUrl } : {});
  try {
    for (let at = 0; at < cards; at += 4)
      await Promise.all([0, 1, 2, 3].map((more) => write(app.baseUrl, `Karta przygotowana nr ${at + more}.`)));
    const sent = new Map<string, number>();
    const taken: number[] = [];
    const heard: Heard = (text, at) => {
      const from = sent.get(text);
      if (from !== undefined) taken.push(at - from);
    };
    const lines: ClientRequest[] = [];
    for (let at = 0; at < listeners; at += 1) lines.push(await listen(`${app.baseUrl}${board}/na-zywo?od=1`, heard));
    for (let at = 0; at < written; at += 1) {
      const text = `Nowa karta nr ${at} ${randomUUID()}`;
      sent.set(text, performance.now());
      await write(app.baseUrl, text);
      await pause(100);
    }
    await pause(1_000);
    for (const line of lines) line.destroy();
    const sorted = taken.toSorted((a, b) => a - b);
    const part = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
    const isMissed = taken.length !== listeners * written || part(0.99) > limitMs;
    if (isMissed) process.exitCode = 1;
    console.log(
      `| new card to ${listeners} listeners, ${cards} cards on the board | ${kind} | ${part(0.5).toFixed(0)} ms | ${part(0.99).toFixed(0)} ms | ${taken.length} of ${listeners * written} | p99 ${limitMs} ms${isMissed ? ' MISS' : ''} |`,
    );
  } finally {
    await app.stop();
  }
}

console.log('\n| live | database | median | p99 | heard | limit |\n|---|---|---|---|---|---|');
await measure('PGlite');
const postgres = await startPostgres();
try {
  await measure('PostgreSQL', postgres.url);
} finally {
  await postgres.stop();
}
