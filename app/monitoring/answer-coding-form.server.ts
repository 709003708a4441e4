import type { Db } from '#app/db/client.server.ts';
import { fieldFailure, type FormFailure, type ParsedForm } from '#app/http/form.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { AnswerProblem } from './answer-rules.ts';
import { evidenceRows, isEmptyRow, MAX_EVIDENCE, rowComplaints, rowValues, toStateAndLevel, type CodingValues, type EvidenceRow } from './coding-input.ts';
import type { StoredCoding } from './codings.server.ts';
import { getTeamEdition } from './edition-access.server.ts';
import { saveCoding } from './save-coding.server.ts';

/** What the form shows again: everything typed, the number of rows, and what somebody else saved meanwhile. */
export type ShownForm = { failure: FormFailure; rows: number; revision: number; conflict: { current: StoredCoding | null } | null };

export type CodingFormAnswer =
  | { kind: 'shown'; status: 200 | 400 | 409; shown: ShownForm }
  | { kind: 'saved'; next: string | null }
  | { kind: 'saved-last'; next: null };

type Options = { viewer: Viewer; slug: string; teryt: string; indicator: string; parsed: ParsedForm<CodingValues> };

/** Takes the coding form: adds or removes a row, refuses, reports a conflict, or saves. Whatever was typed is shown again. */
export async function answerCodingForm(db: Db, { parsed, ...cell }: Options): Promise<CodingFormAnswer> {
  const values = parsed.ok ? parsed.values : parsed.failure.values;
  const rows = evidenceRows(values);
  const revision = Number(values.revision?.[0]) || 0;
  const rearranged = rearrange(rows, values.do?.[0] ?? '');
  if (rearranged) return show(200, { values, errors: {} }, rearranged, revision);
  if (!parsed.ok) return show(400, parsed.failure, rows, revision);
  const complaints = rowComplaints(rows);
  if (complaints.length > 0) {
    const errors = Object.fromEntries(complaints.map(({ field, key, max }) => [field, [max === undefined ? { key } : { key, params: { max } }]]));
    return show(400, { values, errors }, rows, revision);
  }
  const { answer, reason, requestedOn } = parsed.value;
  const result = await saveCoding(db, { ...cell, ...toStateAndLevel(answer), reason, requestedOn: requestedOn || null, evidence: rows, revision });
  if (result.ok) return parsed.value.do === 'next' ? saved(await nextIndicator(db, cell)) : { kind: 'saved', next: null };
  const { error } = result;
  if (error.code === 'published') return show(409, fieldFailure(values, 'answer', 'monitoring.closed'), rows, revision);
  if (error.code !== 'conflict') return show(400, fieldFailure(values, ...complaintOf(error.code)), rows, revision);
  // The next save is made against what is shown now: the coder has seen it.
  return { kind: 'shown', status: 409, shown: { failure: { values, errors: {} }, rows: countRows(rows), revision: error.current?.revision ?? 0, conflict: { current: error.current } } };
}

function saved(next: string | null): CodingFormAnswer {
  return next ? { kind: 'saved', next } : { kind: 'saved-last', next: null };
}

function show(status: 200 | 400 | 409, failure: FormFailure, rows: readonly EvidenceRow[], revision: number): CodingFormAnswer {
  const others = Object.fromEntries(Object.entries(failure.values).filter(([name]) => !/^(?:url|place|note)-\d+$/.test(name)));
  return { kind: 'shown', status, shown: { failure: { ...failure, values: { ...others, ...rowValues(rows) } }, rows: countRows(rows), revision, conflict: null } };
}

/** The rows after „add another" or „remove", null for any other button. */
function rearrange(rows: readonly EvidenceRow[], button: string): EvidenceRow[] | null {
  if (button === 'more') return [...rows, { url: '', place: '', note: '' }].slice(0, MAX_EVIDENCE);
  const removed = /^remove-(\d+)$/.exec(button)?.[1];
  return removed === undefined ? null : rows.filter((_, at) => at !== Number(removed));
}

function countRows(rows: readonly EvidenceRow[]): number {
  return Math.max(1, rows.length, rows.filter((row) => !isEmptyRow(row)).length);
}

function complaintOf(code: AnswerProblem): [string, MessageKey] {
  if (code === 'reason-missing') return ['reason', 'monitoring.error.reason'];
  if (code === 'request-date-missing') return ['requestedOn', 'monitoring.error.requested'];
  return ['answer', code === 'always-applies' ? 'monitoring.error.always' : 'monitoring.error.answer'];
}

async function nextIndicator(db: Db, { viewer, slug, indicator }: Omit<Options, 'parsed'>): Promise<string | null> {
  const { methodology } = await getTeamEdition(db, { viewer, slug });
  const at = methodology.indicators.findIndex((each) => each.id === indicator);
  return methodology.indicators[at + 1]?.id ?? null;
}
