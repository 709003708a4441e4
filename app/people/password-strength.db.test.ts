import { expect, test } from 'vitest';
import { testDb } from '#tests/setup/test-db.ts';
import { checkPassword } from './password-strength.server.ts';

const db = await testDb();
await db.municipality.createMany({
  data: ['Jurowice', 'Nowa Łąka', 'Łódź'].map((name, at) => ({
    teryt: `246401${at}`,
    name,
    kind: 'rural',
    county: 'x',
    voivodeship: 'x',
    searchKey: name.toLowerCase(),
    stateOn: '2026-01-01',
  })),
});
const owner = { email: 'anna.zielinska@poczta.example', displayName: 'Anna Zielińska' };
const check = (password: string) => checkPassword(db, password, owner);

test.each([
  'football123',
  'q1w2e3r4t5',
  'jurowice123',
  'Jur0w1ce!2026',
  'nowałąka2026',
  'lodz123456',
  'Warszawa2024!',
  'Kochanie123',
  'zaq12wsxcde',
  'mojehaslo123',
  'misiaczek1',
  'kasia1987!',
  'burmistrz2024',
  '1qaz2wsx3edc',
  'Zielinska!1985',
  'correcthorse',
  'paragraf2026',
  'haslo12345',
  'dupadupa12',
  '11.11.1918 11.11',
  'qwertyqwertyqwertyqwertyqwertyqwerty',
  'Słonecznik2024',
  'slonecznik12',
  'piłkanożna1',
  'BialoCzerwoni1',
  'Kasia Kasia',
  'kasia-KASIA-1',
  'niemahasla1',
  'tojestmojehaslo',
  'zaq1@WSXcde3',
  '!QAZ2wsx#EDC',
  '30.11.2026 30.11',
  '44051401458',
  '+48 600 700 800',
  'paſſword123',
  'ｐａｓｓｗｏｒｄ１',
  'nowa-łąka-2026',
  'burmistrz.jurowic',
  'Jurowice2026',
  'w.Jurowicach.1',
  'annazielinska85',
])('%s is refused with a sentence', async (password) => {
  expect(await check(password)).toMatch(/^error\.password-/);
});

test.each([
  'cztery zielone parasole',
  'grzbłyąśćż',
  'inne dobre słowa tutaj',
  'zielińska lubi jeździć rowerem',
  'kWq7-Rz0v-mU2x',
  'w jurowicach rosną trzy kasztany',
])('%s will do', async (password) => {
  expect(await check(password)).toBeNull();
});

test('length is asked before anything is read: a quarter of a megabyte is refused at once', async () => {
  const read = { count: 0 };
  const counting = new Proxy(db, {
    get: (target, name, self) =>
      name === 'municipality' ? ((read.count += 1), Reflect.get(target, name, self)) : Reflect.get(target, name, self),
  });
  for (const sign of ['a', 'ab1!', 'ż', '4@8'])
    expect(await checkPassword(counting, sign.repeat(256 * 1024), owner)).toBe('error.password-long');
  expect(read.count).toBe(0);
});
