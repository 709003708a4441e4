import { expect, test } from 'vitest';
import { readMunicipalityLine } from './municipality-line.ts';

test('codes are read as spreadsheets leave them, too', () => {
  expect(readMunicipalityLine('0201022 Bolesławiec')).toEqual({ kind: 'code', codes: ['0201022'], start: null });
  expect(readMunicipalityLine('201022')).toEqual({ kind: 'code', codes: ['0201022'], start: '201022' });
  expect(readMunicipalityLine('20102')).toEqual({ kind: 'code', codes: [], start: '020102' });
});

test('a name may have its county with it, and a line may be a whole county or voivodeship', () => {
  expect(readMunicipalityLine(' gmina  Bolesławiec ')).toEqual({ kind: 'name', name: 'Bolesławiec', county: null });
  for (const line of ['Bolesławiec, bolesławiecki', 'Bolesławiec (powiat bolesławiecki)'])
    expect(readMunicipalityLine(line)).toEqual({ kind: 'name', name: 'Bolesławiec', county: 'bolesławiecki' });
  expect(readMunicipalityLine('Powiat brzeski, woj. opolskie')).toEqual({
    kind: 'county',
    county: 'brzeski',
    voivodeship: 'opolskie',
  });
  expect(readMunicipalityLine('województwo śląskie')).toEqual({ kind: 'voivodeship', voivodeship: 'śląskie' });
});
