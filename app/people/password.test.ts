import { expect, test } from 'vitest';
import { hashPassword, noPassword, verifyPassword } from './password.server.ts';

test('a hash is argon2id and matches its own password only', async () => {
  const stored = await hashPassword('cztery zielone parasole');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, 'cztery zielone parasole')).toBe(true);
  expect(await verifyPassword(stored, 'cztery zielone parasolki')).toBe(false);
});

test('without an account or a password nothing matches, not even the words the stand-in was made of', async () => {
  expect(await verifyPassword(null, 'no account has this hash')).toBe(false);
  expect(await verifyPassword(noPassword, '!')).toBe(false);
});

test('an unknown account takes about as long as a wrong password', async () => {
  const stored = await hashPassword('cztery zielone parasole');
  await verifyPassword(null, 'x');
  const time = async (hash: string | null) => {
    const start = performance.now();
    for (let n = 0; n < 5; n += 1) await verifyPassword(hash, 'zupełnie inne słowa');
    return performance.now() - start;
  };
  const [unknown, wrong] = [await time(null), await time(stored)];
  expect(unknown).toBeGreaterThan(wrong / 3);
});
