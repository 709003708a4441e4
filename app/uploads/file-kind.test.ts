import { expect, test, vi } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { attachmentType, captureType, savedName } from './file-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const { trim, indexOf, slice } = String.prototype;
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

test('the content decides the type, not the name', async () => {
  expect(await captureType(bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'))).toBe('application/pdf');
  expect(await captureType(png)).toBe('image/png');
  expect(await captureType(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]))).toBe(
    'image/jpeg',
  );
  expect(await captureType(bytes('\uFEFF  <!-- kopia -->\n<!DOCTYPE html><html lang="pl">'))).toBe('text/html');
});

test('anything else is refused, also when it pretends', async () => {
  expect(await captureType(bytes('MZ\u0090 to nie jest plik pdf'))).toBeNull();
  expect(await captureType(bytes('zwykły tekst, a dalej <html>'))).toBeNull();
  expect(await captureType(bytes('<html>\u0000</html>'))).toBeNull();
  expect(await captureType(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]))).toBeNull();
  expect(await captureType(bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBeNull();
  expect(await captureType(new Uint8Array())).toBeNull();
});

test('an attachment is a scan, a picture or a document by its content; macros, pages and archives are none', async () => {
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
  expect(await attachmentType(bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'))).toBe('application/pdf');
  expect(await attachmentType(png)).toBe('image/png');
  const tiff = new Uint8Array(10_030);
  // Its directory of one entry stands behind the picture, at 10,000.
  tiff.set([0x49, 0x49, 0x2a, 0, 0x10, 0x27, 0, 0]);
  tiff.set([1, 0], 10_000);
  expect(await attachmentType(tiff)).toBe('image/tiff');
  expect(await attachmentType(zip('[Content_Types].xml', 'word/document.xml'))).toContain('wordprocessingml');
  expect(await attachmentType(zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'))).toBeNull();
  for (const other of [
    zip('a.txt'),
    bytes('<!DOCTYPE html><html>'),
    bytes('zwykły tekst'),
    bytes('{\\rtf1 x}'),
    bytes('GIF89a'),
  ])
    expect(await attachmentType(other)).toBeNull();
});

test('a download keeps the name and gets the ending of its content', () => {
  expect(savedName('C:\\dane\\raport 2025.exe', 'application/pdf')).toBe('raport 2025.pdf');
  expect(savedName('../../etc/passwd', 'text/html')).toBe('passwd.html');
  expect(savedName('', 'image/png')).toBe('kopia.png');
});

test('a page is known behind comments, blanks and an XML declaration, and by nothing else', async () => {
  const page = '<!DOCTYPE html><html></html>';
  for (const before of [
    '',
    '\n\t ',
    '<!-- a --> <!-- b -->\n',
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<?XML ?><!-- <html> -->',
    '\uFEFF<!---->',
  ])
    expect([before, await captureType(bytes(before + page))]).toEqual([before, 'text/html']);
  for (const text of [
    '<!-- <html> ',
    '<?xml <html>',
    '<!doctype svg>',
    '<!doctypehtml>',
    '<htmlx>',
    '<html',
    '< html>',
    '<!',
    '<',
    '<!-- --><!-- --',
  ])
    expect([text, await captureType(bytes(text))]).toEqual([text, null]);
});

test('hostile beginnings cost as much as they are long, and no more than the bytes that are looked at', async () => {
  const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
  const tokens = [
    '<!---->',
    '<!--',
    '-->',
    '<?xml',
    '<?XML\t?>',
    '?>',
    '<?xml ?><!---->',
    '<!doctype ',
    '<html',
    '<a ',
    '</',
    '\uFEFF',
    '\n',
    '\r\n',
    '\t',
    'é',
    '%PDF',
    'PK\u0003\u0004',
    '<!--<!--',
    '<?xml<?xml',
    '<!---',
    '<!-->',
    '<svg>',
    '{',
    '[',
    '"',
  ];
  for (const token of [...printable, ...tokens]) {
    for (const end of ['', '<', '\u00ff', 'L\t']) {
      const text = token.repeat(Math.ceil(300_000 / token.length)) + end;
      const work = await signsRead(() => captureType(bytes(text)));
      expect([token, work <= 40_000]).toEqual([token, true]);
    }
  }
});

/** Signs that the reader of beginnings compared: every one goes through `trim`, a search or a pattern. */
async function signsRead(work: () => Promise<unknown>): Promise<number> {
  let read = 0;
  const spies = [
    vi.spyOn(String.prototype, 'trim').mockImplementation(function (this: string) {
      read += this.length;
      return trim.call(this);
    }),
    vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, ...given: [string, number?]) {
      const at = indexOf.apply(this, given);
      read += (at === -1 ? this.length : at) - (given[1] ?? 0);
      return at;
    }),
    vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, ...given: [number?, number?]) {
      const cut = slice.apply(this, given);
      read += cut.length;
      return cut;
    }),
  ];
  await work();
  for (const spy of spies) spy.mockRestore();
  return read;
}
