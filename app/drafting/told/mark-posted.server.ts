import type { Db } from '#app/db/client.server.ts';
import { inForce } from '../state/remark-state.ts';
import { officeWrite, recordOffice } from '../office/office-write.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { latestNotice } from './latest-notice.server.ts';
import type { NoticeName } from './notice-names.ts';
import { aboutOf, paperFilings } from './told-authors.server.ts';

export type MarkPosted = {
  viewer: Viewer;
  slug: string;
  name: NoticeName;
  /** The day on which they were sent, yyyy-mm-dd in Poland. */
  on: string;
  /** Filings by number, each with what stood in its letter as the page showed it. */
  letters: ReadonlyMap<number, string>;
  now: Date;
};
export type MarkPostedResult =
  | { ok: true; value: { marked: number } }
  | { ok: false; error: { code: 'none' | 'future' | 'too-early' | 'moved' } };

/**
 * Notes that letters on paper were sent: when, and by which official. One line of the record for each. Refused as a whole when one
 * of them would say something else by now; those noted already are left as they are.
 */
export async function markPosted(db: Db, input: MarkPosted): Promise<MarkPostedResult> {
  const { viewer, name, on, letters, now } = input;
  if (letters.size === 0) return { ok: false, error: { code: 'none' } };
  if (on > dayOf(now)) return { ok: false, error: { code: 'future' } };
  return officeWrite(db, input, async (tx, consultation): Promise<MarkPostedResult> => {
    const notice = await latestNotice(tx, consultation.id, name);
    if (!notice) return { ok: false, error: { code: 'moved' } };
    if (notice.kind !== 'answers' && on < dayOf(notice.at)) return { ok: false, error: { code: 'too-early' } };
    const filings = await tx.filing.findMany({
      where: { consultationId: consultation.id, number: { in: [...letters.keys()] } },
      select: { id: true, number: true },
    });
    const prints = await letterPrints(
      tx,
      aboutOf(notice),
      filings.map(({ id }) => id),
    );
    if (filings.length < letters.size || filings.some(({ id, number }) => prints.get(id) !== letters.get(number)))
      return { ok: false, error: { code: 'moved' } };
    const open = new Set(
      (await paperFilings(tx, consultation.id, notice)).flatMap(({ id, isPosted }) => (isPosted ? [] : [id])),
    );
    const marked = filings.filter(({ id }) => open.has(id));
    for (const { id, number } of marked)
      await recordOffice(tx, consultation, {
        kind: 'letter-posted',
        viewer,
        subject: { type: 'filing', id },
        data: { about: aboutOf(notice), number, on },
      });
    return { ok: true, value: { marked: marked.length } };
  });
}

/** What a letter says, in short: the notice, and of answers the rulings it holds. */
export async function letterPrints(db: Db, about: string, filingIds: readonly string[]): Promise<Map<string, string>> {
  if (about !== 'answers') return new Map(filingIds.map((id) => [id, about]));
  const rulings = await db.ruling.findMany({
    where: { ...inForce, remark: { filingId: { in: [...filingIds] } } },
    orderBy: { id: 'asc' },
    select: { id: true, remark: { select: { filingId: true } } },
  });
  const prints = new Map<string, string>();
  for (const { id, remark } of rulings) prints.set(remark.filingId, id);
  return prints;
}
