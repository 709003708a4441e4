import type { Indicator, Methodology } from '../methodology/methodology-schema.ts';

/** How an indicator of one version stands to the other: only "same" and "mapped" may be compared. */
type BridgeKind = 'same' | 'mapped' | 'changed' | 'removed' | 'added';

export type BridgeRow = { from: string | null; to: string | null; kind: BridgeKind };

/** Old code → new code, where the team says that two indicators ask the same. */
export type BridgeMapping = Readonly<Record<string, string>>;

/**
 * The bridge between two versions of a methodology: indicators with the same question and the same levels are common by themselves, under
 * whatever code; others only where `mapping` says so and both scales have the same levels' values. Rows follow the newer version, then
 * what it dropped. Each indicator occurs once on either side.
 */
export function bridgeOf(older: Methodology, newer: Methodology, mapping: BridgeMapping = {}): BridgeRow[] {
  const left = new Map(older.indicators.map((indicator) => [indicator.id, indicator]));
  const partnerOf = (indicator: Indicator): Omit<BridgeRow, 'to'> => {
    const mapped = Object.keys(mapping).find((from) => mapping[from] === indicator.id && left.has(from));
    const own = left.get(indicator.id);
    const alike =
      own && sameText(own, indicator)
        ? own
        : [...left.values()].find((candidate) => !(candidate.id in mapping) && sameText(candidate, indicator));
    if (mapped !== undefined) return { from: mapped, kind: 'mapped' };
    if (alike && !(alike.id in mapping)) return { from: alike.id, kind: 'same' };
    return own && !(own.id in mapping) ? { from: own.id, kind: 'changed' } : { from: null, kind: 'added' };
  };
  // Alike ones are taken first: a changed indicator under an old code must not take the place of one that only moved.
  const rows = new Map<string, BridgeRow>();
  for (const kinds of [['mapped'], ['same'], ['changed', 'added']] as BridgeKind[][]) {
    for (const indicator of newer.indicators) {
      if (rows.has(indicator.id)) continue;
      const row = partnerOf(indicator);
      if (!kinds.includes(row.kind)) continue;
      rows.set(indicator.id, { ...row, to: indicator.id });
      if (row.from !== null) left.delete(row.from);
    }
  }
  return [
    ...newer.indicators.flatMap(({ id }) => rows.get(id) ?? []),
    ...[...left.keys()].map((from): BridgeRow => ({ from, to: null, kind: 'removed' })),
  ];
}

/** The pairs that may be compared, old code → new code. */
export function commonPairs(rows: readonly BridgeRow[]): [from: string, to: string][] {
  return rows.flatMap(({ from, to, kind }): [string, string][] =>
    from !== null && to !== null && (kind === 'same' || kind === 'mapped') ? [[from, to]] : [],
  );
}

export type MappingProblem = { line: string };

/** Reads „old = new", one pair a line; a line that does not link two indicators with the same levels' values is a problem. */
export function readMapping(
  text: string,
  older: Methodology,
  newer: Methodology,
): { ok: true; mapping: BridgeMapping } | { ok: false; problem: MappingProblem } {
  const mapping: Record<string, string> = {};
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [from = '', to = '', more] = line.split('=').map((code) => code.trim());
    const before = older.indicators.find((indicator) => indicator.id === from);
    const after = newer.indicators.find((indicator) => indicator.id === to);
    const isTaken = more !== undefined || Object.hasOwn(mapping, from) || Object.values(mapping).includes(to);
    if (!before || !after || isTaken || values(before) !== values(after)) return { ok: false, problem: { line } };
    mapping[from] = to;
  }
  return { ok: true, mapping };
}

function sameText(a: Indicator, b: Indicator): boolean {
  return textOf(a) === textOf(b);
}

/** Question and levels in both languages: what a coder answers. Weight, evidence and legal basis may differ. */
function textOf({ question, scale }: Indicator): string {
  return JSON.stringify([question.pl, question.en, scale.levels.map(({ value, pl, en }) => [value, pl, en])]);
}

function values({ scale }: Indicator): string {
  return scale.levels.map((level) => level.value).join();
}
