import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PdfModel } from '#app/documents/pdf/blocks.ts';
import { loadFonts } from '#app/documents/pdf/load-fonts.server.ts';
import { toPdf } from '#app/documents/pdf/to-pdf.ts';

/** A document of the given blocks, for tests. */
export function testModel(
  blocks: PdfModel['blocks'],
  { title = 'Próba', law = false }: { title?: string; law?: boolean } = {},
): PdfModel {
  return {
    language: 'pl',
    law,
    properties: {
      title,
      subject: 'Próba',
      creator: 'Próba',
      keywords: '',
      description: '',
      date: '2026-05-10T08:00:00Z',
    },
    blocks,
  };
}

/** Makes the PDF and gives its file to a program; the file is gone afterwards. */
async function withFile<T>(model: PdfModel, read: (path: string, folder: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-pdf-'));
  try {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, await toPdf(model, await loadFonts()));
    return read(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Marks that Poppler writes around words from the right. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e]/g;

/** Words of each page, line by line, as Poppler reads them. */
export function readPages(model: PdfModel): Promise<string[][]> {
  return withFile(model, (path) =>
    run('pdftotext', '-layout', path, '-')
      .replace(DIRECTIONS, '')
      .split('\f')
      .slice(0, -1)
      .map((page) =>
        page
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
  );
}

/** What Poppler says of the file. */
export function readInfo(model: PdfModel): Promise<string> {
  return withFile(model, (path) => run('pdfinfo', path));
}

export type Picture = { width: number; height: number; at: (x: number, y: number) => number };

/** Pages as pictures in shades of grey, `dpi` pixels an inch. */
export function drawPages(model: PdfModel, dpi: number): Promise<Picture[]> {
  return withFile(model, (path, folder) => {
    run('pdftoppm', '-gray', '-r', String(dpi), path, join(folder, 'p'));
    const names = run('ls', folder)
      .split('\n')
      .filter((name) => name.endsWith('.pgm'))
      .sort();
    return names.map((name) => pictureOf(readFileSync(join(folder, name))));
  });
}

function pictureOf(file: Buffer): Picture {
  const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.subarray(0, 40).toString('latin1')) ?? [];
  if (head === undefined) throw new Error('no picture in shades of grey');
  const [w, h] = [Number(width), Number(height)];
  return { width: w, height: h, at: (x, y) => file[head.length + y * w + x] ?? 255 };
}
