import type { Db } from '#app/db/client.server.ts';
import { officeWrite, recordOffice } from '#app/drafting/office/office-write.server.ts';
import { actKindOf, type ActKind } from '#app/drafting/state/legal-term.ts';
import type { Viewer } from '#app/people/viewer.ts';

export type Facts = { title: string; summary: string; actKind: ActKind };

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
  | { ok: false; error: { code: 'moved' | 'nothing-changed' | 'reason-required' } };

/**
 * Corrects what a published draft is called, what is said of it and what it is, with a reason. Both versions stay and are public; the text and
 * the address stay as they are. It takes one official: it changes no word of the law, and anybody of the office can correct it again.
 */
export async function correctFacts(db: Db, input: CorrectFacts): Promise<CorrectFactsResult> {
  const { viewer, shown, facts, reason, now = new Date() } = input;
  if (reason === '') return { ok: false, error: { code: 'reason-required' } };
  return officeWrite(db, input, async (tx, consultation): Promise<CorrectFactsResult> => {
    const { actKind, ...before } = await tx.consultation.findUniqueOrThrow({
      where: { id: consultation.id },
      select: { title: true, summary: true, actKind: true },
    });
    const current: Facts = { ...before, actKind: actKindOf(actKind) };
    if (!same(current, shown)) return { ok: false, error: { code: 'moved' } };
    if (same(current, facts)) return { ok: false, error: { code: 'nothing-changed' } };
    await tx.consultation.updateMany({ where: { id: consultation.id, teryt: consultation.teryt }, data: facts });
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
      },
    });
    return { ok: true, value: { id } };
  });
}

const same = (one: Facts, other: Facts) =>
  one.title === other.title && one.summary === other.summary && one.actKind === other.actKind;
