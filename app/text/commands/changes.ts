import { diffText } from '../diff/diff-text.ts';
import { renderUnitText } from '../render/render-text.ts';
import { isHeading } from '../tree/labels.ts';
import type { Unit } from '../tree/types.ts';
import type { CommandOp } from './instruction.ts';
import type { Pair } from './pair.ts';
import { addWords, changeMark, replaceWords, sentences } from './words.ts';
import type { Place, Step, StepType } from './places.ts';

export type Form = 'auto' | 'reword' | 'words';

/** One change that a command will tell. `holder` is where it works; the command says the rest. */
export type Change =
  | { do: 'reword'; holder: Place; step: Step; wording: string }
  | { do: 'insert'; holder: Place; anchor: Step | null; steps: Step[]; wording: string }
  | { do: 'repeal'; holder: Place; step: Step }
  | { do: 'own-text'; holder: Place; step: Step }
  | { do: 'replace'; holder: Place; from: string; to: string }
  | { do: 'strike'; holder: Place; words: string }
  | { do: 'add-words'; holder: Place; after: string; words: string }
  | { do: 'mark'; holder: Place; from: string; to: string }
  | { do: 'annex'; step: Step; isNew: boolean; annex: Unit; holder: Place };

export const opOfChange = (change: Change): CommandOp => {
  switch (change.do) {
    case 'own-text':
      return 'reword';
    case 'replace':
    case 'mark':
      return 'replace-words';
    case 'strike':
      return 'strike-words';
    case 'add-words':
      return 'insert-words';
    default:
      return change.do;
  }
};

/** Above this share of new words a unit reads more easily when it is quoted whole. */
const MOSTLY_NEW = 0.3;
/** More words than these are no "single words" (§ 87 ust. 3 ZTP). */
const FEW_WORDS = 6;

/**
 * The changes between an act in force and its lawful edited text, in the order of their places.
 *
 * Which form a changed unit takes: § 87 ust. 2 ZTP wants the unit in its full new wording, ust. 3 allows a command about
 * words where single words change. `auto` takes words where one place of the unit changes, at most six words and at most
 * three in ten of them, and the words are found there once and hold no quotation marks; everything else is reworded.
 * `words` lets up to five places of a unit change so, whatever their share; `reword` never does. A unit of which most
 * lower units change is quoted whole. Units whose ids are in `whole` are quoted whole in any case.
 */
export function changesOf(pairs: readonly Pair[], holder: Place, form: Form, whole: ReadonlySet<string>): Change[] {
  const changes: Change[] = [];
  for (let i = 0; i < pairs.length; i += 1) {
    const pair = pairs[i]!;
    if (pair.base === null) {
      const run = pairs.slice(i).findIndex((later) => later.base !== null || later.lawful.type !== pair.lawful.type);
      const end = run < 0 ? pairs.length : i + run;
      changes.push(...insertion(pairs, i, end, holder));
      i = end - 1;
    } else changes.push(...changeOf(pair, pairs, holder, form, whole));
  }
  return changes;
}

const stepOf = (unit: Unit, siblings: readonly Unit[]): Step => {
  const type = unit.type as StepType;
  if (type === 'closing') return { type, number: '' };
  if (type !== 'indent' && type !== 'subindent') return { type, number: unit.number };
  return { type, number: String(siblings.filter((one) => one.type === unit.type).indexOf(unit) + 1) };
};

/** § stands by its number alone, whatever chapter holds it. */
function below(holder: Place, step: Step): Place {
  const basic = step.type === 'paragraph' || step.type === 'article';
  return [...(basic ? holder.filter(({ type }) => type === 'annex') : holder), step];
}

function insertion(pairs: readonly Pair[], from: number, to: number, holder: Place): Change[] {
  // One that got no number was told already and is left out.
  const units = pairs
    .slice(from, to)
    .map(({ lawful }) => lawful)
    .filter((unit) => unit.type !== 'text');
  const all = pairs.map(({ lawful }) => lawful);
  if (units.length === 0) return [];
  const { type } = units[0]!;
  const previous = pairs.slice(0, from).findLast(({ lawful }) => lawful.type === type)?.lawful;
  const isLast = !pairs.slice(to).some(({ lawful }) => lawful.type === type);
  const isBasic = type === 'paragraph' || type === 'article' || isHeading(type);
  const steps = units.map((unit) => stepOf(unit, all));
  const wording = units.map((unit) => renderUnitText(unit)).join('\n\n');
  const anchor = previous !== undefined && (!isLast || isBasic) && type !== 'closing' ? stepOf(previous, all) : null;
  const where = anchor !== null && isBasic ? holder.filter((step) => step.type === 'annex') : holder;
  return [{ do: 'insert', holder: where, anchor, steps, wording }];
}

