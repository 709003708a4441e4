export { parse, lineRoles } from './parse.ts';
export { outline, type Outline, type OutlineLine } from './outline.ts';
export { assignCitations, citation } from './cite.ts';
export { findByCitation, normaliseCitation } from './find.ts';
export { renderText, renderUnitText, renderBlocks, printBlocks, type TextBlock } from './render-text.ts';
export { renderHtml, renderUnitHtml, escapeHtml, type HtmlOptions } from './render-html.ts';
export { walkUnits, descend, indexUnits, indexAncestors, allWords } from './tree.ts';
export { TextLimitError, TEXT_LIMITS } from './limits.ts';
export { MAX_SOURCE_CHARS, MAX_SOURCE_LINES } from './source-limits.ts';
export * from './types.ts';
export { setNumber, standardLabel } from './labels.ts';
export { number, repeal, repealedText, insertedNumber, type LabelChange, type NumberMode } from './number.ts';
export { letterMark, letterPosition, compareNumbers, follows, ordinal, readOrdinal, toRoman, fromRoman } from './letters.ts';
export { findReferences, type Reference, type RefTarget, type RefPart } from './references.ts';
export { toReferenceJson, type ReferenceJson } from './reference-json.ts';
export { toActJson, type ActJson, type UnitJson } from './act-json.ts';
export { groupProblems, lint, type ProblemGroup } from './lint/lint.ts';
export { properReference } from './lint/references.ts';
export { readDocx, type DocxDocument, type DocxParagraph, type DocxNote } from './docx/read-docx.ts';
export { DocxError, DOCX_LIMITS } from './docx/zip.ts';
export { rewriteReferences, renumber, type Rewrite, type RewriteResult } from './rewrite.ts';

export type * from './change-types.ts';
export {
  afterText, applyDiff, beforeText, diffClauses, diffText, isUnchanged, locateSpans, revertDiff, type LocatedSpan,
} from './diff.ts';
export { present, type Presentation } from './present.ts';
export {
  describeClauseChange, plainChange, wasIsRows, type Language, type WasIsRow,
} from './describe-change.ts';
export {
  mergeAll, mergeClauses, mergeText, type MergePiece, type MergeResult, type TextConflict, type TextMerge,
} from './merge.ts';
export {
  applyOperations, applyRebase, operationsBetween, prepareRebase, rebaseAmendment,
  type Operation, type Rebase, type RebaseConflict, type RebasedOperation, type RebaseGround, type RebaseState,
} from './rebase.ts';
export {
  originAt, provenance, type ClauseProvenance, type Origin, type SourcedVersion,
} from './provenance.ts';
