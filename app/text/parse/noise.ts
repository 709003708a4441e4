import { addText, currentUnit, topLevel } from './build.ts';
import type { Line } from './line.ts';
import { isRule } from './lines.ts';
import type { Unit } from '../tree/types.ts';
import type { Walk } from './walk.ts';

/** Puts waiting page furniture into the sentence it interrupts, or as text of its own between units. */
export function flushNoise(walk: Walk, apart: boolean): void {
  if (walk.noise.length === 0) return;
  const waiting = walk.noise;
  walk.noise = [];
  const open = currentUnit(walk.build);
  if (!apart && open !== null && open.children.length === 0) {
    addText(open, waiting.map((line) => line.text).join(' '), false);
    return;
  }
  if (open?.type === 'text') walk.build.path.pop();
  const siblings = currentUnit(walk.build)?.children ?? topLevel(walk.build);
  const unit: Unit = {
    id: `u${walk.build.ids.next}`,
    type: 'text',
    label: '',
    number: '',
    heading: '',
    text: furniture(waiting),
    line: waiting[0]!.n,
    citation: '',
    children: [],
  };
  walk.build.ids.next += 1;
  siblings.push(unit);
}

/** Waiting page furniture as lines of the text that it interrupts, each after a line end; it waits no longer. */
export function takeNoise(walk: Walk): string {
  const waiting = walk.noise;
  walk.noise = [];
  return waiting.map(({ text }) => `\n${text}`).join('');
}

/** Page furniture as one text; a rule stays on a line of its own, where it is known again. */
function furniture(lines: readonly Line[]): string {
  return lines.reduce(
    (text, line, i) =>
      i === 0 ? line.text : `${text}${isRule(line.text) || isRule(lines[i - 1]!.text) ? '\n' : ' '}${line.text}`,
    '',
  );
}
