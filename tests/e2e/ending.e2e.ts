import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, request, test } from '@playwright/test';
import { startApp, type AppServer } from '#tests/setup/app-server.ts';
import { startPostgres } from '#tests/setup/postgres-server.ts';

const words = 'Proszę wydłużyć konsultacje do 30 dni, bo 14 to za mało.';
const form = { email: 'nobody@example.org', password: 'not a real one', note: words };

async function post(app: AppServer, path: string, fields: Record<string, string>) {
  const answer = await fetch(app.baseUrl + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

async function statusOf(app: AppServer, path: string): Promise<number> {
  return (await fetch(app.baseUrl + path)).status;
}

async function until(app: AppServer, path: string, status: number): Promise<void> {
  for (let tries = 0; (await statusOf(app, path)) !== status; tries += 1) {
    if (tries > 150) throw new Error(`${path} did not become ${status}\n${app.output()}`);
    await pause(200);
  }
}

test('with the database stopped or standing still pages come from memory, forms come back, and all recovers by itself', async () => {
  const server = await startPostgres();
  const app = await startApp({ empty: true, databaseUrl: server.url });
  try {
    expect([await statusOf(app, '/healthz'), await statusOf(app, '/readyz'), await statusOf(app, '/gminy')]).toEqual([
      200, 200, 200,
    ]);
    // Addresses that nobody asked for before: what is in memory would come from there.
    for (const { unseen, unseenFile, away, back } of [
      {
        unseen: '/en/konsultacje',
        unseenFile: '/kanaly/oceny.atom',
        away: () => server.halt(),
        back: () => server.restart(),
      },
      {
        unseen: '/en/gminy',
        unseenFile: '/en/kanaly/oceny.atom',
        away: async () => server.freeze(),
        back: async () => server.resume(),
      },
    ]) {
      await away();
      // Who asks first may have to wait until it is clear that nothing will come; a bound ends that.
      const first = await post(app, '/logowanie', form);
      expect(first.status).toBe(503);
      await until(app, '/readyz', 503);
      expect(await statusOf(app, '/healthz')).toBe(200);
      const kept = await fetch(`${app.baseUrl}/gminy`);
      expect([kept.status, kept.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(await kept.text()).toMatch(/Stan z\s\d\d[.:]\d\d, baza chwilowo niedostępna\./);
      const page = await fetch(app.baseUrl + unseen);
      const html = await page.text();
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10']);
      expect(html).toContain('The database does not answer at the moment');
      expect(html).toContain(page.headers.get('x-request-id') ?? 'none');
      const again = await post(app, '/logowanie?next=%2Fkonto', form);
      expect(again.status).toBe(503);
      expect(again.html).toContain(words);
      expect(again.html).toMatch(/Nic z\stego formularza nie zostało zapisane/);
      expect(again.html).not.toContain('not a real one');
      expect(again.html).toContain('action="/logowanie?next=%2Fkonto"');
      const problem = await fetch(`${app.baseUrl}/api/v1/municipalities?lang=en&limit=${unseen.length}`);
      expect([problem.status, problem.headers.get('content-type'), problem.headers.get('retry-after')]).toEqual([
        503,
        'application/problem+json; charset=utf-8',
        '10',
      ]);
      const file = await fetch(app.baseUrl + unseenFile);
      expect([file.status, file.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
      await back();
      await until(app, '/readyz', 200);
      await until(app, unseen, 200);
      expect(await (await fetch(`${app.baseUrl}/gminy`)).text()).not.toContain('Stan z');
    }
    // One line for a request that failed, with its name, and nothing of what was typed.
    const lines = app
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { level: string; msg: string; requestId?: string });
    const named = lines.filter((line) => line.requestId).map((line) => line.requestId);
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named).size).toBe(named.length);
    expect(app.output()).not.toContain('nobody@example.org');
  } finally {
    await app.stop();
    await server.stop();
  }
});

/** A form that the program has begun to receive (it says so: 100 Continue); its words are sent by `finish`. */
function halfSent(app: AppServer, agent: Agent) {
  const body = new URLSearchParams({ email: 'nobody@example.org', password: 'wrong password 1' }).toString();
  const sent = httpRequest(`${app.baseUrl}/logowanie`, {
    method: 'POST',
    agent,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': body.length,
      Expect: '100-continue',
    },
  });
  const arrived = new Promise<void>((resolve) => sent.once('continue', resolve));
  const answered = new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    sent.on('error', reject).on('response', (answer) =>
      answer
        .on('error', reject)
        .on('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection }))
        .resume(),
    );
  });
  sent.flushHeaders();
  return { arrived, answered, finish: () => void sent.end(body) };
}

test('SIGTERM lets forms that are being received be answered, takes no new ones, and ends with 0', async () => {
  const app = await startApp({ empty: true });
  try {
    const agent = new Agent({ keepAlive: true });
    const forms = Array.from({ length: 8 }, () => halfSent(app, agent));
    await Promise.all(forms.map(({ arrived }) => arrived));
    app.signal('SIGTERM');
    await pause(300);
    // A new connection; one that is kept from before would still be answered.
    await expect(request.newContext().then((fresh) => fresh.get(`${app.baseUrl}/healthz`))).rejects.toThrow(
      /ECONNREFUSED/,
    );
    for (const { finish } of forms) finish();
    expect(await Promise.all(forms.map(({ answered }) => answered))).toEqual(
      forms.map(() => ({ status: 400, connection: 'close' })),
    );
    expect(await app.ended).toBe(0);
  } finally {
    await app.stop();
  }
});

test('a second signal ends the program at once', async () => {
  const app = await startApp({ empty: true });
  try {
    const { arrived, answered } = halfSent(app, new Agent());
    const cut = answered.catch(() => 'cut');
    await arrived;
    app.signal('SIGTERM');
    await pause(100);
    app.signal('SIGTERM');
    expect(await app.ended).toBe(143);
    expect(await cut).toBe('cut');
  } finally {
    await app.stop();
  }
});
