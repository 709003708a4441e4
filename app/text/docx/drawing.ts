import { spend, type Budget } from './budget.ts';
import { textOf, wordsIn } from './words-in.ts';
import type { XmlNode } from './xml.ts';

/** What a drawing holds: boxes of paragraphs, pictures with their descriptions, loose words, and parts it refers to by id. */
export type Drawing = {
  boxes: XmlNode[];
  pictures: number;
  descriptions: string[];
  words: string[];
  /** Words that are drawn as a picture. */
  fancy: string[];
  charts: string[];
  diagrams: string[];
  objects: string[];
};

/** Prefixes of what word processors of today read; a form that needs something else is meant for others. */
const READ = /^(?:w1\d\w*|wp14|wps|wpg|wpc|wpi|cx\d*|a1\d|am3d|aink|o|v|m|w|wp|a|pic)$/;

function isRead({ name, attributes }: XmlNode): boolean {
  const needs = (attributes['Requires'] ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  return name === 'mc:Fallback' || needs.every((prefix) => READ.test(prefix));
}

/**
 * One of several forms of the same content: the first that word processors read and that has words, otherwise the first that has
 * words, otherwise the first. `others` are the rest.
 */
export function chooseForm(
  node: XmlNode,
  budget: Budget,
): { chosen: XmlNode | null; others: XmlNode[]; words: string } {
  const forms = node.children.filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  const read = forms.map((form) => wordsIn(form, budget));
  const best = read.findIndex((words, i) => words !== '' && isRead(forms[i]!));
  const at =
    best >= 0
      ? best
      : Math.max(
          0,
          read.findIndex((words) => words !== ''),
        );
  return { chosen: forms[at] ?? null, others: forms.filter((_, i) => i !== at), words: read[at] ?? '' };
}

/** Looks through a drawing, a shape or an embedded object. */
export function lookInto(node: XmlNode, budget: Budget): Drawing {
  const found: Drawing = {
    boxes: [],
    pictures: 0,
    descriptions: [],
    words: [],
    fancy: [],
    charts: [],
    diagrams: [],
    objects: [],
  };
  visit(node, budget, found);
  return found;
}

function visit(node: XmlNode, budget: Budget, found: Drawing): void {
  spend(budget, { steps: 1 });
  const { name, attributes } = node;
  if (name === 'w:txbxContent') {
    found.boxes.push(node);
    return;
  }
  if (name === 'mc:AlternateContent') {
    const { chosen } = chooseForm(node, budget);
    if (chosen !== null) visit(chosen, budget, found);
    return;
  }
  if (name === 'wp:docPr' || name === 'v:shape')
    describe(found, attributes.descr ?? attributes.alt ?? attributes.title ?? '');
  if (name === 'pic:cNvPr') describe(found, attributes.descr ?? attributes.title ?? '');
  if (name === 'v:imagedata') describe(found, attributes['o:title'] ?? attributes.title ?? '');
  if (name === 'v:textpath') found.fancy.push(attributes.string ?? '');
  if (name === 'a:t') found.words.push(textOf(node));
  if (name === 'pic:pic' || name === 'v:imagedata') found.pictures += 1;
  if (name === 'c:chart' && attributes['r:id'] !== undefined) found.charts.push(attributes['r:id']);
  if (name === 'dgm:relIds') found.diagrams.push(attributes['r:dm'] ?? '');
  if (name === 'o:OLEObject') found.objects.push(attributes.ProgID ?? '');
  for (const one of node.children) visit(one, budget, found);
}

function describe(found: Drawing, words: string): void {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (plain !== '' && !found.descriptions.includes(plain)) found.descriptions.push(plain);
}

/** Words of a drawn part (SmartArt, a chart): one line for each paragraph or value. */
export function linesOfPart(root: XmlNode, budget: Budget): string[] {
  const lines: string[] = [];
  const look = (node: XmlNode): void => {
    spend(budget, { steps: 1 });
    if (node.name === 'a:p') lines.push(wordsIn(node, budget));
    else if (node.name === 'c:v') lines.push(textOf(node).trim());
    else for (const one of node.children) look(one);
  };
  look(root);
  return lines.filter((line) => line !== '');
}
