import { compareWords, normalWords, runLength } from './likeness.ts';

/**
 * Two remarks are offered as nearly the same from this share of common runs of words and of common words. Three words
 * changed here and there in fifty leave 39 of 57 runs (0.68): people would call that the same letter.
 */
const offeredFrom = { runs: 0.6, words: 0.85 } as const;

/** An open remark as the search for near-identical ones sees it. */
export type NearRow = {
  number: number;
  /** Key of the whole remark in one form (likeness.ts); '' when there is nothing to compare. */
  likeness: string;
  /** The change it asks for in one form; '' for a remark without wording. */
  request: string;
  words: string;
  /** The group it is in. */
  group: number | null;
  /** Groups its author left: it is not offered for them again. */
  left: readonly number[];
};

/** How a remark resembles the one it is put beside. */
export type Resemblance = { number: number; isSame: boolean; sameRequest: boolean; shared: number; total: number };

/** Remarks that could be answered together with `lead`; `group` is where it is already. */
export type NearCluster = { lead: number; group: number | null; members: Resemblance[] };

/**
 * Open remarks that say nearly the same, around the earliest of each kind, in the order of the register. Two amendments belong
 * together when they ask for the same change; two remarks when their words are near (`compareWords`). Equal keys meet in a
 * hash table and near ones through an index of runs of words, so that the work grows with the remarks and not with their pairs.
 */
export function findNear(rows: readonly NearRow[]): NearCluster[] {
  const ordered = rows
    .filter(({ likeness }) => likeness !== '')
    .sort((a, b) => Number(a.group === null) - Number(b.group === null) || a.number - b.number);
  const leads = new Leads(ordered);
  for (const row of ordered) leads.place(row);
  return leads.clusters();
}

type Lead = { row: NearRow; members: Resemblance[] };

class Leads {
  private readonly all: Lead[] = [];
  private readonly byKey = new Map<string, Lead[]>();
  private readonly byRequest = new Map<string, Lead[]>();
  private readonly byRun = new Map<string, Lead[]>();
  private readonly frequency: ReadonlyMap<string, number>;

  constructor(rows: readonly NearRow[]) {
    this.frequency = frequencies(rows);
  }

  /** Puts the remark beside the first lead it resembles, or makes it a lead. */
  place(row: NearRow): void {
    const runs = row.request === '' ? rarestRuns(row.words, this.frequency) : [];
    const lead = [...this.candidates(row, runs)].find((candidate) => this.accepts(candidate, row));
    if (!lead) return this.add(row, runs);
    // A member of a group is only there to be recognised by.
    if (row.group === null) lead.members.push(resemblance(lead.row, row));
  }

  clusters(): NearCluster[] {
    return this.all
      .filter(({ members }) => members.length > 0)
      .map(({ row, members }) => ({ lead: row.number, group: row.group, members }));
  }

  private candidates(row: NearRow, runs: readonly string[]): Set<Lead> {
    const found = new Set<Lead>(this.byKey.get(row.likeness));
    for (const lead of (row.request === '' ? [] : this.byRequest.get(row.request)) ?? []) found.add(lead);
    for (const run of runs) for (const lead of this.byRun.get(run) ?? []) found.add(lead);
    return found;
  }

  private accepts({ row: lead }: Lead, row: NearRow): boolean {
    if (lead.group !== null && row.left.includes(lead.group)) return false;
    if (row.group !== null && lead.group !== row.group) return false;
    return resembles(lead, row);
  }

  private add(row: NearRow, runs: readonly string[]): void {
    const lead = { row, members: [] };
    this.all.push(lead);
    push(this.byKey, row.likeness, lead);
    if (row.request !== '') push(this.byRequest, row.request, lead);
    for (const run of runs) push(this.byRun, run, lead);
  }
}

/** Whether two remarks say nearly the same: one key, one change asked for, or near words without any. */
export function resembles(
  lead: Pick<NearRow, 'likeness' | 'request' | 'words'>,
  row: Pick<NearRow, 'likeness' | 'request' | 'words'>,
): boolean {
  if (lead.likeness === row.likeness) return true;
  if (lead.request !== row.request) return false;
  if (row.request !== '') return true;
  const { likeness, shared, total } = compareWords(lead.words, row.words);
  return likeness >= offeredFrom.runs && shared >= offeredFrom.words * total;
}

function resemblance(lead: NearRow, row: NearRow): Resemblance {
  const { shared, total } = compareWords(lead.words, row.words);
  return {
    number: row.number,
    isSame: lead.likeness === row.likeness,
    sameRequest: row.request !== '' && lead.request === row.request,
    shared,
    total,
  };
}

/** All runs of words; a text shorter than a run is one run. */
export function runsOf(words: string): Set<string> {
  const all = normalWords(words).split(' ').filter(Boolean);
  if (all.length < runLength) return new Set(all.length === 0 ? [] : [all.join(' ')]);
  return new Set(all.slice(0, all.length - runLength + 1).map((_, at) => all.slice(at, at + runLength).join(' ')));
}

/** How many remarks each run stands in: rare runs tell more. */
function frequencies(rows: readonly NearRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words, request } of rows)
    if (request === '') for (const run of runsOf(words)) counts.set(run, (counts.get(run) ?? 0) + 1);
  return counts;
}

/**
 * The rarest runs of a text, as many as two texts of the wanted likeness cannot both do without: at a likeness of t they share
 * more than t of the runs of either, so at least one of the rarest n − ⌈t·n⌉ + 1 of each is common (prefix filter).
 */
function rarestRuns(words: string, frequency: ReadonlyMap<string, number>): string[] {
  const runs = [...runsOf(words)].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
  return runs.slice(0, runs.length - Math.ceil(offeredFrom.runs * runs.length) + 1);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
