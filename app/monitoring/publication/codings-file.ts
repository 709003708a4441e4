import { csvOf, type CsvColumn } from '../cards/csv.ts';
import type { DoubleCause } from '../cards/cells.ts';
import { recordedCells, type FieldworkRecord, type RecordedCell, type RecordedCoding } from '../cards/record.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import type { EditionFacts, MeasuredMunicipality } from '../cards/scorecard-document.ts';

/** A question that two people answered apart: both raw codings, and what was decided where they differ. */
type CodedTwice = {
  teryt: string;
  municipality: string;
  area: string;
  indicator: string;
  /** Why two people answered: drawn, near the border of a band, or the office objected. */
  cause: DoubleCause;
  /** Same state and level. */
  equal: boolean;
  /** The first coding first; `coder` is the label that the cards have. */
  codings: RecordedCoding[];
  adjudication: RecordedCell['adjudication'];
};

/** All double codings of an edition: what its reliability can be computed from again. Corrections change nothing here. */
export type CodingsDocument = {
  schema: 'paragraf-codings/1';
  edition: EditionFacts;
  double: FieldworkRecord['double'];
  cells: CodedTwice[];
};

export type CodingsSource = {
  methodology: Methodology;
  edition: EditionFacts;
  units: readonly { municipality: MeasuredMunicipality }[];
  record: FieldworkRecord;
};

/** The double codings in the order of the municipalities and the methodology; null where nothing was coded twice. */
export function codingsDocument({ methodology, edition, units, record }: CodingsSource): CodingsDocument | null {
  const cells = units.flatMap(({ municipality: { teryt, name } }) =>
    methodology.indicators.flatMap(({ id, area }): CodedTwice[] => {
      const cell = recordedCells(record, teryt).get(id);
      const [a, b] = cell?.codings ?? [];
      if (!cell || cell.cause === null || !a || !b) return [];
      return [
        {
          teryt,
          municipality: name,
          area,
          indicator: id,
          cause: cell.cause,
          equal: a.state === b.state && a.level === b.level,
          codings: [a, b],
          adjudication: cell.adjudication,
        },
      ];
    }),
  );
  return cells.length === 0 ? null : { schema: 'paragraf-codings/1', edition, double: record.double, cells };
}

type CodingRow = { cell: CodedTwice; coding: RecordedCoding; /** 1 or 2. */ number: number };

const STATES = '^(scored|withheld|not_applicable|not_assessed)$';

