/**
 * Public pages of the demonstration: requests a second of one process beside a bare node:http, Express's static files and, where there is
 * one, nginx, which hand out the same bytes in the same run; scorecards made anew; and how soon a page is read on a slow phone. The
 * load is wrk's (Debian: apt-get install wrk), 16 connections; without it these lines are left out.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startApp, type AppServer } from '#tests/setup/app-server.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { freePort } from '#tests/setup/free-port.ts';
import { startPostgres } from '#tests/setup/postgres-server.ts';

const seconds = process.argv.includes('quick') ? 1 : 3;
const rounds = 3;
const mark = (isMissed: boolean) => {
  if (isMissed) process.exitCode = 1;
  return isMissed ? ' MISS' : '';
};

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
    }).on('error', reject);
  });
}

const hasProgram = (name: string): boolean => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

type Load = { perSecond: number; p99: number };

/** Load of wrk on one address. Throws when an answer was an error. */
function load(url: string, headers: Record<string, string>): Promise<Load> {
  return new Promise((resolve, reject) => {
    const child = spawn('wrk', [
      '-t1',
      '-c16',
      `-d${seconds}s`,
      '--latency',
      ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
      url,
    ]);
    let out = '';
    child.stdout.on('data', (text) => (out += text));
    child.on('close', () => {
      const [, perSecond] = /Requests\/sec:\s+([\d.]+)/.exec(out) ?? [];
      const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(out) ?? [];
      if (!perSecond || !p99 || /Non-2xx or 3xx/.test(out)) return reject(new Error(`wrk at ${url}:\n${out}`));
      resolve({
        perSecond: Number(perSecond),
        p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's'],
      });
    });
  });
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** A server of its own process: bare node:http handing out bytes from memory, or Express's static files. */
async function serve(code: string): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  const child: ChildProcess = spawn(
    process.execPath,
    ['--input-type=module', '-e', code.replaceAll('PORT', String(port))],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; ; tries += 1) {
    if (
      await ask(url).then(
        () => true,
        (error: NodeJS.ErrnoException) => error.code !== 'ECONNREFUSED',
      )
    )
      return { url, stop: () => void child.kill() };
    if (tries > 100) throw new Error('a server of the measurement did not start');
    await pause(50);
  }
}

const bare = (file: string, { status, headers }: Answer) =>
  serve(`
  import { createServer } from 'node:http'; import { readFileSync } from 'node:fs';
  const body = readFileSync(${JSON.stringify(file)}), head = ${JSON.stringify({ 'Content-Type': headers['content-type'], 'Cache-Control': headers['cache-control'], ETag: headers.etag, ...(headers['content-encoding'] ? { 'Content-Encoding': headers['content-encoding'] } : {}) })};
  createServer((_, answer) => ${status === 304 ? 'answer.writeHead(304, head).end()' : "answer.writeHead(200, { ...head, 'Content-Length': body.length }).end(body)"}).listen(PORT, '127.0.0.1');`);

const expressStatic = (folder: string) =>
  serve(`
  import express from 'express'; express().use(express.static(${JSON.stringify(folder)}, { index: 'page.html' })).listen(PORT, '127.0.0.1');`);

async function nginx(folder: string): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/log; events {} http { types { text/html html; } access_log off; server { listen 127.0.0.1:${port}; root ${folder}; index page.html; } }`,
  );
  const child = spawn('nginx', ['-c', config, '-p', folder], { stdio: 'ignore' });
  await pause(500);
  return { url: `http://127.0.0.1:${port}/`, stop: () => void child.kill() };
}

type Target = { name: string; path: string; headers: Record<string, string>; limit: number; beside: boolean };

