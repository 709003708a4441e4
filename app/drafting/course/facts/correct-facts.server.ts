import type { Db } from '#app/db/client.server.ts';
import { officeWrite, recordOffice } from '#app/drafting/office/office-write.server.ts';
import { currentFacts, type Facts } from './facts-changes.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

export type CorrectFacts = {
  viewer: Viewer;
  slug: string;
  /** What the form was made from; when something else is true by now nothing is written. */
  shown: Facts;
  facts: Facts;
  reason: string;
  now?: Date;
};

export type CorrectFactsResult =
  | { ok: true; value: { id: string } }
  | { ok: false; error: { code: 'moved' | 'nothing-changed' | 'reason-required' | 'text-closed' } };

/**
 * Corrects what a published draft is called, what is said of it, what it is and on what it is based, with a reason. Both versions stay and
 * are public; the versions and the address stay as they are, the text for the council takes the corrected basis over. It takes one official: it changes no word of the law, and anybody of the office can correct it again.
 */
export async function correctFacts(db: Db, input: CorrectFacts): Promise<CorrectFactsResult> {
  const { viewer, shown, facts, reason, now = new Date() } = input;
  if (reason === '') return { ok: false, error: { code: 'reason-required' } };
  return officeWrite(db, input, async (tx, consultation): Promise<CorrectFactsResult> => {
    const current = await currentFacts(tx, consultation.id);
    if (!same(current, shown)) return { ok: false, error: { code: 'moved' } };
    if (same(current, facts)) return { ok: false, error: { code: 'nothing-changed' } };
    const { basis, ...kept } = facts;
    const isBasis = basis !== current.basis;
    // Its words have gone to others as they were.
    if (isBasis && (await hasCouncilText(tx, consultation.id))) return { ok: false, error: { code: 'text-closed' } };
    await tx.consultation.updateMany({ where: { id: consultation.id, teryt: consultation.teryt }, data: kept });
    const { id } = await tx.factsChange.create({
      data: {
        teryt: consultation.teryt,
        consultationId: consultation.id,
        titleBefore: current.title,
        titleAfter: facts.title,
        summaryBefore: current.summary,
        summaryAfter: facts.summary,
        kindBefore: current.actKind,
        kindAfter: facts.actKind,
        ...(isBasis ? { basisBefore: current.basis, basisAfter: basis } : {}),
        reason,
        madeById: viewer.id,
        madeByName: viewer.displayName,
        madeAt: now,
      },
      select: { id: true },
    });
    await recordOffice(tx, consultation, {
      kind: 'facts-corrected',
      viewer,
      subject: { type: 'consultation', id: consultation.id },
      data: {
        change: id,
        title: current.title !== facts.title,
        summary: current.summary !== facts.summary,
        kind: facts.actKind,
        ...(isBasis ? { basis: true } : {}),
      },
    });
    return { ok: true, value: { id } };
  });
}

/** Whether a text is proposed or closed for the council. */
async function hasCouncilText(tx: Db, consultationId: string): Promise<boolean> {
  return (await tx.unifiedText.count({ where: { consultationId, state: { in: ['proposed', 'frozen'] } } })) > 0;
}

const same = (one: Facts, other: Facts) =>
  one.title === other.title &&
  one.summary === other.summary &&
  one.actKind === other.actKind &&
  one.basis === other.basis;
