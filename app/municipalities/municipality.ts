import { fold } from '#app/i18n/typography.ts';

export type MunicipalityKind = 'urban' | 'rural' | 'urban-rural';

/** A row of the register, as the database keeps it. */
export type RegisterRow = {
  /** Seven digits: voivodeship 2, county 2, municipality 2, kind 1. */
  teryt: string;
  name: string;
  kind: MunicipalityKind;
  county: string;
  countyRights: boolean;
  voivodeship: string;
  population: number | null;
  /** Square kilometres with two decimals, as text. */
  areaKm2: string | null;
  searchKey: string;
};

const kinds: Record<string, MunicipalityKind> = { '1': 'urban', '2': 'rural', '3': 'urban-rural' };

/** Kind by the seventh digit of a TERC code; null for parts of municipalities (4, 5, 8, 9) and anything else. */
export function kindOfCode(teryt: string): MunicipalityKind | null {
  return kinds[teryt.charAt(6)] ?? null;
}

/** Counties numbered from 61 are cities with county rights (miasta na prawach powiatu). */
export function hasCountyRights(teryt: string): boolean {
  return Number(teryt.slice(2, 4)) > 60;
}

/** What search reads: name and county without case and diacritics. */
export function searchKeyOf(name: string, county: string): string {
  return name === county ? fold(name) : `${fold(name)} ${fold(county)}`;
}
