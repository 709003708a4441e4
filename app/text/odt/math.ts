import type { XmlNode } from '../docx/xml.ts';

const INFIX: Readonly<Record<string, string>> = { mfrac: '/', msup: '^', msub: '_', mover: '^', munder: '_' };
const MAX_DEPTH = 60;

/** A formula of MathML in one line: "a^2", "(x+1)/2", "√(2)". */
export function linearMath(node: XmlNode, depth = 0): string {
  if (node.name === '#text') return node.text.trim();
  const name = node.name.replace(/^\w+:/, '');
  if (name === 'annotation' || depth > MAX_DEPTH) return '';
  const parts = node.children.filter((one) => one.name !== '#text' || one.text.trim() !== '');
  const words = parts.map((one) => linearMath(one, depth + 1)).filter((one) => one !== '');
  const sign = INFIX[name];
  if (sign !== undefined) return words.map(grouped).join(sign);
  if (name === 'msqrt') return `√${grouped(words.join(''))}`;
  if (name === 'mroot') return `√[${words[1] ?? ''}]${grouped(words[0] ?? '')}`;
  if (name === 'msubsup') return `${grouped(words[0] ?? '')}_${grouped(words[1] ?? '')}^${grouped(words[2] ?? '')}`;
  return words.join('');
}

function grouped(words: string): string {
  return words.length > 1 && !/^\(.*\)$/.test(words) && !/^[\p{L}\d.,]+$/u.test(words) ? `(${words})` : words;
}
