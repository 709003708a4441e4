import { parse } from '../parse/parse.ts';
import { renderText } from '../render/render-text.ts';
import { assignCitations } from '../tree/cite.ts';
import { requireWithin, TEXT_LIMITS } from '../tree/limits.ts';
import type { Act, Bilingual, Unit } from '../tree/types.ts';
import { carryOut, type Ground, type Inflected, type Outcome } from './carry-out.ts';
import { identityOf, isSameAct, type Identity } from './identity.ts';
import { opOf, type CommandOp, type Instruction } from './instruction.ts';
import { citePlace } from './places.ts';
import { maskQuotes, unmask, type Quote } from './quotes.ts';
import { readAmending, type AmendingAct, type ReadCommand } from './read.ts';
import { REFUSED } from './refusals.ts';

type AppliedCommand = {
  /** Which amending act, from 1. */
  act: number;
  /** Where the command stands in that act. */
  place: string;
  command: string;
  op: CommandOp;
  targets: string[];
  status: 'applied' | 'refused';
  reason: Bilingual | null;
};

type ApplyProblem = { code: string; act: number; message: Bilingual };

export type Applied = {
  /** The consolidated act. */
  act: Act;
  commands: AppliedCommand[];
  /** Units that the commands repealed. */
  repealed: string[];
  /** What each amending act says beside its commands, in their order. */
  rest: Array<{ act: number; title: string; words: string[] }>;
  problems: ApplyProblem[];
};

/** The most amending acts at once. */
const MAX_AMENDING = 200;

/**
 * Applies amending acts to an act in force, in the order given. A command that cannot be carried out changes nothing
 * and says why. An amending act that a later one changes before its own day in force is applied as changed (§ 91 ZTP).
 */
export function applyAmending(base: Act, sources: readonly string[]): Applied {
  requireWithin('amending acts', sources.length, MAX_AMENDING);
  requireWithin(
    'characters in all amending acts',
    sources.reduce((sum, source) => sum + source.length, 0),
    TEXT_LIMITS.characters * 2,
  );
  const act = structuredClone(base);
  const own = identityOf(act);
  const applied: Applied = { act, commands: [], repealed: [], rest: [], problems: [] };
  const acts = sources.map((source) => readAmending(source));
  const results = acts.map((one) => one.commands.map((): AppliedCommand[] => []));
  changeAmendingActs(sources, acts, own, results);
  acts.forEach((amending, i) => {
    const ground: Ground = { act, nextId: (i + 1) * 1_000_000, annexes: amending.annexes, inflected: [] };
    const isOpen = (command: ReadCommand): boolean => results[i]![amending.commands.indexOf(command)]!.length === 0;
    for (const { command, instruction } of inOrder(amending.commands.filter(isOpen))) {
      const at = amending.commands.indexOf(command);
      const isOther = command.amended !== null && !isSameAct(command.amended, own);
      if (instruction.do === 'repeal-act' && isOther) {
        amending.rest.push(command.command);
        continue;
      }
      const outcomes: Outcome[] = isOther
        ? [{ targets: targetsOf(instruction), refusal: REFUSED.otherAct(nameOf(command.amended!)) }]
        : carryOut(ground, instruction);
      results[i]![at]!.push(...outcomes.map((outcome) => tell(i, command, instruction, outcome)));
      noteInflected(ground.inflected.splice(0), i + 1, applied);
    }
    if (amending.unclosed > 0)
      applied.problems.push({
        code: 'quote-not-closed',
        act: i + 1,
        message: {
          pl: 'Cudzysłów bez drugiego końca: brzmienie odczytano do końca wiersza.',
          en: 'A quotation mark has no other end: the wording was read to the end of a line.',
        },
      });
    applied.rest.push({ act: i + 1, title: amending.title, words: amending.rest });
  });
  noteOrder(acts, applied);
  applied.commands = results.flat(2);
  for (const { op, status, targets } of applied.commands)
    if (op === 'repeal' && status === 'applied') applied.repealed.push(...targets);
  assignCitations(act);
  return applied;
}

