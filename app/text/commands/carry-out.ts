import { parse } from '../parse/parse.ts';
import { repealedText } from '../number/number.ts';
import { isHeading, setNumber, standardLabel } from '../tree/labels.ts';
import { compareNumbers } from '../tree/letters.ts';
import { descend } from '../tree/tree.ts';
import type { Act, Bilingual, Unit, UnitType } from '../tree/types.ts';
import { identityOf } from './identity.ts';
import type { Instruction } from './instruction.ts';
import { containerOf, isRefusal, lookup, partPlace, sameNumber } from './lookup.ts';
import { citePlace, type Place, type Step } from './places.ts';
import { readAnnex, readPiece } from './pieces.ts';
import { sourceAnnex } from './read.ts';
import { REFUSED } from './refusals.ts';
import { findRow, slotsOf, type Slot } from './slots.ts';
import {
  addAtEnd,
  addAtStart,
  addWords,
  changeMark,
  replaceLoosely,
  replaceWords,
  sentences,
  type Changed,
  type InflectedPair,
} from './words.ts';

/** What came of an instruction for some of its targets: a refusal, or null where it was carried out. */
export type Outcome = { targets: Place[]; refusal: Bilingual | null };

/** A tree that commands change, where their new units get ids from, and which forms the program has inflected. */
export type Ground = { act: Act; nextId: number; annexes: readonly Unit[]; inflected: Inflected[] };

/** A form that the program has inflected, and where. */
export type Inflected = InflectedPair & { place: string };

/** Carries an instruction out on the tree of `ground`. A target that refuses is left exactly as it was. */
export function carryOut(ground: Ground, instruction: Instruction): Outcome[] {
  switch (instruction.do) {
    case 'unknown':
      return [{ targets: instruction.targets, refusal: REFUSED.notUnderstood }];
    case 'repeal-act':
      return [{ targets: [[{ type: 'act', number: '' }]], refusal: null }];
    case 'reword':
      return [{ targets: instruction.targets, refusal: reword(ground, instruction.targets, instruction.wording) }];
    case 'insert':
      return [{ targets: instruction.targets, refusal: insert(ground, instruction) }];
    case 'annex':
      return each(instruction.targets, (place) => takeAnnex(ground, place, instruction));
    case 'repeal':
      return repealAll(ground.act, instruction.targets);
    case 'designate':
      return [{ targets: instruction.to, refusal: designate(ground.act, instruction.targets, instruction.to) }];
    case 'own-text':
      return [{ targets: [instruction.to], refusal: markOwnText(ground, instruction.holder, instruction.to) }];
    default:
      return each(instruction.targets, (place) => changeWords(ground, place, instruction));
  }
}

/** Targets with the same result are told together. */
function each(targets: readonly Place[], run: (place: Place) => Bilingual | null): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const place of targets) {
    const refusal = run(place);
    const last = outcomes.at(-1);
    if (last !== undefined && last.refusal === null && refusal === null) last.targets.push(place);
    else outcomes.push({ targets: [place], refusal });
  }
  return outcomes;
}

/** Sentences and tiret are counted as they stand before the command. */
function repealAll(act: Act, targets: readonly Place[]): Outcome[] {
  const refusals = new Map([...targets].reverse().map((place) => [place, repealAt(act, place)] as const));
  return each(targets, (place) => refusals.get(place) ?? null);
}

function fresh(ground: Ground, unit: Unit): Unit {
  ground.nextId += 1;
  const copy: Unit = { ...unit, id: `n${ground.nextId}`, children: unit.children.map((child) => fresh(ground, child)) };
  if (unit.quoted !== undefined) copy.quoted = unit.quoted.map((child) => fresh(ground, child));
  return copy;
}

const isRefused = (result: Unit[] | Slot[] | Bilingual): result is Bilingual => !Array.isArray(result);

function reword(ground: Ground, targets: readonly Place[], wording: string): Bilingual | null {
  const first = targets[0];
  if (first === undefined) return REFUSED.notUnderstood;
  const { base, special } = partPlace(first);
  if (special?.type === 'sentence' && targets.length > 1) return rewordSentences(ground.act, targets, wording);
  if (special !== null || base.at(-1)?.type === 'closing') return rewordPart(ground.act, first, special, wording);
  const step = first.at(-1)!;
  if (step.type === 'annex') return rewordAnnex(ground, first, wording);
  const found = targets.map((place) => lookup(ground.act, place));
  const refusal = found.find(isRefusal);
  if (refusal !== undefined) return refusal;
  const places = found.flatMap((one) => (isRefusal(one) ? [] : [one]));
  const type = places[0]!.unit.type;
  const pieces = readPiece(wording, type, step.number, ground.act.kind);
  if (isRefused(pieces)) return pieces;
  return putWordings(ground, targets, places, pieces, type);
}

