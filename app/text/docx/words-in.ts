import { spend, type Budget } from './budget.ts';
import type { XmlNode } from './xml.ts';

const LEAVES = new Set(['w:t', 'w:delText', 'm:t', 'a:t']);
const ENDS = new Set(['w:p', 'a:p', 'w:tc']);

/** All words below a node, whoever reads them: paragraphs parted by blanks. For what nobody takes apart. */
export function wordsIn(node: XmlNode, budget: Budget): string {
  const parts: string[] = [];
  collect(node, budget, parts);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function collect(node: XmlNode, budget: Budget, parts: string[]): void {
  spend(budget, { steps: 1 });
  if (LEAVES.has(node.name)) parts.push(textOf(node));
  else for (const one of node.children) collect(one, budget, parts);
  if (ENDS.has(node.name)) parts.push(' ');
}

export function textOf(node: XmlNode): string {
  return node.children.map((one) => one.text).join('');
}

/** Letters and digits: what is counted when two readings are held against each other. */
export function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
