import { tableOf, type CsvColumn } from './csv.ts';
import type { EditionManifest, ManifestRow } from './scorecard-document.ts';

/** One indicator over all municipalities of an edition. */
export function indicatorTable(manifest: EditionManifest, id: string): ReturnType<typeof tableOf> {
  return tableOf(indicatorColumns(manifest, id), manifest.municipalities);
}

export function indicatorColumns(
  { edition, issue, indicators }: EditionManifest,
  id: string,
): CsvColumn<ManifestRow>[] {
  const question = indicators.find((each) => each.id === id)?.question ?? { pl: id, en: id };
  const column = (
    name: string,
    title: { pl: string; en: string },
    value: CsvColumn<ManifestRow>['value'],
    base: 'string' | 'integer' = 'string',
  ): CsvColumn<ManifestRow> => ({ name, title, type: { base }, value });
  return [
    column('teryt', { pl: 'Kod TERYT gminy', en: 'TERYT code of the municipality' }, (row) => row.teryt),
    column('name', { pl: 'Nazwa', en: 'Name' }, (row) => row.name),
    column('kind', { pl: 'Rodzaj gminy', en: 'Kind of municipality' }, (row) => row.kind),
    column('county', { pl: 'Powiat', en: 'County' }, (row) => row.county),
    column('voivodeship', { pl: 'Województwo', en: 'Voivodeship' }, (row) => row.voivodeship),
    column('population', { pl: 'Liczba mieszkańców', en: 'Population' }, (row) => row.population, 'integer'),
    column('indicator', { pl: 'Wskaźnik', en: 'Indicator' }, () => id),
    column('answer', question, (row) => row.answers[id] ?? 'not_assessed'),
    column('edition', { pl: 'Edycja', en: 'Edition' }, () => edition.slug),
    column('issue', { pl: 'Wydanie', en: 'Issue' }, () => issue, 'integer'),
    column('demonstration', { pl: 'Dane pokazowe', en: 'Demonstration data' }, () => (edition.isDemo ? 'yes' : 'no')),
  ];
}
