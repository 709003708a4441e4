import type { Act, Problem, Unit } from './types.ts';

export type ActJson = Omit<Act, 'reasonsLine' | 'problems' | 'units' | 'annexes'> & {
  units: UnitJson[];
  annexes: UnitJson[];
  problems: ProblemJson[];
};

export type UnitJson = Omit<Unit, 'children' | 'quoted'> & { children: UnitJson[]; quoted?: UnitJson[] };
type ProblemJson = Omit<Problem, 'rule'> & { rule?: string };

/** The act in the form of `text parse`, keys in a fixed order. */
export function toActJson(act: Act): ActJson {
  return {
    kind: act.kind,
    title: act.title,
    legalBasis: act.legalBasis,
    before: act.before,
    units: act.units.map(toUnitJson),
    annexes: act.annexes.map(toUnitJson),
    reasons: act.reasons,
    problems: act.problems.map(toProblemJson),
  };
}

function toUnitJson(unit: Unit): UnitJson {
  const json: UnitJson = {
    id: unit.id,
    type: unit.type,
    label: unit.label,
    number: unit.number,
    heading: unit.heading,
    citation: unit.citation,
    text: unit.text,
    line: unit.line,
    children: unit.children.map(toUnitJson),
  };
  if (unit.quoted !== undefined) json.quoted = unit.quoted.map(toUnitJson);
  return json;
}

function toProblemJson(problem: Problem): ProblemJson {
  const { rule, ...rest } = problem;
  return rule === null ? rest : { ...rest, rule };
}
