import { walkUnits } from '../tree/tree.ts';
import type { Act, UnitType } from '../tree/types.ts';

export type OutlineLine = { citation: string; type: UnitType; line: number; text: string };

export type Outline = {
  /** Units per type, annexes included, quoted text not. Types that do not occur are left out. */
  counts: Partial<Record<UnitType, number>>;
  chapters: Array<{ label: string; title: string }>;
  lines: OutlineLine[];
};

/** Counts, chapters and one line per unit with the first 80 characters of its words. */
export function outline(act: Act): Outline {
  const counts: Partial<Record<UnitType, number>> = {};
  const chapters: Outline['chapters'] = [];
  const lines: OutlineLine[] = [];
  for (const unit of walkUnits(act)) {
    counts[unit.type] = (counts[unit.type] ?? 0) + 1;
    if (unit.type === 'chapter') chapters.push({ label: unit.label, title: unit.heading });
    const words = unit.heading === '' ? unit.text : unit.heading;
    lines.push({
      citation: unit.citation,
      type: unit.type,
      line: unit.line,
      text: Array.from(words.slice(0, 200)).slice(0, 80).join(''),
    });
  }
  return { counts, chapters, lines };
}
