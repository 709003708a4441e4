import { toActJson, type UnitJson } from '../tree/act-json.ts';
import { lint } from '../lint/lint.ts';
import { outline } from '../parse/outline.ts';
import { parse } from '../parse/parse.ts';
import { toReferenceJson, type ReferenceJson } from '../references/reference-json.ts';
import { findReferences } from '../references/references.ts';
import type { Act, UnitType } from '../tree/types.ts';

/** What a fragment of law must be read as; only what is named is looked at. */
type TextExpectation = {
  counts?: Partial<Record<UnitType, number>>;
  /** Citations of all units in order, kept text and quoted wording left out. */
  citations?: readonly string[];
  chapters?: ReadonlyArray<{ label: string; title: string }>;
  /** References by the unit that holds them and, where given, their words. */
  references?: ReadonlyArray<{
    from: string;
    words?: string;
    targets: readonly string[];
    exact?: boolean;
    status?: ReferenceJson['status'];
    act?: string;
  }>;
  /** Lint: codes that must (not) occur; `true`: no finding at all. References: words that must not occur. */
  has?: readonly string[];
  not?: readonly string[];
  none?: true | readonly string[];
  count?: number;
  units?: ReadonlyArray<{
    citation: string;
    type?: UnitType;
    text?: string;
    startsWith?: string;
    heading?: string;
    quoted?: readonly string[];
  }>;
  title?: string;
  legalBasis?: string;
  reasons?: string | null;
  kind?: Act['kind'];
  annexes?: number;
  /** Words that may stand in no unit's own text. */
  noText?: readonly string[];
};

export type TextCase = {
  id: string;
  kind: string;
  command: 'outline' | 'refs' | 'parse' | 'lint';
  text: string;
  expect: TextExpectation;
  why?: string;
};

/** What differs from the expected reading, one line each; empty when all is right. */
export function judgeCase({ command, text, expect }: TextCase): string[] {
  const act = parse(text);
  switch (command) {
    case 'outline':
      return judgeOutline(act, expect);
    case 'refs':
      return judgeReferences(findReferences(act).map(toReferenceJson), expect);
    case 'lint':
      return judgeCodes(
        lint(act, text).map(({ code }) => code),
        expect,
      );
    case 'parse':
      return judgeTree(act, expect);
  }
}

function judgeOutline(act: Act, expect: TextExpectation): string[] {
  const { counts, chapters, lines } = outline(act);
  const wrong = Object.entries(expect.counts ?? {})
    .filter(([type, count]) => (counts[type as UnitType] ?? 0) !== count)
    .map(([type, count]) => `${counts[type as UnitType] ?? 0} ${type} instead of ${count}`);
  const cited = lines.filter(({ type }) => type !== 'text').map(({ citation }) => citation);
  if (expect.citations !== undefined && !isSame(cited, expect.citations)) wrong.push(`units ${cited.join(', ')}`);
  if (expect.chapters !== undefined && !isSame(chapters, expect.chapters))
    wrong.push(`chapters ${JSON.stringify(chapters)}`);
  return wrong;
}

function judgeReferences(found: readonly ReferenceJson[], expect: TextExpectation): string[] {
  const wrong = (expect.references ?? []).flatMap((wanted) => {
    const hits = found.filter(
      ({ from, words }) =>
        from === wanted.from &&
        (wanted.words === undefined || bare(words).includes(wanted.words) || wanted.words.includes(bare(words))),
    );
    if (hits.length === 0) return [`no reference ${wanted.words ?? ''} in ${wanted.from}`];
    const targets = new Set(hits.flatMap((hit) => hit.targets));
    const right =
      wanted.targets.every((target) => targets.has(target)) &&
      (wanted.exact === false || targets.size === new Set(wanted.targets).size) &&
      (wanted.status === undefined || hits.every(({ status }) => status === wanted.status)) &&
      (wanted.act === undefined || hits.some(({ act }) => act?.includes(wanted.act!) === true));
    return right ? [] : [`${wanted.words ?? wanted.from}: ${JSON.stringify(hits)}`];
  });
  for (const words of Array.isArray(expect.none) ? (expect.none as string[]) : []) {
    if (found.some((reference) => bare(reference.words).includes(words))) wrong.push(`a false reference ${words}`);
  }
  if (expect.count !== undefined && found.length !== expect.count)
    wrong.push(`${found.length} references: ${JSON.stringify(found)}`);
  return wrong;
}

