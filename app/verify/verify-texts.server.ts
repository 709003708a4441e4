import { marksIn } from '#app/record/covered/grounds.ts';
import { onOriginals } from '#app/record/covered/on-originals.server.ts';
import type { Difference } from '#app/record/difference.ts';
import { verifyRemarks } from '#app/verify/verify-remarks.server.ts';
import { verifyVersions } from '#app/verify/verify-versions.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { isImported } from '#app/db/record/verify-record.server.ts';
import type { DraftHead } from '#app/drafting/acts/draft.ts';
import { verifyAttachments } from '#app/drafting/attachments/verify-attachments.server.ts';
import { verifyReports } from '#app/drafting/report/verify-reports.server.ts';
import { verifyFacts } from '#app/drafting/course/facts/verify-facts.server.ts';
import { verifyTerms } from '#app/drafting/course/terms/verify-terms.server.ts';
import { verifyUnified } from '#app/drafting/unified/verify-unified.server.ts';

export type TextCheck = {
  slug: string;
  versions: number;
  differences: string[];
  /** What cannot be proved again here: words were covered where an archive was made, and what was hashed stays there. */
  unproved: string[];
};

/**
 * Makes everything of a consultation again that follows from something else in its record, and compares: each version from the one before and
 * the act that made it, rulings and letters from the lines of the record, each closed report line by line, terms, what was sent to the
 * council. What was hashed and what acts were made on is what was written, so covered words are read as they are kept.
 */
export function verifyTexts(db: Db): Promise<TextCheck[]> {
  return onOriginals(db, async (reading) => {
    const checks: TextCheck[] = [];
    for (const consultation of await reading.consultation.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, slug: true, version: true, head: true, numbering: true },
    }))
      checks.push(await verifyOne(reading, consultation));
    return checks;
  });
}

type Checked = { id: string; slug: string; version: number; head: unknown; numbering: string };

async function verifyOne(db: Db, { id, slug, version, head, numbering }: Checked): Promise<TextCheck> {
  const imported = await isImported(db, `consultation:${id}`);
  const found = [
    ...(await verifyVersions(db, {
      id,
      version,
      head: head as DraftHead,
      numbering: numbering === 'adopted' ? 'adopted' : 'draft',
    })),
    ...(await verifyRemarks(db, id)),
    ...(await verifyTerms(db, id)),
    ...(await verifyFacts(db, id)),
    ...(await verifyAttachments(db, id)),
    ...(await verifyUnified(db, id)),
    ...(await verifyReports(db, { id, slug, isImported: imported })),
  ];
  const isElsewhere = imported && (await wasCoveredElsewhere(db, id));
  const isUnproved = ({ words = '' }: Difference) => isElsewhere && marksIn(words) > 0;
  const lines = (kept: readonly Difference[]) => [...new Set(kept.map(({ line }) => line))];
  return {
    slug,
    versions: version,
    differences: lines(found.filter((each) => !isUnproved(each))),
    unproved: lines(found.filter(isUnproved)),
  };
}

/** Whether words are covered in it whose originals are not here. */
async function wasCoveredElsewhere(db: Db, id: string): Promise<boolean> {
  return (await db.redaction.count({ where: { consultationId: id, undoneAt: null, rules: { none: {} } } })) > 0;
}
