import { expect, test } from 'vitest';
import { warsawEnd, warsawInstant } from '#app/i18n/dates.ts';
import { shortTerm, termDays, termRuleOf } from './legal-term.ts';

const dates = (from: string, to: string) => ({
  opensAt: warsawInstant(from, '00:00')!,
  closesAt: warsawEnd(to, '23:59')!,
});

test('a term is counted in whole days of Poland, its last one included, over both changes of the clock', () => {
  expect(termDays(dates('2026-11-02', '2026-11-02'))).toBe(1);
  expect(termDays(dates('2026-11-02', '2026-11-29'))).toBe(28);
  expect(termDays(dates('2026-10-10', '2026-11-06'))).toBe(28);
  expect(termDays(dates('2026-03-16', '2026-04-12'))).toBe(28);
  expect(termDays({ ...dates('2026-11-02', '2026-11-29'), opensAt: warsawInstant('2026-11-02', '12:00')! })).toBe(27);
});

test('a local plan has the term of the statute, anything else that of the municipality, or none', () => {
  const local = { termDays: 21, termSource: '§ 4 uchwały nr 12', termCheckedOn: '2026-11-01' };
  const short = dates('2026-11-02', '2026-11-20');
  expect(shortTerm(short, termRuleOf('plan', local))).toEqual({ by: 'statute', days: 28, given: 19 });
  expect(shortTerm(short, termRuleOf('other', local))).toMatchObject({
    by: 'local',
    days: 21,
    source: '§ 4 uchwały nr 12',
  });
  expect(shortTerm(short, termRuleOf('other', { ...local, termDays: null }))).toBeNull();
  expect(shortTerm(short, termRuleOf('other', null))).toBeNull();
  expect(shortTerm(dates('2026-11-02', '2026-11-29'), termRuleOf('plan', null))).toBeNull();
});