function judgeCodes(codes: readonly string[], { has = [], not = [], none }: TextExpectation): string[] {
  return [
    ...has.filter((code) => !codes.includes(code)).map((code) => `lacks ${code}`),
    ...not.filter((code) => codes.includes(code)).map((code) => `false alarm ${code}`),
    ...(none === true ? codes.map((code) => `false alarm ${code}`) : []),
  ];
}

function judgeTree(act: Act, expect: TextExpectation): string[] {
  const json = toActJson(act);
  const units = [...json.units, ...json.annexes].flatMap((unit) => flat(unit, 'children'));
  const wrong = (expect.units ?? []).flatMap((wanted) => judgeUnit(units, wanted));
  for (const field of ['title', 'legalBasis'] as const)
    if (expect[field] !== undefined && bare(json[field]) !== expect[field]) wrong.push(`${field} ${json[field]}`);
  if (expect.reasons !== undefined && (expect.reasons === null) !== (json.reasons === null)) wrong.push('reasons');
  if (expect.kind !== undefined && json.kind !== expect.kind) wrong.push(json.kind);
  if (expect.annexes !== undefined && json.annexes.length !== expect.annexes)
    wrong.push(`${json.annexes.length} annexes`);
  const cited = units.filter(({ type }) => type !== 'text').map(({ citation }) => citation);
  if (expect.citations !== undefined && !isSame(cited, expect.citations)) wrong.push(`units ${cited.join(', ')}`);
  const everyUnit = units.flatMap((unit) => [unit, ...(unit.quoted ?? []).flatMap((one) => flat(one, 'both'))]);
  for (const words of expect.noText ?? [])
    if (everyUnit.some(({ type, text }) => type !== 'text' && bare(text).includes(words)))
      wrong.push(`a unit's text holds ${words}`);
  return wrong;
}

function judgeUnit(units: readonly UnitJson[], wanted: NonNullable<TextExpectation['units']>[number]): string[] {
  const unit = units.find(({ citation, type }) => citation === wanted.citation && (wanted.type ?? type) === type);
  if (unit === undefined) return [`no unit ${wanted.citation}`];
  const wrong: string[] = [];
  if (wanted.text !== undefined && bare(unit.text) !== wanted.text) wrong.push(`${wanted.citation} says ${unit.text}`);
  if (wanted.startsWith !== undefined && !bare(unit.text).startsWith(wanted.startsWith))
    wrong.push(`${wanted.citation} says ${unit.text}`);
  if (wanted.heading !== undefined && bare(unit.heading ?? '') !== wanted.heading)
    wrong.push(`${wanted.citation} is headed ${unit.heading}`);
  const quoted = (unit.quoted ?? [])
    .flatMap((one) => flat(one, 'both'))
    .filter(({ type }) => type !== 'text')
    .map(({ citation }) => citation);
  if (wanted.quoted !== undefined && !isSame(quoted, wanted.quoted))
    wrong.push(`${wanted.citation} quotes ${quoted.join(', ')}`);
  return wrong;
}

function flat(unit: UnitJson, below: 'children' | 'both'): UnitJson[] {
  const quoted = below === 'both' ? (unit.quoted ?? []) : [];
  return [unit, ...[...unit.children, ...quoted].flatMap((one) => flat(one, below))];
}

function isSame(found: readonly unknown[], wanted: readonly unknown[]): boolean {
  return JSON.stringify(found) === JSON.stringify(wanted);
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
