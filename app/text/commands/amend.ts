import { parse } from '../parse/parse.ts';
import { renderText, renderUnitText } from '../render/render-text.ts';
import { onOneLine } from '../tree/ends.ts';
import { letterMark } from '../tree/letters.ts';
import { descend, walkUnits } from '../tree/tree.ts';
import type { Act, Bilingual, Unit } from '../tree/types.ts';
import { applyAmending, consolidatedText } from './apply.ts';
import { changesOf, isSame, opOfChange, type Change, type Form } from './changes.ts';
import { identityOf, writeDay } from './identity.ts';
import type { CommandOp } from './instruction.ts';
import { pairActs, type Lawful, type Pair } from './pair.ts';
import { command, inPlace } from './phrases.ts';
import { citePlace, within, type Place, type Step } from './places.ts';
import { maskQuotes, quote } from './quotes.ts';

/** Data of the amended act that its text may not hold, and which form changed units take. */
export type AmendmentOptions = { number?: string; date?: string; journal?: string; form?: Form };

type WrittenCommand = { place: string; op: CommandOp; command: string; new: string; targets: string[] };
export type Amendment = {
  act: string;
  commands: WrittenCommand[];
  problems: Array<{ code: string; message: Bilingual }>;
};

type Draft = { changes: Change[]; title: string | null; basis: string | null; everything: string | null };

/**
 * Writes the resolution that makes an act in force read as edited: numbers by § 89 ZTP, repealed units left as
 * "(uchylony)", one item per § of the act, in the order of places. Reading it back and applying it gives the edited text:
 * that is tried here, and what a command did not carry over is quoted whole instead.
 */
export function amend(base: Act, edited: Act, options: AmendmentOptions = {}): Amendment {
  const lawful = pairActs(base, edited);
  const problems = [...lawful.problems];
  const lawfully = parse(renderText(withFront(lawful.act, base, edited)), { kind: base.kind });
  const printed = parse(renderText({ ...edited, reasons: null, reasonsLine: null }), { kind: base.kind });
  // A text whose lawful form does not read as the same units is taken as it stands.
  const isLawful = lawful.problems.length > 0 || wordsIn(lawfully) === wordsIn(printed);
  const wanted = isLawful ? lawfully : printed;
  const whole = new Set<string>();
  const first = draftOf(base, edited, lawful, options.form ?? 'auto', whole);
  if (isEmpty(first) && reads(base, wanted))
    return { act: '', commands: [], problems: [...problems, nothing(base, edited)].filter((one) => one !== null) };
  for (const draft of attempts(base, edited, lawful, options.form ?? 'auto', wanted, first)) {
    const act = write(base, draft, options);
    if (draft.everything === null && (!isLawful || isEmpty(draft) || !readsBack(base, write(base, draft, {}), wanted)))
      continue;
    if (draft.everything !== null) problems.push(TOO_MUCH);
    if (edited.reasons !== base.reasons && edited.reasons !== null) problems.push(REASONS);
    return { act, commands: commandsOf(draft), problems };
  }
  throw new Error('the last attempt is always taken');
}

const TOO_MUCH = {
  code: 'new-act',
  message: {
    pl: 'Zmian nie da się wyrazić poleceniami dla poszczególnych jednostek, dlatego uchwała dostaje w całości nowe brzmienie; przy tak licznych zmianach pisze się nową uchwałę (§ 84 ZTP).',
    en: 'The changes cannot be told unit by unit, so the whole resolution gets a new wording; with so many changes a new resolution is due (§ 84 of the drafting rules).',
  },
};
const REASONS = {
  code: 'reasons-changed',
  message: {
    pl: 'Uzasadnienie nie jest częścią uchwały: jego zmian uchwała zmieniająca nie obejmuje.',
    en: 'Reasons are no part of a resolution: the amending resolution does not cover changes to them.',
  },
};