/** The first address of each kind, as a reader finds it. */
async function pagesOf(baseUrl: string) {
  const found = async (page: string, pattern: RegExp): Promise<string> => {
    const address = pattern.exec((await ask(baseUrl + page)).body.toString('utf8'))?.[1];
    if (address === undefined) throw new Error(`no ${pattern.source} on ${page}`);
    return address;
  };
  const consultation = await found('/konsultacje', /href="(\/konsultacje\/[a-z][^/"#?.]*)"/);
  const edition = await found('/oceny', /href="(\/oceny\/[a-z][^/"#?.]*)"/);
  return {
    front: '/',
    reading: `${consultation}/projekt`,
    edition,
    card: await found(edition, /href="(\/oceny\/[a-z][^/"#?.]*\/[^/"#?]*\d)"/),
    remark: await found(`${consultation}/uwagi`, /href="(\/konsultacje\/[^/"]+\/uwagi\/\d+)"/),
  };
}

async function throughput(app: AppServer, database: string, folder: string): Promise<void> {
  const pages = await pagesOf(app.baseUrl);
  const br = { 'Accept-Encoding': 'br' };
  const { etag = '' } = (await ask(app.baseUrl + pages.reading, br)).headers;
  const targets: Target[] = [
    { name: 'reading page, br', path: pages.reading, headers: br, limit: 0.4, beside: true },
    {
      name: 'reading page, identity',
      path: pages.reading,
      headers: { 'Accept-Encoding': 'identity' },
      limit: 0.4,
      beside: true,
    },
    {
      name: 'reading page, 304',
      path: pages.reading,
      headers: { ...br, 'If-None-Match': etag },
      limit: 0.4,
      beside: false,
    },
    ...(['front', 'edition', 'card', 'remark'] as const).map((name) => ({
      name: `${name} page, br`,
      path: pages[name],
      headers: br,
      limit: 0.3,
      beside: false,
    })),
  ];
  for (const { name, path, headers, limit, beside } of targets) {
    const answer = await ask(app.baseUrl + path, headers);
    const place = mkdtempSync(join(folder, 'page-'));
    const file = join(place, 'page.html');
    writeFileSync(file, answer.body);
    const servers = [
      await bare(file, answer),
      ...(beside ? [await expressStatic(place)] : []),
      ...(beside && hasProgram('nginx') ? [await nginx(place)] : []),
    ];
    const names = ['node:http', 'Express static', 'nginx'];
    const ours: Load[] = [];
    const others: number[][] = servers.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await load(app.baseUrl + path, headers));
      for (const [at, server] of servers.entries())
        others[at]!.push((await load(server.url, at === 0 ? {} : headers)).perSecond);
    }
    for (const server of servers) server.stop();
    const own = median(ours.map(({ perSecond }) => perSecond));
    const ratios = others.map((each, at) => `${(own / median(each)).toFixed(2)} × ${names[at]}`);
    const p99 = median(ours.map((each) => each.p99));
    console.log(
      `| ${name} (${answer.body.length} bytes) | ${database} | ${Math.round(own)}/s | ${ratios.join(', ')} | ${p99.toFixed(1)} ms | ${limit} × node:http${mark(own / median(others[0]!) < limit)}, 5 ms${mark(p99 > 5)} |`,
    );
  }
}

/** A page that is made for this request alone. */
async function madeAnew(app: AppServer): Promise<void> {
  const { card, edition } = await pagesOf(app.baseUrl);
  for (const [name, path, limit] of [
    ['scorecard page, made anew', card, 150],
    ['edition page, made anew', edition, null],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const start = performance.now();
      await ask(app.baseUrl + path, { Authorization: 'Basic YmVuY2g6' });
      times.push(performance.now() - start);
    }
    console.log(
      `| ${name} | ${median(times).toFixed(0)} ms | ${limit === null ? '' : `${limit} ms${mark(median(times) > limit)}`} |`,
    );
  }
}

/** First words on a phone four times slower than this machine, over slow 4G, with nothing kept from before. */
async function firstPaint(app: AppServer): Promise<void> {
  const { reading } = await pagesOf(app.baseUrl);
  const browser = await launchBrowser();
  const [paints, sizes]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < 3; round += 1) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      let bytes = 0;
      devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 1_638_400 / 8,
        uploadThroughput: 768_000 / 8,
      });
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(app.baseUrl.replace('127.0.0.1', 'localhost') + reading, { waitUntil: 'networkidle' });
      paints.push(
        await page.evaluate(
          () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
        ),
      );
      sizes.push(bytes);
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const [paint, size] = [median(paints), median(sizes)];
  console.log(
    `| first contentful paint of the reading page | ${(paint / 1000).toFixed(2)} s | 1.2 s${mark(paint > 1_200)} |`,
  );
  console.log(`| loaded until it is read | ${Math.round(size / 1000)} kB | 75 kB${mark(size > 75_000)} |`);
}

const folder = mkdtempSync(join(tmpdir(), 'paragraf-bench-'));
mkdirSync(folder, { recursive: true });
const server = await startPostgres();
const apps: AppServer[] = [];
try {
  apps.push(await startApp(), await startApp({ databaseUrl: server.url }));
  const [embedded, onServer] = apps as [AppServer, AppServer];
  if (hasProgram('wrk')) {
    console.log('\n| public page | database | requests | beside | p99 | limits |\n|---|---|---|---|---|---|');
    await throughput(embedded, 'PGlite', folder);
    await throughput(onServer, 'PostgreSQL', folder);
  } else console.log('\nwrk is not there: requests a second are not measured');
  console.log('\n| page | measured | limit |\n|---|---|---|');
  await madeAnew(onServer);
  await firstPaint(onServer);
} finally {
  for (const app of apps) await app.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
