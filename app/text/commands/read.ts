import { parse } from '../parse/parse.ts';
import { renderUnitText } from '../render/render-text.ts';
import { requireWithin } from '../tree/limits.ts';
import type { Unit } from '../tree/types.ts';
import { ANNOUNCES_CHANGES, readFrame } from './frame.ts';
import { identityOf, type Identity } from './identity.ts';
import { dayInWords } from '../tree/months.ts';
import type { Instruction } from './instruction.ts';
import type { Place } from './places.ts';
import { maskQuotes, unmask, type Quote } from './quotes.ts';
import { looksLikeCommand, readSentence } from './sentence.ts';

/** One command of an amending act: where it stands, its words, and what it tells to do. */
export type ReadCommand = { place: string; command: string; amended: Identity | null; instructions: Instruction[] };

export type AmendingAct = {
  title: string;
  identity: Identity;
  /** The first day in force where the act names it, or the day it was passed when it says so; null when that hangs on the journal. */
  inForce: string | null;
  commands: ReadCommand[];
  /** Words that are no command and no frame of one: entry into force, executing clause, transitional rules, reasons. */
  rest: string[];
  annexes: Unit[];
  /** How many quotation marks had no other end. */
  unclosed: number;
  /** The text it was read from, where another act changed it. */
  source?: string;
};

/** The most commands that one act may hold. */
const MAX_COMMANDS = 5_000;

type Reader = { quotes: readonly Quote[]; commands: ReadCommand[]; rest: string[] };

/** Reads an amending act into commands. Every line of it is a command, a frame, quoted wording, or named in `rest`. */
export function readAmending(source: string): AmendingAct {
  const { text, quotes, unclosed } = maskQuotes(source);
  const act = parse(text);
  const reader: Reader = { quotes, commands: [], rest: [] };
  if (act.units.length === 0) readFront(reader, act.before);
  else for (const unit of act.units) readRoot(reader, unit);
  requireWithin('commands in one amending act', reader.commands.length, MAX_COMMANDS);
  const used = new Set(
    reader.commands.flatMap(({ instructions }) =>
      instructions.flatMap((one) => (one.do === 'annex' ? [sourceAnnex(act.annexes, one.source)] : [])),
    ),
  );
  for (const annex of act.annexes) if (!used.has(annex)) reader.rest.push(unmask(renderUnitText(annex), quotes));
  if (act.reasons !== null) reader.rest.push(unmask(act.reasons, quotes));
  return {
    title: unmask(act.title, quotes),
    identity: identityOf(act),
    inForce: dayInForce(reader.rest, identityOf(act).date),
    commands: reader.commands,
    rest: reader.rest,
    annexes: act.annexes.map((annex) => unmaskUnit(annex, quotes)),
    unclosed: unclosed.length,
  };
}

/** The annex that a command means: by number, or the only one. */
export function sourceAnnex(annexes: readonly Unit[], number: string): Unit | undefined {
  return annexes.find((annex) => annex.number === number) ?? (annexes.length === 1 ? annexes[0] : undefined);
}

function unmaskUnit(unit: Unit, quotes: readonly Quote[]): Unit {
  return {
    ...unit,
    heading: unmask(unit.heading, quotes),
    text: unmask(unit.text, quotes),
    children: unit.children.map((child) => unmaskUnit(child, quotes)),
  };
}

/** A text without § and without a list: each line may be a command. */
function readFront(reader: Reader, before: string): void {
  for (const line of before.split('\n')) {
    if (looksLikeCommand(line)) takeSentence(reader, line, '', null, [], true);
    else if (line.trim() !== '') reader.rest.push(unmask(line, reader.quotes));
  }
}

function readRoot(reader: Reader, unit: Unit): void {
  if (unit.type === 'division' || unit.type === 'chapter' || unit.type === 'subchapter') {
    for (const child of unit.children) readRoot(reader, child);
    return;
  }
  const first = unit.text === '' && unit.children[0]?.type === 'subsection' ? readFrame(unit.children[0].text) : null;
  const frame = readFrame(unit.text);
  if (frame !== null) {
    walk(reader, unit, frame.rest, frame.amended, frame.context, true);
    return;
  }
  if (first !== null) {
    for (const child of unit.children) {
      const own = readFrame(child.text);
      if (own !== null) walk(reader, child, own.rest, own.amended, own.context, true);
      else walk(reader, child, child.text, first.amended, first.context, false);
    }
    return;
  }
  const repeal = repealedAct(unit.text);
  if (repeal !== null && unit.children.length === 0) {
    reader.commands.push({
      place: unit.citation,
      command: unmask(unit.text, reader.quotes),
      amended: repeal,
      instructions: [{ do: 'repeal-act' }],
    });
    return;
  }
  if (looksLikeCommand(subtreeWords(unit))) walk(reader, unit, unit.text, null, [], false);
  else reader.rest.push(unmask(renderUnitText(unit), reader.quotes));
}

function subtreeWords(unit: Unit): string {
  return [unit.text, ...unit.children.map(subtreeWords)].join('\n');
}

/** "Traci moc uchwała nr …", "Uchyla się uchwałę nr …": the whole act. */
function repealedAct(text: string): Identity | null {
  const match = /^(?:traci moc|uchyla się|traci moc obowiązującą)\s+(?:uchwał[aęy]|zarządzenie|ustaw[aęy])\s/iu.exec(
    text,
  );
  if (match === null) return null;
  const named = identityOf({ before: text, title: '' });
  return named.number === null && named.date === null ? null : named;
}

