import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outline } from './parse/outline.ts';
import { parse } from './parse/parse.ts';
import { findReferences } from './references/references.ts';
import { renderText } from './render/render-text.ts';
import { renumber } from './number/rewrite.ts';
import { shape } from './testing/arbitrary.ts';
import { allWords, indexUnits } from './tree/tree.ts';
import type { Unit } from './tree/types.ts';

const FOLDER = join(process.cwd(), '..', 'shared', 'data', 'resolutions');
const present = existsSync(FOLDER);
const files = present ? readdirSync(FOLDER).filter((file) => file.endsWith('.txt')) : [];
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
type Entry = { file: string; basic_unit: string; basic_units_printed?: number; chapters?: number };

/** § or art. of the act itself. */
function countBasics(units: readonly Unit[], type: string): number {
  let count = 0;
  for (const unit of units) count += (unit.type === type ? 1 : 0) + countBasics(unit.children, type);
  return count;
}

/** Here the index counts quoted articles that stand at the start of a line as well. */
const OWN_BASICS: Readonly<Record<string, number>> = { 'ustawa-zm-1995-09-29-samorzad-terytorialny.txt': 15 };

test.skipIf(!present)('nothing of any real text is lost, and rendering reads back as the same tree', () => {
  for (const file of files) {
    const source = read(file);
    const act = parse(source);
    expect([file, allWords(act).replace(/\s+/g, '') === source.replace(/\s+/g, '')]).toEqual([file, true]);
    const again = parse(renderText(act), { kind: act.kind });
    expect([file, shape([...again.units, ...again.annexes])]).toEqual([file, shape([...act.units, ...act.annexes])]);
    expect([again.title, again.legalBasis, again.before, again.reasons]).toEqual([
      act.title,
      act.legalBasis,
      act.before,
      act.reasons,
    ]);
  }
});

test.skipIf(!present)('§ or art. and chapters of every real text are as many as are printed', () => {
  const entries = JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')) as Entry[];
  for (const entry of entries) {
    if (entry.basic_units_printed === undefined) continue;
    const act = parse(read(entry.file));
    const own = countBasics(act.units, entry.basic_unit === '§' ? 'paragraph' : 'article');
    const { counts } = outline(act);
    const chapters = (counts.chapter ?? 0) + (counts.division ?? 0);
    expect([entry.file, own, chapters]).toEqual([
      entry.file,
      OWN_BASICS[entry.file] ?? entry.basic_units_printed,
      entry.chapters ?? 0,
    ]);
  }
});

test.skipIf(!present)('a reference in a real text seldom leads nowhere', () => {
  let inner = 0;
  let dangling = 0;
  for (const file of files) {
    for (const reference of findReferences(parse(read(file)))) {
      if (
        reference.status === 'external' ||
        reference.targets.some((target) => target.citation.startsWith('załącznik nr'))
      )
        continue;
      inner += 1;
      if (reference.status === 'dangling') dangling += 1;
    }
  }
  expect(inner).toBeGreaterThan(550);
  expect(dangling / inner).toBeLessThan(0.01);
});

const MARK =
  /^(?:§\s?\d+|Art\.?\s?\d+|\d+[a-zA-Z]{0,2}\s?[.)/](?!\d)|\(\d+\)|[a-z]{1,2}\s?[)/]|[–—•-](?=\s|\p{L})|(?:Rozdział|ROZDZIAŁ|DZIAŁ|Dział|Oddział)\s+[\dIVX]+)/u;

test.skipIf(!present)('in a real text each line that begins with a mark starts a unit or is named', () => {
  for (const file of files) {
    const source = read(file);
    const act = parse(source);
    const seen = new Set([...indexUnits(act).values()].map((unit) => unit.line));
    for (const problem of act.problems) seen.add(problem.line);
    const first = act.units[0]?.line ?? 0;
    // Slashes around a signature: "/ – / Jan Kowalski".
    const lost = source
      .split('\n')
      .flatMap((line, i) =>
        i + 1 >= first && MARK.test(line.trim()) && !line.includes('– /') && !seen.has(i + 1)
          ? [`${i + 1} ${line.trim()}`]
          : [],
      );
    expect([file, lost]).toEqual([file, []]);
  }
});

test.skipIf(!present)('numbering a faultless statute anew changes nothing', () => {
  const { changes, rewrites } = renumber(parse(read('ustawa-1998-06-05-samorzad-powiatowy.txt')), { mode: 'draft' });
  expect([changes, rewrites]).toEqual([[], []]);
});
