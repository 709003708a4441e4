import { expect, test } from 'vitest';
import { takeComplaints } from '#tests/setup/vitest.ts';
import { tokenPrefix } from '#app/api/tokens/token-rules.ts';
import { makeSecret } from '#app/people/secrets.server.ts';
import { errorFields } from './error-line.ts';
import { log, logFailure } from './log.server.ts';
import { loggedPath } from './logged-path.ts';
import { readableLine } from './readable-line.ts';
import { asRequest } from './request-context.server.ts';
import { routeFiles } from '../../scripts/route-files.mjs';

const canary = 'Tajny-Klucz_0123456789abcdefABCDEF';

test('no secret of an address reaches the log, whichever page it opens', () => {
  const routes = [...routeFiles().keys()].filter((name) => /\$(token|secret)\b/.test(name));
  expect(routes.length).toBeGreaterThan(5);
  for (const name of routes) {
    const segments = name
      .replace(/\.tsx?$/, '')
      .replaceAll('[.]', '\u0001')
      .split('.')
      .filter((part) => part !== '_index');
    const path = segments
      .map((part) =>
        /\$(token|secret)/.test(part) ? canary : part === '($lang)' ? 'en' : part.replace(/_$/, '').replace(/^\$/, 'x'),
      )
      .join('/')
      .replaceAll('\u0001', '.');
    for (const address of [
      `/${path}`,
      `/${path.toUpperCase().replace(canary.toUpperCase(), canary)}`,
      `/${path}?next=1`,
      `//${path.replaceAll('/', '//')}`,
      `/${path}.data`,
    ]) {
      expect(loggedPath(address), address).not.toContain(canary);
    }
  }
});

test('an ordinary address stays readable, and what was asked does not go into the log', () => {
  expect(loggedPath('/konsultacje/zasady/uwagi/12?q=Jan+Kowalski')).toBe('/konsultacje/zasady/uwagi/12');
  expect(loggedPath('/%68aslo/abc')).toBe('/%68aslo/…');
  // A key of the interface, or the secret of a link, put where none belongs.
  const { secret } = makeSecret();
  for (const key of [`${tokenPrefix}${secret}`, secret, `${secret}.json`])
    expect(loggedPath(`/api/v1/${key}`)).toBe('/api/v1/…');
  expect(loggedPath(`/pliki/ocena-gmin-2025/${'0a'.repeat(32)}`)).toBe(`/pliki/ocena-gmin-2025/${'0a'.repeat(32)}`);
  expect(loggedPath('/konto/jan@example.org')).toBe('/konto/…');
  expect(loggedPath('/%E0%A4%A')).toBe('/%E0%A4%A');
});

test('a failure of the database client is one sentence without values', () => {
  const error = Object.assign(
    new Error(
      '\nInvalid `db.user.create()` invocation in\n/app/x.ts:1:2\n\n→ 1 db.user.create(\nRaw query failed. Message: `bad value "Jan Kowalski" of jan@example.org`',
    ),
    { code: 'P2010' },
  );
  error.name = 'PrismaClientKnownRequestError';
  expect(errorFields(error)).toEqual({
    error: 'PrismaClientKnownRequestError',
    code: 'P2010',
    message: 'Raw query failed. Message: `bad value "…" of …@…',
  });
  expect(errorFields('x').message).toBe('x');
});

test('a request that fails twice leaves one line, and the line names the request', () => {
  asRequest('req-1', () => {
    logFailure('first', new Error('a'), { path: '/x' });
    logFailure('second', new Error('b'));
  });
  const [line, ...more] = takeComplaints();
  expect(more).toEqual([]);
  expect(line).toMatch(/^console\.error: \d\d:\d\d:\d\d error first requestId=req-1 path=\/x error=Error message=a$/);
});

test('outside of requests every failure is told', () => {
  log().warn({ count: 2 }, 'loop');
  logFailure('loop', new Error('a'));
  logFailure('loop', new Error('b'));
  expect(takeComplaints()).toHaveLength(3);
});

test('a readable line keeps values that are no text', () => {
  expect(readableLine('{"time":"2026-11-29T14:03:05.000Z","level":"info","msg":"sent","n":3}')).toEqual({
    text: '14:03:05 info  sent n=3',
    isTrouble: false,
  });
});
