import type { IndicatorFieldwork, UnitFieldwork } from './fieldwork-notes.ts';
import type { MeasuredMunicipality } from './scorecard-document.ts';
import type { RecordedAnswer } from './recorded-answer.ts';

export type MeasuredUnit = {
  municipality: MeasuredMunicipality;
  /** By indicator. */
  answers: ReadonlyMap<string, RecordedAnswer>;
  /** How the answers came about, by indicator. */
  fieldwork: ReadonlyMap<string, IndicatorFieldwork>;
  people: UnitFieldwork;
};
