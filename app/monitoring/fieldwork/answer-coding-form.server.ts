import type { Db } from '#app/db/client.server.ts';
import { fieldFailure, type FormFailure, type ParsedForm } from '#app/forms/form.ts';
import type { FormFile } from '#app/forms/form-files.server.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import {
  evidenceRows,
  isEmptyRow,
  MAX_EVIDENCE,
  rowErrors,
  rowValues,
  toStateAndLevel,
  type CodingValues,
  type EvidenceRow,
} from './coding-input.ts';
import type { StoredCoding } from './codings.server.ts';
import { getTeamEdition } from '../access/edition-access.server.ts';
import { factRows } from './platform-facts.server.ts';
import { ownFiles, storeFile } from '#app/uploads/store-file.server.ts';
import { fileComplaint, uploadRoom } from '#app/uploads/upload-room.ts';
import { saveCoding } from './save-coding.server.ts';
import type { SaveCodingError } from './save-codings.server.ts';
import type { CaptureFile } from '../cards/evidence.ts';

/** What the form shows again: everything typed, the number of rows, the files sent so far, and what somebody else saved meanwhile. */
type ShownForm = {
  failure: FormFailure;
  rows: number;
  revision: number;
  files: CaptureFile[];
  conflict: { current: StoredCoding | null } | null;
};

type ShownStatus = 200 | 400 | 403 | 409 | 413;

export type CodingFormAnswer =
  | { kind: 'shown'; status: ShownStatus; shown: ShownForm }
  | { kind: 'saved'; next: string | null; revision: number }
  | { kind: 'saved-last'; next: null; revision: number };

type Cell = { viewer: Viewer; slug: string; teryt: string; indicator: string };
type Options = Cell & { parsed: ParsedForm<CodingValues>; uploads: readonly FormFile[] };

/** Takes the coding form: adds or removes a row, refuses, reports a conflict, or saves. Whatever was typed or sent is shown again. */
export async function answerCodingForm(db: Db, { parsed, uploads, ...cell }: Options): Promise<CodingFormAnswer> {
  // Outsiders learn nothing and store nothing.
  const edition = await getTeamEdition(db, cell);
  const values = parsed.ok ? parsed.values : parsed.failure.values;
  const {
    rows,
    errors: fileErrors,
    isFull,
  } = await takeUploads(db, { userId: cell.viewer.id, editionId: edition.id, rows: evidenceRows(values), uploads });
  const badStatus = isFull ? 413 : 400;
  const revision = Number(values.revision?.[0]) || 0;
  const files = [
    ...(await ownFiles(db, { userId: cell.viewer.id, hashes: rows.flatMap((row) => row.hash ?? []) })).values(),
  ];
  const show = (
    status: ShownStatus,
    failure: FormFailure,
    shownRows: readonly EvidenceRow[] = rows,
  ): CodingFormAnswer => ({
    kind: 'shown',
    status,
    shown: { failure: withRows(failure, shownRows), rows: countRows(shownRows), revision, files, conflict: null },
  });
  const rearranged = rearrange(rows, values.do?.[0] ?? '');
  if (rearranged) return show(200, { values, errors: {} }, rearranged);
  if (!parsed.ok) return show(badStatus, { values, errors: { ...parsed.failure.errors, ...fileErrors } });
  const complaints = rowErrors(rows);
  if (Object.keys({ ...complaints, ...fileErrors }).length > 0)
    return show(badStatus, { values, errors: { ...complaints, ...fileErrors } });
  const { answer, reason, requestedOn, key } = parsed.value;
  const facts = await factRows(db, {
    ids: values.fact ?? [],
    teryt: cell.teryt,
    indicator: cell.indicator,
    measuredFrom: edition.measuredFrom,
    measuredTo: edition.measuredTo,
  });
  const evidence = [
    ...rows,
    ...facts.filter((fact) => !rows.some((row) => row.url === fact.url && row.note === fact.note)),
  ];
  const result = await saveCoding(db, {
    ...cell,
    ...toStateAndLevel(answer),
    reason,
    requestedOn: requestedOn || null,
    evidence,
    revision,
    key: key || null,
  });
  if (result.ok) {
    const { revision: saved } = result;
    if (parsed.value.do !== 'next') return { kind: 'saved', next: null, revision: saved };
    const next = nextIndicator(edition.methodology.indicators, cell.indicator);
    return next ? { kind: 'saved', next, revision: saved } : { kind: 'saved-last', next: null, revision: saved };
  }
  const { error } = result;
  if (error.code === 'quota-edition') {
    const { key, params } = fileComplaint({ code: error.code, max: uploadRoom.edition });
    return show(413, fieldFailure(values, 'answer', key, params));
  }
  if (error.code !== 'conflict') return show(statusOf(error.code), fieldFailure(values, ...complaintOf(error.code)));
  // The next save is made against what is shown now: the coder has seen it.
  return {
    kind: 'shown',
    status: 409,
    shown: {
      failure: withRows({ values, errors: {} }, rows),
      rows: countRows(rows),
      revision: error.current?.revision ?? 0,
      files,
      conflict: { current: error.current },
    },
  };
}

