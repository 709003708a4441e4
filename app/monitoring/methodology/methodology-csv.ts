import type { TableShape } from '#app/publishing/csv/table-shape.ts';
import { toCsv, type CsvCell } from '#app/publishing/csv/write-csv.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Methodology } from './methodology-schema.ts';

/** The table of indicators, a level a row, so that every level has its words in a cell of its own. Names of columns are English in both languages. */
export function methodologyCsv(methodology: Methodology, locale: Locale): string {
  const rows = methodology.indicators.flatMap((indicator) =>
    indicator.scale.levels.map((level): CsvCell[] => [
      methodology.id,
      methodology.version,
      indicator.area,
      methodology.areas.find(({ id }) => id === indicator.area)?.[locale] ?? '',
      indicator.id,
      indicator.weight,
      indicator.requirement,
      indicator.question[locale],
      level.value,
      indicator.scale.max,
      level[locale],
      indicator.evidence.minItems,
      indicator.evidence[locale],
      indicator.applicability,
    ]),
  );
  return toCsv(
    [
      'methodology',
      'version',
      'area',
      'area_name',
      'indicator',
      'weight',
      'requirement',
      'question',
      'level',
      'level_max',
      'level_words',
      'evidence_min',
      'evidence',
      'applicability',
    ],
    rows,
  );
}

export const methodologyShape: TableShape = { figures: ['weight', 'level', 'level_max', 'evidence_min'], days: [] };