/** The most pairs of forms that one note lists. */
const MAX_PAIRS = 30;

/** Cases are written by rules, not by a person: which forms they are is told, and which of them are in doubt. */
function noteInflected(inflected: readonly Inflected[], act: number, applied: Applied): void {
  const pairs = new Map<string, { from: string; to: string; sure: boolean; places: Set<string> }>();
  for (const { from, to, sure, place } of inflected) {
    const key = [from, to, String(sure)].join('\n');
    const known = pairs.get(key) ?? { from, to, sure, places: new Set<string>() };
    known.places.add(place);
    pairs.set(key, known);
  }
  if (pairs.size === 0) return;
  const listed = [...pairs.values()].sort((a, b) => Number(a.sure) - Number(b.sure));
  const list = listed
    .slice(0, MAX_PAIRS)
    .map(({ from, to, sure, places }) => `„${from}” → „${to}”${sure ? '' : ' (?)'} (${[...places].join(', ')})`)
    .join('; ');
  const more = listed.length > MAX_PAIRS;
  const isDoubtful = listed.some(({ sure }) => !sure);
  applied.problems.push({
    code: isDoubtful ? 'inflection-in-doubt' : 'inflected-by-rule',
    act,
    message: {
      pl: `Formy odmienił program: ${list}${more ? '; i dalsze' : ''}.${isDoubtful ? ' Przy znaku (?) miejsce dopuszcza też inną formę; trzeba ją sprawdzić.' : ''}`,
      en: `Forms inflected by the program: ${list}${more ? '; and more' : ''}.${isDoubtful ? ' Where (?) stands the place allows another form as well; it has to be checked.' : ''}`,
    },
  });
}

/** The consolidated act as text. */
export function consolidatedText(applied: Applied): string {
  return renderText(applied.act);
}

function tell(
  act: number,
  { place, command }: ReadCommand,
  instruction: Instruction,
  { targets, refusal }: Outcome,
): AppliedCommand {
  return {
    act: act + 1,
    place,
    command,
    op: opOf(instruction),
    targets: targets.map(citePlace),
    status: refusal === null ? 'applied' : 'refused',
    reason: refusal,
  };
}

function targetsOf(instruction: Instruction): Outcome['targets'] {
  if (instruction.do === 'repeal-act') return [[{ type: 'act', number: '' }]];
  if (instruction.do === 'own-text') return [instruction.to];
  return instruction.do === 'designate' ? instruction.to : instruction.targets;
}

const nameOf = ({ number, date }: Identity): string =>
  [number === null ? '' : `nr ${number}`, date === null ? '' : `z dnia ${date}`]
    .filter((part) => part !== '')
    .join(' ');

type Step = { command: ReadCommand; instruction: Instruction };

/** Where units get other numbers, all else is done on the old numbers first and new units come last. */
function inOrder(commands: readonly ReadCommand[]): Step[] {
  const steps = commands.flatMap((command) =>
    command.instructions.map((instruction): Step => ({ command, instruction })),
  );
  const moved = steps.filter(({ instruction }) => instruction.do === 'designate');
  if (moved.length === 0) return steps;
  const isNew = ({ instruction }: Step): boolean => instruction.do === 'insert';
  return [...steps.filter((step) => !moved.includes(step) && !isNew(step)), ...moved.reverse(), ...steps.filter(isNew)];
}