function nothing(base: Act, edited: Act): Amendment['problems'][number] | null {
  return base.reasons === edited.reasons
    ? {
        code: 'nothing-changed',
        message: {
          pl: 'Oba teksty mają to samo brzmienie: nie ma czego zmieniać.',
          en: 'Both texts read the same: there is nothing to amend.',
        },
      }
    : REASONS;
}

/** The drafts in the order in which they are tried: commands, then with each § that did not come back quoted whole, then the whole text. */
function* attempts(base: Act, edited: Act, lawful: Lawful, form: Form, wanted: Act, first: Draft): Generator<Draft> {
  yield first;
  const failed = notCarried(base, write(base, first, {}), wanted);
  const whole = new Set<string>();
  const mark = (pairs: readonly Pair[], all: boolean): void => {
    for (const { base: old, children } of pairs) {
      if (old === null) continue;
      if ((old.type === 'paragraph' || old.type === 'article') && (all || failed.has(old.number))) whole.add(old.id);
      mark(children, all);
    }
  };
  for (const list of [lawful.pairs, ...lawful.annexes.map(({ children }) => children)]) mark(list, false);
  yield draftOf(base, edited, lawful, form, whole);
  for (const list of [lawful.pairs, ...lawful.annexes.map(({ children }) => children)]) mark(list, true);
  yield draftOf(base, edited, lawful, 'reword', whole);
  yield { changes: [], title: null, basis: null, everything: renderText(wanted).trim() };
}

const isEmpty = (draft: Draft): boolean =>
  draft.changes.length === 0 && draft.title === null && draft.basis === null && draft.everything === null;

/** The front of the text to come: what the act in force prints, with the edited title and legal basis. */
function withFront(lawful: Act, base: Act, edited: Act): Act {
  return {
    ...lawful,
    before: edited.before,
    title: edited.title,
    legalBasis: edited.legalBasis,
    reasons: base.reasons,
    reasonsLine: base.reasonsLine,
    units: lawful.units,
    annexes: lawful.annexes,
  };
}

function draftOf(base: Act, edited: Act, lawful: Lawful, form: Form, whole: ReadonlySet<string>): Draft {
  const title = subjectOf(base) === subjectOf(edited) ? null : subjectOf(edited);
  const basis =
    onOneLine(base.legalBasis) === onOneLine(edited.legalBasis) || edited.legalBasis === '' ? null : edited.legalBasis;
  const changes = [...changesOf(lawful.pairs, [], form, whole), ...annexChanges(lawful.annexes, form, whole)];
  return { changes, title, basis, everything: null };
}

const SUBJECT = /(?:^|\s)((?:w sprawie|zmieniająca|w przedmiocie|o )\s?.*)$/u;

function subjectOf(act: Act): string {
  return SUBJECT.exec(onOneLine(act.title))?.[1] ?? '';
}

/** Annexes: numbered units as in the act itself; text without marks and tables are replaced as a whole. */
function annexChanges(pairs: readonly Pair[], form: Form, whole: ReadonlySet<string>): Change[] {
  let count = 0;
  const changes: Change[] = [];
  for (const { base, edited, lawful, children } of pairs) {
    const number = (base ?? lawful).number;
    const step: Step = { type: 'annex', number };
    if (base === null || (edited !== null && (!sameHead(base, lawful) || loose(base, lawful)))) {
      count += 1;
      changes.push({
        do: 'annex',
        step,
        isNew: base === null,
        annex: lawful,
        holder: [{ type: 'annex', number: String(count) }],
      });
    } else if (edited === null) {
      if (!/^\(uchylony\)/u.test(base.heading)) changes.push({ do: 'repeal', holder: [], step });
    } else changes.push(...changesOf(children, [step], form, whole));
  }
  if (count === 1)
    for (const change of changes) if (change.do === 'annex') change.holder = [{ type: 'annex', number: '' }];
  return changes;
}

const sameHead = (base: Unit, lawful: Unit): boolean =>
  onOneLine(base.heading) === onOneLine(lawful.heading) && onOneLine(base.text) === onOneLine(lawful.text);