function changeOf(
  pair: Pair,
  siblings: readonly Pair[],
  holder: Place,
  form: Form,
  whole: ReadonlySet<string>,
): Change[] {
  const base = pair.base!;
  const { lawful } = pair;
  const step = stepOf(
    base,
    siblings.map((one) => one.base).filter((unit) => unit !== null),
  );
  if (isSame(base, lawful)) return [];
  const place = below(holder, step);
  const outer = place.slice(0, -1);
  const gone =
    pair.edited === null ||
    (/^\(uchylon[yae]\)/u.test(lawful.text) && lawful.children.length === 0 && !/^\(/u.test(base.text));
  if (gone) return base.type === 'text' ? [] : [{ do: 'repeal', holder: outer, step }];
  if (isHeading(base.type)) {
    const heading: Change[] =
      base.heading === lawful.heading
        ? []
        : [{ do: 'reword', holder: place, step: { type: 'heading', number: '' }, wording: lawful.heading }];
    return [...heading, ...changesOf(pair.children, place, form, whole)];
  }
  const reworded: Change[] = [{ do: 'reword', holder: outer, step, wording: renderUnitText(lawful) }];
  if (whole.has(base.id) || base.heading !== lawful.heading || base.quoted !== undefined || lawful.quoted !== undefined)
    return reworded;
  if (
    pair.children.some(
      ({ base: old, edited, lawful: now }) =>
        (old ?? edited)!.type === 'text' && (old === null || edited === null || !isSame(old, now)),
    )
  )
    return reworded;
  const divided = intoSubsections(pair, place);
  if (divided !== null) return divided;
  if (pair.isReshaped) return reworded;
  const own = ownChanges(base, lawful, place, form);
  if (own === null) return reworded;
  const lower = changesOf(pair.children, place, form, whole);
  const repeals = lower.some((change) => change.do === 'repeal');
  if (lower.length > 1 && !repeals && share(base, lawful) > 0.6) return reworded;
  if (lower.length === 0 && own.length === 0) return reworded;
  return [...own, ...lower];
}

export function isSame(base: Unit, lawful: Unit): boolean {
  const blank = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return (
    base.type === lawful.type &&
    base.number === lawful.number &&
    blank(base.text) === blank(lawful.text) &&
    blank(base.heading) === blank(lawful.heading) &&
    base.children.length === lawful.children.length &&
    (base.quoted?.length ?? 0) === (lawful.quoted?.length ?? 0) &&
    (base.quoted ?? []).every((unit, i) => isSame(unit, lawful.quoted![i]!)) &&
    base.children.every((unit, i) => isSame(unit, lawful.children[i]!))
  );
}

/** How much of a unit is new: words inserted by words of the new text. */
function share(base: Unit, lawful: Unit): number {
  const spans = diffText(renderUnitText(base), renderUnitText(lawful));
  const size = (op: string): number =>
    spans.filter((span) => span.op === op).reduce((sum, { text }) => sum + text.length, 0);
  return size('insert') / Math.max(1, size('insert') + size('keep'));
}

/** "§ 5. Treść." that became "§ 5. 1. Treść. 2. Nowe.": the old text is marked as ust. 1. */
function intoSubsections(pair: Pair, place: Place): Change[] | null {
  const base = pair.base!;
  const { text, children } = pair.lawful;
  const [first, ...others] = children;
  if (base.text === '' || text !== '' || first?.type !== 'subsection' || first.number !== '1' || others.length === 0)
    return null;
  if (base.children.some(({ type }) => type === 'subsection') || others.some(({ type }) => type !== 'subsection'))
    return null;
  const blank = (words: string): string => words.replace(/\s+/g, ' ').trim();
  if (
    blank(first.text) !== blank(base.text) ||
    first.children.length !== base.children.length ||
    !base.children.every((unit, i) => isSame(unit, first.children[i]!))
  )
    return null;
  return [
    { do: 'own-text', holder: place, step: { type: 'subsection', number: '1' } },
    {
      do: 'insert',
      holder: place,
      anchor: null,
      steps: others.map((unit) => ({ type: 'subsection', number: unit.number })),
      wording: others.map((unit) => renderUnitText(unit)).join('\n\n'),
    },
  ];
}

/** Changes of a unit's own text; null where the unit has to be quoted whole. */
function ownChanges(base: Unit, lawful: Unit, place: Place, form: Form): Change[] | null {
  if (base.text.replace(/\s+/g, ' ') === lawful.text.replace(/\s+/g, ' ')) return [];
  if (base.type === 'closing') return null;
  const words = form === 'reword' ? null : wordChanges(base, lawful, place, form);
  if (words !== null) return words;
  if (base.children.length === 0 || lawful.children.length === 0) return null;
  if (!base.text.endsWith(':') || !lawful.text.endsWith(':')) return null;
  return [{ do: 'reword', holder: place, step: { type: 'intro', number: '' }, wording: lawful.text }];
}

type Hunk = { from: number; to: number; words: string };

/** The stretches that differ, as ranges of the old text and the words for them. */
function hunksOf(before: string, after: string): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: Hunk | null = null;
  for (const { op, text, before: old } of diffText(before, after)) {
    if (op === 'keep') {
      // A blank between two changes joins them.
      if (open !== null && text.trim() === '') {
        open.words += text;
        at += (old ?? text).length;
        continue;
      }
      open = null;
      at += (old ?? text).length;
      continue;
    }
    if (open === null) {
      open = { from: at, to: at, words: '' };
      hunks.push(open);
    }
    if (op === 'delete') at += text.length;
    else open.words += text;
    open.to = at;
  }
  return hunks;
}

