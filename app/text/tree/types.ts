/** Kinds of text unit, from the glossary: dział, rozdział, oddział, art., §, ust., pkt, lit., tiret … */
export type UnitType =
  | 'division'
  | 'chapter'
  | 'subchapter'
  | 'article'
  | 'paragraph'
  | 'subsection'
  | 'point'
  | 'letter'
  | 'indent'
  | 'subindent'
  | 'closing'
  | 'annex'
  | 'text';

export type ActKind = 'resolution' | 'statute';

export type Bilingual = { pl: string; en: string };

export type Severity = 'error' | 'warning' | 'info';

/** A replacement on one source line that is safe to apply without asking. */
export type Fix = { line: number; before: string; after: string };

export type Problem = {
  code: string;
  severity: Severity;
  line: number;
  /** Id of the unit, null when the act as a whole is meant. */
  unit: string | null;
  message: Bilingual;
  /** Legal source of the rule, for example "ZTP § 57 ust. 4"; null for a mere finding. */
  rule: string | null;
  fix?: Fix;
};

/**
 * One unit of text. `label`, `heading`, `text`, `quoted`, `children` in this order hold the words of the source
 * exactly, blanks aside. `id` is stable; `number` and `label` are what is printed.
 */
export type Unit = {
  id: string;
  type: UnitType;
  label: string;
  number: string;
  heading: string;
  text: string;
  /** First source line, counted from 1. */
  line: number;
  citation: string;
  children: Unit[];
  /** Text of another act quoted here (amending acts); never counted with the act's own units. */
  quoted?: Unit[];
};

export type Act = {
  kind: ActKind;
  title: string;
  legalBasis: string;
  /** Everything before the first unit; title and legal basis are parts of it. */
  before: string;
  units: Unit[];
  annexes: Unit[];
  reasons: string | null;
  /** Line on which the reasons begin, null without reasons. */
  reasonsLine: number | null;
  problems: Problem[];
};

/** What one source line is; an official may correct it in the import screen. */
export type LineRole =
  | 'blank'
  | 'title'
  | 'basis'
  | 'before'
  | 'contents'
  | 'division'
  | 'chapter'
  | 'subchapter'
  | 'heading'
  | 'article'
  | 'paragraph'
  | 'subsection'
  | 'point'
  | 'letter'
  | 'indent'
  | 'subindent'
  | 'closing'
  | 'annex'
  | 'continuation'
  | 'text'
  | 'quoted'
  | 'signature'
  | 'noise'
  | 'reasons';

export type LineView = {
  line: number;
  text: string;
  role: LineRole;
  unitId: string | null;
  /** True where the parser had to guess. */
  doubtful: boolean;
  problem: string[];
};

export type ParseOptions = {
  kind?: ActKind | 'auto';
  overrides?: ReadonlyMap<number, LineRole>;
};

/** Depth of a type in the order fixed by ZTP § 54–62; a unit hangs under the nearest one of lower rank. */
export const RANK: Readonly<Record<UnitType, number>> = {
  annex: 0,
  division: 1,
  chapter: 2,
  subchapter: 3,
  article: 4,
  paragraph: 5,
  subsection: 6,
  point: 7,
  letter: 8,
  indent: 9,
  subindent: 10,
  closing: 11,
  text: 11,
};