type Place2 = { unit: Unit; list: Unit[] };

function putWordings(
  ground: Ground,
  targets: readonly Place[],
  places: readonly Place2[],
  pieces: readonly Unit[],
  type: UnitType,
): Bilingual | null {
  const counted = type === 'indent' || type === 'subindent';
  const used = new Set<Unit>();
  const pairs: Array<[Place2, Unit]> = [];
  for (const [i, place] of places.entries()) {
    const number = targets[i]!.at(-1)!.number;
    const piece = counted
      ? pieces[i]
      : pieces.find((one) => sameNumber(one, number) || sameNumber(place.unit, one.number));
    if (piece === undefined)
      return pieces.length === 1 && places.length === 1
        ? REFUSED.otherNumber(citePlace(targets[i]!), pieces[0]!.label)
        : REFUSED.notQuoted(citePlace(targets[i]!));
    used.add(piece);
    pairs.push([place, piece]);
  }
  const extra = pieces.filter((piece) => !used.has(piece));
  const last = places.at(-1)!;
  for (const piece of extra)
    if (!counted && last.list.some((unit) => unit.type === type && sameNumber(unit, piece.number)))
      return REFUSED.taken(piece.label);
  for (const [{ unit, list }, piece] of pairs) {
    const next = fresh(ground, piece);
    keepEndMark(unit, next);
    list[list.indexOf(unit)] = next;
    if (piece === pairs.at(-1)![1]) list.splice(list.indexOf(next) + 1, 0, ...extra.map((one) => fresh(ground, one)));
  }
  return null;
}

/** Wording quoted without the end mark that its place asks for gets the one that stood there. */
function keepEndMark(old: Unit, next: Unit): void {
  const had = /[.;,]$/.exec(lastText(old).text.trimEnd())?.[0];
  const now = lastText(next);
  if (had !== undefined && /[^.;,:?!\s–]$/u.test(now.text.trimEnd()) && !/[)”]$/u.test(now.text.trimEnd()))
    now.text = now.text.trimEnd() + had;
}

/** The unit that holds the last words of another one. */
function lastText(unit: Unit): Unit {
  let last = unit;
  for (const one of descend(unit)) if (one.text !== '') last = one;
  return last;
}

function rewordPart(act: Act, place: Place, special: Step | null, wording: string): Bilingual | null {
  if (special?.type === 'act') {
    // The whole act in a new wording.
    const { before, title, legalBasis, units, annexes } = parse(wording.trim(), { kind: act.kind });
    Object.assign(act, { before, title, legalBasis, units, annexes });
    return null;
  }
  if (special === null) {
    const found = lookup(act, place);
    if (isRefusal(found)) return found;
    found.unit.text = withoutDash(wording);
    return null;
  }
  const slots = slotsOf(act, place);
  if (isRefused(slots)) return slots;
  if (special.type === 'table') return rewordTable(act, place, wording);
  const [slot] = slots;
  if (slot === undefined) return REFUSED.cannot(citePlace(place));
  slot.set(special.type === 'heading' ? withoutHeadingMark(wording) : wording.trim());
  return null;
}

/** "zdania drugie i trzecie otrzymują brzmienie": the wording takes the place of the first, the others go. */
function rewordSentences(act: Act, targets: readonly Place[], wording: string): Bilingual | null {
  const found = targets.map((place) => slotsOf(act, place));
  const refusal = found.find(isRefused);
  if (refusal !== undefined) return refusal;
  for (const place of targets.slice(1).reverse()) {
    const slots = slotsOf(act, place);
    if (!isRefused(slots)) slots[0]?.set('');
  }
  return rewordPart(act, targets[0]!, targets[0]!.at(-1)!, wording);
}

const withoutDash = (wording: string): string => wording.trim().replace(/^[–—-]\s*/u, '');

