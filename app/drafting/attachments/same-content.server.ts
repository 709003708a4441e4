import type { Db } from '#app/db/client.server.ts';

type File = { id: string; teryt: string; fileHash: string };

/**
 * Those of the files that nobody is shown. What is covered is a content and not the place in which it stands: the same bytes are covered in every
 * letter to the municipality, those to which they are attached later too. Another municipality decides on its own.
 */
export async function coveredAmong(db: Db, files: readonly File[]): Promise<Set<string>> {
  if (files.length === 0) return new Set();
  const hashes = [...new Set(files.map(({ fileHash }) => fileHash))];
  const rows = await db.$queryRaw<{ teryt: string; hash: string }[]>`
    select distinct a.teryt, a."fileHash" as hash from "Attachment" a
    join "Redaction" r on r."subjectId" = a.id and r."subjectType" = 'attachment' and r."isWhole" and r."undoneAt" is null
    where a."fileHash" = any(${hashes}::text[])`;
  const covered = new Set(rows.map(({ teryt, hash }) => `${teryt} ${hash}`));
  return new Set(files.flatMap(({ id, teryt, fileHash }) => (covered.has(`${teryt} ${fileHash}`) ? [id] : [])));
}

/** The file and every other one of the municipality with the same content that was not taken away, oldest first. */
export async function withSameContent(db: Db, id: string) {
  const { teryt, fileHash } = await db.attachment.findUniqueOrThrow({
    where: { id },
    select: { teryt: true, fileHash: true },
  });
  return db.attachment.findMany({
    where: { teryt, fileHash, removedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      number: true,
      filing: {
        select: {
          number: true,
          authorId: true,
          contactEmail: true,
          locale: true,
          consultation: { select: { slug: true, title: true } },
        },
      },
    },
  });
}
