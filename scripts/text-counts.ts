import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findReferences, outline, parse, type UnitType } from '#app/text/index.ts';

/** Prints a markdown table: units per kind, chapters and references for every real text that lies beside the project. */
const COLUMNS: ReadonlyArray<readonly [UnitType, string]> = [
  ['division', 'dział'],
  ['chapter', 'rozdział'],
  ['article', 'art.'],
  ['paragraph', '§'],
  ['subsection', 'ust.'],
  ['point', 'pkt'],
  ['letter', 'lit.'],
  ['indent', 'tiret'],
  ['subindent', 'double tiret'],
  ['closing', 'common part'],
  ['annex', 'annex'],
];

function row(file: string, source: string): string {
  const act = parse(source);
  const { counts } = outline(act);
  const references = findReferences(act);
  const cells = COLUMNS.map(([type]) => String(counts[type] ?? 0));
  const of = (status: string): number => references.filter((reference) => reference.status === status).length;
  return `| ${file.replace(/\.txt$/, '')} | ${cells.join(' | ')} | ${of('resolved')} | ${of('dangling')} | ${of('external')} | ${act.problems.length} |`;
}

function main(): void {
  const folder = join(fileURLToPath(new URL('..', import.meta.url)), '..', 'shared', 'data', 'resolutions');
  if (!existsSync(folder)) {
    process.stderr.write('no texts found beside the project\n');
    process.exitCode = 2;
    return;
  }
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  const names = COLUMNS.map(([, name]) => name);
  const lines = [
    `| text | ${names.join(' | ')} | references | dangling | external | problems |`,
    `|${' --- |'.repeat(names.length + 5)}`,
    ...files.map((file) => row(file, readFileSync(join(folder, file), 'utf8'))),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main();
