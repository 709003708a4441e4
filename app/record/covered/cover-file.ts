import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { changeCells } from '#app/publishing/csv/write-csv.ts';
import { coverJson, coverText, type CoverRule, type CoverScope } from './cover-words.ts';

/** Covers words in a file made by the program: a document by its texts, a table by its cells, a drawing in the way it writes signs. */
export function coverFile(body: string, rules: readonly CoverRule[], scope: CoverScope): string {
  if (body.startsWith('{')) return canonicalJson(coverJson(JSON.parse(body) as unknown, rules, scope));
  if (!body.includes('<svg')) return changeCells(body, (words) => coverText(words, rules, scope));
  return coverText(
    body,
    rules.map((rule) => ({ ...rule, words: inXml(rule.words), instead: inXml(rule.instead) })),
    scope,
  );
}

const inXml = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
