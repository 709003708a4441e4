import { parse } from 'csv-parse/sync';
import { hasCountyRights, kindOfCode, searchKeyOf, type RegisterRow } from './municipality.ts';

type Line = { teryt: string; name: string; county: string; voivodeship: string; population: string; areaKm2: string };

/** Reads the register file that comes with the program. A line that cannot be read is an error: the file is ours. */
export function parseRegisterFile(text: string): RegisterRow[] {
  const lines = parse(text, { columns: true, comment: '#', comment_no_infix: true }) as Line[];
  return lines.map((line) => {
    const kind = kindOfCode(line.teryt);
    if (!/^\d{7}$/.test(line.teryt) || !kind) throw new Error(`register file: code ${line.teryt}`);
    return {
      teryt: line.teryt,
      name: line.name,
      kind,
      county: line.county,
      countyRights: hasCountyRights(line.teryt),
      voivodeship: line.voivodeship,
      population: line.population ? Number(line.population) : null,
      areaKm2: line.areaKm2 || null,
      searchKey: searchKeyOf(line.name, line.county),
    };
  });
}
