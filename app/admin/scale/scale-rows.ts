import { v7 as uuidv7 } from 'uuid';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import { campaign, sentence, wish, type ScaleRandom, type ScaleSize } from './scale-text.ts';
import type { RecordedEvent } from '#app/record/record-event.server.ts';

export type ScalePerson = { id: string; name: string; organisation: string | null };
export type ScaleContext = {
  owner: { teryt: string; consultationId: string };
  units: readonly DraftUnit[];
  people: readonly ScalePerson[];
  official: { id: string; name: string };
  size: ScaleSize;
  opensAt: Date;
  /** Key of a remark that says the same, as filing computes it. */
  likeness: (remark: { reason: string; operations: ScaleOperation[] }) => string;
};
type ScaleOperation = { op: string; clauseId: string; after: string | null; rest: null; targetClauseId: null };

const rulings: readonly { decision: Decision; reason: string }[] = [
  { decision: 'not-accepted', reason: 'Termin wynika z innego przepisu projektu i nie można go zmienić tylko tutaj.' },
  { decision: 'answered', reason: 'To rozwiązanie jest już w projekcie; wyjaśniamy, gdzie go szukać.' },
  { decision: 'out-of-scope', reason: 'Sprawa nie należy do zakresu uchwały. Przekazano ją właściwej jednostce.' },
];

/** Remarks [from, to] with everything that filing and ruling on them would have written. */
export function scaleRows(context: ScaleContext, random: ScaleRandom, { from, to }: { from: number; to: number }) {
  const rows = {
    filings: [] as object[],
    remarks: [] as object[],
    operations: [] as object[],
    wordings: [] as object[],
    rulings: [] as object[],
    events: [] as RecordedEvent[],
  };
  for (let number = from; number <= to; number += 1) addRemark(rows, context, random, number);
  return rows;
}

type Rows = ReturnType<typeof scaleRows>;

function addRemark(rows: Rows, context: ScaleContext, random: ScaleRandom, number: number): void {
  const { owner, people, size, official } = context;
  const author = random.pick(people);
  const unit = random.pick(context.units);
  // Amendments and rulings are spread over the register, not stacked at its start.
  const isAmendment = isOneOf(number, size.amendments, size.remarks);
  const isRuled = isOneOf(number * 7, size.ruled, size.remarks) && !isAmendment;
  const filedAt = new Date(context.opensAt.getTime() + number * 60_000);
  const [remarkId, filingId] = [uuidv7(), uuidv7()];
  const reason = number % 9 === 0 && !isAmendment ? campaign : wish(random, number);
  const { op, after } = isAmendment ? change(random, unit) : { op: 'none', after: null };
  const operation: ScaleOperation = { op, clauseId: unit.clauseId, after, rest: null, targetClauseId: null };
  const ruling = isRuled ? random.pick(rulings) : null;
  const person = { authorId: author.id, authorName: author.name, organisation: author.organisation };
  rows.filings.push({ id: filingId, ...owner, ...person, number, channel: 'web', receivedAt: filedAt, filedAt });
  rows.remarks.push({
    id: remarkId,
    ...owner,
    ...person,
    filingId,
    number,
    kind: isAmendment ? 'amendment' : 'remark',
    channel: 'web',
    reason,
    againstVersion: 1,
    filedAt,
    state: ruling?.decision ?? 'open',
    revision: ruling ? 2 : 1,
    likeness: context.likeness({ reason, operations: [operation] }),
    isDemo: true,
  });
  const operationId = uuidv7();
  rows.operations.push({
    id: operationId,
    ...owner,
    remarkId,
    seq: 1,
    ...operation,
    baseRevisionId: unit.revisionId,
    before: unit.text,
    carriedAfter: after,
    carriedRevisionId: unit.revisionId,
    insertType: op === 'insert-after' ? unit.type : null,
  });
  rows.wordings.push({
    ...owner,
    operationId,
    kind: 'filed',
    version: 1,
    revisionId: unit.revisionId,
    after,
    at: filedAt,
  });
  rows.events.push(
    event(owner, {
      kind: 'remark-filed',
      actorId: author.id,
      remarkId,
      at: filedAt,
      data: {
        number,
        filing: number,
        version: 1,
        newest: 1,
        fit: 'unchanged',
        channel: 'web',
        enteredByOffice: false,
        late: false,
      },
    }),
  );
  if (!ruling) return;
  const [rulingId, madeAt] = [uuidv7(), new Date(filedAt.getTime() + (1 + (number % 20)) * 86_400_000)];
  rows.rulings.push({
    id: rulingId,
    ...owner,
    remarkId,
    ...ruling,
    againstVersion: 1,
    madeById: official.id,
    madeByName: official.name,
    madeAt,
  });
  rows.events.push(
    event(owner, {
      kind: 'remark-decided',
      actorId: official.id,
      remarkId,
      at: madeAt,
      data: { number, decision: ruling.decision, ruling: rulingId, version: null },
    }),
  );
}

/** True for `some` of `all` numbers, evenly spread. */
function isOneOf(number: number, some: number, all: number): boolean {
  return Math.floor((number * some) / all) !== Math.floor(((number - 1) * some) / all) && some > 0;
}

function change(random: ScaleRandom, unit: DraftUnit): { op: string; after: string | null } {
  const kind = random.below(10);
  if (kind === 0) return { op: 'delete', after: null };
  if (kind <= 2) return { op: 'insert-after', after: `${sentence(random)}.` };
  const words = unit.text.split(' ');
  const at = random.below(words.length);
  return {
    op: 'replace',
    after: [
      ...words.slice(0, at),
      `${words[at] ?? ''} oraz ${random.pick(['raz w roku', 'na wniosek', 'bez opłat', 'po zebraniu'])}`,
      ...words.slice(at + 1),
    ].join(' '),
  };
}

function event(
  owner: ScaleContext['owner'],
  {
    kind,
    actorId,
    remarkId,
    at,
    data,
  }: {
    kind: RecordedEvent['kind'];
    actorId: string;
    remarkId: string;
    at: Date;
    data: NonNullable<RecordedEvent['data']>;
  },
): RecordedEvent {
  return { ...owner, kind, actorId, subject: { type: 'remark', id: remarkId }, at, data };
}
