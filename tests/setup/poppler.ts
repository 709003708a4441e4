import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Between what one program has printed and the next. */
const end = '<<<<next program>>>>';

/** What Poppler finds in a PDF: facts about the file, its words, its structure for screen readers. Fails on a file with a fault in it. */
export function readPdf(bytes: Uint8Array): { info: string; text: string; structure: string; words: string } {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    // Three programs of one shell: a process as large as that of the tests is slow to start another.
    const [structure = '', info = '', text = ''] = execFileSync(
      'sh',
      ['-ec', `pdfinfo -struct-text "$0"; printf '${end}'; pdfinfo "$0"; printf '${end}'; pdftotext "$0" -`, path],
      { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
    ).split(end);
    return { info, text, structure, words: text.replace(/\s+/g, ' ') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
