import { facts, heading, paragraph, table, type ModelBlock } from '#app/documents/model/model.ts';
import type { PdfCell, PdfTable } from '#app/documents/pdf/pdf-table.ts';
import type { PdfModel } from '#app/documents/pdf/to-pdf.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { allOf } from './load-report.server.ts';
import type { OpenReport } from './open-report.ts';
import type { ReportHead, ReportLine, ReportWords } from './report-document.ts';
import {
  channelRows,
  correctionPairs,
  datePairs,
  meetingWords,
  numberPairs,
  signaturePairs,
  stateRows,
  subjectPairs,
} from './report-sections.ts';
import {
  attachmentWords,
  authorWords,
  causeWords,
  decisionWords,
  operationWords,
  pointWords,
  reasonWords,
  renumberedLines,
  unitWords,
} from './report-words.ts';
import { makePdf } from '#app/publishing/tasks.server.ts';

type Context = { t: Translate; locale: Locale };

/** The report as a tagged PDF, on its side for its wide tables. Its lines are read when its turn has come. */
export function reportPdf(report: OpenReport, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  return runTask(
    makePdf,
    async () => modelOf(report, await allOf(report), { t: translator(locale), locale }),
    `report ${report.state} ${locale}`,
  );
}

function modelOf(report: OpenReport, rows: readonly ReportLine[], context: Context): PdfModel {
  const { head, final } = report;
  const { t, locale } = context;
  return {
    language: locale,
    landscape: true,
    properties: {
      title: `${t('report.title')}: ${head.consultation.title}`,
      subject: head.act.title || head.consultation.title,
      creator: head.details.preparedBy || head.consultation.municipality,
      keywords: 'konsultacje społeczne, raport',
      description: head.consultation.municipality,
      date: final ? final.madeAt.toISOString() : head.asOf,
    },
    blocks: [
      heading(1, t('report.title')),
      paragraph(head.consultation.title, { look: 'lead' }),
      ...state(report, context),
      { kind: 'contents', title: t('report.contents') },
      heading(2, t('report.h.subject')),
      facts(subjectPairs(head, context)),
      heading(2, t('report.h.dates')),
      facts(datePairs(head, context)),
      heading(2, t('report.h.numbers')),
      ...(head.details.forms ? [paragraph(head.details.forms)] : []),
      ...numbers(head, context),
      heading(2, t('report.h.meetings')),
      ...meetings(head, context),
      heading(2, t('report.h.lines')),
      ...lines(rows, t),
      heading(2, t('report.h.changes')),
      changes(head, t),
      ...renumberedLines(head, t).map((line) => paragraph(line)),
      heading(2, t('report.h.next')),
      paragraph(head.details.nextSteps || t('report.not-entered')),
      ...(report.corrections.length > 0
        ? [heading(2, t('report.h.corrections')), facts(correctionPairs(report.corrections, context))]
        : []),
      heading(2, t('report.h.signatures')),
      facts(signaturePairs(head, context, final)),
    ],
  };
}

/** Whose it is, whether it is closed, and by what it is known. */
function state({ head, final, redactions }: OpenReport, { t, locale }: Context): ModelBlock[] {
  return [
    paragraph(head.consultation.municipality),
    paragraph(
      final
        ? t('report.final-line', { number: final.number, at: formatDateTime(locale, final.madeAt), hash: final.hash })
        : t('report.as-of', { at: formatDateTime(locale, new Date(head.asOf)) }),
      { look: 'note' },
    ),
    ...(redactions > 0 ? [paragraph(t('report.redactions', { count: redactions }), { look: 'note' })] : []),
    ...(final?.note
      ? [paragraph(t('report.replaces', { number: final.number - 1, reason: final.note }), { look: 'note' })]
      : []),
    ...(head.consultation.isDemo ? [paragraph(t('draft.demo'), { look: 'note' })] : []),
  ];
}

