import { expect, test } from 'vitest';
import { verifyTexts } from '#app/verify/verify-texts.server.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';
import { approveOfficeDraft } from '#app/approvals/approve-office-draft.server.ts';
import { handInOfficeDraft } from '#app/approvals/hand-in-office-draft.server.ts';
import { verifyBridges } from '#app/monitoring/bridge/verify-bridges.server.ts';
import { verifyEdition } from '#app/monitoring/publication/verify-edition.server.ts';
import { wholeRecord } from '#tests/fixtures/whole-record.ts';
import { coverInRemark } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { readKeptFile } from '#app/uploads/read-file.server.ts';
import { verifyFiles } from '#app/uploads/verify-files.server.ts';
import type { Db } from '../client.server.ts';
import { beginRecord } from './begin-record.server.ts';
import { otherTables, recordTables } from '../record-tables.ts';
import { readColumns, type Column } from '../row-content.server.ts';
import { sealChanges } from '../seal-changes.server.ts';
import { verifyRecord, verifyRows } from './verify-record.server.ts';

const db = await testDb();
const { official, second, slug, edition, id, one, two } = await wholeRecord(db);

/** Runs work as somebody with the database in hand would, triggers and keys switched off, and undoes it. */
async function inHand<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  let found: { value: T } | null = null;
  await db
    .$transaction(
      async (tx) => {
        await tx.$executeRawUnsafe(`set local session_replication_role = replica`);
        found = { value: await work(tx) };
        throw new Error('undone');
      },
      { timeout: 60_000 },
    )
    .catch((error: Error) => {
      if (error.message !== 'undone') throw error;
    });
  return found!.value;
}

/** Forges within `inHand`, tells what is found, and undoes that one forging. */
async function tryIn<T>(tx: Db, change: string, check: () => Promise<T>): Promise<T> {
  await tx.$executeRawUnsafe('savepoint forging');
  await tx.$executeRawUnsafe(change);
  const found = await check();
  await tx.$executeRawUnsafe('rollback to savepoint forging');
  return found;
}

/** One forging alone. */
const forged = (change: string, check: (tx: Db) => Promise<string[]>) =>
  inHand((tx) => tryIn(tx, change, () => check(tx)));
const record = async (tx: Db) => (await verifyRecord(tx)).differences;
const texts = async (tx: Db) => (await verifyTexts(tx)).flatMap(({ differences }) => differences);

function otherValue({ name, type }: Column, key: string): string {
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type.startsWith('timestamp')) return `coalesce("${name}", now()) + interval '1 hour'`;
  if (type === 'boolean') return `not coalesce("${name}", false)`;
  if (type === 'integer' || type === 'bigint' || type === 'numeric') return `coalesce("${name}", 0) + 1000`;
  if (type === 'jsonb') return `jsonb_build_object('forged', "${name}")`;
  if (type === 'bytea') return `"${name}" || '\\x00'::bytea`;
  if (type === 'ARRAY') return name === 'clauseIds' ? `"${name}" || gen_random_uuid()` : `"${name}" || array[7]`;
  return type === 'character' ? `'9999999'` : name === key ? `'x'` : `coalesce("${name}", '') || 'x'`;
}

test('what the program wrote agrees with its seals, and no row waits for one', async () => {
  expect((await verifyRecord(db)).differences).toEqual([]);
  expect(await texts(db)).toEqual([]);
  expect((await verifyEdition(db, { slug: edition }))?.differences).toEqual([]);
  expect(await verifyBridges(db)).toEqual([]);
  expect(await db.recordDirty.count()).toBe(0);
  await beginRecord(db);
  expect((await verifyRecord(db)).differences).toEqual([]);
});

