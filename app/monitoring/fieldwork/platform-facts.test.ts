import { expect, test } from 'vitest';
import { factsFor, type RecordedConsultation } from './platform-facts.ts';

const at = (text: string) => new Date(`${text}T12:00:00Z`);
const one: RecordedConsultation = {
  slug: 'zasady',
  title: 'Zasady konsultacji',
  opensAt: at('2026-03-01'),
  closesAt: at('2026-03-22'),
  answersDueAt: at('2026-04-21'),
  remarks: { open: 0, answered: 8 },
  lastAnswerAt: at('2026-04-10'),
  versions: 4,
  fromRemarks: 3,
};
const kinds = (indicator: string, changes: Partial<RecordedConsultation> = {}, now = at('2026-05-01')) =>
  factsFor(indicator, [{ ...one, ...changes }], now).map((fact) => fact.kind);

test('each indicator is offered the facts that serve it, the others none', () => {
  expect(factsFor('I03', [one], at('2026-05-01'))).toMatchObject([{ id: 'term:zasady', params: { days: 21 } }]);
  expect(kinds('I05')).toEqual(['answers']);
  expect(factsFor('I06', [one], at('2026-05-01'))[0]?.params).toEqual({ versions: 4, linked: 3 });
  expect(kinds('P05')).toEqual(['stage']);
  expect(kinds('T01')).toEqual([]);
  expect(kinds('constructor')).toEqual([]);
});

test('an overdue answer is a fact from its term on, a kept term only when all is answered in it', () => {
  const late = { remarks: { open: 2, answered: 6 } };
  expect(kinds('I05', late, at('2026-04-20'))).toEqual(['answers']);
  expect(kinds('I05', late)).toEqual(['answers', 'overdue']);
  expect(kinds('P06')).toEqual(['on-time']);
  expect(kinds('P06', { lastAnswerAt: at('2026-04-25') })).toEqual([]);
  expect(kinds('P06', late)).toEqual(['overdue']);
});

test('an untouched text is no evidence of changes', () => {
  expect(kinds('I06', { versions: 1, fromRemarks: 0 })).toEqual([]);
});
