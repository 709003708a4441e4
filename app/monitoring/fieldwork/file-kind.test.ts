import { expect, test } from 'vitest';
import { captureName, captureType } from './file-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const png = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));

test('the content decides the type, not the name', async () => {
  expect(await captureType(bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'))).toBe('application/pdf');
  expect(await captureType(png)).toBe('image/png');
  expect(await captureType(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]))).toBe('image/jpeg');
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

test('a download keeps the name and gets the ending of its content', () => {
  expect(captureName('C:\\dane\\raport 2025.exe', 'application/pdf')).toBe('raport 2025.pdf');
  expect(captureName('../../etc/passwd', 'text/html')).toBe('passwd.html');
  expect(captureName('', 'image/png')).toBe('kopia.png');
});
