import { noteRole, report } from './build.ts';
import type { LineRole } from '../tree/types.ts';
import type { Walk } from './walk.ts';

/** Lines that are not looked at as provisions at all. */
const APART: ReadonlySet<LineRole> = new Set(['blank', 'title', 'basis', 'before', 'contents', 'noise', 'reasons']);

/**
 * Names every line that begins with a mark and starts no unit: it may end a reference, or a unit was not seen. So no printed mark
 * lies inside another unit without a word about it.
 */
export function nameKeptMarks(walk: Walk, from: number): void {
  const { build, source } = walk;
  for (let i = from; i < source.lines.length; i += 1) {
    const mark = source.marks[i];
    const line = source.lines[i]!;
    if (mark === null || mark === undefined || line.text === '' || walk.taken.has(i) || walk.overrides.has(line.n))
      continue;
    const role = build.roles.get(line.n)?.role;
    // Quoted wording is walked over by itself.
    if (role === undefined || APART.has(role) || role === 'quoted' || (role === 'signature' && mark.number === ''))
      continue;
    noteRole(build, line.n, role, null, true);
    report(build, {
      code: 'mark-in-text',
      severity: 'info',
      line: line.n,
      unit: null,
      pl: `Wiersz zaczyna się od „${mark.label}”, ale odczytano go jako część tekstu, a nie osobną jednostkę.`,
      en: `The line begins with "${mark.label}", but was read as part of the text and not as a unit of its own.`,
    });
  }
}
