import { expect, test } from 'vitest';
import { help, readArguments } from './arguments.ts';

test.each([
  [
    ['grant', 'Ewa@Example.pl', 'official', '2464011'],
    { command: 'grant', email: 'ewa@example.pl', order: { role: 'official', teryt: '2464011' } },
  ],
  [
    ['revoke', 'e@example.pl', 'representative', 'Koło Łąka'],
    { command: 'revoke', email: 'e@example.pl', order: { role: 'representative', organisationName: 'Koło Łąka' } },
  ],
  [
    ['grant', 'e@example.pl', 'lead', 'straznicy'],
    { command: 'grant', email: 'e@example.pl', order: { role: 'lead', team: 'straznicy' } },
  ],
  [['grant', 'e@example.pl', 'admin'], { command: 'grant', email: 'e@example.pl', order: { role: 'admin' } }],
  [
    ['create-user', 'e@example.pl', 'Ewa Lis', 'en'],
    { command: 'create-user', email: 'e@example.pl', displayName: 'Ewa Lis', locale: 'en' },
  ],
  [
    ['create-team', 'straznicy', 'Strażnicy', 'a@example.pl'],
    { command: 'create-team', slug: 'straznicy', name: 'Strażnicy', contact: 'a@example.pl' },
  ],
  [['import-terc', 'TERC.csv'], { command: 'import-terc', file: 'TERC.csv' }],
  [[], { command: 'help' }],
])('%j is understood', (words, value) => {
  expect(readArguments(words)).toEqual({ ok: true, value });
});

test.each([
  [['dance'], /unknown command "dance"/],
  [['grant'], /no e-mail address/],
  [['grant', 'nobody'], /"nobody" is not an e-mail address/],
  [['grant', 'e@example.pl'], /no role given/],
  [['grant', 'e@example.pl', 'king'], /unknown role "king"/],
  [['grant', 'e@example.pl', 'official', '24640'], /TERYT is "24640", seven digits expected/],
  [['grant', 'e@example.pl', 'representative', 'Koło', 'Łąka'], /in quotes/],
  [['grant', 'e@example.pl', 'admin', '2464011'], /admin has no scope/],
  [['grant', 'e@example.pl', 'member'], /no team given/],
  [['create-user', 'e@example.pl'], /a name is missing/],
  [['create-user', 'e@example.pl', 'Ewa', 'de'], /neither pl nor en/],
  [['create-team', 'Ż', 'Nazwa', 'kontakt'], /cannot stand in an address/],
  [['import-terc'], /no file given/],
  [['user', 'e@example.pl', 'x'], /too many words/],
])('%j is refused by name', (words, message) => {
  const read = readArguments(words);
  expect(read.ok).toBe(false);
  expect(read.ok ? '' : read.message).toMatch(message);
});

test('help names every command', () => {
  for (const command of ['grant', 'revoke', 'user', 'create-user', 'create-team', 'import-terc', 'help'])
    expect(help).toContain(`  ${command}`);
});
