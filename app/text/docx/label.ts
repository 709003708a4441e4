import { formatNumber, nextLabel, type Numbering } from './numbering.ts';
import type { Reading } from './equation.ts';
import { inherited, leftOf, styleName, type ParagraphStyle } from './styles.ts';
import { child, val, type XmlNode } from './xml.ts';

export type Numbers = { styles: ReadonlyMap<string, ParagraphStyle>; numbering: Numbering };

type Numbered = { properties: XmlNode | null; style: string | null };

/** What a paragraph looked like before a tracked change of its properties, or looks like after it. */
export function looksIn({ properties, style }: Numbered, reading: Reading, standard: string | null): Numbered {
  const old = reading === 'rejected' ? child(child(properties, 'w:pPrChange'), 'w:pPr') : null;
  if (child(properties, 'w:pPrChange') === null || reading === 'accepted') return { properties, style };
  return { properties: old, style: styleName(old) ?? (old === null ? style : standard) };
}

/** The automatic mark in one reading. An empty paragraph shows a number too ("§ 1." alone on its line), but no bullet. */
export function labelOf(
  numbers: Numbers,
  { properties, style }: Numbered,
  { text, reading }: { text: string; reading: Reading },
): string {
  const own = child(properties, 'w:numPr');
  if (reading === 'rejected') {
    if (child(own, 'w:ins') !== null) return '';
    const original = child(own, 'w:numberingChange') ?? child(properties, 'w:numberingChange');
    if (original !== null) return originalLabel(original.attributes['w:original'] ?? '');
  }
  const numId = val(child(own, 'w:numId')) ?? inherited(numbers.styles, style, (one) => one.numId);
  if (numId === null || numId === '0') return '';
  const ownLevel = val(child(own, 'w:ilvl'));
  const level =
    ownLevel !== null
      ? Number(ownLevel)
      : (inherited(numbers.styles, style, (one) => one.level) ?? levelOfStyle(numbers, numId, style));
  const label = nextLabel(numbers.numbering, numId, level, (id) =>
    inherited(numbers.styles, id, (one) => one.numId),
  ).trim();
  return text.trim() === '' && !/[\p{L}\d]/u.test(label) ? '' : label;
}

/** How far from the margin a paragraph stands: by itself, by its style, or by the level of its list. */
export function placeIn(numbers: Numbers, { properties, style }: Numbered): number {
  const own = leftOf(properties) ?? inherited(numbers.styles, style, (one) => one.left);
  if (own !== null) return own;
  const level =
    val(child(child(properties, 'w:numPr'), 'w:ilvl')) ?? inherited(numbers.styles, style, (one) => one.level);
  return level === null ? 0 : Number(level) * 360;
}

function levelOfStyle({ numbering }: Pick<Numbers, 'numbering'>, numId: string, style: string | null): number {
  const abstract = numbering.abstracts.get(numbering.instances.get(numId)?.abstractId ?? '');
  for (const [level, definition] of abstract?.levels ?? [])
    if (definition.style !== null && definition.style === style) return level;
  return 0;
}

const FORMATS = ['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter'];

/** The number before a change as the file notes it: "%1:3:0:." is the third of the first level, in Arabic, with a full stop. */
function originalLabel(original: string): string {
  if (!original.includes('%')) return original.slice(0, 120).trim();
  return original
    .slice(0, 400)
    .replace(
      /%\d:(\d{1,6}):(\d{1,3}):([^%]{0,40})/g,
      (_, value: string, format: string, after: string) =>
        `${formatNumber(Number(value), FORMATS[Number(format)] ?? 'decimal')}${after}`,
    )
    .trim();
}
