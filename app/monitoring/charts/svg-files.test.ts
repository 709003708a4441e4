import { expect, test } from 'vitest';
import { svgToPng } from './png.server.ts';
import { wrapWords } from './svg-file.tsx';

const drawing = (text: string, weight = 400) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><rect width="400" height="60" fill="#fff"/><text x="8" y="40" font-size="28" font-weight="${weight}" font-family="&quot;Public Sans&quot;, Arial">${text}</text></svg>`;
const sizeOf = (png: Uint8Array) => [new DataView(png.buffer).getUint32(16), new DataView(png.buffer).getUint32(20)];

test('a picture is a PNG of twice the size of its drawing', async () => {
  const png = await svgToPng(drawing('49,5'));
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(sizeOf(png)).toEqual([800, 120]);
});

const letters = 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”';

test('Polish letters have shapes of their own in both weights: none is a box, and none is missing', async () => {
  const box = await svgToPng(drawing('\u4e00'));
  for (const weight of [400, 600]) {
    const shapes = await Promise.all([...letters].map((letter) => svgToPng(drawing(letter, weight))));
    const seen = new Set(shapes.map((png) => Buffer.from(png).toString('base64')));
    expect(seen.size, String(weight)).toBe(letters.length);
    expect(seen.has(Buffer.from(box).toString('base64')), String(weight)).toBe(false);
  }
});

test('letters of other scripts, signs and marks over letters are no boxes in a picture either', async () => {
  const signs = ['≤', '≥', '‰', '№', 'Ω', '→', '☐', '✓', 'a\u2010b', 'Ж', 'ї', 'Θ', 'א', 'ش', 'x\u0302', '😀', '👍'];
  for (const weight of [400, 600]) {
    const box = Buffer.from(await svgToPng(drawing('\u4e00', weight))).toString('base64');
    const shapes = await Promise.all(
      signs.map(async (sign) => Buffer.from(await svgToPng(drawing(sign, weight))).toString('base64')),
    );
    expect(new Set(shapes).size, String(weight)).toBe(signs.length);
    expect(shapes, String(weight)).not.toContain(box);
  }
  const same = async (one: string, other: string) =>
    Buffer.from(await svgToPng(drawing(one))).equals(Buffer.from(await svgToPng(drawing(other))));
  expect(await same('o\ufb01cer', 'oficer')).toBe(true);
  expect(await same('z\u0307o\u0301\u00ad\u200b', 'żó')).toBe(true);
});

test('the same drawing is made once', async () => {
  expect(await svgToPng(drawing('raz'))).toBe(await svgToPng(drawing('raz')));
});

test('words are wrapped between words, and what does not fit ends with an ellipsis', () => {
  expect(wrapWords('Czy raport mówi, co zrobiono', 12, 3)).toEqual(['Czy raport', 'mówi, co', 'zrobiono']);
  expect(wrapWords('jeden dwa trzy cztery', 5, 2)).toEqual(['jeden', 'dwa …']);
});
