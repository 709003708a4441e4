import { expect, test } from 'vitest';
import { parseTerc } from './parse-terc.ts';

const head = 'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA';
const parents = ['02;;;;DOLNOŚLĄSKIE;województwo;2026-01-01', '02;01;;;bolesławiecki;powiat;2026-01-01'];
const file = (...lines: string[]) => [head, ...parents, ...lines].join('\n');
const town = '02;01;01;1;Bolesławiec;gmina miejska;2026-01-01';

test('a municipality gets its names from the lines of its county and voivodeship', () => {
  const read = parseTerc(file(town));
  expect(read).toEqual({
    ok: true,
    value: {
      stateOn: '2026-01-01',
      rows: [
        {
          teryt: '0201011',
          name: 'Bolesławiec',
          kind: 'urban',
          county: 'bolesławiecki',
          countyRights: false,
          voivodeship: 'dolnośląskie',
          population: null,
          areaKm2: null,
          searchKey: 'boleslawiec boleslawiecki',
        },
      ],
    },
  });
});

test('the file as offices have it, with BOM, CRLF, quotes and empty lines, reads the same', () => {
  const plain = parseTerc(file(town));
  expect(
    parseTerc(`\uFEFF${file(town.replace('Bolesławiec', '"Bolesławiec"')).replaceAll('\n', '\r\n')}\r\n\r\n`),
  ).toEqual(plain);
});

test('types 1, 2 and 3 are municipalities; 4, 5, 8 and 9 are parts of them', () => {
  const read = parseTerc(
    file(...['1', '2', '3', '4', '5', '8', '9'].map((kind) => `02;01;0${kind};${kind};Nazwa;x;2026-01-01`)),
  );
  expect(read.ok && read.value.rows.map((row) => row.kind)).toEqual(['urban', 'rural', 'urban-rural']);
});

test('a city with county rights is known by its county number', () => {
  const read = parseTerc(
    file(
      '02;61;;;Jelenia Góra;miasto na prawach powiatu;2026-01-01',
      '02;61;01;1;Jelenia Góra;gmina miejska;2026-01-01',
    ),
  );
  expect(read.ok && read.value.rows[0]).toMatchObject({
    teryt: '0261011',
    countyRights: true,
    searchKey: 'jelenia gora',
  });
});

test.each([
  ['an empty file', '', 1, /empty/],
  ['another file', 'imie;nazwisko\nEwa;Lis', 1, /not a TERC file: no column WOJ/],
  ['a file with commas', file(town).replaceAll(';', ','), 1, /no column/],
  ['a municipality number of letters', file(town, '02;01;7x;2;Nowa;gmina wiejska;2026-01-01'), 5, /GMI is "7x"/],
  ['an unknown type', file('02;01;02;7;Nowa;gmina wiejska;2026-01-01'), 4, /RODZ is "7"/],
  ['a name left out', file('02;01;02;2;;gmina wiejska;2026-01-01'), 4, /NAZWA is empty/],
  ['a county without its line', file('02;02;01;2;Nowa;gmina wiejska;2026-01-01'), 4, /no line for county 0202/],
  ['a voivodeship without its line', file('04;01;01;2;Nowa;gmina wiejska;2026-01-01'), 4, /no line for voivodeship 04/],
  ['a code twice', file(town, town), 5, /0201011 stands there twice/],
  ['a date that is none', file(town.replace('2026-01-01', '1.01.2026')), 4, /STAN_NA is "1\.01\.2026"/],
  ['two dates', file(town.replace('2026', '2025')), 4, /STAN_NA is 2025-01-01, but 2026-01-01 above/],
  ['a line cut off', file('02;01;02'), 4, /./],
  ['no municipality at all', file(), 3, /no municipality/],
])('%s is refused with its line', (_what, text, line, message) => {
  const read = parseTerc(text);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.error.line).toBe(line);
  expect(read.error.message).toMatch(message);
});
