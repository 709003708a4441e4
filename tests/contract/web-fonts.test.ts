import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'public/fonts');
const files = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
const css = readFileSync(join(root, 'app/styles/tokens.css'), 'utf8');
const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body]) => ({
  family: /font-family: "([^"]+)"/.exec(body!)?.[1] ?? '',
  file: /url\("\/fonts\/([^"]+)"\)/.exec(body!)?.[1] ?? '',
  codes: codesOf(/unicode-range: ([^;]+);/.exec(body!)?.[1] ?? ''),
}));

function codesOf(range: string): number[] {
  return range.split(',').flatMap((part) => {
    const [from, to] = part
      .trim()
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: (to ?? from!) - from! + 1 }, (_, at) => from! + at);
  });
}

test('the style sheet names every font file, and each has the letters that it is named for', () => {
  expect(faces.map(({ file }) => file).sort()).toEqual([...files].sort());
  for (const { file, codes } of faces) {
    const known = new Set(create(readFileSync(join(folder, file))).characterSet);
    expect([file, codes.filter((code) => !known.has(code)).map((code) => code.toString(16))]).toEqual([file, []]);
  }
});

test('both families have every letter and mark that Polish and English need', () => {
  const needed = [
    ...'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżAĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ0123456789§„”“’‘–—…½²³×°€«»·•-.,:;!?()[]/%&+=@#*\'"',
  ];
  for (const family of ['Brygada 1918', 'Public Sans']) {
    const codes = new Set(faces.filter((face) => face.family === family).flatMap((face) => face.codes));
    expect([family, needed.filter((letter) => !codes.has(letter.codePointAt(0)!))]).toEqual([family, []]);
  }
});

test('a font file is named after its content, is small, and stands beside its licence', () => {
  const sizes = files.map((name) => {
    const bytes = readFileSync(join(folder, name));
    expect(name).toContain(createHash('sha256').update(bytes).digest('hex').slice(0, 8));
    return bytes.length;
  });
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(45_000);
  for (const family of ['brygada-1918', 'public-sans'])
    expect(readFileSync(join(folder, `${family}-LICENSE.txt`), 'utf8')).toContain('SIL OPEN FONT LICENSE');
});

test('the page asks for files that are there before it knows the style sheet', () => {
  const named = [...readFileSync(join(root, 'app/root.tsx'), 'utf8').matchAll(/'([a-z\d-]+-[\da-f]{8})'/g)].map(
    ([, name]) => `${name}.woff2`,
  );
  expect(named).toHaveLength(2);
  expect(named.filter((name) => !files.includes(name))).toEqual([]);
});
