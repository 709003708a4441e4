import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { loadFonts } from './load-fonts.server.ts';

test('both weights have every letter of Polish law, each drawn in its weight', async () => {
  const fonts = await loadFonts();
  const [regular, bold] = [create(fonts.regular), create(fonts.bold)];
  const letters = 'aąbcćdeęfghijklłmnńoóprsśtuwyzźżAĄBCĆDEĘFGHIJKLŁMNŃOÓPRSŚTUWYZŹŻ0123456789§–„”…()';
  for (const letter of letters) {
    const code = letter.codePointAt(0)!;
    expect([letter, regular.characterSet.includes(code), bold.characterSet.includes(code)]).toEqual([
      letter,
      true,
      true,
    ]);
    expect(regular.glyphForCodePoint(code).path.commands.length).toBeGreaterThan(3);
    expect([
      letter,
      bold.glyphForCodePoint(code).advanceWidth >= regular.glyphForCodePoint(code).advanceWidth - 12,
    ]).toEqual([letter, true]);
  }
});
