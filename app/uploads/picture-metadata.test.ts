import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutMetadata } from './picture-metadata.ts';

const text = (words: string) => [...Buffer.from(words, 'latin1')];
const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];
/** A scan with a stuffed FF and a restart in it. */
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const end = [0xff, 0xd9];
const jfif = segment(0xe0, [...text('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 0, 0]);
const tables = segment(
  0xdb,
  Array.from({ length: 65 }, () => 1),
);
/** One entry of a directory, big end first. */
const entry = (tag: number, type: number, count: number, value: number[]) => [
  tag >> 8,
  tag & 255,
  0,
  type,
  ...long(count),
  ...value,
];
const long = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const exif = segment(0xe1, [
  ...text('Exif\0\0MM'),
  0,
  0x2a,
  0,
  0,
  0,
  8,
  0,
  2,
  ...entry(0x0112, 3, 1, [0, 6, 0, 0]),
  ...entry(0x8825, 4, 1, long(38)),
  ...long(0),
  ...text('50.0647N 19.9450E'),
]);
const jpeg = (...parts: number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat()]);
const plain = (bytes: Uint8Array<ArrayBuffer>, type = 'image/jpeg') => withoutMetadata(bytes, type);
const latin = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1');

test('a photo keeps its picture, its colours and how it is turned; place, thumbnail, words and what stands behind its end go', () => {
  const colours = segment(0xe2, [...text('ICC_PROFILE\0'), 1, 1, 9, 9]);
  const words = [
    exif,
    segment(0xfe, text('Jan Kowalski')),
    segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0Kraków')),
  ];
  const more = segment(0xe2, text('MPF\0second picture'));
  const photo = plain(jpeg(jfif, ...words, colours, more, tables, scan, tables, scan, end, [0xff, 0xd8], exif.slice()));
  expect(latin(photo)).not.toMatch(/50\.06|Kowalski|Krak|MPF|xap/);
  const [before, after] = latin(photo).split('Exif\0\0') as [string, string];
  expect(before.length).toBe(2 + jfif.length + 4);
  // Big end first, one entry: orientation, short, one, 6.
  expect(after.slice(0, 26)).toBe(
    latin(
      Uint8Array.from([...text('MM'), 0, 42, ...long(8), 0, 1, ...entry(274, 3, 1, [0, 6, 0, 0]), 0, 0, 0, 0]),
    ).slice(0, 26),
  );
  expect(latin(photo)).toContain(latin(Uint8Array.from([...colours, ...tables, ...scan, ...tables, ...scan, ...end])));
  expect(latin(photo)).toMatch(/\u00ff\u00d9$/);
  // What is plain stays as it is, and is not turned.
  const bare = jpeg(jfif, tables, scan, end);
  expect(plain(bare)).toEqual(bare);
  expect(plain(plain(photo!)!)).toEqual(photo);
});

test('a photo that is no photo is refused, one that was cut off inside its picture is kept', () => {
  expect(plain(jpeg(jfif, tables, scan))).toEqual(jpeg(jfif, tables, scan));
  for (const broken of [
    jpeg(),
    jpeg(end),
    jpeg(jfif, end),
    jpeg([1, 2, 3]),
    jpeg([0xff, 0xe1, 0xff, 0xff, 1]),
    jpeg([0xff, 0xe1, 0, 1]),
  ])
    expect(plain(broken)).toBeNull();
});

const chunk = (name: string, body: number[]) => [...long(body.length), ...text(name), ...body, 0, 0, 0, 0];
const png = (...chunks: number[][]) => Uint8Array.from([0x89, ...text('PNG\r\n\u001a\n'), ...chunks.flat()]);

test('a PNG keeps its chunks of the picture; words, time, Exif, private chunks and what stands behind its end go', () => {
  const head = chunk(
    'IHDR',
    Array.from({ length: 13 }, () => 1),
  );
  const [data, last] = [chunk('IDAT', [1, 2, 3]), chunk('IEND', [])];
  const told = [
    chunk('tEXt', text('Author\0Jan')),
    chunk('iTXt', text('XML:com.adobe.xmp')),
    chunk('zTXt', [1]),
    chunk('eXIf', text('MM')),
    chunk('tIME', [7, 7, 7, 7, 7, 7, 7]),
    chunk('prVt', text('x')),
  ];
  const gamma = chunk('gAMA', [0, 0, 0, 1]);
  expect(plain(png(head, ...told, gamma, data, ...told, last, told[0]!), 'image/png')).toEqual(
    png(head, gamma, data, last),
  );
  expect(plain(png(head, data), 'image/png')).toBeNull();
  expect(plain(png(head, [0xff, 0xff, 0xff, 0xff, ...text('IDAT'), 1]), 'image/png')).toBeNull();
});

/** A TIFF of one page: width, maker (outside the entry), place; then what they point at. */
const tiff = () =>
  Uint8Array.from([
    ...text('MM'),
    0,
    42,
    ...long(8),
    0,
    3,
    ...entry(256, 3, 1, [0, 5, 0, 0]),
    ...entry(271, 2, 8, long(50)),
    ...entry(34_853, 4, 1, long(58)),
    ...long(0),
    ...text('APARATY\0'),
    0,
    1,
    ...entry(1, 2, 9, long(76)),
    ...long(0),
    ...text('50.0647N\0'),
    9,
  ]);

test('a TIFF loses the entries that tell of place and camera and what they point at; the rest stays where it was', () => {
  const source = tiff();
  const kept = plain(source, 'image/tiff')!;
  expect(kept.length).toBe(source.length);
  expect(latin(kept)).not.toMatch(/APARAT|50\.06/);
  expect([...kept.subarray(0, 8), ...kept.subarray(8, 26)]).toEqual([
    ...source.subarray(0, 8),
    0,
    1,
    ...entry(256, 3, 1, [0, 5, 0, 0]),
    ...long(0),
  ]);
  expect(kept.at(-1)).toBe(9);
  expect(latin(source)).toContain('APARATY');
});

test('directories in a circle and values that overlap end, whatever the bytes are', () => {
  const circle = Uint8Array.from([...text('MM'), 0, 42, ...long(8), 0, 1, ...entry(330, 4, 1, long(8)), ...long(8)]);
  expect(plain(circle, 'image/tiff')).toEqual(circle);
  // Sixty thousand entries, each of which asks for the whole file to be overwritten.
  const count = 60_000;
  const greedy = new Uint8Array(10 + count * 12 + 4);
  greedy.set([...text('MM'), 0, 42, ...long(8), count >> 8, count & 255]);
  for (let at = 0; at < count; at += 1) greedy.set(entry(271, 2, greedy.length, long(8)), 10 + at * 12);
  expect(plain(greedy, 'image/tiff')).toBeNull();
  fc.assert(
    fc.property(
      fc.constantFrom('image/jpeg', 'image/png', 'image/tiff'),
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(4),
      (type, bytes, which) => {
        const base = [jpeg(exif, scan, end), tiff(), png(chunk('IHDR', [])), jpeg(), png()][which]!;
        const mixed = Uint8Array.from([...base.subarray(0, base.length - ((bytes[0] ?? 0) % 8)), ...bytes]);
        const kept = plain(mixed, type);
        expect(kept === null || kept.length <= mixed.length + 40).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('documents pass as they are', () => {
  const pdf = Uint8Array.from(text('%PDF-1.7'));
  expect(plain(pdf, 'application/pdf')).toBe(pdf);
});