/** Text without marks that differs directly in an annex. */
function loose(base: Unit, lawful: Unit): boolean {
  const texts = (unit: Unit): Unit[] => unit.children.filter(({ type }) => type === 'text' || type === 'closing');
  const [before, after] = [texts(base), texts(lawful)];
  return before.length !== after.length || !before.every((unit, i) => isSame(unit, after[i]!));
}

function commandsOf(draft: Draft): WrittenCommand[] {
  const commands: WrittenCommand[] = [];
  const add = (place: string, op: CommandOp, words: string, fresh: string, targets: string[]): void =>
    void commands.push({ place, op, command: words.replace(/\n+/g, ' '), new: fresh, targets });
  if (draft.everything !== null)
    add('uchwała', 'reword', `uchwała otrzymuje brzmienie: ${quote(draft.everything)}`, draft.everything, ['uchwała']);
  if (draft.title !== null) add('tytuł uchwały', 'reword', titleCommand(draft.title), draft.title, ['tytuł uchwały']);
  if (draft.basis !== null)
    add('podstawa prawna', 'reword', basisCommand(draft.basis), draft.basis, ['podstawa prawna']);
  for (const change of draft.changes) {
    const targets = targetsOf(change).map(citePlace);
    add(targets[0] ?? '', opOfChange(change), command(change, 0), wordingOf(change), targets);
  }
  return commands;
}

function targetsOf(change: Change): Place[] {
  if (change.do === 'insert') return change.steps.map((step) => within(change.holder, [step]));
  if (change.do === 'annex') return [[change.step]];
  return 'step' in change ? [within(change.holder, [change.step])] : [change.holder];
}

function wordingOf(change: Change): string {
  switch (change.do) {
    case 'reword':
    case 'insert':
      return change.wording;
    case 'replace':
    case 'mark':
      return change.to;
    case 'add-words':
      return change.words;
    case 'annex':
      return renderUnitText(change.annex);
    default:
      return '';
  }
}

const titleCommand = (title: string): string => `tytuł uchwały otrzymuje brzmienie:\n\n${quote(title)}`;
const basisCommand = (basis: string): string => `podstawa prawna otrzymuje brzmienie:\n\n${quote(basis)}`;

/** A list of commands as a tree: one item per §, below it by lower units (§ 94 ZTP). */
type Item = { words: string; items: Item[] };

/** Items for changes that all stand below the first `depth` levels of their places. */
function itemsOf(changes: readonly Change[], depth: number, level: number): Item[] {
  const items: Item[] = [];
  for (let i = 0; i < changes.length; i += 1) {
    const key = keyOf(changes[i]!, depth);
    let end = i + 1;
    while (key !== null && end < changes.length && keyOf(changes[end]!, depth) === key) end += 1;
    const group = changes.slice(i, end);
    if (group.length === 1 || level > 3) {
      for (const change of group) items.push({ words: command(change, depth), items: [] });
    } else if (group[0]!.do === 'own-text' && group.length === 2) {
      items.push({ words: `${command(group[0]!, depth)} i ${command(group[1]!, group[1]!.holder.length)}`, items: [] });
    } else {
      let shared = depth + 1;
      while (
        group.every((change) => keyOf(change, shared) !== null && keyOf(change, shared) === keyOf(group[0]!, shared))
      )
        shared += 1;
      items.push({
        words: `${inPlace(group[0]!.holder.slice(depth, shared))}:`,
        items: itemsOf(group, shared, level + 1),
      });
    }
    i = end - 1;
  }
  return items;
}

/** The level of its place at which a change is grouped; null where it stands at that level itself. */
function keyOf(change: Change, depth: number): string | null {
  const step = change.holder[depth];
  if (step === undefined || change.do === 'annex') return null;
  if (change.do === 'reword' && change.step.type === 'heading' && depth === change.holder.length - 1) return null;
  return `${step.type} ${step.number}`;
}

const MARKS: ReadonlyArray<(i: number) => string> = [
  (i) => `${i + 1})`,
  (i) => `${letterMark(i + 1)})`,
  () => '–',
  () => '– –',
];
const ENDS = [';', ',', ',', ','];

