import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function docs(words: readonly string[], input: string) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/docs.ts', ...words], { input, encoding: 'utf8' });
}

test('standard input stands for a file', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-docs-'));
  try {
    const out = join(folder, 'out.txt');
    expect(docs(['convert', '-', '--to', 'txt', '--out', out], '§ 1. Treść.\n')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(out, 'utf8')).toBe('§ 1. Treść.\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
  const refused = docs(['read', '-'], 'zwykły tekst');
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toBe('the file is not a .docx document (no zip archive)\n');
});

test('a file is looked for in the folder of the caller, not of the project', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-docs-'));
  try {
    writeFileSync(join(folder, 'akt.txt'), '§ 1. Treść.\n');
    const env = { ...process.env, npm_lifecycle_event: 'docs', INIT_CWD: folder };
    const words = ['--import', 'tsx', 'scripts/docs.ts', 'convert', 'akt.txt', '--to', 'txt', '--out', 'wynik.txt'];
    expect(spawnSync(process.execPath, words, { env, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'wynik.txt'), 'utf8')).toBe('§ 1. Treść.\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file over the bound is refused by its size, and the bound is named', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-docs-'));
  try {
    const file = join(folder, 'akt.txt');
    writeFileSync(file, 'x'.repeat(40 * 1024 * 1024 + 1));
    for (const words of [
      ['scripts/text.ts', 'parse', file],
      ['scripts/docs.ts', 'convert', file, '--to', 'txt', '--out', join(folder, 'out')],
    ]) {
      const refused = spawnSync(process.execPath, ['--import', 'tsx', ...words], { encoding: 'utf8' });
      expect([refused.status, refused.stdout, refused.stderr]).toEqual([
        2,
        '',
        `The text has 41943041 bytes (${file}); at most 41943040 are allowed.\n`,
      ]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
