import { child, isOn, val, type XmlNode } from './xml.ts';

export type ParagraphStyle = {
  id: string;
  name: string;
  basedOn: string | null;
  numId: string | null;
  level: number | null;
  outline: number | null;
  hidden: boolean | null;
  /** Twentieths of a point from the left margin. */
  left: number | null;
};

/** Longer than any name the word processor takes. */
const MAX_NAME = 255;

/** Reads the styles of styles.xml, of paragraphs and of words; empty without that part. */
export function readStyles(root: XmlNode | null): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  for (const node of root?.children ?? []) {
    if (node.name !== 'w:style') continue;
    const id = node.attributes['w:styleId'] ?? '';
    const properties = child(node, 'w:pPr');
    const list = child(properties, 'w:numPr');
    const level = val(child(list, 'w:ilvl'));
    const outline = val(child(properties, 'w:outlineLvl'));
    const vanish = child(child(node, 'w:rPr'), 'w:vanish');
    styles.set(id, {
      id,
      name: (val(child(node, 'w:name')) ?? id).slice(0, MAX_NAME),
      basedOn: val(child(node, 'w:basedOn')),
      numId: val(child(list, 'w:numId')),
      level: level === null ? null : Number(level),
      outline: outline === null ? null : Number(outline),
      hidden: vanish === null ? null : isOn(vanish),
      left: leftOf(properties),
    });
  }
  return styles;
}

/** How far from the margin the properties of a paragraph set it; null where they do not say. */
export function leftOf(properties: XmlNode | null): number | null {
  const indent = child(properties, 'w:ind')?.attributes;
  const left = Number(indent?.['w:left'] ?? indent?.['w:start'] ?? Number.NaN);
  return Number.isFinite(left) ? left : null;
}

/** First value along the chain of styles a style is based on; bounded against circles. */
export function inherited<T>(
  styles: ReadonlyMap<string, ParagraphStyle>,
  id: string | null,
  pick: (style: ParagraphStyle) => T | null,
): T | null {
  let at = id;
  for (let guard = 0; at !== null && guard < 20; guard += 1) {
    const style = styles.get(at);
    if (style === undefined) return null;
    const value = pick(style);
    if (value !== null) return value;
    at = style.basedOn;
  }
  return null;
}

/** Heading level of a paragraph style (0 is the highest), null for body text. */
export function headingLevel(styles: ReadonlyMap<string, ParagraphStyle>, id: string | null): number | null {
  const outline = inherited(styles, id, (style) => style.outline);
  if (outline !== null) return outline < 9 ? outline : null;
  const name = inherited(styles, id, (style) => (/^(?:heading|nagłówek)\s*\d/i.test(style.name) ? style.name : null));
  return name === null ? null : Number(/\d/.exec(name)?.[0] ?? 1) - 1;
}

/** The style of paragraphs that name none. */
export function defaultStyle(styles: ReadonlyMap<string, ParagraphStyle>): string | null {
  return styles.has('Normal') ? 'Normal' : styles.has('Normalny') ? 'Normalny' : null;
}

export function styleName(properties: XmlNode | null): string | null {
  return val(child(properties, 'w:pStyle'));
}
