import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { createTransport } from 'nodemailer';
import { readMigrations } from '#app/db/migrate.server.ts';
import type { OpenOptions } from '#app/db/open.server.ts';
import { withPostgres } from '#app/db/postgres.server.ts';
import { admitsDemoPassword } from '#app/people/demo/demonstration.server.ts';
import { doorFile, lookCommand } from './answer-forwarded.server.ts';
import { forwardCommand } from './forward.server.ts';
import type { AdminAnswer } from './answers.ts';
import {
  checkClock,
  checkDisk,
  checkMemory,
  checkMigrations,
  checkMode,
  checkNode,
  checkSettings,
  finding,
  type Finding,
} from './checks.server.ts';
import { insideFindings, lookInside, type Inside } from './look-inside.server.ts';

/** Looks at everything an administrator can mend, and changes nothing. Exit code 1 when something is bad. */
export async function doctor(places: OpenOptions, env: NodeJS.ProcessEnv = process.env): Promise<AdminAnswer> {
  const findings = [
    checkNode(process.version),
    ...checkSettings(env),
    checkMemory({ heapLimit: getHeapStatistics().heap_size_limit, total: totalmem() }),
    ...(places.url ? await server(places.url, places.migrations, env) : await embedded(places.folder)),
    ...(await mail(env.SMTP_URL)),
    ...(await site(env.PUBLIC_URL)),
  ];
  const width = Math.max(...findings.map(({ name }) => name.length));
  const bad = findings.filter(({ state }) => state === 'bad').length;
  const lines = findings.map(({ state, name, text }) => `${state.padEnd(4)}  ${name.padEnd(width)}  ${text}`);
  return { code: bad > 0 ? 1 : 0, text: [...lines, '', bad > 0 ? `${bad} to mend.` : 'Nothing is bad.'].join('\n') };
}

async function server(url: string, migrations: string, env: NodeJS.ProcessEnv): Promise<Finding[]> {
  if (!/^postgres(ql)?:\/\//.test(url)) return [finding('bad', 'DATABASE_URL', 'must begin with postgres://')];
  try {
    return await withPostgres(url, async (runner) => {
      const [row] = await runner.query<{ now: Date; version: number }>(
        "select clock_timestamp() as now, current_setting('server_version_num')::int as version",
      );
      const here = Date.now();
      const [table] = await runner.query<{ is: boolean }>(
        `select to_regclass('public."_prisma_migrations"') is not null as is`,
      );
      const applied = table?.is
        ? await runner.query<{ name: string }>(
            'select migration_name as name from "_prisma_migrations" where finished_at is not null and rolled_back_at is null',
          )
        : [];
      const migrated = checkMigrations({
        known: readMigrations(migrations).map(({ name }) => name),
        applied: applied.map(({ name }) => name),
      });
      // Tables of another version may lack what is asked for.
      const inside =
        migrated.state === 'ok'
          ? insideFindings(await lookInside((sql) => runner.query(sql), { admitsDemo: admitsDemoPassword(env) }))
          : [];
      const major = Math.floor((row?.version ?? 0) / 10_000);
      return [
        finding(
          major >= 15 ? 'ok' : 'bad',
          'database',
          `PostgreSQL ${major}${major >= 15 ? '' : ' is too old; 15 or newer is needed'}`,
        ),
        checkClock(row ? (here - row.now.getTime()) / 1000 : 0),
        migrated,
        ...inside,
      ];
    });
  } catch (error) {
    return [
      finding(
        'bad',
        'database',
        `cannot be reached: ${error instanceof Error ? error.message.split('\n')[0] || error.name : 'no reason given'}`,
      ),
    ];
  }
}

async function embedded(folder: string): Promise<Finding[]> {
  let there = resolve(folder);
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = await statfs(there);
  const findings = [checkDisk({ free: bavail * bsize, folder })];
  if (!existsSync(join(folder, 'pglite')))
    return [...findings, finding('ok', 'database', `there is none in ${folder} yet; the first start makes it`)];
  findings.push(checkMode({ mode: statSync(folder).mode, path: folder }));
  if (!existsSync(doorFile(folder)))
    return [
      ...findings,
      finding(
        'ok',
        'database',
        'embedded; the program is not running: administrators and letters are looked at while it does',
      ),
    ];
  const looked = await forwardCommand(folder, { words: [lookCommand], file: null });
  if (looked.code !== 0) return [...findings, finding('warn', 'database', `embedded; ${looked.text}`)];
  return [
    ...findings,
    finding('ok', 'database', 'embedded; the program is running'),
    ...insideFindings(JSON.parse(looked.text) as Inside),
  ];
}

async function mail(url: string | undefined): Promise<Finding[]> {
  if (!url || !/^smtps?:\/\//.test(url)) return [];
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 });
  try {
    await transport.verify();
    return [finding('ok', 'mail server', 'answers and lets us in')];
  } catch (error) {
    return [
      finding(
        'bad',
        'mail server',
        `does not take letters: ${error instanceof Error ? error.message.split('\n')[0] : 'no reason given'}`,
      ),
    ];
  } finally {
    transport.close();
  }
}

/** The way from outside: the address that people use leads here. */
async function site(url: string | undefined): Promise<Finding[]> {
  if (!url || !URL.canParse(url)) return [];
  try {
    const answer = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
    const isOurs = answer.headers.has('X-Request-Id');
    if (answer.ok && isOurs) return [finding('ok', 'site', 'PUBLIC_URL leads to the program, and it is ready')];
    return [
      finding(
        isOurs ? 'bad' : 'warn',
        'site',
        isOurs
          ? `the program at PUBLIC_URL is not ready (${await answer.text()})`
          : `PUBLIC_URL answers ${answer.status}, and not as this program: look at the proxy`,
      ),
    ];
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return [
      finding(
        'warn',
        'site',
        `PUBLIC_URL does not answer from this machine (${reason}): the program may be stopped, or the proxy leads elsewhere`,
      ),
    ];
  }
}
