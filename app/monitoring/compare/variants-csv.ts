import { tableOf, type CsvColumn } from '../cards/csv.ts';
import type { EditionVariants, VariantRow } from './edition-variants.ts';

/** Ranks under every variant, one row per municipality. */
export function variantsTable(variants: EditionVariants): ReturnType<typeof tableOf> {
  return tableOf(variantsColumns(variants), variants.municipalities);
}

export function variantsColumns({ variants, edition, issue, isDemo }: EditionVariants): CsvColumn<VariantRow>[] {
  const column = (
    name: string,
    title: { pl: string; en: string },
    value: CsvColumn<VariantRow>['value'],
    base: 'string' | 'decimal' | 'integer' = 'integer',
  ): CsvColumn<VariantRow> => ({ name, title, type: { base }, value });
  const title: Record<string, { pl: string; en: string }> = {
    'equal-weights': { pl: 'Miejsce przy równych wagach wskaźników', en: 'Rank with equal weights of indicators' },
    geometric: { pl: 'Miejsce przy średniej geometrycznej obszarów', en: 'Rank with the geometric mean of areas' },
    'other-coder': { pl: 'Miejsce z odpowiedziami drugiej osoby', en: 'Rank with the other coder’s answers' },
  };
  return [
    column('teryt', { pl: 'Kod TERYT gminy', en: 'TERYT code of the municipality' }, (row) => row.teryt, 'string'),
    column('name', { pl: 'Nazwa', en: 'Name' }, (row) => row.name, 'string'),
    column('total', { pl: 'Wynik', en: 'Score' }, (row) => row.total, 'decimal'),
    column('rank', { pl: 'Miejsce w edycji', en: 'Rank in the edition' }, (row) => row.rank),
    ...variants.map(({ id, area }) =>
      column(
        `rank_${id.replaceAll('-', '_')}`,
        area
          ? { pl: `Miejsce bez obszaru: ${area.pl}`, en: `Rank without the area: ${area.en}` }
          : (title[id] ?? { pl: id, en: id }),
        (row) => row.ranks[id] ?? null,
      ),
    ),
    column(
      'without_indicator',
      {
        pl: 'Wskaźnik, bez którego miejsce zmienia się najbardziej',
        en: 'Indicator without which the rank changes most',
      },
      (row) => row.without?.indicator ?? null,
      'string',
    ),
    column(
      'rank_without_indicator',
      { pl: 'Miejsce bez niego', en: 'Rank without it' },
      (row) => row.without?.rank ?? null,
    ),
    column('edition', { pl: 'Edycja', en: 'Edition' }, () => edition, 'string'),
    column('issue', { pl: 'Wydanie', en: 'Issue' }, () => issue),
    column('demonstration', { pl: 'Dane pokazowe', en: 'Demonstration data' }, () => (isDemo ? 'yes' : 'no'), 'string'),
  ];
}
