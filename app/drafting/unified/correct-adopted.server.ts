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

export type CorrectAdopted = {
  viewer: Viewer;
  slug: string;
  /** Number of the entry on the page. */
  after: number;
  sign: string;
  adoptedOn: string;
  /** Null leaves the text as it is: only sign or day were wrong. */
  text: string | null;
  reason: string;
  now: Date;
  /** The draft that this brings into force, under four eyes. */
  approves?: Approves;
};
export type CorrectAdoptedResult =
  | { ok: true; value: { number: number } }
  | {
      ok: false;
      error: {
        code:
          | 'not-entered'
          | 'not-newest'
          | 'reason-required'
          | 'too-early'
          | 'in-future'
          | 'nothing-corrected'
          | 'four-eyes'
          | 'covered-words';
      };
    };

/** Corrects what was entered as adopted by mistake: a further entry with its day and a reason. The earlier one stays readable. */
export async function correctAdopted(db: Db, input: CorrectAdopted): Promise<CorrectAdoptedResult> {
  const { viewer, after, sign, adoptedOn, reason, now } = input;
  const refuse = (code: Extract<CorrectAdoptedResult, { ok: false }>['error']['code']): CorrectAdoptedResult => ({
    ok: false,
    error: { code },
  });
  return officeWrite(db, input, async (tx, consultation): Promise<CorrectAdoptedResult> => {
    const owner = { teryt: consultation.teryt };
    const last = await tx.adoptedText.findFirst({
      where: { ...owner, unified: { consultationId: consultation.id, state: 'frozen' } },
      orderBy: { number: 'desc' },
    });
    if (!last || !consultation.adoptedOn || !consultation.sentAt) return refuse('not-entered');
    if (last.number !== after) return refuse('not-newest');
    if (reason === '') return refuse('reason-required');
    const wrongDay = adoptedDayProblem(adoptedOn, { sentAt: consultation.sentAt, now });
    if (wrongDay) return refuse(wrongDay);
    if (marksIn(input.text) > 0) return refuse('covered-words');
    const text = input.text ?? last.text;
    if (text === last.text && sign === last.sign && adoptedOn === last.adoptedOn) return refuse('nothing-corrected');
    if (await needsSecond(tx, consultation, { ...input, write: 'adopted-corrected' })) return refuse('four-eyes');
    const [id, number] = [uuidv7(), last.number + 1];
    await tx.adoptedText.create({
      data: {
        id,
        ...owner,
        unifiedId: last.unifiedId,
        number,
        sign,
        adoptedOn,
        text,
        hash: text === last.text ? last.hash : sha256(text),
        reason,
        enteredById: viewer.id,
        enteredByName: viewer.displayName,
        enteredAt: now,
      },
    });
    if (text === last.text) await copyCovers(tx, last.id, id);
    await tx.consultation.updateMany({ where: { id: consultation.id, ...owner }, data: { adoptedOn } });
    await recordOffice(tx, consultation, {
      kind: 'adopted-corrected',
      viewer,
      subject: { type: 'adopted-text', id },
      data: { number, corrects: last.id, adoptedOn },
    });
    await tellAuthors(tx, { consultation, dedupeKey: `adopted:${id}` }, (t, locale) => ({
      subject: t('unified.mail.corrected.subject', { title: consultation.title }),
      body: [
        t('unified.mail.corrected.body', { title: consultation.title }),
        t('unified.mail.corrected.entry', {
          was: t('unified.adopted-on', { sign: last.sign, date: formatDate(locale, new Date(last.adoptedOn)) }),
          is: t('unified.adopted-on', { sign, date: formatDate(locale, new Date(adoptedOn)) }),
          text: text === last.text ? 'same' : 'other',
        }),
        `${t('terms.mail.reason')}:\n${reason}`,
        absoluteUrl(paths(locale).unifiedText(consultation.slug)),
      ].join('\n\n'),
    }));
    return { ok: true, value: { number } };
  });
}

/** Where words are covered in a text that stays, they are covered in its copy, and can be shown in it again. */
async function copyCovers(tx: Db, from: string, to: string): Promise<void> {
  const covered = await tx.coveredText.findMany({
    where: { tableName: 'AdoptedText', rowId: from, columnName: 'text' },
  });
  await tx.coveredText.createMany({
    data: covered.map(({ teryt, tableName, columnName, original, links }) => ({
      teryt,
      tableName,
      rowId: to,
      columnName,
      original: original ?? '',
      links: links ?? [],
    })),
  });
}
