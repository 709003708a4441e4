/** The part of fontkit used here; the package brings no types. */
declare module 'fontkit' {
  type PathCommand = { command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; args: number[] };
  type Glyph = { advanceWidth: number; path: { commands: PathCommand[] } };
  type Font = {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    capHeight: number;
    xHeight: number;
    characterSet: number[];
    glyphForCodePoint(codePoint: number): Glyph;
    getVariation(settings: Record<string, number>): Font;
  };
  export function create(bytes: Uint8Array): Font;
}