/** "Rozdział 2\nPrawa": the mark of the heading stays as it is. */
function withoutHeadingMark(wording: string): string {
  return wording
    .trim()
    .replace(/^(?:Rozdział|Dział|Oddział|ROZDZIAŁ|DZIAŁ|ODDZIAŁ)\s+[\dIVXLC]+[a-z]?\.?\s*/u, '')
    .replace(/\s+/gu, ' ');
}

/** A table quoted whole takes the place of the rows that stood there. */
function rewordTable(act: Act, place: Place, wording: string): Bilingual | null {
  const { base } = partPlace(place);
  const found = lookup(act, base);
  if (isRefusal(found)) return found;
  for (const unit of descend(found.unit))
    for (const field of ['heading', 'text'] as const) {
      const at = unit[field].search(/(?:^|\n|\s)(?:Lp\.?|L\.p\.|[^\n|]{1,40})\s?\|/u);
      if (at < 0) continue;
      unit[field] = `${unit[field].slice(0, at).trimEnd()}${at === 0 ? '' : '\n'}${wording.trim()}`;
      return null;
    }
  return REFUSED.cannot(citePlace(place));
}

function rewordAnnex(ground: Ground, place: Place, wording: string): Bilingual | null {
  const found = lookup(ground.act, place);
  if (isRefusal(found)) return found;
  const marked = /^\s*załącznik/iu.test(wording) ? wording : `${found.unit.label}\n\n${wording.trim()}`;
  const annex = readAnnex(marked, ground.act.kind);
  if (annex === null) return REFUSED.cannot(citePlace(place));
  putAnnex(ground, found.unit, annex);
  return null;
}

function putAnnex(ground: Ground, unit: Unit, source: Unit): void {
  const copy = fresh(ground, source);
  unit.heading = copy.heading;
  unit.text = copy.text;
  unit.children = copy.children;
  delete unit.quoted;
}

function takeAnnex(ground: Ground, place: Place, instruction: Extract<Instruction, { do: 'annex' }>): Bilingual | null {
  const source = sourceAnnex(ground.annexes, instruction.source);
  if (source === undefined) return REFUSED.noAnnex;
  const found = lookup(ground.act, place);
  if (!instruction.isNew) {
    if (isRefusal(found)) return found;
    putAnnex(ground, found.unit, source);
    return null;
  }
  if (!isRefusal(found)) return REFUSED.taken(citePlace(place));
  addAnnex(ground, place.at(-1)!.number, source);
  return null;
}

/** A new annex stands by its number and names the amended act, as the others do. */
function addAnnex(ground: Ground, number: string, source: Unit): void {
  const { act } = ground;
  const annex = fresh(ground, source);
  const own = identityOf(act).number;
  const pattern = act.annexes[0];
  annex.number = number;
  annex.label =
    pattern !== undefined && pattern.number !== ''
      ? pattern.label.replace(pattern.number, number)
      : `${number === '' ? 'Załącznik' : standardLabel('annex', number)}${own === null ? '' : ` do uchwały nr ${own}`}`;
  const at = act.annexes.findIndex((one) => one.number !== '' && compareNumbers(one.number, number) > 0);
  act.annexes.splice(at < 0 ? act.annexes.length : at, 0, annex);
  annex.line = act.annexes[act.annexes.indexOf(annex) - 1]?.line ?? annex.line;
}

type Insert = Extract<Instruction, { do: 'insert' }>;

function insert(ground: Ground, instruction: Insert): Bilingual | null {
  const target = instruction.targets[0];
  const step = target?.at(-1);
  if (target === undefined || step === undefined) return REFUSED.notUnderstood;
  switch (step.type) {
    case 'sentence':
      return insertSentence(ground.act, target, instruction.wording);
    case 'row':
      return insertRow(ground.act, instruction, target, instruction.wording);
    case 'annex': {
      if (!isRefusal(lookup(ground.act, target))) return REFUSED.taken(citePlace(target));
      const marked = /^\s*załącznik/iu.test(instruction.wording)
        ? instruction.wording
        : `${standardLabel('annex', step.number)}\n\n${instruction.wording.trim()}`;
      const annex = readAnnex(marked, ground.act.kind);
      if (annex === null) return REFUSED.cannot(citePlace(target));
      addAnnex(ground, step.number, annex);
      return null;
    }
    case 'closing':
      return insertClosing(ground, target, instruction.wording);
    case 'intro':
    case 'heading':
    case 'title':
    case 'basis':
    case 'table':
    case 'column':
    case 'act':
      return REFUSED.cannot(citePlace(target));
    default:
      return insertUnits(ground, instruction, step.type);
  }
}

