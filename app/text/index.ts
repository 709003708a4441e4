export { parse, lineRoles } from './parse.ts';
export { outline, type Outline, type OutlineLine } from './outline.ts';
export { assignCitations, citation } from './cite.ts';
export { findByCitation, normaliseCitation } from './find.ts';
export { renderText, renderUnitText } from './render-text.ts';
export { renderHtml, renderUnitHtml, escapeHtml, type HtmlOptions } from './render-html.ts';
export { walkUnits, descend, indexUnits, indexAncestors, allWords } from './tree.ts';
export { TextLimitError, MAX_SOURCE_CHARS } from './limits.ts';
export * from './types.ts';