function printItems(items: readonly Item[], level: number, final: string): string[] {
  return items.flatMap((item, i) => {
    const end = i === items.length - 1 ? final : ENDS[level]!;
    const head = `${MARKS[level]!(i)} ${item.words}`;
    return item.items.length === 0 ? [head + end] : [head, ...printItems(item.items, level + 1, end)];
  });
}

function write(base: Act, draft: Draft, options: AmendmentOptions): string {
  const items: Item[] = [];
  if (draft.everything !== null)
    items.push({ words: `uchwała otrzymuje brzmienie:\n\n${quote(draft.everything)}`, items: [] });
  if (draft.title !== null) items.push({ words: titleCommand(draft.title), items: [] });
  if (draft.basis !== null) items.push({ words: basisCommand(draft.basis), items: [] });
  items.push(...itemsOf(draft.changes, 0, 0));
  const unit = (n: number): string => (base.kind === 'statute' ? `Art. ${n}.` : `§ ${n}.`);
  const frame = `${unit(1)} ${frameOf(base, options)}`;
  const [only] = items;
  const isSingle = items.length === 1 && only !== undefined && only.items.length === 0;
  const changes = isSingle
    ? [`${frame} ${only.words}.`]
    : [`${frame} wprowadza się następujące zmiany:`, ...printItems(items, 0, '.')];
  const closing = finalClauses(base).map((words, i) => `${unit(i + 2)} ${words}`);
  const annexes = draft.changes.flatMap((change) => (change.do === 'annex' ? [annexText(change)] : []));
  return `${[front(base), ...changes, ...closing, ...annexes].join('\n\n')}\n`;
}

function annexText({ annex, holder }: Extract<Change, { do: 'annex' }>): string {
  const number = holder[0]?.number ?? '';
  const label = `Załącznik${number === '' ? '' : ` nr ${number}`}\ndo uchwały nr …`;
  return [label, annex.heading, annex.text, ...annex.children.map((child) => renderUnitText(child))]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Number and day of the amending act stay open. */
function front(base: Act): string {
  const subject = subjectOf(base);
  const statute = base.kind === 'statute';
  const title = statute ? `o zmianie ustawy ${subject}` : `zmieniająca uchwałę ${subject}`;
  const head = [statute ? 'USTAWA' : 'UCHWAŁA NR …', bodyLine(base), 'z dnia … r.', title.trim()]
    .filter((line) => line !== '')
    .join('\n');
  return balanced(base.legalBasis === '' ? head : `${head}\n\n${base.legalBasis}`);
}

/** "RADY GMINY BRZOZÓWKA", as the act prints it. */
function bodyLine(base: Act): string {
  const words = onOneLine(base.title).split(' ');
  const day = words.findIndex((word, i) => word === 'z' && words[i + 1] === 'dnia');
  if (day < 1 || !/^(?:UCHWAŁA|Uchwała|ZARZĄDZENIE)$/u.test(words[0]!)) return '';
  return words.slice(/^nr$/iu.test(words[1] ?? '') ? 3 : 1, day).join(' ');
}

/** "RADY MIEJSKIEJ W OLSZANCE" inside a sentence: Rady Miejskiej w Olszance. */
function inSentence(words: string): string {
  if (words !== words.toUpperCase()) return words;
  return words
    .toLowerCase()
    .split(' ')
    .map((word) =>
      /^(?:w|we|i|nad|pod|dla|do|z|ze|na)$/u.test(word)
        ? word
        : word.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => dash + letter.toUpperCase()),
    )
    .join(' ');
}

/** "W uchwale nr … Rady … z dnia … w sprawie … (Dz. Urz. …)": number, day and journal are named here and not in the title. */
function frameOf(base: Act, { number, date, journal }: AmendmentOptions): string {
  const own = identityOf(base);
  const day = date ?? own.date;
  const parts = [
    base.kind === 'statute' ? 'W ustawie' : 'W uchwale',
    (number ?? own.number) === null ? '' : `nr ${number ?? own.number}`,
    inSentence(bodyLine(base)),
    day === null ? '' : `z dnia ${writeDay(day) ?? day}`,
    subjectOf(base),
    journal === undefined ? '' : `(${journal.replace(/^\(|\)$/gu, '')})`,
  ];
  return balanced(parts.filter((part) => part !== '').join(' '));
}