function insertUnits(ground: Ground, instruction: Insert, type: UnitType): Bilingual | null {
  const { act } = ground;
  const pieces = readPiece(instruction.wording, type, instruction.targets[0]!.at(-1)!.number, act.kind);
  if (isRefused(pieces)) return pieces;
  const counted = type === 'indent' || type === 'subindent';
  if (!counted) {
    const odd = pieces.find((piece) => !instruction.targets.some((target) => sameNumber(piece, target.at(-1)!.number)));
    if (odd !== undefined) return REFUSED.otherNumber(citePlace(instruction.targets[0]!), odd.label);
    const lost = instruction.targets.find(
      (target) => !pieces.some((piece) => sameNumber(piece, target.at(-1)!.number)),
    );
    if (lost !== undefined) return REFUSED.notQuoted(citePlace(lost));
  }
  const spot = spotFor(act, instruction, type);
  if ('pl' in spot) return spot;
  const all =
    type === 'paragraph' || type === 'article'
      ? basics(containerOf(act, instruction.targets[0]!), type)
      : spot.list.filter((unit) => unit.type === type);
  const newBasics = pieces.flatMap((piece) =>
    isHeading(type) ? [...basics(piece.children, act.kind === 'statute' ? 'article' : 'paragraph')] : [piece],
  );
  const present = isHeading(type)
    ? basics(containerOf(act, instruction.targets[0]!), act.kind === 'statute' ? 'article' : 'paragraph')
    : all;
  const clash = counted
    ? undefined
    : [
        ...pieces.filter((piece) => all.some((unit) => sameNumber(unit, piece.number))),
        ...newBasics.filter((piece) =>
          present.some((unit) => unit.type === piece.type && sameNumber(unit, piece.number)),
        ),
      ][0];
  if (clash !== undefined)
    return REFUSED.taken(
      citePlace([...instruction.targets[0]!.slice(0, -1), { type: clash.type as Step['type'], number: clash.number }]),
    );
  const added = pieces.map((piece) => fresh(ground, piece));
  setEndMarks(spot.list, spot.at, added, type);
  spot.list.splice(spot.at, 0, ...added);
  return null;
}

function basics(list: readonly Unit[], type: UnitType): Unit[] {
  return list.flatMap((unit) =>
    unit.type === type ? [unit] : isHeading(unit.type) ? basics(unit.children, type) : [],
  );
}

/** Where new units go: behind (or before) the one that the command names, else by their number. */
function spotFor(
  act: Act,
  { anchor, before, into, targets }: Insert,
  type: UnitType,
): { list: Unit[]; at: number } | Bilingual {
  if (anchor !== null) {
    const found = lookup(act, anchor);
    if (isRefusal(found)) return found;
    if (isHeading(type) && !isHeading(found.unit.type)) return headingSpot(act, anchor, found.unit);
    if (isHeading(found.unit.type) && !isHeading(type))
      return { list: found.unit.children, at: found.unit.children.length };
    if (found.unit.type !== type && !(isHeading(type) && isHeading(found.unit.type)))
      return REFUSED.cannot(citePlace(targets[0]!));
    return { list: found.list, at: found.list.indexOf(found.unit) + (before ? 0 : 1) };
  }
  const number = targets[0]!.at(-1)!.number;
  if (type === 'paragraph' || type === 'article') return basicSpot(act, into, targets[0]!, type, number);
  if (into.length === 0)
    return isHeading(type) ? bySequence(act.units, type, number) : REFUSED.cannot(citePlace(targets[0]!));
  // "w pkt 2 … i dodaje się pkt 3": the list that holds both, not the unit named before.
  const outer = targets[0]!.slice(0, -1);
  const place = outer.length > 0 && outer.length < into.length ? outer : into;
  const holder = lookup(act, place);
  if (isRefusal(holder)) return holder;
  const { unit } = holder;
  const divided = unit.children.some((child) => child.type === type);
  if (!divided && type === 'subsection' && unit.text !== '') return REFUSED.undivided(citePlace(place));
  return bySequence(unit.children, type, number);
}

