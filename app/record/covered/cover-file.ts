import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { coverJson, coverText, type CoverRule, type CoverScope } from './cover-words.ts';

/** Covers words in a file made by the program: a document by its texts, tables and drawings in the ways they write quotation marks and signs. */
export function coverFile(body: string, rules: readonly CoverRule[], scope: CoverScope): string {
  if (body.startsWith('{')) return canonicalJson(coverJson(JSON.parse(body) as unknown, rules, scope));
  return coverText(
    body,
    body.includes('<svg') ? rules.map((rule) => withWords(rule, inXml)) : rules.map((rule) => withWords(rule, inTable)),
    scope,
  );
}

const withWords = (rule: CoverRule, write: (words: string) => string): CoverRule => ({
  ...rule,
  words: write(rule.words),
  instead: write(rule.instead),
});
const inTable = (words: string) => words.replaceAll('"', '""');
const inXml = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
