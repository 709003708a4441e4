import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publicRoutes } from '#app/http/public-routes.ts';
import { routeFiles } from '../../scripts/route-files.mjs';

const files = new Map(
  [...routeFiles()].map(([name, path]) => [`routes/${name.replace(/\.tsx?$/, '')}`, readFileSync(path, 'utf8')]),
);
/** Readers of an address that routes share, and the parameters they read. */
const shared: [pattern: RegExp, names: string[]][] = [
  [/\bpageNumber\(url\)/, ['strona']],
  [/\btableResponse\(/, ['format']],
  [/\bissueOf\(/, ['wydanie']],
  [/\bwantedReport\(/, ['nr', 'stan']],
  [/\bredlineView\(/, ['widok']],
  [/\breadFilter\(/, ['stan', 'kanal', 'jednostka', 'grupa', 'q']],
  [/\breaderWeightsOf\(/, ['w-T']],
  [/\bcompareAxes\(/, ['x', 'y']],
  [/\bpairOf\(/, ['a', 'b']],
  [/\bgetEditionPage\(/, ['sort', 'typ', 'lud', 'woj', 'pasmo', 'q', 'w-T']],
];
const named = /(?:searchParams\.(?:get|getAll|has)\(|(?:versionNumber|pageNumber)\(url, )'([^']+)'/g;

test('every public route is a route, and declares every parameter that it reads', () => {
  for (const [id, { reads }] of publicRoutes) {
    const source = files.get(id);
    expect([id, source !== undefined]).toEqual([id, true]);
    const loader = source?.split(/export const action/)[0] ?? '';
    const read = [
      ...[...loader.matchAll(named)].map(([, name = '']) => name),
      ...shared.flatMap(([pattern, names]) => (pattern.test(loader) ? names : [])),
    ];
    // `ponownie` is for whoever wrote the letter, who is signed in.
    const missing = read.filter(
      (name) =>
        name !== 'ponownie' &&
        !reads.some(([declared]) => (typeof declared === 'string' ? declared === name : declared.test(name))),
    );
    expect([id, missing]).toEqual([id, []]);
  }
});

test('a route that is the same for everybody reads nothing of a person and has no frame of the site', () => {
  for (const [id, { forEverybody }] of publicRoutes) {
    if (!forEverybody) continue;
    expect([
      id,
      /getViewer|requireV|requireO|requireT|verifiedOrGuest|editionReader|Cookie|export default/.exec(
        files.get(id) ?? '',
      )?.[0],
    ]).toEqual([id, undefined]);
  }
});

test('offices, teams, accounts, letters and links with secrets are not public', () => {
  for (const id of publicRoutes.keys())
    expect(id).not.toMatch(
      /urzad|zespol|konto|skrzynka|logowanie|rejestracja|haslo|potwierdz|wyloguj|embargo|odpowiedz|pliki|wypisz|\$(?:token|secret)/,
    );
});
