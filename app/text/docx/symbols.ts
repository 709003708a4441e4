/** The letters of the font Symbol from 0x41 and from 0x61, and its signs from 0xA1. */
const UPPER = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const LOWER = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SIGNS = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑';
const SYMBOL: Readonly<Record<number, string>> = {
  0x22: '∀',
  0x24: '∃',
  0x27: '∋',
  0x2a: '∗',
  0x2d: '–',
  0x40: '≅',
  0x5c: '∴',
  0x5e: '⊥',
  0x7e: '∼',
  0xbe: '–',
  0xf1: '〉',
  0xf2: '∫',
};
/** Signs of Wingdings that stand in texts and forms. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x28: '☎',
  0x2a: '✉',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '□',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '➔',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
  0xdf: '←',
  0xe1: '↑',
  0xe2: '↓',
  0xa1: '○',
  0x77: '◆',
  0x73: '◆',
  0xb7: '•',
  0x2d: '–',
};

/** The sign that a font of symbols prints for a code, in the private area (F000–F0FF) or plain; null for one we do not know. */
export function symbolOf(font: string, code: number): string | null {
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const at = isPrivate ? code - 0xf000 : code;
  const name = font.toLowerCase();
  if (name.startsWith('wingdings')) return name === 'wingdings' ? (WINGDINGS[at] ?? null) : null;
  if (name === 'symbol' || (isPrivate && name === '')) return at === 0xa7 && name === '' ? '§' : symbolFont(at);
  if (!isPrivate && code > 0 && code < 0xd800) return String.fromCharCode(code);
  // Other fonts keep the signs of their own code page there.
  return at >= 0x20 && at < 0x7f ? String.fromCharCode(at) : at === 0xa7 ? '§' : null;
}

function symbolFont(at: number): string | null {
  const known = SYMBOL[at];
  if (known !== undefined) return known;
  if (at >= 0x41 && at <= 0x5a) return [...UPPER][at - 0x41] ?? null;
  if (at >= 0x61 && at <= 0x7a) return [...LOWER][at - 0x61] ?? null;
  if (at >= 0xa1 && at <= 0xe5) return [...SIGNS][at - 0xa1] ?? null;
  return at >= 0x20 && at < 0x7f ? String.fromCharCode(at) : null;
}

/** Words set in the font Symbol keep their signs in the private area: printed as what is seen. */
export function withoutPrivateSigns(text: string, font: string): string {
  return text.replace(/[\uf020-\uf0ff]/g, (sign) => symbolOf(font, sign.charCodeAt(0)) ?? sign);
}
