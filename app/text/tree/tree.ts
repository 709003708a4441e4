import { RANK, type Act, type ActKind, type Unit } from './types.ts';

/** Every unit of the act in document order, annexes last, quoted text left out. */
export function walkUnits(act: Act): Unit[] {
  return [...act.units, ...act.annexes].flatMap(descend);
}

/** A unit and all below it in document order, quoted text left out. */
export function descend(unit: Unit): Unit[] {
  const all: Unit[] = [];
  const add = (each: Unit): void => {
    all.push(each);
    each.children.forEach(add);
  };
  add(unit);
  return all;
}

/** A copy whose units may be written anew; everything in a unit that is no unit is words. */
export function copyAct(act: Act): Act {
  return {
    ...act,
    units: act.units.map(copyOf),
    annexes: act.annexes.map(copyOf),
    problems: act.problems.map((problem) => ({ ...problem })),
  };
}

function copyOf(unit: Unit): Unit {
  const copy = { ...unit, children: unit.children.map(copyOf) };
  return unit.quoted === undefined ? copy : { ...copy, quoted: unit.quoted.map(copyOf) };
}

/** Units by id, quoted ones included. */
export function indexUnits(act: Act): Map<string, Unit> {
  const index = new Map<string, Unit>();
  const add = (unit: Unit): void => {
    index.set(unit.id, unit);
    for (const quoted of unit.quoted ?? []) add(quoted);
    for (const child of unit.children) add(child);
  };
  for (const unit of [...act.units, ...act.annexes]) add(unit);
  return index;
}

/** Units above each unit, outermost first, by id. */
export function indexAncestors(act: Act): Map<string, Unit[]> {
  const index = new Map<string, Unit[]>();
  const add = (unit: Unit, above: Unit[]): void => {
    index.set(unit.id, above);
    const path = [...above, unit];
    for (const child of unit.children) add(child, path);
    for (const quoted of unit.quoted ?? []) add(quoted, path);
  };
  for (const unit of [...act.units, ...act.annexes]) add(unit, []);
  return index;
}

/**
 * All words of the act in document order: what "nothing is lost" means. Equal to the source once blanks are removed.
 */
export function allWords(act: Act): string {
  const out: string[] = [act.before];
  const add = (unit: Unit): void => {
    out.push(unit.label, unit.heading, unit.text);
    for (const quoted of unit.quoted ?? []) add(quoted);
    for (const child of unit.children) add(child);
  };
  for (const unit of act.units) add(unit);
  const reasonsFirst = act.reasonsLine !== null && act.annexes.some((annex) => annex.line > act.reasonsLine!);
  for (const annex of act.annexes) if (!reasonsFirst || annex.line < act.reasonsLine!) add(annex);
  if (act.reasons !== null) out.push(act.reasons);
  if (reasonsFirst) for (const annex of act.annexes) if (annex.line > act.reasonsLine!) add(annex);
  return out.join('\n');
}

/** What a container is divided into: the first § or article in it, below its chapters. An act and its annexes may differ. */
export function basicTypeOf(units: readonly Unit[]): 'article' | 'paragraph' {
  return firstBasic(units) ?? 'paragraph';
}

function firstBasic(units: readonly Unit[]): 'article' | 'paragraph' | null {
  for (const unit of units) {
    if (unit.type === 'article' || unit.type === 'paragraph') return unit.type;
    const inner = RANK[unit.type] <= RANK.subchapter && unit.type !== 'annex' ? firstBasic(unit.children) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** A resolution may be written in articles: its title decides, and articles only where it names no kind of act. */
export function kindOf({ title, units }: { title: string; units: readonly Unit[] }): ActKind {
  if (
    /(?:^|\s)(?:U\s?C\s?H\s?W\s?A\s?Ł\s?A|Z\s?A\s?R\s?Z\s?Ą\s?D\s?Z\s?E\s?N\s?I\s?E)(?:\s|$)/iu.test(
      title.slice(0, 120),
    )
  )
    return 'resolution';
  return basicTypeOf(units) === 'article' ? 'statute' : 'resolution';
}
