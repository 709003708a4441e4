import { expect, test } from 'vitest';
import { contentPolicy, isForeignForm, securityHeaders } from './security.server.ts';

const from = (site?: string, origin?: string, host: string | undefined = 'paragraf.example') =>
  isForeignForm({ site, origin, host });

test('a form of our own page is taken', () => {
  expect(from('same-origin', 'https://paragraf.example')).toBe(false);
  expect(from('none')).toBe(false);
  expect(from(undefined, 'https://paragraf.example')).toBe(false);
  expect(from(undefined, 'http://localhost:3000', 'localhost:3000')).toBe(false);
});

test('a form of another site, of a sibling site and of nowhere is refused', () => {
  expect(from('cross-site', 'https://evil.example')).toBe(true);
  expect(from('same-site', 'https://evil.paragraf.example')).toBe(true);
  expect(from(undefined, 'https://evil.example')).toBe(true);
  expect(from(undefined, 'https://paragraf.example:8443')).toBe(true);
  expect(from(undefined, 'null')).toBe(true);
  expect(isForeignForm({ site: undefined, origin: 'https://a.example', host: undefined })).toBe(true);
});

test('what the browser says about the site outweighs an origin that looks right', () => {
  expect(from('cross-site', 'https://paragraf.example')).toBe(true);
});

test('a program that names neither is let through: it carries nobody else’s cookie', () => {
  expect(from()).toBe(false);
});

test('the policy allows scripts of this answer only, and no inline styles', () => {
  expect(contentPolicy('abc')).toContain("script-src 'self' 'nonce-abc'");
  expect(contentPolicy('abc')).not.toMatch(/unsafe/);
});

test('an address that opens something by itself is named to no other page, this site’s own included', () => {
  const policyOf = (originalUrl: string) => {
    const headers = new Map<string, string>();
    const response = { setHeader: (name: string, value: string) => headers.set(name, value) };
    securityHeaders(...([{ originalUrl }, response, () => {}] as unknown as Parameters<typeof securityHeaders>));
    return headers.get('Referrer-Policy');
  };
  for (const path of ['/odpowiedz/link/aBc', '/en/odpowiedz/link/aBc/plik/0a', '/embargo/aBc?x=1', '/haslo/aBc'])
    expect(policyOf(path), path).toBe('strict-origin');
  expect(policyOf('/konsultacje/zasady?nr=1')).toBe('strict-origin-when-cross-origin');
});