/** A new chapter behind a §: the rest of the chapter of that § goes on below the new heading. */
function headingSpot(act: Act, anchor: Place, basic: Unit): { list: Unit[]; at: number } | Bilingual {
  const container = containerOf(act, anchor);
  const chapter = container.find((unit) => isHeading(unit.type) && basics([unit], basic.type).includes(basic));
  if (chapter === undefined) return { list: container, at: container.indexOf(basic) + 1 };
  if (chapter.children.at(-1) !== basic) return REFUSED.cannot(citePlace(anchor));
  return { list: container, at: container.indexOf(chapter) + 1 };
}

function basicSpot(
  act: Act,
  into: Place,
  target: Place,
  type: UnitType,
  number: string,
): { list: Unit[]; at: number } | Bilingual {
  const chapter = into.findLast(
    (step) => step.type === 'chapter' || step.type === 'division' || step.type === 'subchapter',
  );
  if (chapter !== undefined) {
    const found = lookup(act, into);
    if (isRefusal(found)) return found;
    return bySequence(found.unit.children, type, number);
  }
  if (into.length > 0) {
    const found = lookup(act, into);
    if (isRefusal(found)) return found;
  }
  const container = containerOf(act, target);
  const list = basics(container, type);
  const previous = list.findLast((unit) => compareNumbers(unit.number.split('–').pop()!, number) <= 0);
  const neighbour = previous ?? list[0];
  if (neighbour === undefined) return { list: container, at: container.length };
  const found = listOf(container, neighbour)!;
  return { list: found, at: found.indexOf(neighbour) + (previous === undefined ? 0 : 1) };
}

function listOf(list: Unit[], unit: Unit): Unit[] | null {
  if (list.includes(unit)) return list;
  for (const one of list) {
    const below = isHeading(one.type) ? listOf(one.children, unit) : null;
    if (below !== null) return below;
  }
  return null;
}

function bySequence(list: Unit[], type: UnitType, number: string): { list: Unit[]; at: number } {
  const same = list.filter((unit) => unit.type === type);
  if (type === 'indent' || type === 'subindent') {
    const next = same[Number(number) - 1];
    if (next !== undefined) return { list, at: list.indexOf(next) };
  }
  const previous =
    type === 'indent' || type === 'subindent'
      ? same.at(-1)
      : same.findLast((unit) => compareNumbers(unit.number.split('–').pop()!, number) <= 0);
  if (previous !== undefined) return { list, at: list.indexOf(previous) + 1 };
  if (same[0] !== undefined) return { list, at: list.indexOf(same[0]) };
  const closing = list.findIndex((unit) => unit.type === 'closing');
  return { list, at: closing < 0 ? list.length : closing };
}

const SIGN: Partial<Record<UnitType, string>> = { point: ';', letter: ',', indent: ',', subindent: ',' };

/** End marks that the command does not give: the former last item lets its full stop go, new items get what their place asks for. */
function setEndMarks(list: readonly Unit[], at: number, added: readonly Unit[], type: UnitType): void {
  const sign = SIGN[type];
  if (sign === undefined) return;
  const items = list.filter((unit) => unit.type === type);
  const previous = list.slice(0, at).findLast((unit) => unit.type === type);
  const next = list.slice(at).find((unit) => unit.type === type);
  const closing = list.slice(at).some((unit) => unit.type === 'closing');
  const usual = /[;,]$/.exec(items.length > 1 ? lastText(items[0]!).text : '')?.[0] ?? sign;
  const end = previous === undefined ? undefined : lastText(previous);
  const final = end === undefined ? '' : (/[.;,]$/.exec(end.text)?.[0] ?? '');
  // The last item before a common part bears what the one before it bore there, mostly nothing.
  const own = closing ? final : final === '' ? '.' : final;
  for (const [i, unit] of added.entries()) {
    const last = lastText(unit);
    if (/[.;,:]$/.test(last.text) || last.text === '') continue;
    last.text += next !== undefined || i < added.length - 1 ? usual : own;
  }
  if (next !== undefined || end === undefined) return;
  if (final === '.' && /[.;,]$/.test(lastText(added.at(-1)!).text)) end.text = end.text.slice(0, -1) + usual;
  if (final === '' && closing && end.text !== '' && !end.text.endsWith(':')) end.text += usual;
}

