import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { RegisterRow } from './municipality.ts';
import { parseTerc } from './parse-terc.ts';
import { writeRegister } from './write-register.server.ts';

type Named = { teryt: string; name: string; county: string };
export type ImportReport = {
  stateOn: string;
  total: number;
  unchanged: number;
  added: Named[];
  changed: Named[];
  /** In the database, no longer in the file: kept, with the code that now stands for the same place when its kind changed. */
  vanished: (Named & { now: string | null })[];
};
export type ImportResult =
  | { ok: true; value: ImportReport }
  | {
      ok: false;
      error: { code: 'file'; line: number; message: string } | { code: 'older'; file: string; here: string };
    };

/** Takes a newer TERC file: adds, updates and keeps what vanished, all in one transaction. A bad or older file changes nothing. */
export async function importTerc(db: Db, input: { text: string }): Promise<ImportResult> {
  const parsed = parseTerc(input.text);
  if (!parsed.ok) return { ok: false, error: { code: 'file', ...parsed.error } };
  const { rows, stateOn } = parsed.value;
  return transaction(db, async (tx) => {
    const here = await tx.municipality.findMany({
      where: { isDemo: false },
      select: { teryt: true, name: true, county: true, voivodeship: true, kind: true, stateOn: true },
    });
    const newest = here.reduce((latest, row) => (row.stateOn > latest ? row.stateOn : latest), '');
    if (stateOn < newest) return { ok: false, error: { code: 'older', file: stateOn, here: newest } };
    const report = compare(here, rows, stateOn);
    await writeRegister(tx, { rows, stateOn });
    await bumpRevision(tx);
    const { added, changed, vanished, total } = report;
    await recordEvent(tx, {
      kind: 'register.imported',
      subject: { type: 'register', id: stateOn },
      data: { total, added: added.length, changed: changed.length, vanished: vanished.length },
    });
    return { ok: true, value: report };
  });
}

type Kept = Named & { voivodeship: string; kind: string };

function compare(here: Kept[], rows: RegisterRow[], stateOn: string): ImportReport {
  const known = new Map(here.map((row) => [row.teryt, row]));
  const inFile = new Set(rows.map((row) => row.teryt));
  const byPlace = new Map(rows.map((row) => [row.teryt.slice(0, 6), row.teryt]));
  const named = ({ teryt, name, county }: Named): Named => ({ teryt, name, county });
  const added = rows.filter((row) => !known.has(row.teryt)).map(named);
  const changed = rows
    .filter((row) => {
      const old = known.get(row.teryt);
      return old && (old.name !== row.name || old.county !== row.county || old.voivodeship !== row.voivodeship);
    })
    .map(named);
  const vanished = here
    .filter((row) => !inFile.has(row.teryt))
    .map((row) => ({ ...named(row), now: byPlace.get(row.teryt.slice(0, 6)) ?? null }));
  return {
    stateOn,
    total: rows.length,
    unchanged: rows.length - added.length - changed.length,
    added,
    changed,
    vanished,
  };
}
