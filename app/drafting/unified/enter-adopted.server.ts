import { sha256 } from '#app/hash/sha256.server.ts';
import { needsSecond, type Approves } from '#app/drafting/office/gate.server.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import { formatDate } from '#app/i18n/dates.ts';
import { paths } from '#app/i18n/paths.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { marksIn } from '#app/record/covered/grounds.ts';
import { tellAuthors } from '../course/tell-authors.server.ts';
import { officeWrite, recordOffice } from '../office/office-write.server.ts';
import { adoptedDayProblem } from './adopted-day.ts';

export type EnterAdopted = {
  viewer: Viewer;
  slug: string;
  sign: string;
  adoptedOn: string;
  text: string;
  now: Date;
  /** The draft that this brings into force, under four eyes. */ approves?: Approves;
};
export type EnterAdoptedResult =
  | { ok: true; value: { id: string } }
  | { ok: false; error: { code: 'not-sent' | 'entered' | 'too-early' | 'in-future' | 'four-eyes' | 'covered-words' } };

/**
 * Enters what the council adopted, with its sign and day; compared in public with the text that was sent. Never
 * changed: a mistake is corrected by a further entry.
 */
export async function enterAdopted(db: Db, input: EnterAdopted): Promise<EnterAdoptedResult> {
  const { viewer, sign, adoptedOn, text, now } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<EnterAdoptedResult> => {
    if (consultation.adoptedOn) return { ok: false, error: { code: 'entered' } };
    const frozen = await tx.unifiedText.findFirst({
      where: { consultationId: consultation.id, teryt: consultation.teryt, state: 'frozen' },
      select: { id: true, hash: true },
    });
    if (!consultation.sentAt || !frozen) return { ok: false, error: { code: 'not-sent' } };
    const wrongDay = adoptedDayProblem(adoptedOn, { sentAt: consultation.sentAt, now });
    if (wrongDay) return { ok: false, error: { code: wrongDay } };
    if (marksIn(text) > 0) return { ok: false, error: { code: 'covered-words' } };
    if (await needsSecond(tx, consultation, { ...input, write: 'adopted' }))
      return { ok: false, error: { code: 'four-eyes' } };
    const id = uuidv7();
    await tx.adoptedText.create({
      data: {
        id,
        teryt: consultation.teryt,
        unifiedId: frozen.id,
        sign,
        adoptedOn,
        text,
        hash: sha256(text),
        enteredById: viewer.id,
        enteredByName: viewer.displayName,
        enteredAt: now,
      },
    });
    await tx.consultation.updateMany({
      where: { id: consultation.id, teryt: consultation.teryt },
      data: { adoptedOn },
    });
    await recordOffice(tx, consultation, {
      kind: 'text-adopted',
      viewer,
      subject: { type: 'adopted-text', id },
      data: { adoptedOn },
    });
    const isAsSent = sha256(text) === frozen.hash;
    await tellAuthors(tx, { consultation, dedupeKey: `adopted:${id}` }, (t, locale) => ({
      subject: t('unified.mail.adopted.subject', { title: consultation.title }),
      body: [
        t('unified.mail.adopted.body', {
          title: consultation.title,
          sign,
          date: formatDate(locale, new Date(adoptedOn)),
        }),
        t(isAsSent ? 'unified.mail.adopted.same' : 'unified.mail.adopted.compare'),
        absoluteUrl(paths(locale).unifiedText(consultation.slug)),
      ].join('\n\n'),
    }));
    return { ok: true, value: { id } };
  });
}
