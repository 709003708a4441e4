import type { DocxPackage } from './package.ts';
import { lettersOf } from './words-in.ts';

/** Parts beside the text: building blocks that are offered, and drawings and looks of diagrams, whose words stand in their data. */
const ASIDE = /\/glossary\/|\/diagrams\/(?:drawing|layout|quickStyle|colors)/i;

/**
 * Letters and digits of all words in a file, counted on its own: every element named t or delText of every part is taken, whatever
 * stands around it, and the values of charts. What the reader accounts for is held against it.
 */
export function countLetters(file: DocxPackage): number {
  const folder = file.main.slice(0, file.main.lastIndexOf('/') + 1);
  const parts = file.names.filter((name) => name.startsWith(folder) && /\.xml$/i.test(name) && !ASIDE.test(name));
  return parts.reduce((sum, name) => sum + lettersIn(file.text(name) ?? '', /\/charts?\//i.test(name)), 0);
}

function lettersIn(source: string, isChart: boolean): number {
  let sum = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const name = /^<(?:[\w.-]{1,60}:)?(t|delText|v)[\s>]/.exec(source.slice(at, at + 80))?.[1];
    if (name === undefined || (name === 'v' && !isChart)) continue;
    const open = source.indexOf('>', at);
    if (open < 0) break;
    if (source[open - 1] === '/') continue;
    const end = source.indexOf('<', open);
    sum += lettersOf(plain(source.slice(open + 1, end < 0 ? source.length : end)));
    at = end < 0 ? source.length : end - 1;
  }
  return sum;
}

/** Named and numbered characters: only the numbered ones may be letters. */
function plain(text: string): string {
  return text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|[a-z]{2,4});/gi, (_, decimal?: string, hex?: string) => {
        const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : 0;
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;
}
