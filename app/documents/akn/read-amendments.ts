import type { Unit } from '#app/text/index.ts';
import { child, type XmlNode } from '#app/text/docx/xml.ts';
import type { AmendedClause, Amendment } from '../model/amendments.ts';
import { DocumentError } from '../model/document-error.ts';
import { STEPS } from './amendment-components.ts';

/** True for a component in which `amendmentComponents` wrote an amendment; those of other programs are read as text. */
export function isOwnAmendment(component: XmlNode): boolean {
  return component.name === 'component' && child(component, 'amendment')?.attributes.name === 'poprawka';
}

/** Amendments that `amendmentComponents` wrote; clauses are named by the citations they have in the act read with them. */
export function readAmendmentComponents(components: XmlNode | null, eIds: ReadonlyMap<string, Unit>): Amendment[] {
  return (components?.children ?? []).flatMap((component) => {
    const amendment = child(component, 'amendment');
    return amendment === null || !isOwnAmendment(component) ? [] : [readAmendment(amendment, eIds)];
  });
}

function readAmendment(node: XmlNode, eIds: ReadonlyMap<string, Unit>): Amendment {
  const meta = child(node, 'meta');
  const person = child(child(meta, 'references'), 'TLCPerson');
  const date = child(child(child(meta, 'identification'), 'FRBRWork'), 'FRBRdate');
  const content = child(node, 'amendmentBody');
  const wordings = new Map<string, string>();
  for (const p of child(content, 'amendmentContent')?.children ?? []) {
    const mod = child(p, 'mod');
    if (mod !== null)
      wordings.set(mod.attributes.eId ?? '', (child(mod, 'quotedStructure')?.children ?? []).map(plainText).join('\n'));
  }
  const modifications =
    child(child(child(meta, 'analysis'), 'activeModifications'), 'textualMod') === null
      ? []
      : child(child(meta, 'analysis'), 'activeModifications')!.children;
  return {
    author: person?.attributes.showAs ?? '',
    date: date?.attributes.date ?? '',
    reason: (child(content, 'amendmentJustification')?.children ?? []).map(plainText).join('\n'),
    clauses: modifications.filter((one) => one.name === 'textualMod').map((one) => readStep(one, wordings, eIds)),
  };
}

function readStep(
  node: XmlNode,
  wordings: ReadonlyMap<string, string>,
  eIds: ReadonlyMap<string, Unit>,
): AmendedClause {
  const target = child(node, 'destination')?.attributes.href?.replace(/^#/, '') ?? '';
  const unit = eIds.get(target);
  if (unit === undefined)
    throw new DocumentError(
      `an amendment of the Akoma Ntoso file changes ${target || 'nothing'}, which the act does not have`,
    );
  const op = (Object.keys(STEPS) as AmendedClause['op'][]).find((one) => STEPS[one].type === node.attributes.type);
  if (op === undefined)
    throw new DocumentError(`an amendment of the Akoma Ntoso file has the unknown type ${node.attributes.type ?? ''}`);
  if (op === 'delete') return { op, citation: unit.citation };
  return {
    op,
    citation: unit.citation,
    text: wordings.get(child(node, 'source')?.attributes.href?.replace(/^#/, '') ?? '') ?? '',
  };
}

/** All words below a node. */
function plainText(node: XmlNode): string {
  return node.name === '#text' ? node.text : node.children.map(plainText).join('');
}
