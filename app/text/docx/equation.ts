import { spend, type Budget } from './budget.ts';
import { markOf, type Mark } from './marks.ts';
import { textOf } from './words-in.ts';
import { child, type XmlNode } from './xml.ts';

/** The document with all changes rejected, or with all accepted. */
export type Reading = 'rejected' | 'accepted';

/** An equation as one line of text, in both readings, and who changed it last; the same line twice where nobody did. */
export type Equation = { rejected: string; accepted: string; mark: Mark | null };

/**
 * An equation (m:oMath) or a block of them (m:oMathPara) in linear form: (a+b)/c, x^2, a_i, √(x), ∑_(i=1)^n x_i, matrices as
 * [a, b; c, d], accents as combining signs. No letter or digit is left out.
 */
export function readEquation(node: XmlNode, budget: Budget): Equation {
  const write = (reading: Reading): string =>
    linear(node, { reading, budget })
      .replace(/[ \u00a0]{2,}/g, ' ')
      .trim();
  return { rejected: write('rejected'), accepted: write('accepted'), mark: markWithin(node) };
}

function markWithin(node: XmlNode): Mark | null {
  for (const one of node.children) {
    if (one.name === 'w:ins' || one.name === 'w:del' || one.name === 'w:moveTo' || one.name === 'w:moveFrom')
      return markOf(one);
    const inner = markWithin(one);
    if (inner !== null) return inner;
  }
  return null;
}

type Way = { reading: Reading; budget: Budget };

/** Elements of properties: they say how it looks. */
const isLook = (name: string): boolean => /^[mw]:\w+Pr$/.test(name);

function inner(node: XmlNode, way: Way): string {
  return node.children
    .filter(({ name }) => !isLook(name))
    .map((one) => linear(one, way))
    .join('');
}

function linear(node: XmlNode, way: Way): string {
  spend(way.budget, { steps: 1 });
  const part = (name: string): string => {
    const found = child(node, name);
    return found === null ? '' : inner(found, way).trim();
  };
  switch (node.name) {
    case '#text':
    case 'w:instrText':
      return '';
    case 'm:t':
    case 'w:t':
    case 'w:delText':
      return textOf(node);
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:tab':
      return ' ';
    case 'w:ins':
    case 'w:moveTo':
      return way.reading === 'rejected' ? '' : inner(node, way);
    case 'w:del':
    case 'w:moveFrom':
      return way.reading === 'accepted' ? '' : inner(node, way);
    case 'm:oMathPara':
      return node.children
        .filter(({ name }) => !isLook(name))
        .map((one) => linear(one, way))
        .filter((line) => line.trim() !== '')
        .join('\n');
    case 'm:f':
      return fraction(node, part('m:num'), part('m:den'));
    case 'm:sSup':
      return base(part('m:e')) + raised('^', part('m:sup'));
    case 'm:sSub':
      return base(part('m:e')) + raised('_', part('m:sub'));
    case 'm:sSubSup':
      return base(part('m:e')) + raised('_', part('m:sub')) + raised('^', part('m:sup'));
    case 'm:sPre':
      return raised('_', part('m:sub')) + raised('^', part('m:sup')) + base(part('m:e'));
    case 'm:rad':
      return root(part('m:deg'), part('m:e'));
    case 'm:nary':
      return nary(node, { sub: part('m:sub'), sup: part('m:sup'), of: part('m:e') });
    case 'm:d':
      return delimited(
        node,
        node.children.filter(({ name }) => name === 'm:e').map((one) => inner(one, way).trim()),
      );
    case 'm:m':
      return `[${rowsOf(node, way).join('; ')}]`;
    case 'm:eqArr':
      return node.children
        .filter(({ name }) => name === 'm:e')
        .map((one) => inner(one, way).replaceAll('&', '').trim())
        .join('; ');
    case 'm:acc':
      return accented(part('m:e'), sign(node, 'm:accPr', 'm:chr') ?? '\u0302');
    case 'm:bar':
      return accented(part('m:e'), sign(node, 'm:barPr', 'm:pos') === 'top' ? '\u0305' : '\u0332');
    case 'm:groupChr':
      return group(part('m:e'), sign(node, 'm:groupChrPr', 'm:chr') ?? '⏟');
    case 'm:limLow':
      return base(part('m:e')) + raised('_', part('m:lim'));
    case 'm:limUpp':
      return base(part('m:e')) + raised('^', part('m:lim'));
    case 'm:func':
      return called(part('m:fName'), part('m:e'));
    default:
      return isLook(node.name) ? '' : inner(node, way);
  }
}