test('every table is part of the record or said not to be', async () => {
  const tables = await db.$queryRaw<
    { name: string }[]
  >`select tablename::text as name from pg_tables where schemaname = 'public' and tablename not like '\\_%'`;
  const known = new Set([...recordTables.map(({ name }) => name), ...otherTables]);
  expect(tables.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  const triggers = await db.$queryRaw<
    { name: string; count: number }[]
  >`select event_object_table::text as name, count(*)::int as count from information_schema.triggers where trigger_name like 'record\\_%' group by 1`;
  expect(Object.fromEntries(triggers.map(({ name, count }) => [name, count]))).toEqual(
    Object.fromEntries(recordTables.map(({ name }) => [name, 3])),
  );
});

test.each(recordTables.map((table) => [table.name, table] as const))(
  'a change of any column of %s, a removed and a smuggled row are named',
  async (name, table) => {
    const columns = (await readColumns(db, [name])).get(name) ?? [];
    const [row] = await db.$queryRawUnsafe<{ id: string }[]>(
      `select t."${table.key}"::text as id from "${name}" t where ${table.only ?? 'true'} order by 1 limit 1`,
    );
    if (!row) throw new Error(`the scene has no row of ${name}: what is not there is not tried`);
    const where = `where "${table.key}" = '${row.id}'`;
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    const values = columns
      .map((column) => (column.name === table.key ? 'gen_random_uuid()' : `"${column.name}"`))
      .join(', ');
    const unique = await db.$queryRawUnsafe<{ index: string }[]>(
      `select indexname::text as index from pg_indexes where schemaname = 'public' and tablename = '${name}' and indexdef like 'CREATE UNIQUE%' and indexname not like '%_pkey'`,
    );
    const smuggle = [
      ...unique.map(({ index }) => `drop index "${index}"`),
      `insert into "${name}" (${names}) select ${values} from "${name}" ${where}`,
    ]
      .map((sql) => `${sql};`)
      .join(' ');
    const checks = await db.$queryRawUnsafe<{ name: string }[]>(
      `select conname::text as name from pg_constraint where contype = 'c' and conrelid = '"${name}"'::regclass`,
    );
    const found = await inHand(async (tx) => {
      for (const check of checks) await tx.$executeRawUnsafe(`alter table "${name}" drop constraint "${check.name}"`);
      const rows = async () => (await verifyRows(tx, [table])).differences;
      const blind: string[] = [];
      for (const column of columns) {
        const named = await tryIn(
          tx,
          `update "${name}" set "${column.name}" = ${otherValue(column, table.key)} ${where}`,
          rows,
        );
        if (!named.some((line) => line.startsWith(`${name} `))) blind.push(column.name);
      }
      return {
        blind,
        removed: await tryIn(tx, `delete from "${name}" ${where}`, rows),
        smuggled: await tryIn(tx, `do $$ begin ${smuggle} end $$`, rows),
      };
    });
    expect(found.blind).toEqual([]);
    expect(found.removed).toContain(`${name} ${row.id}: it is missing`);
    expect(found.smuggled.some((line) => line.endsWith('the program did not write it'))).toBe(true);
  },
);

test('a forged seal, link or order of links is named too', async () => {
  const tries = [
    `update "RecordSeal" set hash = repeat('a', 64) where ctid = (select ctid from "RecordSeal" where hash is not null limit 1)`,
    `delete from "RecordSeal" where ctid = (select ctid from "RecordSeal" limit 1)`,
    `insert into "RecordSeal" (batch, scope, "tableName", "rowId") values (gen_random_uuid(), 'site', 'Ruling', 'x')`,
    `update "RecordLink" set content = repeat('a', 64) where n = 2`,
    `update "RecordLink" set previous = repeat('a', 64) where n = 2`,
    `delete from "RecordLink" where n = 1 and scope like 'consultation%'`,
    `update "RecordLink" set kind = 'start' where n = 2`,
    `update "RecordLink" set n = n + 100 where n = 2`,
  ];
  for (const change of tries) expect(await forged(change, record), change).not.toEqual([]);
});

/** Seals are compared after the first such forging; the others are sealed in the same way, and comparing takes time. */
let isFirst = true;

/** Forges as somebody would who seals anew as well, by the program's own hand: rows and chains agree, and only what the record says elsewhere can tell. */
async function sealedAnew(
  changes: string | readonly string[],
  check: (tx: Db) => Promise<string[]>,
): Promise<string[]> {
  return inHand(async (tx) => {
    await tx.$executeRawUnsafe(`set local session_replication_role = origin`);
    for (const change of [changes].flat()) await tx.$executeRawUnsafe(change);
    await sealChanges(tx);
    if (isFirst) expect(await record(tx)).toEqual([]);
    isFirst = false;
    return check(tx);
  });
}

const remarkOf = (number: number) =>
  `(select id from "Remark" where number = ${number} and "consultationId" = '${id}')`;
const rulingOf = (number: number) => `"remarkId" = ${remarkOf(number)}`;
const rehash = (table: string, column: string) => `encode(sha256(convert_to("${table}"."${column}", 'UTF8')), 'hex')`;
/** The report says something else in a line, with its hash and that of the line of the record made anew. */
const inReport = async (
  change: (document: { lines: Record<string, unknown>[]; numbers: Record<string, unknown> }) => void,
) => {
  const { hashOf } = await import('#app/publishing/hash.server.ts');
  const { json, id: reportId } = await db.report.findFirstOrThrow({ where: { consultationId: id } });
  const document = structuredClone(json) as unknown as Parameters<typeof change>[0];
  change(document);
  const hash = hashOf(document);
  return [
    `delete from "CoveredText" where "tableName" = 'Report'`,
    `update "Report" set json = '${JSON.stringify(document).replaceAll("'", "''")}'::jsonb, hash = '${hash}' where id = '${reportId}'`,
    `update "Event" set data = data || '{"hash": "${hash}"}' where kind = 'report-published'`,
  ];
};
const version = async (number: number) => db.version.findFirstOrThrow({ where: { consultationId: id, number } });

test(
  'what was forged and sealed anew is found where another part of the record says otherwise',
  { timeout: 120_000 },
  async () => {
    const [accepted, refused] = [rulingOf(one), rulingOf(3)];
    const state = (number: number, decision: string) => [
      `update "Ruling" set decision = '${decision}' where ${rulingOf(number)}`,
      `update "Remark" set state = '${decision}' where id = ${remarkOf(number)}`,
      `update "Event" set data = data || '{"decision": "${decision}"}' where kind = 'remark-decided' and "subjectId" = ${remarkOf(number)}::text`,
    ];
    const tries: [string, string | readonly string[], RegExp][] = [
      [
        'the decision of a ruling',
        `update "Ruling" set decision = 'accepted' where ${refused}`,
        /^Ruling .*its remark not-accepted/m,
      ],
      [
        'a decision everywhere: no version follows',
        state(4, 'not-accepted'),
        /^Ruling .*it says not-accepted, and that it made version 3/m,
      ],
      [
        'an acceptance taken back everywhere, with its version',
        [...state(one, 'not-accepted'), `update "Ruling" set "resultVersion" = null where ${accepted}`],
        /^Version .*no ruling made version 2/m,
      ],
      [
        'an acceptance in part that was whole',
        state(4, 'accepted'),
        /^Version .*version 3 is not what its ruling makes of version 2/m,
      ],
      [
        'who made a ruling',
        `update "Ruling" set "madeById" = gen_random_uuid() where ${accepted}`,
        /^Ruling .*another official/m,
      ],
      ['who drafted it', `update "Ruling" set "draftedByName" = 'Ktoś' where ${accepted}`, /^Ruling .*who drafted/m],
      [
        'when it was made',
        `update "Ruling" set "madeAt" = "madeAt" - interval '1 day' where ${accepted}`,
        /^Ruling .*it was made at/m,
      ],
      [
        'its reason',
        `update "Ruling" set reason = 'Inny powód.' where ${refused}`,
        /^Report .*line 3 \(remark 3\): ruling\.reason/m,
      ],
      [
        'words it gave instead',
        `update "Ruling" set "finalText" = '{"1": "Uchwała wchodzi w życie jutro."}' where ${rulingOf(4)}`,
        /^Version .*version 3 is not what its ruling makes/m,
      ],
      ['a ruling removed', [`delete from "Ruling" where ${refused}`], /^Remark .*there is no ruling/m],
      [
        'words of a unit',
        `update "ClauseRevision" set text = text || ' albo nie' where version = 2`,
        /^Version .*made again from its wordings, is another one/m,
      ],
      [
        'words of a unit of the first version',
        `update "ClauseRevision" set text = text || ' albo nie' where version = 1 and "clauseId" = (select "clauseId" from "RemarkOperation" where "remarkId" = ${remarkOf(one)})`,
        /^RemarkOperation .*other words than those of its unit/m,
      ],
      [
        'where a unit stands',
        `update "ClausePlacement" set "orderKey" = 'zz' where "fromVersion" = 1 and label = '§ 1.'`,
        /^Version .*made again/m,
      ],
      ['a version left out', `delete from "Version" where number = 2`, /^Consultation .*its versions are 1, 3, 4, 5$/m],
      [
        'what changed, as a version lists it',
        `update "Version" set changes = '[{"op": "replace", "citation": "§ 9"}]' where number = 2`,
        /^Version .*its list of changes/m,
      ],
      [
        'the wording that was accepted',
        `update "RemarkOperation" set "carriedAfter" = 'Konsultacje trwają 7 dni.' where "remarkId" = ${remarkOf(one)}`,
        /^RemarkOperation .*not the last of its record[^]*^Version|^Version[^]*^RemarkOperation .*not the last of its record/m,
      ],
      [
        'the author of a letter',
        `update "Filing" set "authorId" = gen_random_uuid() where number = 1`,
        /^Remark .*its author is not that of its letter/m,
      ],
      [
        'the author of a letter and of its remark',
        [
          `update "Filing" set "authorId" = '${official.id}' where number = 1`,
          `update "Remark" set "authorId" = '${official.id}' where number = 1`,
        ],
        /^Remark .*another person who filed it/m,
      ],
      [
        'a remark withdrawn',
        `update "Remark" set state = 'withdrawn' where number = 2`,
        /^Remark .*nothing of a withdrawal/m,
      ],
      [
        'a remark removed',
        [
          `delete from "OperationWording" where "operationId" in (select id from "RemarkOperation" where "remarkId" = ${remarkOf(2)})`,
          `delete from "RemarkOperation" where "remarkId" = ${remarkOf(2)}`,
          `delete from "Ruling" where ${rulingOf(2)}`,
          `delete from "RulingDraft" where ${rulingOf(2)}`,
          `delete from "Remark" where number = 2`,
        ],
        /^Consultation .*next remark is number 6, but there are 4/m,
      ],
      [
        'a line of the record',
        `delete from "Event" where kind = 'remark-decided' and "subjectId" = ${remarkOf(one)}::text`,
        /^Ruling .*0 lines of the record/m,
      ],
      ['who wrote a comment', `update "Comment" set "authorId" = '${official.id}'`, /^Comment .*another author/m],
      ['a comment removed', `delete from "Comment"`, /^Comment .*it is not there/m],
      [
        'a change of the office without its line',
        `delete from "Event" where kind = 'text-edited'`,
        /^Version .*0 lines of the record say that the office/m,
      ],
      [
        'what the office changed',
        `update "Event" set data = data || '{"op": "delete"}' where kind = 'text-edited'`,
        /^Version .*the record says "delete"/m,
      ],
      ['terms', `update "Consultation" set "closesAt" = "closesAt" + interval '1 day'`, /^TermChange .*closes/m],
      [
        'the text for the council',
        [
          `update "UnifiedText" set text = text || 'x'`,
          `update "UnifiedText" set hash = ${rehash('UnifiedText', 'text')}`,
        ],
        /^UnifiedText .*it is not the text of version 5/m,
      ],
      ['what the council adopted', `update "AdoptedText" set text = text || 'x'`, /^AdoptedText .*hashed/m],
      [
        'the day it was adopted',
        `update "AdoptedText" set "adoptedOn" = '2026-11-04'`,
        /^Consultation .*adopted it 20\d\d-/m,
      ],
      [
        'a line of the report',
        await inReport(({ lines }) => Object.assign(lines[1]!, { state: 'not-accepted' })),
        /^Report .*line 2 \(remark 2\): state/m,
      ],
      [
        'words in the report',
        await inReport(({ lines }) => Object.assign(lines[0]!, { words: 'Nie.' })),
        /^Report .*line 1 \(remark 1\): words/m,
      ],
      [
        'a count of the report',
        await inReport(({ numbers }) => Object.assign(numbers, { received: 50 })),
        /^Report .*numbers\.received/m,
      ],
      [
        'how many people a report counts',
        await inReport(({ numbers }) => Object.assign(numbers, { people: 50 })),
        /^Report .*numbers\.people/m,
      ],
      [
        'voices in the report',
        await inReport(({ numbers }) => Object.assign(numbers, { supports: 50 })),
        /^Report .*numbers\.supports/m,
      ],
      [
        'comments in the report',
        await inReport(({ numbers }) => Object.assign(numbers, { comments: 0 })),
        /^Report .*it counts 0 comments/m,
      ],
      [
        'a line left out of the report',
        await inReport((document) => document.lines.pop()),
        /^Report .*its table of remarks says otherwise/m,
      ],
    ];
    const missed: string[] = [];
    for (const [what, change, expected] of tries) {
      const found = await sealedAnew(change, texts);
      if (!expected.test(found.join('\n'))) missed.push(`${what}: ${found.join(' | ') || 'agrees'}`);
    }
    expect(missed).toEqual([]);
  },
);

test('a version whose words and hash were both forged is not what its ruling makes of the one before', async () => {
  const { loadDraft } = await import('#app/drafting/acts/load-draft.server.ts');
  const { draftText } = await import('#app/drafting/acts/unit-tree.ts');
  const { sha256 } = await import('#app/hash/sha256.server.ts');
  const { revisionId } = (await loadDraft(db, { slug }, 2)).units.find(({ text }) => text.includes('21 dni'))!;
  const hashes: string[] = [];
  for (const number of [2, 3, 4, 5]) {
    const draft = await loadDraft(db, { slug }, number);
    const hash = sha256(
      draftText(
        draft.head,
        draft.units.map((unit) => (unit.revisionId === revisionId ? { ...unit, text: 'Konsultacji nie ma.' } : unit)),
      ),
    );
    hashes.push(`update "Version" set hash = '${hash}' where id = '${(await version(number)).id}'`);
  }
  const found = await sealedAnew(
    [`update "ClauseRevision" set text = 'Konsultacji nie ma.' where id = '${revisionId}'`, ...hashes],
    texts,
  );
  expect(found).toContainEqual(
    expect.stringMatching(/^Version .*version 2 is not what its ruling makes of version 1: § 2 ust\. 1: its words/),
  );
  expect(found).toContainEqual(expect.stringMatching(/^UnifiedText .*not the text of version 5/));
});

test(
  'what an edition was computed from is held against what was released, whatever the seals say',
  { timeout: 120_000 },
  async () => {
    const differences = async (tx: Db) => (await verifyEdition(tx, { slug: edition }))?.differences ?? [];
    const own = `"editionId" = (select id from "Edition" where slug = '${edition}')`;
    const tries: [string, RegExp][] = [
      [
        `update "Edition" set "publishedAt" = "publishedAt" - interval '2 hours' where slug = '${edition}'`,
        /released at[^]*release: the record says/,
      ],
      [
        `update "Edition" set "publishedById" = gen_random_uuid() where slug = '${edition}'`,
        /somebody else who released it/,
      ],
      [`update "Reply" set body = 'Inaczej.'`, /field work, made again/],
      [`update "ReplyDecision" set reason = 'Inaczej.'`, /field work, made again/],
      [`update "ReplyFile" set "fileName" = 'x'`, /field work, made again/],
      [`update "ReplyRound" set "endsAt" = "endsAt" + interval '1 day'`, /field work, made again/],
      [`update "Reply" set seq = 3`, /reply 1 is not there/],
      [`update "Reply" set "sentAt" = "sentAt" + interval '1 year'`, /outside the term/],
      [`update "Coding" set level = 0 where ${own} and level > 0`, /computed again[^]*not as it was last saved/],
      [
        `delete from "CodingSave" where id = (select s.id from "CodingSave" s join "Coding" c on c.id = s."codingId" where c.${own} limit 1)`,
        /saves are kept/,
      ],
      [
        `insert into "DoubleCell" (id, teryt, "editionId", indicator, cause) select gen_random_uuid(), '2464011', id, 'T02', 'drawn' from "Edition" where slug = '${edition}'`,
        /double coding/,
      ],
      [`update "Correction" set before = after`, /correction|computed again/],
      [`update "Correction" set "madeById" = gen_random_uuid()`, /correction 2: the line of the record/],
      [
        `update "Edition" set fieldwork = fieldwork || '{"coders": []}' where slug = '${edition}'`,
        /field work: its record is not the one that was hashed/,
      ],
    ];
    const missed: string[] = [];
    for (const [change, expected] of tries) {
      const found = await sealedAnew(change, differences);
      if (!expected.test(found.join('\n'))) missed.push(`${change}: ${found.join(' | ') || 'agrees'}`);
    }
    expect(missed).toEqual([]);
    expect(await sealedAnew(`update "MethodologyBridge" set mapping = '{"T04": "T99"}'`, verifyBridges)).toContainEqual(
      expect.stringContaining('questions that are not there'),
    );
    expect(
      await sealedAnew(`update "Methodology" set hash = repeat('a', 64) where version = '2.0.0'`, verifyBridges),
    ).toContainEqual(expect.stringContaining('hashed'));
  },
);

test('words covered by the program leave the record whole, shown again too, and their old seal gives nothing away', async () => {
  const agrees = async () => [...(await record(db)), ...(await texts(db))];
  const covered = [
    await coverInRemark(db, { viewer: official, slug, number: two, words: '600 100 200', note: 'Numer telefonu.' }),
    await coverInRemark(db, { viewer: official, slug, number: one, words: 'spotkanie', note: 'Treść.' }),
  ];
  expect(covered).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await agrees()).toEqual([]);
  expect(JSON.stringify(await db.report.findMany())).not.toContain('600 100 200');
  const { id: rowId } = await db.remark.findFirstOrThrow({ where: { consultationId: id, number: two } });
  const seals = await db.recordSeal.findMany({ where: { tableName: 'Remark', rowId } });
  expect(seals.filter(({ salt }) => salt !== null)).toMatchObject([{ isCurrent: true }]);
  expect(seals.length).toBeGreaterThan(1);
  for (const { id: redactionId, subjectId } of await db.redaction.findMany({ where: { undoneAt: null } })) {
    const input = { type: 'remark' as const, id: subjectId, redactionId, reason: 'Pomyłka.' };
    const undone = await undoRedaction(db, { viewer: official, ...input });
    // What was covered before the rule of two is shown again by two.
    if (!undone.ok) {
      expect(undone.error).toEqual({ code: 'four-eyes' });
      const waiting = await handInOfficeDraft(db, { viewer: official, slug, kind: 'uncovering', input });
      if (!waiting.ok) throw new Error(waiting.error.code);
      expect(await approveOfficeDraft(db, { viewer: second, slug, id: waiting.value.id, revision: 1 })).toMatchObject({
        ok: true,
      });
    }
    expect(await agrees()).toEqual([]);
  }
});

