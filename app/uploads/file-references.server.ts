import { Prisma } from '#app/generated/prisma/client.ts';

type FileReference = { table: string; column: string; /** Rows of (hash, "editionId"). */ rows: Prisma.Sql };

/**
 * Everything that says a kept file belongs to the record, or will soon. A file that none of these names was never attached and is removed
 * after a time; a new column that holds the hash of a file has to stand here.
 */
export const fileReferences: readonly FileReference[] = [
  {
    table: 'Evidence',
    column: 'fileHash',
    rows: Prisma.sql`select e."fileHash" as hash, c."editionId" from "Evidence" e join "Coding" c on c.id = e."codingId" where e."fileHash" is not null`,
  },
  {
    table: 'ReplyFile',
    column: 'fileHash',
    rows: Prisma.sql`select f."fileHash" as hash, o."editionId" from "ReplyFile" f join "Reply" r on r.id = f."replyId" join "ReplyRound" o on o.id = r."roundId"`,
  },
  {
    table: 'Attachment',
    column: 'fileHash',
    rows: Prisma.sql`select a."fileHash" as hash, null::uuid as "editionId" from "Attachment" a where a."removedAt" is null`,
  },
  // A letter that is being written, or waits for its link or code.
  {
    table: 'WaitingFile',
    column: 'hash',
    rows: Prisma.sql`select w.hash, null::uuid as "editionId" from "WaitingFile" w`,
  },
  // What an answer was before it was changed stays to be looked up, with its files.
  {
    table: 'CodingSave',
    column: 'evidence',
    rows: Prisma.sql`
    select item ->> 'file' as hash, c."editionId" from "CodingSave" s join "Coding" c on c.id = s."codingId", jsonb_array_elements(s.evidence) item where item ->> 'file' is not null`,
  },
];

/** Rows of (hash, "editionId") of all attached files, as a table for a `from` clause. */
export const attachedFiles = Prisma.sql`(${Prisma.join(
  fileReferences.map(({ rows }) => rows),
  ' union all ',
)})`;