/** Carries out what amending acts say about other amending acts among those given, and reads the changed ones anew. */
function changeAmendingActs(
  sources: readonly string[],
  acts: AmendingAct[],
  base: Identity,
  results: AppliedCommand[][][],
): void {
  acts.forEach((later, k) => {
    const byAct = new Map<number, ReadCommand[]>();
    for (const command of later.commands) {
      if (command.amended === null || isNamed(command.amended, base)) continue;
      const j = acts.findIndex((one, i) => i !== k && isNamed(command.amended!, one.identity));
      if (j >= 0) byAct.set(j, [...(byAct.get(j) ?? []), command]);
    }
    for (const [j, commands] of byAct) {
      const changed = acts[j]!;
      const day = later.inForce ?? later.identity.date;
      const isLate = changed.inForce !== null && day !== null && changed.inForce <= day;
      const source = isLate
        ? null
        : changeSource(changed.source ?? sources[j]!, commands, later.annexes, (command, outcomes) =>
            results[k]![later.commands.indexOf(command)]!.push(
              ...outcomes.map(([instruction, outcome]) => tell(k, command, instruction, outcome)),
            ),
          );
      if (source === null)
        for (const command of commands)
          results[k]![later.commands.indexOf(command)]!.push(
            ...command.instructions.map((instruction) =>
              tell(k, command, instruction, {
                targets: targetsOf(instruction),
                refusal: REFUSED.inForce(changed.inForce ?? ''),
              }),
            ),
          );
      else {
        acts[j] = { ...readAmending(source), source };
        results[j] = acts[j].commands.map(() => []);
      }
    }
  });
}

/** An act is named by a number or a day that both bear. */
function isNamed(named: Identity, act: Identity): boolean {
  const known = (named.number !== null && act.number !== null) || (named.date !== null && act.date !== null);
  return known && isSameAct(named, act);
}

type Note = (command: ReadCommand, outcomes: Array<[Instruction, Outcome]>) => void;

/** Changes the text of an amending act; its quoted wording stays masked, so that its own lists alone are numbered. */
function changeSource(source: string, commands: readonly ReadCommand[], annexes: readonly Unit[], note: Note): string {
  const masked = maskQuotes(source);
  const quotes: Quote[] = [...masked.quotes];
  const ground: Ground = { act: parse(masked.text), nextId: 0, annexes, inflected: [] };
  for (const { command, instruction } of inOrder(commands)) {
    const about =
      instruction.do === 'strike' ||
      instruction.do === 'replace' ||
      instruction.do === 'add-words' ||
      instruction.do === 'mark';
    if (about) unmaskAct(ground.act, quotes);
    note(
      command,
      carryOut(ground, maskWording(instruction, quotes)).map((outcome) => [instruction, outcome]),
    );
    if (about) remaskAct(ground.act, quotes);
  }
  return unmask(renderText(ground.act), quotes);
}

function eachText(act: Act, change: (text: string) => string): void {
  const visit = (unit: Unit): void => {
    unit.text = change(unit.text);
    unit.children.forEach(visit);
  };
  for (const unit of [...act.units, ...act.annexes]) visit(unit);
}

function unmaskAct(act: Act, quotes: readonly Quote[]): void {
  eachText(act, (text) => unmask(text, quotes));
}

function remaskAct(act: Act, quotes: Quote[]): void {
  eachText(act, (text) => maskInto(text, quotes));
}

/** Masks the quotes of a text and adds them to a list. */
function maskInto(text: string, quotes: Quote[]): string {
  const { text: masked, quotes: inner } = maskQuotes(text);
  const from = quotes.length;
  quotes.push(...inner);
  return masked.replace(/⟦(\d+)⟧/g, (_, n: string) => `⟦${from + Number(n)}⟧`);
}

function maskWording(instruction: Instruction, quotes: Quote[]): Instruction {
  return 'wording' in instruction ? { ...instruction, wording: maskInto(instruction.wording, quotes) } : instruction;
}

function noteOrder(acts: readonly AmendingAct[], applied: Applied): void {
  acts.forEach((one, i) => {
    const before = acts[i - 1]?.identity.date ?? null;
    if (before !== null && one.identity.date !== null && one.identity.date < before)
      applied.problems.push({
        code: 'acts-out-of-order',
        act: i + 1,
        message: {
          pl: 'Ten akt zmieniający jest wcześniejszy od poprzedniego.',
          en: 'This amending act is earlier than the one before it.',
        },
      });
  });
}
