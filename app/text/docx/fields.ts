import type { XmlNode } from './xml.ts';

export type FieldStep = 'begin' | 'separate' | 'end';

/**
 * The steps of fields below a node that belong to a whole field: a beginning without an end would take all words behind it for
 * the code of a field.
 */
export function fieldSteps(root: XmlNode): ReadonlyMap<XmlNode, FieldStep> {
  const steps = new Map<XmlNode, FieldStep>();
  const open: { begin: XmlNode; separate: XmlNode | null }[] = [];
  const visit = (node: XmlNode): void => {
    if (node.name === 'w:fldChar') step(node);
    for (const one of node.children) visit(one);
  };
  const step = (node: XmlNode): void => {
    const kind = node.attributes['w:fldCharType'];
    const last = open.at(-1);
    if (kind === 'begin') open.push({ begin: node, separate: null });
    else if (kind === 'separate' && last !== undefined) last.separate ??= node;
    else if (kind === 'end' && last !== undefined) {
      open.pop();
      steps.set(last.begin, 'begin').set(node, 'end');
      if (last.separate !== null) steps.set(last.separate, 'separate');
    }
  };
  visit(root);
  return steps;
}

/** A field on the way: whether its result is being read, its code, and whether it has printed anything. */
export type OpenField = { inResult: boolean; code: string; printed: boolean };

/** Codes that print nothing by what they are: entries of indexes, variables, private data. */
const SILENT = new Set(['XE', 'TC', 'TA', 'RD', 'SET', 'ASK', 'PRIVATE', 'ADVANCE', 'DATABASE', 'BARCODE']);

/** The code of a field that has no result though it would print one; null for any other. */
export function lostCode({ code, printed }: Pick<OpenField, 'code' | 'printed'>): string | null {
  const plain = code.replace(/\s+/g, ' ').trim();
  return printed || plain === '' || SILENT.has((plain.split(' ')[0] ?? '').toUpperCase()) ? null : plain;
}
