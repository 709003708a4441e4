import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../scripts/test-steps.mjs';
import { takeComplaints } from '#tests/setup/vitest.ts';

test('a complaint on the console is noticed', () => {
  console.error('first');
  console.warn('second', 2);
  expect(takeComplaints()).toEqual(['console.error: first', 'console.warn: second 2']);
});

test('a test cannot leave this machine', async () => {
  expect(() => createConnection({ host: '192.0.2.1', port: 80 })).toThrow(/stay on this machine/);
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow();
});

test('tests of both runners are counted, also files that do not load', () => {
  const file = (status: string, ...tests: string[]) => ({
    name: `${process.cwd()}/app/${tests.length}.test.ts`,
    startTime: 1_000,
    endTime: 3_500,
    status,
    assertionResults: tests.map((one) => ({ status: one, fullName: one })),
  });
  const report = {
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed', 'skipped'), file('failed')],
  };
  expect(countVitest(report)).toEqual({
    passed: 2,
    failed: 2,
    skipped: ['skipped'],
    files: [2, 2, 0].map((tests) => ({ name: `app/${tests}.test.ts`, seconds: 2.5 })),
  });
  const specs = [
    { title: 'left out', tests: [{ status: 'skipped' }] },
    { title: 'done', tests: [{ status: 'expected', results: [{ duration: 1_500 }] }] },
  ];
  const browser = {
    stats: { expected: 3, unexpected: 1, flaky: 1 },
    errors: [{}],
    suites: [{ file: 'a.e2e.ts', specs: [], suites: [{ specs }] }],
  };
  expect(countPlaywright(browser)).toEqual({
    passed: 3,
    failed: 3,
    skipped: ['left out'],
    files: [{ name: 'tests/e2e/a.e2e.ts', seconds: 1.5 }],
  });
});
