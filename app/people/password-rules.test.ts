import { expect, test } from 'vitest';
import { passwordProblem } from './password-rules.ts';

const owner = { email: 'anna.zielinska@example.pl', displayName: 'Anna Zielińska' };

test('a sentence without figures and capitals will do', () => {
  expect(passwordProblem('cztery zielone parasole', owner)).toBeNull();
});

test('ten characters are enough and nine are not, counted as people count them', () => {
  expect(passwordProblem('grzbłyąśćż', owner)).toBeNull();
  expect(passwordProblem('grzbłyąść', owner)).toBe('error.password-short');
  expect(passwordProblem('😀😃😄😁😆😅🤣😂🙂', owner)).toBe('error.password-short');
});

test('over two hundred characters are refused before they are hashed', () => {
  expect(passwordProblem('abcde fghij '.repeat(17), owner)).toBe('error.password-long');
});

test.each(['aaaaaaaaaaaa', 'abababababab', '1111222233'])('%s repeats itself', (password) => {
  expect(passwordProblem(password, owner)).toBe('error.password-repeats');
});

test.each([
  '1234567890',
  'qwertyuiop',
  'Hasło1234567',
  'password2026!',
  'hasłohasło',
  'abcdefghijk',
  'POLSKA 2026 2026',
])('%s is tried first by whoever guesses', (password) => {
  expect(passwordProblem(password, owner)).toBe('error.password-common');
});

test.each(['Zielińska1985', 'anna.zielinska', 'AnnaZielinska!', 'zielinska-ania'])(
  '%s is made of the owner',
  (password) => {
    expect(passwordProblem(password, owner)).toBe('error.password-personal');
  },
);

test('a name inside a longer sentence is no problem', () => {
  expect(passwordProblem('zielińska lubi jeździć rowerem', owner)).toBeNull();
});
