import type { Instruction } from '../commands/instruction.ts';
import { citePlace, type Place } from '../commands/places.ts';
import { readAmending, type ReadCommand } from '../commands/read.ts';
import { renderText } from '../render/render-text.ts';
import { compareNumbers } from '../tree/letters.ts';
import { walkUnits } from '../tree/tree.ts';
import type { Bilingual, Severity, Unit } from '../tree/types.ts';
import { add, type LintContext } from './context.ts';

/** The rules on acts that amend acts (ZTP dział II); a rule of one paragraph alone is named with it where it is used. */
const RULES = 'ZTP § 82–98';

/** So many commands of one act are looked at. */
const MAX_LOOKED_AT = 1_000;

const AMENDS = /zmieniając|o\s+zmianie|w\s+sprawie\s+zmian/iu;

/** Checks how an amending act says what it changes. An act that changes no other has nothing to find here. */
export function lintAmending(context: LintContext, source: string): void {
  const { act } = context;
  if (!AMENDS.test(act.title) && !AMENDS.test(act.before.slice(0, 2_000))) return;
  const commands = readAmending(source === '' ? renderText(act) : source).commands.slice(0, MAX_LOOKED_AT);
  if (commands.length === 0) return;
  const units = new Map<string, Unit>();
  for (const unit of walkUnits(act)) if (!units.has(unit.citation)) units.set(unit.citation, unit);
  const find: Find = (command, code, severity, message, rule = RULES) =>
    add(context, { code, severity, unit: units.get(command.place) ?? act.units[0] ?? null, message, rule });
  lintTitle(context);
  lintFrames(context);
  for (const command of commands) lintCommand(command, find);
  lintPlaces(commands, find);
}

type Find = (command: ReadCommand, code: string, severity: Severity, message: Bilingual, rule?: string) => void;

/** Number and day of the amended act belong into § 1, not into the title. */
function lintTitle(context: LintContext): void {
  const { title } = context.act;
  const amended = AMENDS.exec(title);
  if (amended === null) return;
  const named = title.slice(amended.index);
  if (!/\suchwał\p{L}{1,2}\s+(?:nr\s|z\s+dnia\s)/iu.test(named.slice(0, 200))) return;
  add(context, {
    code: 'amended-number-in-title',
    severity: 'info',
    unit: null,
    rule: 'ZTP § 129 ust. 2',
    message: {
      pl: 'Tytuł podaje numer lub datę zmienianej uchwały; w tytule wymienia się jej przedmiot, a numer i datę w § 1.',
      en: 'The title gives the number or the date of the amended resolution; the title names its subject, § 1 number and date.',
    },
  });
}

/** A change of a change, and an amended act whose place in the journal is not given though the act itself goes there. */
function lintFrames(context: LintContext): void {
  const { act } = context;
  const isPublished = act.units.some(({ text }) => /Dzienniku\s+Urzędowym/u.test(text));
  for (const unit of act.units) {
    const opening = /^W\s+(?:uchwale|ustawie|zarządzeniu)\s[^:„]{0,600}/u.exec(unit.text.slice(0, 700))?.[0];
    if (opening === undefined) continue;
    const name = opening.split(/\s(?:wprowadza\s+się|otrzymuj\p{L}{1,2}|uchyla\s+się|dodaje\s+się)/u, 1)[0]!;
    if (/zmieniając\p{L}{1,3}\s+uchwał|w\s+sprawie\s+zmian[yę]?\s+uchwał|o\s+zmianie\s+ustaw/iu.test(name))
      add(context, {
        code: 'change-of-a-change',
        severity: 'warning',
        unit,
        rule: 'ZTP § 91',
        message: {
          pl: 'Zmienia się akt, który sam zmienia inny; zmienia się akt pierwotny, chyba że zmiana nie weszła jeszcze w życie.',
          en: 'An act that changes another one is changed; it is the first act that is changed, unless the change is not in force yet.',
        },
      });
    if (isPublished && !/Dz\.\s?U|M\.\s?P\./u.test(name))
      add(context, {
        code: 'journal-of-amended-act',
        severity: 'info',
        unit,
        rule: RULES,
        message: {
          pl: 'Przy zmienianej uchwale nie podano miejsca ogłoszenia (Dz. Urz. Woj. … poz. …).',
          en: 'The place where the amended resolution was published (Dz. Urz. Woj. … poz. …) is not given.',
        },
      });
  }
}

