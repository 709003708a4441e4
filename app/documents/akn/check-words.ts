import { renderBlocks, type Act } from '#app/text/index.ts';
import type { XmlNode } from '#app/text/docx/xml.ts';
import { DocumentError } from '../model/document-error.ts';
import { isOwnAmendment } from './read-amendments.ts';

/**
 * Throws DocumentError when the act has fewer of some letter or digit than the text of the document: then words of
 * the file found no place. It looks at the file on its own, whatever the reader knows of its elements.
 */
export function checkNothingIsLost(document: XmlNode, act: Act): void {
  const wanted = new Map<string, number>();
  countFile(document, wanted, false);
  const had = new Map<string, number>();
  for (const { text } of renderBlocks(act)) countSigns(text, had);
  let lost = 0;
  for (const [sign, times] of wanted) lost += Math.max(0, times - (had.get(sign) ?? 0));
  if (lost > 0)
    throw new DocumentError(
      `the Akoma Ntoso file is built in a way that is not read: ${lost} of its letters and digits found no place in the text`,
    );
}

/** Of the head (`meta`) only notes are words of the act; amendments written here are read apart. */
function countFile(node: XmlNode, counts: Map<string, number>, inMeta: boolean): void {
  if (node.name === '#text') {
    if (!inMeta) countSigns(node.text, counts);
    return;
  }
  if (isOwnAmendment(node)) return;
  const within = (inMeta || node.name === 'meta') && node.name !== 'notes';
  for (const one of node.children) countFile(one, counts, within);
}

function countSigns(text: string, counts: Map<string, number>): void {
  for (const sign of text) {
    if (/[\p{L}\p{N}]/u.test(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
}
