import type { ReportCorrection, ReportHead } from './report-document.ts';
import type { LineMemory } from './report-lines.server.ts';

/** What a report says until something public changes: all but the time, what the clock alone changes, and its lines. */
export type Figures = { head: ReportHead & { id: string }; corrections: ReportCorrection[]; lines: LineMemory };

/** Reports kept: those that people are looking at, each with a number for every person who filed. */
const most = 12;
const kept = new Map<string, Promise<Figures>>();

/** The figures for a key that changes with everything public, made once for all who ask; a failure is not kept. */
export function figuresOf(key: string, make: () => Promise<Figures>): Promise<Figures> {
  const known = kept.get(key) ?? make();
  // A Map keeps the order of insertion: the first is the one asked for longest ago.
  kept.delete(key);
  kept.set(key, known);
  known.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return known;
}
