import { expect, test } from 'vitest';
import { wordingHash, type HashedOperation } from './wording-hash.server.ts';

type Step = HashedOperation['wordings'][number];
const step = (kind: Step['kind'], after: string | null, version = 1): Step => ({ kind, version, after, rest: null });
const hash = (wordings: Step[], op: HashedOperation['op'] = 'replace', target: string | null = null) =>
  wordingHash([{ op, clauseId: 'c1', targetClauseId: target, wordings }]);
const filed = hash([step('filed', 'Co najmniej 21 dni.')]);

test('the words stay the same while they fit, collide or are in the text already', () => {
  expect(hash([step('filed', 'Co najmniej 21 dni.'), step('unchanged', 'Co najmniej 21 dni.', 2)])).toBe(filed);
  expect(hash([step('filed', 'Co najmniej 21 dni.'), step('conflict', null, 2)])).toBe(filed);
  expect(hash([step('filed', 'Co najmniej 21 dni.'), step('contained', 'Co najmniej 21 dni roboczych.', 2)])).toBe(
    filed,
  );
  expect(hash([step('filed', 'Co  najmniej\u00a021 dni.\n')])).toBe(filed);
});

test('other words are another wording, even when they return only later', () => {
  const adapted = hash([step('filed', 'Co najmniej 21 dni.'), step('adapted', 'Co najmniej 21 dni roboczych.', 2)]);
  expect(adapted).not.toBe(filed);
  expect(
    hash([
      step('filed', 'Co najmniej 21 dni.'),
      step('adapted', 'Co najmniej 21 dni roboczych.', 2),
      step('confirmed', 'Co najmniej 21 dni roboczych.', 2),
    ]),
  ).toBe(adapted);
  expect(
    hash([step('filed', 'Co najmniej 21 dni.'), step('adapted', 'x', 2), step('rewritten', 'Co najmniej 21 dni.', 3)]),
  ).toBe(filed);
});

test('a deletion is another one when what it strikes has changed; a move when its target differs', () => {
  const deletion = hash([step('filed', null)], 'delete');
  expect(hash([step('filed', null), step('unchanged', null, 2)], 'delete')).toBe(deletion);
  expect(hash([step('filed', null), step('adapted', null, 2)], 'delete')).not.toBe(deletion);
  expect(hash([step('filed', null)], 'move', 'c2')).not.toBe(hash([step('filed', null)], 'move', 'c3'));
});