function numbers(head: ReportHead, context: Context): ModelBlock[] {
  const { t } = context;
  const sum = Object.values(head.numbers.states).reduce((total, count) => total + count, 0);
  const channels = channelRows(head, context);
  const counts = (caption: string, name: string, rows: readonly (readonly [string, string])[]) =>
    table(caption, [name, t('report.count')], rows, { rowHeadings: true, figures: [1] });
  return [
    counts(t('report.figures'), t('report.figure'), numberPairs(head, context)),
    counts(t('report.states'), t('report.state'), [
      ...stateRows(head, context).map((row) => [row.name, String(row.count)] as const),
      [t('report.sum'), String(sum)] as const,
    ]),
    ...(channels.length === 0
      ? []
      : [
          table(
            t('report.channels'),
            [t('report.channel'), t('report.n.filings'), t('report.n.people-all'), t('report.n.received')],
            channels.map((row) => [row.name, String(row.filings), String(row.people), String(row.remarks)]),
            { rowHeadings: true, figures: [1, 2, 3] },
          ),
        ]),
    paragraph(t('report.people-note'), { look: 'note' }),
  ];
}

function meetings(head: ReportHead, context: Context): ModelBlock[] {
  if (head.meetings.length === 0) return [paragraph(context.t('meetings.none'))];
  return head.meetings.flatMap((meeting) => [
    heading(3, meeting.title),
    paragraph(meetingWords(meeting, context)),
    ...(meeting.minutes ? [paragraph(meeting.minutes)] : []),
  ]);
}

function lines(rows: readonly ReportLine[], t: Translate): PdfModel['blocks'] {
  if (rows.length === 0) return [paragraph(t('report.no-remarks'))];
  const head = (['lp', 'unit', 'words', 'decision', 'reason'] as const).map((name) => t(`report.col.${name}`));
  const long: { kind: 'long-table' } & PdfTable = {
    kind: 'long-table',
    caption: t('report.range', { from: 1, to: rows.length, total: rows.length }),
    head,
    rows: rows.map((line) => lineCells(line, t)),
    rowHeadings: true,
    widths: [11, 12, 34, 13, 30],
  };
  return [paragraph(t('report.privacy'), { look: 'note' }), long];
}

function lineCells(line: ReportLine, t: Translate): PdfCell[] {
  const rows = (...words: string[]) => words.filter(Boolean).join('\n');
  return [
    rows(
      `${line.lp}.`,
      line.receivedOn,
      t('report.remark-number', { number: line.number }),
      pointWords(t, line),
      line.isLate ? t('report.late') : '',
    ),
    unitWords(t, line),
    [
      { text: `${authorWords(t, line)}\n`, strong: true },
      {
        text: rows(
          line.words,
          ...line.operations.map((operation) => operationWords(t, operation)),
          attachmentWords(t, line),
          line.redactedLater ? t('report.redacted-later') : '',
        ),
        strong: false,
      },
    ],
    [
      { text: decisionWords(t, line), strong: true },
      {
        text: rows(
          '',
          line.ruling?.version ? t('report.in-version', { version: line.ruling.version }) : '',
          line.group === null ? '' : t('report.group', { group: line.group }),
        ).replace(/^(?=.)/, '\n'),
        strong: false,
      },
    ],
    reasonWords(t, line),
  ];
}

function changes(head: ReportHead, t: Translate): PdfModel['blocks'][number] {
  if (head.changes.length === 0) return paragraph(t('report.no-changes'));
  const side = (words: ReportWords, none: string): PdfCell => (words.length === 0 ? none : words);
  const rows = head.changes.map((change): PdfCell[] => [
    change.oldUnit
      ? `${change.unit}\n${t('wasis.was-number', { unit: change.oldUnit })}`
      : change.unit || t('wasis.text'),
    side(change.was, t('wasis.nothing')),
    side(change.is, t('wasis.deleted')),
    change.why.map((cause) => causeWords(t, cause)).join('\n'),
  ]);
  return {
    kind: 'long-table',
    caption: t('report.changes.count', { count: head.changes.length }),
    head: [t('wasis.unit'), t('wasis.was'), t('wasis.is'), t('wasis.why')],
    rows,
    rowHeadings: true,
    widths: [15, 34, 34, 17],
  };
}
