import { heading, paragraph } from '#app/documents/model/model.ts';
import type { PdfBlock } from '#app/documents/pdf/blocks.ts';
import { formatDate } from '#app/i18n/dates.ts';
import { translator } from '#app/i18n/translate.ts';
import { makePdf } from '#app/publishing/tasks.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { stateKeys } from '../state/remark-state.ts';
import type { LettersToPrint, PrintedLetter } from './letters-to-print.server.ts';

/** Letters are in the language of the law they are about. */
const t = translator('pl');

/** The letters of one page of the list as a PDF, each beginning on a page of its own. */
export function lettersPdf(list: LettersToPrint, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  return runTask(makePdf, {
    language: 'pl',
    properties: {
      title: `${t('register.office.letters')}: ${list.title}`,
      subject: list.title,
      creator: list.municipality,
      keywords: '',
      description: list.municipality,
      date: now.toISOString(),
    },
    blocks: list.letters.flatMap((letter, at): PdfBlock[] => [
      ...(at === 0 ? [] : [{ kind: 'page-break' as const }]),
      ...letterBlocks(letter, list),
    ]),
  });
}

function letterBlocks(letter: PrintedLetter, list: LettersToPrint): PdfBlock[] {
  const sign = letter.caseSign ? [`${t('register.office.case-sign')}: ${letter.caseSign}`] : [];
  const address = [letter.organisation ?? (letter.authorName || t('register.unsigned')), letter.contactAddress ?? ''];
  return [
    paragraph([list.municipality, ...sign].join('\n')),
    paragraph(address.filter(Boolean).join('\n')),
    heading(1, list.notice?.subject ?? t('register.print.title', { number: letter.number })),
    ...(list.notice
      ? list.notice.body.split('\n\n').map((words) => paragraph(words))
      : [paragraph(t('register.print.lead', { title: list.title, at: formatDate('pl', letter.receivedAt) }))]),
    ...letter.points.flatMap((point) => [
      heading(
        2,
        `${t('drafting.kind.remark', { number: point.number })}: ${point.decisionWords ?? t(stateKeys[point.decision])}`,
      ),
      ...(point.place ? [paragraph(point.place)] : []),
      paragraph(point.reason),
      paragraph(
        `${formatDate('pl', point.madeAt)}, ${point.madeByName}. ${
          point.resultVersion === null
            ? t('drafting.remark.no-effect')
            : t('drafting.mail.ruling.version', { version: point.resultVersion })
        }`,
        { look: 'note' },
      ),
    ]),
    ...(letter.waiting > 0
      ? [paragraph(t('register.print.waiting', { count: letter.waiting }), { look: 'note' })]
      : []),
    paragraph(t('register.receipt.signature'), { look: 'note' }),
  ];
}