/** Columns of the double codings, one row per coding, two per question. */
export function codingsColumns(edition: EditionFacts): CsvColumn<CodingRow>[] {
  return [
    {
      name: 'teryt',
      title: { pl: 'Kod TERYT gminy', en: 'TERYT code of the municipality' },
      type: { base: 'string', format: '^[0-9]{7}$' },
      required: true,
      value: ({ cell }) => cell.teryt,
    },
    {
      name: 'municipality',
      title: { pl: 'Gmina', en: 'Municipality' },
      type: { base: 'string' },
      required: true,
      value: ({ cell }) => cell.municipality,
    },
    {
      name: 'edition',
      title: { pl: 'Edycja', en: 'Edition' },
      type: { base: 'string' },
      required: true,
      value: () => edition.slug,
    },
    {
      name: 'area',
      title: { pl: 'Obszar', en: 'Area' },
      type: { base: 'string' },
      required: true,
      value: ({ cell }) => cell.area,
    },
    {
      name: 'indicator',
      title: { pl: 'Wskaźnik', en: 'Indicator' },
      type: { base: 'string' },
      required: true,
      value: ({ cell }) => cell.indicator,
    },
    {
      name: 'cause',
      title: {
        pl: 'Dlaczego dwie osoby: losowanie, granica pasma, zastrzeżenie urzędu',
        en: 'Why two people: drawn, border of a band, objection of the office',
      },
      type: { base: 'string', format: '^(drawn|border|objection)$' },
      required: true,
      value: ({ cell }) => cell.cause,
    },
    {
      name: 'coding',
      title: { pl: 'Numer kodowania', en: 'Number of the coding' },
      type: { base: 'integer', minimum: 1, maximum: 2 },
      required: true,
      value: ({ number }) => number,
    },
    {
      name: 'coder',
      title: { pl: 'Kto kodował', en: 'Coder' },
      type: { base: 'string' },
      required: true,
      value: ({ coding }) => coding.coder,
    },
    {
      name: 'state',
      title: { pl: 'Stan', en: 'State' },
      type: { base: 'string', format: STATES },
      required: true,
      value: ({ coding }) => coding.state,
    },
    {
      name: 'level',
      title: { pl: 'Poziom', en: 'Level' },
      type: { base: 'integer' },
      value: ({ coding }) => coding.level,
    },
    {
      name: 'reason',
      title: { pl: 'Notatka', en: 'Note' },
      type: { base: 'string' },
      value: ({ coding }) => coding.reason,
    },
    {
      name: 'requested_on',
      title: { pl: 'Data wniosku bez odpowiedzi', en: 'Day of the unanswered request' },
      type: { base: 'date', format: 'yyyy-MM-dd' },
      value: ({ coding }) => coding.requestedOn,
    },
    {
      name: 'evidence_count',
      title: { pl: 'Liczba dowodów', en: 'Items of evidence' },
      type: { base: 'integer', minimum: 0 },
      value: ({ coding }) => coding.evidence.length,
    },
    {
      name: 'evidence',
      title: { pl: 'Adresy dowodów', en: 'Addresses of the evidence' },
      type: { base: 'string' },
      value: ({ coding }) =>
        coding.evidence
          .map((item) => item.url)
          .filter(Boolean)
          .join(' '),
    },
    {
      name: 'handed_in_at',
      title: { pl: 'Kiedy złożono', en: 'Handed in at' },
      type: { base: 'dateTime' },
      value: ({ coding }) => coding.submittedAt,
    },
    {
      name: 'equal',
      title: { pl: 'Oba kodowania jednakowe', en: 'Both codings equal' },
      type: { base: 'boolean', format: 'yes|no' },
      required: true,
      value: ({ cell }) => (cell.equal ? 'yes' : 'no'),
    },
    {
      name: 'adjudicated_state',
      title: { pl: 'Stan po rozstrzygnięciu różnicy', en: 'State after the difference was decided' },
      type: { base: 'string', format: STATES },
      value: ({ cell }) => cell.adjudication?.state ?? null,
    },
    {
      name: 'adjudicated_level',
      title: { pl: 'Poziom po rozstrzygnięciu różnicy', en: 'Level after the difference was decided' },
      type: { base: 'integer' },
      value: ({ cell }) => cell.adjudication?.level ?? null,
    },
    {
      name: 'adjudication_reason',
      title: { pl: 'Uzasadnienie rozstrzygnięcia', en: 'Reason of the decision' },
      type: { base: 'string' },
      value: ({ cell }) => cell.adjudication?.reason ?? null,
    },
    {
      name: 'adjudicator',
      title: { pl: 'Kto rozstrzygał', en: 'Who decided' },
      type: { base: 'string' },
      value: ({ cell }) => cell.adjudication?.by ?? null,
    },
    {
      name: 'adjudicated_at',
      title: { pl: 'Kiedy rozstrzygnięto', en: 'Decided at' },
      type: { base: 'dateTime' },
      value: ({ cell }) => cell.adjudication?.at ?? null,
    },
    {
      name: 'methodology',
      title: { pl: 'Metoda', en: 'Methodology' },
      type: { base: 'string' },
      required: true,
      value: () => edition.methodology.key,
    },
    {
      name: 'methodology_version',
      title: { pl: 'Wersja metody', en: 'Version of the methodology' },
      type: { base: 'string' },
      required: true,
      value: () => edition.methodology.version,
    },
    {
      name: 'licence',
      title: { pl: 'Licencja', en: 'Licence' },
      type: { base: 'string' },
      required: true,
      value: () => edition.licence.id,
    },
    {
      name: 'demonstration',
      title: { pl: 'Dane pokazowe', en: 'Demonstration data' },
      type: { base: 'boolean', format: 'yes|no' },
      required: true,
      value: () => (edition.isDemo ? 'yes' : 'no'),
    },
  ];
}

export function codingsCsv({ edition, cells }: CodingsDocument): string {
  return csvOf(
    codingsColumns(edition),
    cells.flatMap((cell) => cell.codings.map((coding, at) => ({ cell, coding, number: at + 1 }))),
  );
}
