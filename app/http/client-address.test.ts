import { expect, test } from 'vitest';
import { limitAccountForm } from './client-address.server.ts';

const from = (client: string) => new Request('http://localhost/logowanie', { method: 'POST', headers: { 'x-paragraf-client': client } });

function attempts(client: string, email: string, times: number): number {
  let taken = 0;
  for (let n = 0; n < times; n += 1) {
    try {
      limitAccountForm(from(client), 'sign-in', email);
      taken += 1;
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-many', status: 429 });
      expect(String(error)).not.toContain(email);
    }
  }
  return taken;
}

test('guessing one account from one connection ends after twenty attempts, and its owner elsewhere is not locked out', () => {
  expect(attempts('198.51.100.1', 'ewa@example.pl', 25)).toBe(20);
  expect(attempts('198.51.100.2', 'ewa@example.pl', 3)).toBe(3);
});

test('trying many accounts from one connection ends after sixty', () => {
  let taken = 0;
  for (let n = 0; n < 70; n += 1) taken += attempts('198.51.100.3', `osoba${n}@example.pl`, 1);
  expect(taken).toBe(60);
});
