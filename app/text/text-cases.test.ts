import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LINT_CASES } from './fixtures/lint-cases.ts';
import { MARK_CASES } from './fixtures/mark-cases.ts';
import { REFERENCE_CASES } from './fixtures/reference-cases.ts';
import { judgeCase, type TextCase } from './testing/judge.ts';

const beside = join(process.cwd(), '..', 'shared', 'data', 'text-cases.json');
const shared = existsSync(beside) ? (JSON.parse(readFileSync(beside, 'utf8')) as TextCase[]) : [];

test.each([...MARK_CASES, ...REFERENCE_CASES, ...LINT_CASES].map((one) => [one.kind, one.id, one] as const))(
  '%s: %s',
  (_kind, _id, one) => {
    expect(judgeCase(one)).toEqual([]);
  },
);

test.skipIf(shared.length === 0)('every case that lies beside the project is read as it says', () => {
  expect(shared.map((one) => [one.id, judgeCase(one)]).filter(([, wrong]) => wrong!.length > 0)).toEqual([]);
});