/** Reads a unit of the list: words without a verb say where the list under them works. `strict`: words that are no command are named as one that is not understood. */
function walk(
  reader: Reader,
  unit: Unit,
  text: string,
  amended: Identity | null,
  context: Place[],
  strict: boolean,
): void {
  const words = text.replace(ANNOUNCES_CHANGES, ' ').trim();
  const items = unit.children.filter(({ type }) => type !== 'text');
  const { instructions, places } = readSentence(words, reader.quotes, context);
  const bare = instructions.at(-1);
  if (bare?.do === 'reword' && !bare.quoted) {
    // New wording without quotation marks: the words behind the colon and the list under them.
    const announced = /(?:brzmieni[eau]|treści|treść)\s*(?:następując\p{L}{1,3})?\s*[:–-]?\s*/iu.exec(words);
    const own = announced === null ? '' : words.slice(announced.index + announced[0].length);
    const list = unit.children.map((child) => renderUnitText(child)).join('\n\n');
    const wording = unmask([own, list].filter((part) => part !== '').join('\n\n'), reader.quotes);
    if (wording !== '') {
      bare.wording = wording;
      add(
        reader,
        unit,
        unmask(words.slice(0, words.length - own.length), reader.quotes).trim() + ` ${wording}`,
        amended,
        instructions,
      );
      return;
    }
  }
  const shared = sharedVerb(words, instructions, items);
  if (shared !== null) {
    const inside = readSentence(shared.place, reader.quotes, context).places;
    for (const item of items) walk(reader, item, shared.say(item.text), amended, inside, strict);
    return;
  }
  if (instructions.length > 0) add(reader, unit, unmask(words, reader.quotes), amended, instructions);
  else if (items.length === 0 && words !== '') {
    if (strict || looksLikeCommand(words))
      add(reader, unit, unmask(words, reader.quotes), amended, [{ do: 'unknown', targets: [] }]);
    else reader.rest.push(unmask(renderUnitText(unit), reader.quotes));
  }
  for (const child of unit.children) {
    if (child.type === 'text' || child.type === 'closing') takeLoose(reader, child, amended, places, context);
    else
      walk(
        reader,
        child,
        child.text,
        amended,
        instructions.length > 0 ? context : places,
        strict || looksLikeCommand(child.text) ? strict : false,
      );
  }
}

/** "uchyla się: 1) § 4; 2) w § 5 ust. 2": the verb above the list is said for each item that has none of its own. */
function sharedVerb(
  words: string,
  instructions: readonly Instruction[],
  items: readonly Unit[],
): { place: string; say: (item: string) => string } | null {
  if (items.length === 0 || instructions.length !== 1 || instructions[0]!.do !== 'unknown') return null;
  // The longest of the verbs and a colon fit into the last letters.
  const from = Math.max(0, words.length - 24);
  const found = /(?:^|\s)((?:uchyla|skreśla|wykreśla|usuwa|dodaje|dopisuje|zastępuje) się)\s?:?$/iu.exec(
    words.slice(from),
  );
  if (found === null || items.some(({ text }) => looksLikeCommand(text))) return null;
  const verb = found[1]!;
  const isAdding = /^(?:dodaje|dopisuje)/iu.test(verb);
  return {
    place: words.slice(0, from + found.index),
    say: (item) => (isAdding ? `${verb} ${item}` : `${item.trimEnd().replace(/[.;,]$/u, '')} ${verb}`),
  };
}

/** Words without a mark under a list: a command of their own, or something to be seen. */
function takeLoose(reader: Reader, unit: Unit, amended: Identity | null, places: Place[], context: Place[]): void {
  if (looksLikeCommand(unit.text))
    takeSentence(reader, unit.text, unit.citation, amended, places.length > 0 ? places : context, false);
  else reader.rest.push(unmask(renderUnitText(unit), reader.quotes));
}

function takeSentence(
  reader: Reader,
  text: string,
  place: string,
  amended: Identity | null,
  context: Place[],
  framed: boolean,
): void {
  const frame = framed ? readFrame(text) : null;
  const { instructions } = readSentence(frame?.rest ?? text, reader.quotes, frame?.context ?? context);
  const named = instructions.length > 0 ? instructions : [{ do: 'unknown', targets: [] } as Instruction];
  reader.commands.push({
    place,
    command: unmask(text, reader.quotes),
    amended: frame?.amended ?? amended,
    instructions: named,
  });
}

function add(reader: Reader, unit: Unit, command: string, amended: Identity | null, instructions: Instruction[]): void {
  reader.commands.push({ place: unit.citation, command: command.trimEnd(), amended, instructions });
}

/** The day an act names for its entry into force; the day it was passed for "z dniem podjęcia". */
function dayInForce(rest: readonly string[], passed: string | null): string | null {
  for (const words of rest) {
    if (!/wchodzi w życie/iu.test(words)) continue;
    const day = /z dniem (\d{1,2} \p{L}{4,12} \d{4})/u.exec(words.replace(/\s+/g, ' '));
    if (day !== null) return dayInWords(day[1]!);
    if (/z dniem podjęcia/iu.test(words)) return passed;
  }
  return null;
}