/** A value of a property: null where the file leaves it to the default, "" where it names none. */
function sign(node: XmlNode, properties: string, name: string): string | null {
  const found = child(child(node, properties), name);
  return found === null ? null : (found.attributes['m:val'] ?? found.attributes['w:val'] ?? '');
}

/** One word, number or sign, or what stands in one pair of brackets. */
function isSingle(text: string): boolean {
  if (/^[\p{L}\p{N}\p{M}.,%°′″]*$/u.test(text) || [...text].length === 1) return true;
  return isBracketed(text);
}

function isBracketed(text: string): boolean {
  if (!/^[([{|].*[)\]}|]$/su.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ('([{'.includes(text[at]!)) depth += 1;
    else if (')]}'.includes(text[at]!)) depth -= 1;
    if (depth === 0 && at < text.length - 1) return false;
  }
  return true;
}

const wrap = (text: string): string => (isSingle(text) ? text : `(${text})`);
/** A base keeps its own letters together: "ab" of "ab^2" was one base. */
const base = (text: string): string =>
  /^[\p{L}\p{N}\p{M}.,]*$/u.test(text) || isSingle(text) || /^[∑∏∫]\S*$/u.test(text) ? text : `(${text})`;
const raised = (mark: '^' | '_', text: string): string => (text === '' ? '' : `${mark}${wrap(text)}`);

function fraction(node: XmlNode, over: string, under: string): string {
  const type = sign(node, 'm:fPr', 'm:type');
  if (type === 'noBar') return `(${over}; ${under})`;
  return `${wrap(over)}/${wrap(under)}`;
}

function root(degree: string, of: string): string {
  const inside = isBracketed(of) ? of : `(${of})`;
  if (degree === '' || degree === '2') return degree === '' ? `√${inside}` : `√[2]${inside}`;
  return `√[${degree}]${inside}`;
}

function nary(node: XmlNode, { sub, sup, of }: { sub: string; sup: string; of: string }): string {
  const operator = sign(node, 'm:naryPr', 'm:chr') ?? '∫';
  return `${operator}${raised('_', sub)}${raised('^', sup)} ${of}`.trimEnd();
}

function delimited(node: XmlNode, parts: readonly string[]): string {
  const [open, close, between] = [
    sign(node, 'm:dPr', 'm:begChr') ?? '(',
    sign(node, 'm:dPr', 'm:endChr') ?? ')',
    sign(node, 'm:dPr', 'm:sepChr') ?? '|',
  ];
  const only = parts.length === 1 ? parts[0]! : '';
  // A matrix in brackets has one pair of them.
  if (open !== '' && only.startsWith('[') && isBracketed(only) && child(child(node, 'm:e'), 'm:m') !== null)
    return `${open}${only.slice(1, -1)}${close}`;
  return `${open}${parts.join(between)}${close}`;
}

function rowsOf(matrix: XmlNode, way: Way): string[] {
  return matrix.children
    .filter(({ name }) => name === 'm:mr')
    .map((row) =>
      row.children
        .filter(({ name }) => name === 'm:e')
        .map((cell) => inner(cell, way).trim())
        .join(', '),
    );
}

/** Combining signs follow the letter they stand on; over more than one letter the sign is put on each. */
function accented(of: string, accent: string): string {
  if (accent === '') return of;
  const isCombining = /^\p{M}$/u.test(accent);
  return isCombining
    ? [...of].map((letter) => (/[\p{L}\p{N}]/u.test(letter) ? `${letter}${accent}` : letter)).join('')
    : `${wrap(of)}${accent}`;
}

function group(of: string, brace: string): string {
  return brace === '' ? of : `${wrap(of)}${brace}`;
}

function called(name: string, of: string): string {
  return of === '' ? name : isBracketed(of) ? `${name}${of}` : `${name} ${wrap(of)}`;
}
