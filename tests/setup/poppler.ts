import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Poppler finds in a PDF: facts about the file, its words, its structure for screen readers. Fails on a file with a fault in it. */
export function readPdf(bytes: Uint8Array): { info: string; text: string; structure: string; words: string } {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    const run = (program: string, ...args: string[]) =>
      execFileSync(program, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
    const [structure, info, text] = [
      run('pdfinfo', '-struct-text', path),
      run('pdfinfo', path),
      run('pdftotext', path, '-'),
    ];
    return { info, text, structure, words: text.replace(/\s+/g, ' ') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
