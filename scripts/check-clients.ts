/**
 * `npm run check:clients`: programs that nobody here wrote read what the program gives out, and a table says what they make
 * of it. Not part of the tests: the clients come from the npm registry, each in the version named here. BASE_URL names a
 * program that runs already; without it one is started with the demonstration set.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Db } from '#app/db/client.server.ts';
import { databasePlaces, openDatabase } from '#app/db/open.server.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { letterKind } from '#app/mail/sender.server.ts';
import { smtpSender } from '#app/mail/smtp.server.ts';
import { startApp } from '#tests/setup/app-server.ts';
import { freePort } from '#tests/setup/free-port.ts';
import { startMailServer } from '#tests/setup/mail-server.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'paragraf-clients-'));

/** Programs that are run as they are. */
const programs = {
  redocly: '@redocly/cli@2.77.0',
  spectral: '@stoplight/spectral-cli@6.16.3',
  prism: '@stoplight/prism-cli@5.16.0',
} as const;
/** Libraries that a check asks. */
const libraries = [
  'rss-parser@3.13.0',
  'ical.js@2.2.1',
  'node-ical@0.27.2',
  'n3@2.13.12',
  'csv-parse@7.0.3',
  'fast-xml-parser@5.12.1',
];

type Check = { client: string; what: string; look: (at: Site) => Promise<string> };
type Site = { base: string; text: (path: string) => Promise<string>; json: (path: string) => Promise<Json> };
/** What came from outside: a check looks at what it needs. */
type Json = ReturnType<JSON['parse']>;

const load = createRequire(join(folder, 'package.json'));

