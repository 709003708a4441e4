import { expect, test } from 'vitest';
import { AppError, notFound } from '#app/errors/app-error.ts';
import { answering, localPath, seeOther } from './responses.server.ts';

test('only addresses of this site are followed', () => {
  for (const path of ['/', '/konto', '/en/gminy?q=a#b', '/konsultacje/%C4%85'])
    expect(localPath(path, '/x')).toBe(path);
  for (const path of [
    '',
    null,
    undefined,
    'konto',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\\b',
    '\n/konto',
    '/\u0000',
  ]) {
    expect(localPath(path, '/x'), String(path)).toBe('/x');
  }
});

test('an address that is followed stays on this site', () => {
  for (const path of ['/.//evil.example', '/..//evil.example', '/@evil.example', '/:80']) {
    expect(new URL(localPath(path, '/'), 'https://paragraf.example').host).toBe('paragraf.example');
  }
});

test('after a form the reader is sent on with 303', () => {
  const response = seeOther('/konto');
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/konto']);
});

test('an expected failure becomes a response with its status and without its detail', async () => {
  const failing = answering(new Request('http://localhost/x'), () => Promise.reject(notFound('row 5 of somebody')));
  const thrown: unknown = await failing.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toMatchObject({ data: { code: 'not-found' }, init: { status: 404 } });
  expect(JSON.stringify(thrown)).not.toContain('row 5');
});

test('other failures go on as they are', async () => {
  const bug = new TypeError('bug');
  await expect(answering(new Request('http://localhost/x'), () => Promise.reject(bug))).rejects.toBe(bug);
  expect(new AppError('too-many').status).toBe(429);
});
