import { inForce } from '../state/remark-state.ts';
import { liveDraftStates } from '../state/draft-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { readDetails, requiredDetails, type DetailField } from './details.ts';

/** A remark that keeps the report from being final. */
type MissingLine = { number: number; why: 'no-ruling' | 'draft' | 'no-reason' };
export type Missing = {
  details: DetailField[];
  lines: MissingLine[];
  /** All such remarks; `lines` names the first ones. */ count: number;
  stillOpen: boolean;
};

const listed = 100;

/** What a final report lacks: rulings, reasons, words of the office. Nothing missing: empty lists. */
export async function missingForFinal(
  db: Db,
  consultation: { id: string; closesAt: Date },
  now: Date,
): Promise<Missing> {
  const lacking = {
    consultationId: consultation.id,
    OR: [
      { state: 'open' },
      { state: { not: 'withdrawn' }, rulings: { none: {} } },
      { rulings: { some: { reason: '', ...inForce } } },
    ],
  };
  const rows = await db.remark.findMany({
    where: lacking,
    orderBy: { number: 'asc' },
    take: listed,
    select: {
      number: true,
      rulings: { where: inForce, select: { reason: true } },
      drafts: { where: { state: { in: [...liveDraftStates] } }, take: 1, select: { id: true } },
    },
  });
  const details = readDetails(
    (await db.reportDetails.findUnique({ where: { consultationId: consultation.id }, select: { json: true } }))?.json,
  );
  return {
    details: requiredDetails.filter((name) => details[name] === ''),
    lines: rows.map(({ number, rulings, drafts }) => ({
      number,
      why: rulings.length > 0 ? 'no-reason' : drafts.length > 0 ? 'draft' : 'no-ruling',
    })),
    count: rows.length < listed ? rows.length : await db.remark.count({ where: lacking }),
    stillOpen: now < consultation.closesAt,
  };
}

export function isComplete(missing: Missing): boolean {
  return missing.count === 0 && missing.details.length === 0 && !missing.stillOpen;
}