function must(holds: unknown, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Ends with the program's own words where it complains. */
async function npx(program: string, ...args: string[]): Promise<string> {
  try {
    const { stdout, stderr } = await run('npx', ['--yes', program, ...args], { cwd: folder, maxBuffer: 1 << 26 });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${stdout}\n${stderr}`.trim() || String(error), { cause: error });
  }
}

async function openApiFile({ text }: Site): Promise<string> {
  const path = join(folder, 'openapi.json');
  writeFileSync(path, await text('/api/v1/openapi.json'));
  return path;
}

async function firstSlug({ json }: Site): Promise<string> {
  return (await json('/api/v1/consultations?limit=1')).items[0].slug;
}

async function firstEdition({ json }: Site): Promise<{ slug: string; teryt: string }> {
  const { slug } = (await json('/api/v1/editions')).items[0];
  const [row] = (await json(`/oceny/${slug}.json`)).municipalities;
  return { slug, teryt: row.teryt };
}

/** Answers of the interface as a proxy lets them through that holds each against the description. */
async function throughProxy(site: Site): Promise<string> {
  const [file, port] = [join(folder, 'proxied.json'), await freePort()];
  writeFileSync(file, JSON.stringify({ ...(await site.json('/api/v1/openapi.json')), servers: [{ url: '/' }] }));
  const proxy = spawn(
    'npx',
    ['--yes', programs.prism, 'proxy', file, `${site.base}/api/v1`, '--errors', '-p', String(port)],
    {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
    },
  );
  try {
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    for (let second = 0; second < 120 && !(await ask('/consultations').catch(() => null)); second += 1)
      await new Promise((resolve) => setTimeout(resolve, 1000));
    const slug = await firstSlug(site);
    const edition = await firstEdition(site);
    const paths = [
      '/consultations',
      ...[
        '',
        '/versions',
        '/versions/1',
        '/clauses',
        '/clauses/1',
        '/remarks',
        '/remarks/1',
        '/rulings',
        '/reports',
      ].map((end) => `/consultations/${slug}${end}`),
      '/consultations/nie-ma',
      '/municipalities?limit=3',
      `/municipalities/${edition.teryt}`,
      '/methodologies',
      '/editions',
      ...['', '/scores', `/scores/${edition.teryt}`, `/scores/${edition.teryt}/evidence`].map(
        (end) => `/editions/${edition.slug}${end}`,
      ),
    ];
    for (const path of paths) {
      const answer = await ask(path);
      const said = await answer.text();
      must(
        !/#(?:VIOLATIONS|UNPROCESSABLE_ENTITY|NO_PATH_MATCHED_ERROR)|"violations"/.test(said),
        `${path}: ${said.slice(0, 600)}`,
      );
    }
    return `${paths.length} answers as described`;
  } finally {
    process.kill(-proxy.pid!, 'SIGTERM');
  }
}

/** Whole seconds of a moment, as calendars and feeds keep it. */
const isMoment = (value: unknown): boolean => !Number.isNaN(new Date(String(value)).getTime());

const calendars = [
  async (site: Site) => `/konsultacje/${await firstSlug(site)}.ics`,
  async ({ json }: Site) => `/gminy/${(await json('/api/v1/consultations?limit=1')).items[0].municipality.teryt}.ics`,
];
const feeds = [
  async (site: Site) => `/konsultacje/${await firstSlug(site)}.atom`,
  async () => '/kanaly/stanowiska.atom',
  async () => '/en/kanaly/oceny.atom',
];

const checks: Check[] = [
  {
    client: programs.redocly,
    what: 'OpenAPI',
    look: async (site) => {
      await npx(programs.redocly, 'lint', await openApiFile(site), '--extends=recommended');
      return 'valid';
    },
  },
  {
    client: programs.spectral,
    what: 'OpenAPI',
    look: async (site) => {
      const rules = join(folder, 'spectral.json');
      writeFileSync(rules, JSON.stringify({ extends: ['spectral:oas'] }));
      await npx(programs.spectral, 'lint', await openApiFile(site), '-r', rules, '--fail-severity=warn');
      return 'no warnings';
    },
  },
  { client: programs.prism, what: 'API, through its proxy', look: throughProxy },
  ...feeds.map((path, at): Check => ({
    client: libraries[0]!,
    what: `Atom ${at + 1}`,
    look: async (site) => {
      const Parser = load('rss-parser');
      const feed = await new Parser().parseString(await site.text(await path(site)));
      must(feed.title && feed.items.length > 0, 'no title or no entries');
      const ids = new Set(feed.items.map((item: { id: string }) => item.id));
      must(ids.size === feed.items.length, 'two entries with one id');
      for (const item of feed.items) must(item.title && item.link && isMoment(item.isoDate), `entry ${item.id}`);
      return `${feed.items.length} entries`;
    },
  })),
  ...calendars.flatMap((path, at): Check[] => [
    {
      client: libraries[1]!,
      what: `iCalendar ${at + 1}`,
      look: async (site) => {
        const { default: ical } = (await import(load.resolve('ical.js'))) as Json;
        const component = new ical.Component(ical.parse(await site.text(await path(site))));
        const events = component.getAllSubcomponents('vevent');
        for (const event of events)
          for (const name of ['uid', 'dtstamp', 'dtstart', 'summary', 'sequence', 'last-modified'])
            must(event.hasProperty(name), `an event without ${name}`);
        return `${events.length} events`;
      },
    },
    {
      client: libraries[2]!,
      what: `iCalendar ${at + 1}`,
      look: async (site) => {
        const { sync } = load('node-ical');
        const events = Object.values(sync.parseICS(await site.text(await path(site)))).filter(
          (each: Json) => each.type === 'VEVENT',
        ) as { start: Date; end?: Date; summary: unknown }[];
        must(events.length > 0, 'no events');
        for (const { start, end } of events) must(!end || end >= start, 'an event that ends before it begins');
        return `${events.length} events`;
      },
    },
  ]),
  ...['/katalog.ttl', ''].map((path, at): Check => ({
    client: libraries[3]!,
    what: at === 0 ? 'DCAT catalogue' : 'DCAT of an edition',
    look: async (site) => {
      const { Parser } = load('n3');
      const at = path || `/oceny/${(await firstEdition(site)).slug}.ttl`;
      const triples = new Parser().parse(await site.text(at)) as {
        predicate: { value: string };
        object: { value: string };
      }[];
      const of = (name: string) => triples.filter(({ predicate }) => predicate.value.endsWith(name));
      must(of('dcat#dataset').length + of('dcat#distribution').length > 0, 'neither dataset nor distribution');
      for (const { object } of [...of('dcat#downloadURL')].slice(0, 5)) {
        const answer = await fetch(object.value.replace(/^https?:\/\/[^/]+/, site.base));
        must(answer.ok, `${object.value} answers ${answer.status}`);
      }
      return `${triples.length} triples`;
    },
  })),
  {
    client: libraries[4]!,
    what: 'CSVW of an edition',
    look: async (site) => {
      const { parse } = load('csv-parse/sync');
      const { slug } = await firstEdition(site);
      const about = await site.json(`/oceny/${slug}.csv-metadata.json`);
      const tables = about.tables ?? [about];
      for (const table of tables) {
        const rows = parse(await site.text(new URL(table.url, `${site.base}/oceny/`).pathname), {
          bom: true,
        }) as string[][];
        const named = table.tableSchema.columns.map(
          (column: Json) => [column.titles?.pl ?? column.titles ?? column.name].flat()[0],
        );
        const plain = table.tableSchema.columns.map(({ name }: { name: string }) => name);
        must(
          [named, plain].some((names) => String(names) === String(rows[0])),
          `columns of ${table.url}`,
        );
        must(
          rows.every((row) => row.length === rows[0]!.length),
          `a row of ${table.url} has another length`,
        );
      }
      return `${tables.length} tables`;
    },
  },
  {
    client: libraries[5]!,
    what: 'sitemap',
    look: async (site) => {
      const { XMLParser } = load('fast-xml-parser');
      const read = (text: string) =>
        new XMLParser({ isArray: (name: string) => ['sitemap', 'url'].includes(name) }).parse(text);
      const parts = read(await site.text('/sitemap.xml')).sitemapindex.sitemap as { loc: string }[];
      let count = 0;
      for (const { loc } of parts) {
        const urls = read(await site.text(new URL(loc).pathname)).urlset?.url ?? [];
        count += urls.length;
        for (const { loc: page } of urls.slice(0, 3)) {
          const answer = await fetch(site.base + new URL(page).pathname);
          must(answer.ok, `${page} answers ${answer.status}`);
        }
      }
      return `${count} addresses in ${parts.length} parts`;
    },
  },
  {
    client: 'discovery by the head of the page',
    what: 'oEmbed',
    look: async (site) => {
      const { slug, teryt } = await firstEdition(site);
      for (const path of [`/oceny/${slug}`, `/oceny/${slug}/${teryt}`]) {
        const links = (await site.text(path)).split('<link ').slice(1);
        const link = links
          .map((each) => each.slice(0, each.indexOf('>')))
          .find((each) => each.includes('application/json+oembed'));
        const href = link?.split('href="')[1]?.split('"')[0]?.replaceAll('&amp;', '&');
        must(href, `${path} names no oEmbed`);
        const { pathname, search } = new URL(href);
        const answer = await site.json(pathname + search);
        must(answer.version === '1.0' && answer.type === 'rich', 'version or type');
        must(answer.html && answer.width > 0 && answer.height > 0, 'html, width and height of a rich answer');
        const picture = await fetch(site.base + new URL(answer.thumbnail_url).pathname);
        must(picture.headers.get('content-type') === 'image/png', 'the thumbnail is no picture');
      }
      return 'edition and scorecard';
    },
  },
];

type Read = {
  kind: string;
  mail: ParsedMail;
  /** What the program knows of the letter, to be found again in it. */
  row: { subject: string; body: string; locale: string; leaveUrl: string | null; replyTo: string | null };
};

/** Every letter that the demonstration wrote, given to a mail server as the program gives it, and read there by another program. */
async function readLetters(db: Db): Promise<Read[]> {
  const rows = await db.mailMessage.findMany({ orderBy: { id: 'asc' } });
  const offices = await db.officeDetails.findMany({ select: { teryt: true, email: true } });
  const { port, received, close } = await startMailServer();
  const smtp = smtpSender(`smtp://127.0.0.1:${port}?ignoreTLS=true`, undefined);
  const read: Read[] = [];
  try {
    for (const { id, toEmail, subject, body, locale, leaveUrl, dedupeKey, toOffice, teryt } of rows) {
      const replyTo = (toOffice && offices.find((office) => office.teryt === teryt)?.email) || null;
      await smtp.send({ id, to: toEmail, subject, text: body, locale: asLocale(locale), replyTo, leaveUrl });
      read.push({
        kind: letterKind(dedupeKey),
        mail: await simpleParser(received.at(-1)!),
        row: { subject, body, locale, leaveUrl, replyTo },
      });
    }
  } finally {
    smtp.close();
    await close();
  }
  return read;
}

/** Words as one line, for two forms of them. */
const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();

const letterChecks: { what: string; look: (each: Read) => boolean }[] = [
  {
    what: 'two forms, the same words',
    look: ({ mail, row }) =>
      plain(mail.text ?? '') === plain(row.body) && String(mail.html).includes('<h1') && mail.subject === row.subject,
  },
  {
    what: 'Content-Language',
    look: ({ mail, row }) =>
      mail.headers.get('content-language') === row.locale && String(mail.html).includes(`<html lang="${row.locale}">`),
  },
  { what: 'Reply-To', look: ({ mail, row }) => (mail.replyTo?.value[0]?.address ?? null) === row.replyTo },
  {
    what: 'List-Unsubscribe',
    look: ({ mail, row }) => {
      const list = mail.headers.get('list') as
        | { unsubscribe?: { url: string }; 'unsubscribe-post'?: unknown }
        | undefined;
      return row.leaveUrl === null
        ? list === undefined
        : list?.unsubscribe?.url === row.leaveUrl && list['unsubscribe-post'] !== undefined;
    },
  },
  { what: 'Auto-Submitted', look: ({ mail }) => mail.headers.get('auto-submitted') === 'auto-generated' },
  {
    what: 'links absolute',
    look: ({ mail }) =>
      [...String(mail.html).matchAll(/href="([^"]*)"/g)].every(([, href]) => href!.startsWith(publicUrl())),
  },
];

/** A row for each check: letters of how many kinds pass it. */
async function checkLetters(folder: string): Promise<string[][]> {
  // Letters name the address that the program had.
  process.env.PORT = new URL(base).port;
  const opened = await openDatabase({ ...databasePlaces(join(import.meta.dirname, '..')), folder, url: undefined });
  try {
    const letters = await readLetters(opened.db);
    const kinds = new Set(letters.map(({ kind }) => kind));
    const listed = letters.filter(({ row }) => row.leaveUrl !== null).length;
    return letterChecks.map(({ what, look }) => {
      const wrong = [...new Set(letters.filter((each) => !look(each)).map(({ kind }) => kind))];
      if (wrong.length > 0) failed += 1;
      const said =
        letters.length === 0
          ? 'FAULT: no letters'
          : `ok: ${letters.length} letters of ${kinds.size} kinds, ${listed} of a list`;
      return ['mailparser', `mail: ${what}`, wrong.length === 0 ? said : `FAULT: ${wrong.join(', ')}`];
    });
  } finally {
    await opened.close();
  }
}

const given = process.env.BASE_URL;
const data = join(folder, 'data');
const app = given ? null : await startApp({ keptFolder: data });
const base = given ?? app!.baseUrl;
const text = async (path: string): Promise<string> => {
  const answer = await fetch(base + path);
  must(answer.ok, `${path} answers ${answer.status}`);
  return answer.text();
};
const site: Site = { base, text, json: async (path) => JSON.parse(await text(path)) };
let failed = 0;
try {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  await run('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...libraries], { cwd: folder });
  const rows = [['client', 'interface', 'verdict']];
  for (const { client, what, look } of checks) {
    const verdict = await look(site).then(
      (said) => `ok: ${said}`,
      (error: unknown) => ((failed += 1), `FAULT: ${(error as Error).message}`),
    );
    rows.push([client, what, verdict]);
  }
  // The embedded database belongs to one process at a time.
  await app?.stop();
  if (app) rows.push(...(await checkLetters(data)));
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]!.length)));
  for (const [client, what, verdict] of rows)
    console.log(`${client!.padEnd(widths[0]!)}  ${what!.padEnd(widths[1]!)}  ${verdict}`);
} finally {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) process.exitCode = 1;