test('a kept file whose bytes were replaced or are gone is named, and nobody is served others under its hash', async () => {
  expect(await verifyFiles(db)).toMatchObject({ differences: [], missing: [] });
  const { hash, bytes } = await db.storedFile.findFirstOrThrow();
  expect(await readKeptFile(db, hash)).toMatchObject({ type: 'image/png' });
  await db.storedFile.update({ where: { hash }, data: { bytes: new Uint8Array([...bytes.slice(0, -1), 0]) } });
  expect((await verifyFiles(db)).differences).toEqual([expect.stringContaining(`file ${hash}: SHA-256`)]);
  await expect(readKeptFile(db, hash)).rejects.toThrow('other bytes');
  await db.storedFile.update({ where: { hash }, data: { bytes, size: 1 } });
  expect((await verifyFiles(db)).differences).toEqual([expect.stringContaining('it says 1')]);
  const { size, type } = { size: bytes.length, type: 'image/png' };
  await db.fileUpload.deleteMany({ where: { hash } });
  await db.storedFile.delete({ where: { hash } });
  expect(await verifyFiles(db)).toMatchObject({ differences: [], missing: [hash] });
  await db.storedFile.create({ data: { hash, bytes, size, type } });
  expect(await verifyFiles(db)).toMatchObject({ differences: [], missing: [] });
});
