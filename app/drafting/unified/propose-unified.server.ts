import { correctedHead } from '../acts/corrected-basis.server.ts';
import { sha256 } from '#app/hash/sha256.server.ts';
import { tellWaiting } from '#app/drafting/office/tell-officials.server.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { marksIn } from '#app/record/covered/grounds.ts';
import { officeWrite, recordOffice } from '../office/office-write.server.ts';
import { draftText } from '../acts/unit-tree.ts';
import { checkText } from './check-text.server.ts';
import { findingsStamp } from './findings-stamp.server.ts';
import { withAnswers } from './findings.ts';
import { readFindings } from './stored-findings.ts';

export type ProposeResult =
  | { ok: true; value: { id: string } }
  | { ok: false; error: { code: 'still-open' | 'moved' | 'proposed' | 'sent' | 'adopted' | 'covered-words' } };

/** Proposes the newest version as the unified text for the council. Refused while remarks are taken, and for a text sent already. */
export async function proposeUnified(
  db: Db,
  input: { viewer: Viewer; slug: string; version: number; now: Date },
): Promise<ProposeResult> {
  const { viewer, version, now } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<ProposeResult> => {
    if (consultation.adoptedOn) return { ok: false, error: { code: 'adopted' } };
    if (consultation.sentAt) return { ok: false, error: { code: 'sent' } };
    if (now < consultation.closesAt) return { ok: false, error: { code: 'still-open' } };
    if (consultation.version !== version) return { ok: false, error: { code: 'moved' } };
    const already = await tx.unifiedText.count({ where: { consultationId: consultation.id, state: 'proposed' } });
    if (already > 0) return { ok: false, error: { code: 'proposed' } };
    const { draft, findings } = await checkText(tx, consultation.id);
    const head = await correctedHead(tx, { consultationId: consultation.id, head: draft.head });
    const text = draftText(head, draft.units);
    if (marksIn(text) > 0) return { ok: false, error: { code: 'covered-words' } };
    const id = uuidv7();
    await tx.unifiedText.create({
      data: {
        id,
        teryt: consultation.teryt,
        consultationId: consultation.id,
        version,
        state: 'proposed',
        text,
        hash: sha256(text),
        checks: withAnswers(findings, []),
        proposedById: viewer.id,
        proposedByName: viewer.displayName,
        proposedAt: now,
      },
    });
    await recordOffice(tx, consultation, {
      kind: 'unified-proposed',
      viewer,
      subject: { type: 'unified-text', id },
      data: { version, findings: findings.length },
    });
    if (consultation.fourEyes)
      await tellWaiting(tx, {
        consultation,
        drafts: { kind: 'office', what: 'office.mail.what.unified', place: 'unified' },
        by: viewer,
        event: id,
        now,
      });
    return { ok: true, value: { id } };
  });
}

export type WithdrawResult = { ok: true } | { ok: false; error: { code: 'not-proposed' | 'answers-moved' } };

/** Takes a proposal back, with the answers that were on the page (`stamp`); it is kept as replaced. */
export async function withdrawUnified(
  db: Db,
  input: { viewer: Viewer; slug: string; id: string; stamp: string },
): Promise<WithdrawResult> {
  const { viewer, id } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<WithdrawResult> => {
    const where = { id, consultationId: consultation.id, teryt: consultation.teryt, state: 'proposed' };
    const unified = await tx.unifiedText.findFirst({ where, select: { checks: true } });
    if (!unified) return { ok: false, error: { code: 'not-proposed' } };
    const { findings } = await checkText(tx, consultation.id);
    if (findingsStamp(withAnswers(findings, readFindings(unified.checks))) !== input.stamp)
      return { ok: false, error: { code: 'answers-moved' } };
    await tx.unifiedText.updateMany({ where, data: { state: 'replaced' } });
    await recordOffice(tx, consultation, { kind: 'unified-withdrawn', viewer, subject: { type: 'unified-text', id } });
    return { ok: true };
  });
}
