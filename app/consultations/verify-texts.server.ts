import { hashOf } from '#app/monitoring/hash.server.ts';
import { originalsOf } from '#app/amendments/redaction/cover-places.server.ts';
import { marksIn } from '#app/amendments/redaction/grounds.ts';
import type { Db } from '#app/db/client.server.ts';
import { isImported } from '#app/db/record/verify-record.server.ts';
import { loadDraftAnew } from './load-draft.server.ts';
import { draftText } from './unit-tree.ts';
import { hashText } from './write-version.server.ts';

export type TextCheck = {
  slug: string;
  versions: number;
  differences: string[];
  /** What cannot be proved again here: words were covered where an archive was made, and what was hashed stays there. */
  unproved: string[];
};

/**
 * Makes everything of a consultation that has a printed hash anew and compares: each version from its placements and wordings, each report,
 * what was proposed or sent, and what the council adopted. Versions follow one another without a gap, each with the ruling that made it.
 * Hashes are of what was written, so covered words are read where they are kept.
 */
export async function verifyTexts(db: Db): Promise<TextCheck[]> {
  const checks: TextCheck[] = [];
  for (const { id, slug, version } of await db.consultation.findMany({ orderBy: { id: 'asc' }, select: { id: true, slug: true, version: true } })) {
    const found = [...(await versionDifferences(db, { id, version })), ...(await documentDifferences(db, id))];
    const isElsewhere = await wasCoveredElsewhere(db, id);
    const isUnproved = ({ words = '' }: Difference) => isElsewhere && marksIn(words) > 0;
    const lines = (kept: readonly Difference[]) => kept.map(({ line }) => line);
    checks.push({ slug, versions: version, differences: lines(found.filter((each) => !isUnproved(each))), unproved: lines(found.filter(isUnproved)) });
  }
  return checks;
}

/** What does not agree; `words` where a hash is of other words than these. */
type Difference = { line: string; words?: string };

/** Whether an archive brought the consultation with words covered in it. */
async function wasCoveredElsewhere(db: Db, id: string): Promise<boolean> {
  return (await db.redaction.count({ where: { consultationId: id, undoneAt: null, rules: { none: {} } } })) > 0 && isImported(db, `consultation:${id}`);
}

async function versionDifferences(db: Db, { id, version: newest }: { id: string; version: number }): Promise<Difference[]> {
  const versions = await db.version.findMany({ where: { consultationId: id }, orderBy: { number: 'asc' }, select: { id: true, number: true, hash: true, kind: true, rulingId: true } });
  const rulings = await db.ruling.findMany({ where: { consultationId: id }, select: { id: true, resultVersion: true, remarkId: true, decision: true, remark: { select: { state: true } } } });
  const found: Difference[] = [];
  const complain = (line: string, words?: string) => void found.push({ line, ...(words === undefined ? {} : { words }) });
  if (versions.length !== newest || versions.some(({ number }, at) => number !== at + 1)) complain(`Consultation ${id}: it is at version ${newest}, but its versions are ${versions.map(({ number }) => number).join(', ')}`);
  const wordings = await db.clauseRevision.findMany({ where: { consultationId: id }, select: { id: true } });
  const originals = await originalsOf(db, 'ClauseRevision', wordings.map((each) => each.id));
  for (const { id: row, number, hash, kind, rulingId } of versions) {
    if (number > newest) continue;
    const draft = await loadDraftAnew(db, { id }, number);
    const units = draft.units.map((unit) => ({ ...unit, text: before(originals, unit.revisionId, 'text', unit.text), heading: before(originals, unit.revisionId, 'heading', unit.heading) }));
    const text = draftText(draft.head, units);
    if (hashText(text) !== hash) complain(`Version ${row}: text of version ${number}, made again from its wordings, is another one`, text);
    if (kind === 'ruling' && !rulings.some((ruling) => ruling.id === rulingId && ruling.resultVersion === number)) complain(`Version ${row}: no ruling made version ${number}`);
  }
  for (const { id: row, resultVersion, decision, remark } of rulings) {
    if (resultVersion !== null && !versions.some(({ number, kind }) => number === resultVersion && kind === 'ruling')) complain(`Ruling ${row}: version ${resultVersion}, which it made, is not there`);
    if (remark.state !== decision) complain(`Ruling ${row}: it says ${decision}, its remark ${remark.state}`);
  }
  return found;
}

/** What stood in a column before words were covered in it. */
const before = <T>(originals: ReadonlyMap<string, unknown>, rowId: string, column: string, now: T): T => (originals.has(`${rowId} ${column}`) ? originals.get(`${rowId} ${column}`) as T : now);

async function documentDifferences(db: Db, consultationId: string): Promise<Difference[]> {
  const where = { consultationId };
  const reports = await db.report.findMany({ where, select: { id: true, json: true, hash: true } });
  const unified = await db.unifiedText.findMany({ where, select: { id: true, text: true, hash: true } });
  const adopted = await db.adoptedText.findMany({ where: { unified: where }, select: { id: true, text: true, hash: true } });
  const tables = [['Report', reports], ['UnifiedText', unified], ['AdoptedText', adopted]] as const;
  const originals = new Map((await Promise.all(tables.map(([name, rows]) => originalsOf(db, name, rows.map(({ id }) => id))))).flatMap((found) => [...found]));
  const check = (name: string, row: { id: string; hash: string }, column: string, now: unknown, hash: (value: never) => string): Difference[] => {
    const written = before(originals, row.id, column, now);
    return hash(written as never) === row.hash ? [] : [{ line: `${name} ${row.id}: its ${column === 'json' ? 'document' : 'text'} is not the one that was hashed`, words: typeof now === 'string' ? now : JSON.stringify(now) }];
  };
  return [
    ...reports.flatMap((row) => check('Report', row, 'json', row.json, hashOf)),
    ...unified.flatMap((row) => check('UnifiedText', row, 'text', row.text, hashText)),
    ...adopted.flatMap((row) => check('AdoptedText', row, 'text', row.text, hashText)),
  ];
}
