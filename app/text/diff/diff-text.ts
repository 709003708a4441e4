import type { Span } from './change-types.ts';
import { alignTokens } from './align.ts';
import { tokenize } from './tokens.ts';

/**
 * The redline of one text: minimal marks in whole words, numbers and punctuation marks, blanks exact. `keep` and
 * `delete` joined are `before`, `keep` and `insert` joined are `after`, except that a kept span whose Unicode
 * composition differs holds the old form in its own `before`. Two empty texts give no spans.
 */
export function diffText(before: string, after: string): Span[] {
  if (before === after) return before === '' ? [] : [{ op: 'keep', text: after }];
  if (before === '') return [{ op: 'insert', text: after }];
  if (after === '') return [{ op: 'delete', text: before }];
  const a = tokenize(before);
  const b = tokenize(after);
  const builder = new SpanBuilder();
  const matches = alignTokens(a, b);
  let aEnd = 0;
  let bEnd = 0;
  for (let i = 0; i < a.count; i++) {
    const j = matches[i]!;
    if (j < 0) continue;
    addGap(builder, before.slice(aEnd, a.starts[i]), after.slice(bEnd, b.starts[j]));
    builder.keep(before.slice(a.starts[i], a.ends[i]), after.slice(b.starts[j], b.ends[j]));
    aEnd = a.ends[i]!;
    bEnd = b.ends[j]!;
  }
  addGap(builder, before.slice(aEnd), after.slice(bEnd));
  return builder.spans;
}

/** Joins spans of the same kind as they come. */
export class SpanBuilder {
  readonly spans: Span[] = [];

  add(op: 'insert' | 'delete', text: string): void {
    if (text === '') return;
    const last = this.spans.at(-1);
    if (last !== undefined && last.op === op) last.text += text;
    else this.spans.push({ op, text });
  }

  keep(before: string, after: string): void {
    if (before === '' && after === '') return;
    const last = this.spans.at(-1);
    if (last === undefined || last.op !== 'keep') {
      this.spans.push(before === after ? { op: 'keep', text: after } : { op: 'keep', text: after, before });
      return;
    }
    if (before !== after || last.before !== undefined) last.before = (last.before ?? last.text) + before;
    last.text += after;
  }
}

/** What stands between two kept tokens: shared blanks at the edges stay unmarked, the rest is deleted and inserted. */
function addGap(builder: SpanBuilder, before: string, after: string): void {
  if (before === after) {
    builder.keep(before, after);
    return;
  }
  const shorter = Math.min(before.length, after.length);
  let lead = 0;
  while (lead < shorter && before[lead] === after[lead] && isBlank(before[lead]!)) lead++;
  let tail = 0;
  while (
    tail < shorter - lead &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail] &&
    isBlank(before[before.length - 1 - tail]!)
  ) {
    tail++;
  }
  builder.keep(before.slice(0, lead), after.slice(0, lead));
  builder.add('delete', before.slice(lead, before.length - tail));
  builder.add('insert', after.slice(lead, after.length - tail));
  builder.keep(before.slice(before.length - tail), after.slice(after.length - tail));
}

function isBlank(character: string): boolean {
  return /\s/u.test(character);
}

/** The old text of a redline. */
export function beforeText(spans: readonly Span[]): string {
  let text = '';
  for (const span of spans) if (span.op !== 'insert') text += span.before ?? span.text;
  return text;
}

/** The new text of a redline. */
export function afterText(spans: readonly Span[]): string {
  let text = '';
  for (const span of spans) if (span.op !== 'delete') text += span.text;
  return text;
}

/** A span with its half-open ranges in the old and in the new text, UTF-16 units. */
export interface LocatedSpan extends Span {
  beforeFrom: number;
  beforeTo: number;
  afterFrom: number;
  afterTo: number;
}

/** Adds to each span where it stands in the old and in the new text. */
export function locateSpans(spans: readonly Span[]): LocatedSpan[] {
  let before = 0;
  let after = 0;
  return spans.map((span) => {
    const located = { ...span, beforeFrom: before, beforeTo: before, afterFrom: after, afterTo: after };
    if (span.op !== 'insert') before = located.beforeTo = before + (span.before ?? span.text).length;
    if (span.op !== 'delete') after = located.afterTo = after + span.text.length;
    return located;
  });
}

/** True when nothing is marked. */
export function isUnchanged(spans: readonly Span[]): boolean {
  return spans.every((span) => span.op === 'keep');
}