function wordChanges(base: Unit, lawful: Unit, place: Place, form: Form): Change[] | null {
  const before = base.text.replace(/\s+/g, ' ');
  const after = lawful.text.replace(/\s+/g, ' ');
  const end = /[.;,]$/.exec(before)?.[0];
  const newEnd = /[.;,]$/.exec(after)?.[0];
  if (
    end !== undefined &&
    newEnd !== undefined &&
    before.slice(0, -1) === after.slice(0, -1) &&
    base.children.length === 0
  )
    return [{ do: 'mark', holder: place, from: end, to: newEnd }];
  if (end !== undefined && before.slice(0, -1) === after && base.children.length === 0)
    return [{ do: 'mark', holder: place, from: end, to: '' }];
  const sentence = newSentence(before, after, place, form);
  if (sentence !== null) return [sentence];
  const hunks = hunksOf(before, after);
  if (hunks.length === 0 || hunks.length > (form === 'words' ? 5 : 1)) return null;
  const count = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
  const fresh = hunks.reduce(
    (sum, hunk) => sum + Math.max(count(hunk.words), count(before.slice(hunk.from, hunk.to))),
    0,
  );
  if (form === 'auto' && (fresh > FEW_WORDS || fresh > count(after) * MOSTLY_NEW)) return null;
  const changes: Change[] = [];
  let text = before;
  // From the end, so that the places of the earlier ones stay.
  for (const hunk of [...hunks].reverse()) {
    const change = wordChange(text, hunk, place);
    if (change === null) return null;
    const next = text.slice(0, hunk.from) + hunk.words + text.slice(hunk.to);
    if (!yields(change, text, next, base)) return null;
    changes.unshift(change);
    text = next;
  }
  if (text.trim() !== after.trim()) return null;
  return changes.length > 1 && !inSequence(changes, before, after) ? null : changes;
}

/** "dodaje się zdanie drugie w brzmieniu": one sentence more at the end. */
function newSentence(before: string, after: string, place: Place, form: Form): Change | null {
  const fresh = after.startsWith(`${before} `) && /[.!?]$/u.test(before) ? after.slice(before.length).trim() : '';
  const count = sentences(before).length;
  if (fresh === '' || sentences(after).length !== count + 1 || sentences(fresh).length !== 1) return null;
  const words = fresh.split(' ').length;
  if (form === 'auto' && (words > FEW_WORDS || words > after.split(' ').length * MOSTLY_NEW)) return null;
  const step: Step = { type: 'sentence', number: String(count + 1) };
  return { do: 'insert', holder: place, anchor: null, steps: [step], wording: fresh };
}

