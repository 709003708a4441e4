import type { MeasuredUnit } from '../cards/measured-unit.ts';
import type { FieldworkRecord } from '../cards/record.ts';
import type { DocumentFormat, EditionFacts } from '../cards/scorecard-document.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';

/** Everything an edition's issues are computed from. */
export type EditionSource = {
  format: DocumentFormat;
  methodology: Methodology;
  edition: EditionFacts;
  units: readonly MeasuredUnit[];
  record: FieldworkRecord;
};
