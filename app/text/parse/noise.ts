import { addText, currentUnit, topLevel } from './build.ts';
import type { Unit } from '../tree/types.ts';
import type { Walk } from './walk.ts';

/** Puts waiting page furniture into the sentence it interrupts, or as text of its own between units. */
export function flushNoise(walk: Walk, apart: boolean): void {
  if (walk.noise.length === 0) return;
  const waiting = walk.noise;
  walk.noise = [];
  const open = currentUnit(walk.build);
  const words = waiting.map((line) => line.text).join(' ');
  if (!apart && open !== null && open.children.length === 0) {
    addText(open, words, false);
    return;
  }
  if (open?.type === 'text') walk.build.path.pop();
  const siblings = currentUnit(walk.build)?.children ?? topLevel(walk.build);
  const unit: Unit = {
    id: `u${walk.build.ids.next}`, type: 'text', label: '', number: '', heading: '', text: words,
    line: waiting[0]!.n, citation: '', children: [],
  };
  walk.build.ids.next += 1;
  siblings.push(unit);
}