/** A name with a quotation mark that has no other end would swallow the commands behind it. */
function balanced(text: string): string {
  const { unclosed } = maskQuotes(text);
  return unclosed.length === 0 ? text : text.replace(/[„”“"«»]|,,|''/gu, '');
}

/** Executing clause and entry into force in the form of the act in force, in this order (§ 38 ZTP). */
function finalClauses(base: Act): string[] {
  const texts = base.units
    .flatMap((unit) => [...descend(unit)])
    .filter(({ type }) => type === 'paragraph' || type === 'article')
    .map(({ text }) => onOneLine(text));
  const executing = texts.findLast((text) => /^Wykonanie (?:niniejszej )?uchwały powierza się/u.test(text));
  const entry = texts.findLast(
    (text) =>
      /wchodzi w życie (?:po upływie|z dniem podjęcia|z dniem ogłoszenia|w terminie)/iu.test(text) && text.length < 400,
  );
  const subject = base.kind === 'statute' ? 'Ustawa' : 'Uchwała';
  return [
    ...(executing === undefined ? [] : [executing]),
    entry ?? `${subject} wchodzi w życie po upływie 14 dni od dnia ogłoszenia.`,
  ];
}

/** True where the written act, read back and applied, gives the wanted text. */
function readsBack(base: Act, act: string, wanted: Act): boolean {
  const back = applyAmending(base, [act]);
  if (back.commands.some(({ status }) => status === 'refused')) return false;
  const got = parse(consolidatedText(back), { kind: base.kind });
  return reads(got, wanted);
}

/** All units without their numbers, and without those that were repealed. */
function wordsIn(act: Act): string {
  const lines: string[] = [];
  for (const { type, heading, text } of walkUnits(act)) {
    const words = onOneLine(`${type} ${heading} ${text}`).replace(/\d+[a-z]*/gu, '#');
    if (!/\(uchylon[yae]\)/u.test(words)) lines.push(words);
  }
  return lines.join('\n');
}

/** True for two texts with the same title, legal basis and units. */
function reads(got: Act, wanted: Act): boolean {
  return (
    shapes(got).join('\n') === shapes(wanted).join('\n') &&
    onOneLine(got.title) === onOneLine(wanted.title) &&
    onOneLine(got.legalBasis) === onOneLine(wanted.legalBasis)
  );
}

/** Numbers of the § that the written act does not carry over. */
function notCarried(base: Act, act: string, wanted: Act): Set<string> {
  const back = applyAmending(base, [act]);
  const got = new Set(shapes(parse(consolidatedText(back), { kind: base.kind })));
  const failed = new Set<string>();
  for (const shape of shapes(wanted)) if (!got.has(shape)) failed.add(/^\w+ (\S*)/u.exec(shape)?.[1] ?? '');
  return failed;
}

/** Each § and heading as one line: type, number and all words below. */
function shapes(act: Act): string[] {
  const lines: string[] = [];
  const blank = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const flat = (unit: Unit): string =>
    `${unit.type} ${unit.number} | ${blank(unit.heading)} | ${blank(unit.text).replace(/(\(uchylon[yae]\))[.;,]$/u, '$1')} | ${[...(unit.quoted ?? []), ...unit.children].map(flat).join(' ')}`;
  const visit = (unit: Unit): void => {
    if (unit.type === 'chapter' || unit.type === 'division' || unit.type === 'subchapter' || unit.type === 'annex') {
      lines.push(`${unit.type} ${unit.number} | ${blank(unit.heading)} | ${blank(unit.text)}`);
      unit.children.forEach(visit);
    } else lines.push(flat(unit));
  };
  [...act.units, ...act.annexes].forEach(visit);
  return lines;
}
