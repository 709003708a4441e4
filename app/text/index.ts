export { parse, lineRoles } from './parse/parse.ts';
export { outline, type Outline, type OutlineLine } from './parse/outline.ts';
export { assignCitations, citation } from './tree/cite.ts';
export { findByCitation, normaliseCitation } from './tree/find.ts';
export { renderText, renderUnitText, renderBlocks, printBlocks, type TextBlock } from './render/render-text.ts';
export { renderHtml, renderUnitHtml, escapeHtml, type HtmlOptions } from './render/render-html.ts';
export { walkUnits, descend, indexUnits, indexAncestors, allWords, kindOf } from './tree/tree.ts';
export { TextLimitError, TEXT_LIMITS } from './tree/limits.ts';
export { MAX_SOURCE_CHARS, MAX_SOURCE_LINES } from './parse/source-limits.ts';
export * from './tree/types.ts';
export { setNumber, standardLabel } from './tree/labels.ts';
export { number, repeal, repealedText, insertedNumber, type LabelChange, type NumberMode } from './number/number.ts';
export {
  letterMark,
  letterPosition,
  compareNumbers,
  follows,
  ordinal,
  readOrdinal,
  toRoman,
  fromRoman,
} from './tree/letters.ts';
export { findReferences, type RefTarget, type RefPart } from './references/references.ts';
export type { Reference } from './references/reference.ts';
export { toReferenceJson, type ReferenceJson } from './references/reference-json.ts';
export { toActJson, type ActJson, type UnitJson } from './tree/act-json.ts';
export { groupProblems, type ProblemGroup } from './lint/group.ts';
export { lint } from './lint/lint.ts';
export { properReference } from './lint/references.ts';
export { readDocx, type DocxDocument, type DocxParagraph, type DocxNote } from './docx/read-docx.ts';
export { DocxError, DOCX_LIMITS } from './docx/zip.ts';
export { rewriteReferences, renumber, type Rewrite, type RewriteResult } from './number/rewrite.ts';

export type * from './diff/change-types.ts';
export {
  afterText,
  applyDiff,
  beforeText,
  diffClauses,
  diffText,
  isUnchanged,
  locateSpans,
  revertDiff,
  type LocatedSpan,
} from './diff/diff.ts';
export { present, type Presentation } from './diff/present.ts';
export { describeClauseChange, plainChange, wasIsRows, type Language, type WasIsRow } from './diff/describe-change.ts';
export {
  mergeAll,
  mergeClauses,
  mergeText,
  type MergePiece,
  type MergeResult,
  type TextConflict,
  type TextMerge,
} from './merge/merge.ts';
export {
  applyOperations,
  applyRebase,
  operationsBetween,
  prepareRebase,
  rebaseAmendment,
  type Operation,
  type Rebase,
  type RebaseConflict,
  type RebasedOperation,
  type RebaseGround,
  type RebaseState,
} from './rebase/rebase.ts';
export { originAt, provenance, type ClauseProvenance, type Origin, type SourcedVersion } from './diff/provenance.ts';
