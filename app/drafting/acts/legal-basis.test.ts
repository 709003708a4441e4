import { expect, test } from 'vitest';
import { withLegalBasis } from './legal-basis.ts';

const head = {
  title: 'Uchwała',
  legalBasis: 'Na podstawie art. 5 ustawy uchwala się, co następuje:',
  before: 'UCHWAŁA NR 1\n\nNa podstawie art. 5\nustawy uchwala się, co następuje:\n\nRADA',
  reasons: null,
};

test('a legal basis is put where the other stood, whatever its lines, and nothing else changes', () => {
  expect(withLegalBasis(head, 'Na podstawie art. 6 ustawy:')).toEqual({
    ...head,
    legalBasis: 'Na podstawie art. 6 ustawy:',
    before: 'UCHWAŁA NR 1\n\nNa podstawie art. 6 ustawy:\n\nRADA',
  });
  expect(withLegalBasis(head, head.legalBasis)).toBe(head);
});

test('an act without one gets it at the end of its head', () => {
  const bare = { title: 'Uchwała', legalBasis: '', before: 'UCHWAŁA', reasons: null };
  expect(withLegalBasis(bare, 'Na podstawie art. 6:').before).toBe('UCHWAŁA\n\nNa podstawie art. 6:');
});