const QUOTED = /[„”“"«»⟦⟧‚‘]|''|,,/u;

function wordChange(text: string, hunk: Hunk, place: Place): Change | null {
  const old = text.slice(hunk.from, hunk.to);
  if (QUOTED.test(old + hunk.words)) return null;
  if (old.trim() === '') {
    const anchor = anchorBefore(text, hunk.from);
    if (anchor !== null && /^\s|^,/.test(hunk.words + ' ') === true) {
      const words = hunk.words.trim();
      if (!/^[.;:)]/.test(words)) return { do: 'add-words', holder: place, after: anchor, words };
    }
    if (anchor !== null && /\s$/.test(text.slice(0, hunk.from)) && /^[\p{L}\d(]/u.test(hunk.words))
      return { do: 'add-words', holder: place, after: anchor, words: hunk.words.trim() };
  }
  const [from, to] = widen(text, hunk);
  if (from < 0) return null;
  const words = text.slice(from, to);
  const by = text.slice(from, hunk.from) + hunk.words + text.slice(hunk.to, to);
  if (QUOTED.test(words + by) || words.trim() === '') return null;
  return by.trim() === ''
    ? { do: 'strike', holder: place, words: words.trim() }
    : { do: 'replace', holder: place, from: words.trim(), to: by.trim() };
}

/** The last words in front of a place that occur once in the text. */
function anchorBefore(text: string, at: number): string | null {
  const head = text.slice(0, at).trimEnd();
  let from = head.length;
  for (let words = 0; words < 6 && from > 0; words += 1) {
    from = head.lastIndexOf(' ', from - 1);
    const anchor = head.slice(from + 1);
    if (
      !QUOTED.test(anchor) &&
      /^[\p{L}\d].*[\p{L}\d]$|^[\p{L}\d]$/u.test(anchor) &&
      addWords(text, { at: 'after', words: anchor }, 'x').count === 1
    )
      return anchor;
    if (from < 0) break;
  }
  return null;
}

/** A stretch widened to whole words, and by neighbours until it occurs once. */
function widen(text: string, hunk: Hunk): [number, number] {
  let from = hunk.from;
  let to = hunk.to;
  const grows = (): void => {
    while (from > 0 && /\S/.test(text.charAt(from - 1))) from -= 1;
    while (to < text.length && /[\p{L}\d]/u.test(text.charAt(to))) to += 1;
  };
  if (/[\p{L}\d]/u.test(text.charAt(from - 1)) && /[\p{L}\d]/u.test(text.charAt(from) + hunk.words.charAt(0))) grows();
  for (let i = 0; i < 6; i += 1) {
    const words = text.slice(from, to).trim();
    if (words !== '' && replaceWords(text, words, 'x', false).count === 1) return [from, to];
    if (i % 2 === 0 && to < text.length) {
      to += /^\s*\S+/.exec(text.slice(to, to + 60))?.[0].length ?? 0;
      while (/[.,;:]/.test(text.charAt(to - 1)) && to > hunk.to + 1) to -= 1;
    } else from = Math.max(0, text.slice(0, from).trimEnd().lastIndexOf(' ') + 1);
  }
  return [-1, -1];
}

/** What a change about words makes of a text. */
function carry(change: Change, text: string): string | null {
  switch (change.do) {
    case 'replace':
      return replaceWords(text, change.from, change.to, false).text;
    case 'strike':
      return replaceWords(text, change.words, '', false).text;
    case 'add-words':
      return addWords(text, { at: 'after', words: change.after }, change.words).text;
    case 'mark':
      return changeMark(text, change.from, change.to, null);
    default:
      return null;
  }
}

/** True where the command gives just the new text, and no lower unit holds the same words. */
function yields(change: Change, before: string, after: string, base: Unit): boolean {
  if (carry(change, before)?.trim() !== after.trim()) return false;
  return base.children.every((child) => {
    const text = renderUnitText(child);
    return carry(change, text) === text;
  });
}

function inSequence(changes: readonly Change[], before: string, after: string): boolean {
  let text: string | null = before;
  for (const change of changes) text = text === null ? null : carry(change, text);
  return text?.trim() === after.trim();
}
