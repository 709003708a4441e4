import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCorpusFile, summaryOf } from '../../scripts/corpus-run.ts';

test('a corpus run counts units, and tells what was refused from what was lost', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-corpus-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const lines = [
      await runCorpusFile(write('a.txt', 'UCHWAŁA NR 1\n\n§ 1. Raz.\n\n§ 2. Dwa:\n\n1) a;\n\n2) b.\n')),
      await runCorpusFile(write('b.html', '<html><body><p>§ 1. Raz.</p><p>§ 2. Dwa.</p></body></html>')),
      await runCorpusFile(write('c.xml', '<?xml version="1.0"?><other>Raz</other>')),
      await runCorpusFile(write('d.docx', 'to nie dokument')),
    ];
    expect(lines.map(({ units, lost, isRefused, isLost }) => [units, lost, isRefused, isLost])).toEqual([
      [4, 0, false, false],
      [2, 0, false, false],
      [0, 0, true, false],
      [0, 0, false, false],
    ]);
    expect(summaryOf([...lines, { words: '', units: 3, lost: 7, isRefused: false, isLost: true }])).toBe(
      '5 files, 1 refused, 9 units, 7 letters lost in 1 files',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