function lintCommand(command: ReadCommand, find: Find): void {
  for (const instruction of command.instructions) {
    if (instruction.do === 'unknown')
      find(command, 'command-not-understood', 'info', {
        pl: 'Polecenia nie da się odczytać jednoznacznie: nie wiadomo, co i w jakiej jednostce się zmienia.',
        en: 'The command cannot be read in one way: it does not say what is changed and in which provision.',
      });
    if (instruction.do === 'designate')
      find(
        command,
        'renumbered-in-force',
        'warning',
        {
          pl: 'Jednostkom obowiązującego aktu nie zmienia się numerów; nową jednostkę oznacza się literą (§ 5a, ust. 2a).',
          en: 'Provisions of an act in force keep their numbers; a new one gets a letter (§ 5a, ust. 2a).',
        },
        'ZTP § 89',
      );
    if (instruction.do === 'reword' && !instruction.quoted)
      find(command, 'wording-not-quoted', 'warning', {
        pl: 'Nowe brzmienie nie stoi w cudzysłowie: nie widać, gdzie się kończy.',
        en: 'The new wording is not quoted: nobody can tell where it ends.',
      });
    if (instruction.do === 'repeal' && isStruck(command, instruction))
      find(command, 'unit-struck', 'info', {
        pl: 'Jednostkę uchyla się, a skreśla się wyrazy.',
        en: 'A provision is repealed (uchyla się); words are struck (skreśla się).',
      });
  }
}

/** "skreśla się ust. 2" said of a unit; of a sentence or a row of a table it is right. */
function isStruck({ command, instructions }: ReadCommand, { targets }: { targets: Place[] }): boolean {
  const special = targets.some((place) => /^(?:sentence|row|column|table)$/u.test(place.at(-1)?.type ?? ''));
  return (
    !special && instructions.length === 1 && /(?:s|wy)kreśla\s+się/iu.test(command) && !/uchyla\s+się/iu.test(command)
  );
}

/** A unit changed twice, and commands that do not follow the order of the amended act. */
function lintPlaces(commands: readonly ReadCommand[], find: Find): void {
  const whole = new Map<string, string>();
  const inside = new Map<string, string>();
  const last = new Map<string, Place>();
  for (const command of commands) {
    const actKey = `${command.amended?.number ?? ''} ${command.amended?.date ?? ''}`;
    const targets = command.instructions.flatMap(targetsOf);
    for (const { place, isWhole } of targets) {
      const twice = earlierChange(`${actKey} `, place, isWhole, whole, inside);
      if (twice !== null && twice !== command.place)
        find(command, 'unit-changed-twice', 'warning', {
          pl: `Jednostkę zmieniono już w innym poleceniu (${citePlace(place)}; ${twice}); zmiany jednej jednostki łączy się w jedno polecenie.`,
          en: `The provision is changed by another command already (${citePlace(place)}; ${twice}); changes of one provision are one command.`,
        });
    }
    for (const { place, isWhole } of targets) note(`${actKey} `, place, isWhole, command.place, whole, inside);
    const first = targets[0]?.place;
    const before = last.get(actKey);
    if (first === undefined || first[0]?.type !== 'paragraph') continue;
    if (before !== undefined && compareNumbers(first[0].number, before[0]!.number) < 0)
      find(command, 'commands-out-of-order', 'info', {
        pl: `Polecenie o ${citePlace(first.slice(0, 1))} stoi po poleceniu o ${citePlace(before.slice(0, 1))}; zmiany wymienia się w kolejności jednostek zmienianego aktu.`,
        en: `The command about ${citePlace(first.slice(0, 1))} stands after the one about ${citePlace(before.slice(0, 1))}; changes follow the order of the amended act.`,
      });
    last.set(actKey, first);
  }
}

/** Where an instruction changes what stands there; `isWhole` where all of the unit is new or gone. Insertions change no unit. */
function targetsOf(instruction: Instruction): { place: Place; isWhole: boolean }[] {
  switch (instruction.do) {
    case 'reword':
    case 'repeal':
      return instruction.targets.map((place) => ({ place, isWhole: true }));
    case 'strike':
    case 'replace':
    case 'add-words':
      return instruction.targets.map((place) => ({ place, isWhole: false }));
    default:
      return [];
  }
}

/** The command that changed the unit, one around it, or (where it is new as a whole) one in it before. */
function earlierChange(
  key: string,
  place: Place,
  isWhole: boolean,
  whole: ReadonlyMap<string, string>,
  inside: ReadonlyMap<string, string>,
): string | null {
  for (let depth = 1; depth <= place.length; depth += 1) {
    const found = whole.get(key + citePlace(place.slice(0, depth)));
    if (found !== undefined) return found;
  }
  return isWhole ? (inside.get(key + citePlace(place)) ?? null) : null;
}

function note(
  key: string,
  place: Place,
  isWhole: boolean,
  at: string,
  whole: Map<string, string>,
  inside: Map<string, string>,
): void {
  if (isWhole) whole.set(key + citePlace(place), at);
  for (let depth = 1; depth <= place.length; depth += 1) inside.set(key + citePlace(place.slice(0, depth)), at);
}