type Uploading = { userId: string; editionId: string; rows: readonly EvidenceRow[]; uploads: readonly FormFile[] };

/** Stores the files at once, so that a refused form does not ask for them again; a file that cannot be taken is a complaint of its row. */
async function takeUploads(
  db: Db,
  { userId, editionId, rows, uploads }: Uploading,
): Promise<{ rows: EvidenceRow[]; errors: FormFailure['errors']; isFull: boolean }> {
  const taken = [...rows];
  const errors: FormFailure['errors'] = {};
  let isFull = false;
  for (const upload of uploads) {
    const at = Number(/^file-(\d{1,2})$/.exec(upload.field)?.[1] ?? NaN);
    if (!(at < MAX_EVIDENCE)) continue;
    while (taken.length <= at) taken.push({ url: '', place: '', note: '' });
    const result = await storeFile(db, { userId, editionId, name: upload.name, bytes: upload.bytes });
    if (result.ok) {
      taken[at] = { ...(taken[at] ?? { url: '', place: '', note: '' }), hash: result.file.hash };
      continue;
    }
    errors[upload.field] = [fileComplaint(result.error)];
    isFull ||= 'max' in result.error;
  }
  return { rows: taken, errors, isFull };
}

function withRows(failure: FormFailure, rows: readonly EvidenceRow[]): FormFailure {
  const others = Object.fromEntries(
    Object.entries(failure.values).filter(([name]) => !/^(?:url|place|note|hash|drop)-\d+$/.test(name)),
  );
  return { ...failure, values: { ...others, ...rowValues(rows) } };
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

type Refused = Exclude<SaveCodingError, { code: 'conflict' | 'quota-edition' }>['code'];

function statusOf(code: Refused): 400 | 403 | 409 {
  if (code === 'tie' || code === 'undeclared' || code === 'reviewer' || code === 'not-assigned') return 403;
  return ['published', 'taken', 'handed-in', 'reply-round'].includes(code) ? 409 : 400;
}

function complaintOf(code: Refused): [string, MessageKey] {
  switch (code) {
    case 'reason-missing':
      return ['reason', 'monitoring.error.reason'];
    case 'request-date-missing':
      return ['requestedOn', 'monitoring.error.requested'];
    case 'always-applies':
      return ['answer', 'monitoring.error.always'];
    case 'published':
      return ['answer', 'monitoring.closed'];
    case 'tie':
    case 'undeclared':
    case 'file-unknown':
      return ['answer', `fieldwork.coding.error.${code}`];
    case 'reviewer':
    case 'not-assigned':
    case 'taken':
    case 'handed-in':
    case 'reply-round':
      return ['answer', `fieldwork.coding.refusal.${code}`];
    default:
      return ['answer', 'monitoring.error.answer'];
  }
}

function nextIndicator(indicators: readonly { id: string }[], indicator: string): string | null {
  return indicators[indicators.findIndex((each) => each.id === indicator) + 1]?.id ?? null;
}