function insertSentence(act: Act, target: Place, wording: string): Bilingual | null {
  const { base } = partPlace(target);
  const found = lookup(act, base);
  if (isRefusal(found)) return found;
  const { unit } = found;
  const list = sentences(unit.text);
  const at = Number(target.at(-1)!.number) - 1;
  if (at > list.length) return REFUSED.noSentence(citePlace(target));
  const parts = list.map((sentence) => sentence.trim());
  parts.splice(at < 0 ? parts.length : at, 0, wording.trim());
  unit.text = parts.join(' ');
  return null;
}

function insertRow(act: Act, { anchor }: Insert, target: Place, wording: string): Bilingual | null {
  const { base } = partPlace(target);
  const found = lookup(act, base);
  if (isRefusal(found)) return found;
  const number = target.at(-1)!.number;
  const after = anchor?.at(-1)?.number ?? String((Number.parseInt(number, 10) || 1) - (/[a-z]/.test(number) ? 0 : 1));
  for (const unit of descend(found.unit))
    for (const field of ['heading', 'text'] as const) {
      if (findRow(unit[field], number) !== null) return REFUSED.taken(citePlace(target));
      const row = findRow(unit[field], after);
      if (row === null) continue;
      unit[field] = `${unit[field].slice(0, row.to)}\n${wording.trim()}${unit[field].slice(row.to)}`;
      return null;
    }
  return REFUSED.noRow(citePlace([...target.slice(0, -1), { type: 'row', number: after }]));
}

function insertClosing(ground: Ground, target: Place, wording: string): Bilingual | null {
  const holder = lookup(ground.act, target.slice(0, -1));
  if (isRefusal(holder)) return holder;
  const { children } = holder.unit;
  if (children.length === 0) return REFUSED.noList(citePlace(target.slice(0, -1)));
  if (children.some(({ type }) => type === 'closing')) return REFUSED.taken(citePlace(target));
  ground.nextId += 1;
  children.push({
    id: `n${ground.nextId}`,
    type: 'closing',
    label: '–',
    number: '',
    heading: '',
    text: withoutDash(wording),
    line: holder.unit.line,
    citation: '',
    children: [],
  });
  return null;
}

const REPEALED = /^\((?:uchylon|skreślon)[yae]\)[.;,]?$/u;

function repealAt(act: Act, place: Place): Bilingual | null {
  const { base, special } = partPlace(place);
  if (special !== null) {
    if (special.type !== 'sentence' && special.type !== 'row') return REFUSED.cannot(citePlace(place));
    const slots = slotsOf(act, place);
    if (isRefused(slots)) return slots;
    slots[0]!.set('');
    return null;
  }
  const found = lookup(act, base);
  if (isRefusal(found)) return found;
  const { unit, list } = found;
  if (unit.type === 'closing') {
    list.splice(list.indexOf(unit), 1);
    return null;
  }
  if (unit.number.includes('–') && unit.number !== base.at(-1)!.number)
    return REFUSED.repealedAlready(citePlace(place));
  if (REPEALED.test(unit.text) || REPEALED.test(unit.heading)) return REFUSED.repealedAlready(citePlace(place));
  repealUnit(unit);
  return null;
}

function repealUnit(unit: Unit): void {
  if (isHeading(unit.type)) {
    unit.heading = repealedText(unit.type);
    for (const child of unit.children) repealUnit(child);
    return;
  }
  if (unit.type === 'annex') unit.heading = repealedText(unit.type);
  else unit.heading = '';
  unit.text = unit.type === 'annex' || unit.type === 'text' ? '' : repealedText(unit.type);
  unit.children = [];
  delete unit.quoted;
}

function designate(act: Act, from: readonly Place[], to: readonly Place[]): Bilingual | null {
  if (from.length !== to.length) return REFUSED.notUnderstood;
  if (from.some((place, i) => place.length !== to[i]!.length)) return REFUSED.cannot(citePlace(to[0]!));
  const found = from.map((place) => lookup(act, place));
  const refusal = found.find(isRefusal);
  if (refusal !== undefined) return refusal;
  const units = found.flatMap((one) => (isRefusal(one) ? [] : [one]));
  const moved = new Set(units.map(({ unit }) => unit));
  for (const [i, { unit, list }] of units.entries()) {
    const number = to[i]!.at(-1)!.number;
    if (list.some((one) => !moved.has(one) && one.type === unit.type && sameNumber(one, number)))
      return REFUSED.taken(citePlace(to[i]!));
  }
  units.forEach(({ unit }, i) => setNumber(unit, to[i]!.at(-1)!.number));
  return null;
}

/** The text of a § becomes its ust. 1, with the list below it. */
function markOwnText(ground: Ground, holder: Place, to: Place): Bilingual | null {
  const found = lookup(ground.act, holder);
  if (isRefusal(found)) return found;
  const { unit } = found;
  const step = to.at(-1)!;
  if (step.type !== 'subsection' && step.type !== 'point') return REFUSED.cannot(citePlace(to));
  const type: UnitType = step.type;
  if (unit.text === '' || unit.children.some((child) => child.type === type && type === 'subsection'))
    return REFUSED.divided(citePlace(holder));
  ground.nextId += 1;
  const own: Unit = {
    id: `n${ground.nextId}`,
    type,
    label: standardLabel(type, step.number),
    number: step.number,
    heading: '',
    text: unit.text,
    line: unit.line,
    citation: '',
    children: unit.children,
  };
  if (unit.quoted !== undefined) own.quoted = unit.quoted;
  delete unit.quoted;
  unit.text = '';
  unit.children = [own];
  return null;
}

type WordChange = Exclude<
  Instruction,
  { do: 'unknown' | 'repeal-act' | 'reword' | 'insert' | 'annex' | 'repeal' | 'designate' | 'own-text' }
>;

function changeWords(ground: Ground, place: Place, instruction: WordChange): Bilingual | null {
  const { act } = ground;
  const slots = slotsOf(act, place);
  if (isRefused(slots)) return slots;
  switch (instruction.do) {
    case 'strike':
    case 'replace': {
      const excluded = new Set(
        instruction.except.flatMap((one) => {
          const found = slotsOf(act, one);
          return isRefused(found) ? [] : found.map(({ unit }) => unit);
        }),
      );
      const open = slots.filter(({ unit }) => unit === null || !excluded.has(unit));
      for (const words of instruction.words) {
        const by = instruction.do === 'replace' ? instruction.by : '';
        const change = (text: string): Changed => replaceWords(text, words, by, instruction.inflected);
        const loose = (text: string): Changed => replaceLoosely(text, words, by);
        const note = (pair: InflectedPair, unit: Unit | null): void =>
          void ground.inflected.push({ ...pair, place: unit?.citation || citePlace(place) });
        if (!changeSlots(open, change, note) && !changeSlots(open, loose))
          return REFUSED.noWords(words, citePlace(place));
      }
      return null;
    }
    case 'mark':
      return changeMarkIn(slots, place, instruction.from, instruction.to, instruction.after);
    case 'add-words': {
      const { anchor } = instruction;
      if (!('words' in anchor)) {
        const slot =
          anchor.at === 'end' ? slots.findLast((one) => one.get() !== '') : slots.find((one) => one.get() !== '');
        if (slot === undefined) return REFUSED.cannot(citePlace(place));
        slot.set(
          anchor.at === 'end' ? addAtEnd(slot.get(), instruction.words) : addAtStart(slot.get(), instruction.words),
        );
        return null;
      }
      return changeSlots(slots, (text) => addWords(text, anchor, instruction.words))
        ? null
        : REFUSED.noWords(anchor.words, citePlace(place));
    }
  }
}

/** Changes every slot; false when there was nothing to change. */
function changeSlots(
  slots: readonly Slot[],
  change: (text: string) => Changed,
  note?: (pair: InflectedPair, unit: Unit | null) => void,
): boolean {
  let total = 0;
  for (const slot of slots) {
    const { text, count, inflected } = change(slot.get());
    for (const pair of inflected ?? []) note?.(pair, slot.unit);
    if (count > 0) slot.set(text);
    total += count;
  }
  return total > 0;
}

/** A mark at the end stands behind the unit's own words, or behind the last of those below it. */
function changeMarkIn(
  slots: readonly Slot[],
  place: Place,
  from: string,
  to: string,
  after: string | null,
): Bilingual | null {
  const ends = after === null ? [slots[0], slots.findLast((slot) => slot.get() !== '')] : slots;
  let changed = false;
  for (const slot of ends) {
    const next = slot === undefined ? null : changeMark(slot.get(), from, to, after);
    if (next === null) continue;
    slot!.set(next);
    changed = true;
    if (after === null) break;
  }
  return changed ? null : REFUSED.noMark(from, citePlace(place));
}
