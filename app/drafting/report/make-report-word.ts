import {
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
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
  type Pair,
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

const placeholder = '@@LINES@@';
/** Rows whose XML is in memory at once. */
const BATCH = 500;
/** Widths of the five columns in twentieths of a point; A4 on its side with 2 cm margins has 14,570. */
const columns = [1500, 1700, 4900, 1870, 4600];

/** What the document is made of, as plain data. */
export type ReportOrder = Pick<OpenReport, 'head' | 'total' | 'final' | 'redactions' | 'corrections'> & {
  lines: readonly ReportLine[];
  locale: Locale;
};

/**
 * The report as a Word document, written piece by piece: the library makes everything but the rows of the table of remarks, which are put in its place in
 * the stream, so that the tree of ten thousand rows never stands in memory.
 */
export async function makeReportWord({
  lines: rows,
  locale,
  ...report
}: ReportOrder): Promise<Uint8Array<ArrayBuffer>> {
  const t = translator(locale);
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(skeleton(report, { t, locale }))));
  const { before, after } = aroundPlaceholder(countedAnew(strFromU8(parts['word/document.xml']!)));
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const add = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    return file;
  };
  for (const [name, bytes] of Object.entries(parts)) if (name !== 'word/document.xml') add(name).push(bytes, true);
  const document = add('word/document.xml');
  document.push(strToU8(before));
  for (let at = 0; at < rows.length; at += BATCH)
    document.push(
      strToU8(
        rows
          .slice(at, at + BATCH)
          .map((line) => rowXml(line, t))
          .join(''),
      ),
    );
  document.push(strToU8(after), true);
  zip.end();
  return new Uint8Array(Buffer.concat(ready));
}

/**
 * Places that the contents lead to, numbered in the order of the document: the package counts on through all documents of a process, and
 * the same report is the same file.
 */
function countedAnew(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(
    /(w:anchor="_Toc|<w:instrText xml:space="preserve">PAGEREF _Toc|<w:bookmarkStart w:name="_Toc|<w:bookmarkEnd w:id=")(\d{1,9})(" w:id="\d{1,9})?/g,
    (_match, before: string, number: string, id: string | undefined) => {
      if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
      const own = numbers.get(number)!;
      return `${before}${own}${id === undefined ? '' : `" w:id="${own}`}`;
    },
  );
}

type Context = { t: Translate; locale: Locale };

function skeleton(
  report: Pick<OpenReport, 'head' | 'total' | 'final' | 'redactions' | 'corrections'>,
  context: Context,
): Document {
  const { head, total, final, redactions } = report;
  const { t, locale } = context;
  const title = `${t('report.title')}: ${head.consultation.title}`;
  return new Document({
    // Whoever opens it gets the contents with their pages.
    features: { updateFields: true },
    title,
    subject: head.act.title || head.consultation.title,
    creator: head.details.preparedBy || head.consultation.municipality,
    description: head.consultation.municipality,
    keywords: 'konsultacje społeczne, raport',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 20, language: { value: locale === 'pl' ? 'pl-PL' : 'en-GB' } },
          paragraph: { spacing: { after: 60 } },
        },
        heading1: { paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          text(
            final
              ? t('report.final-line', {
                  number: final.number,
                  at: formatDateTime(locale, final.madeAt),
                  hash: final.hash,
                })
              : t('report.as-of', { at: formatDateTime(locale, new Date(head.asOf)) }),
          ),
          ...(redactions > 0 ? [text(t('report.redactions', { count: redactions }))] : []),
          ...(final?.note ? [text(t('report.replaces', { number: final.number - 1, reason: final.note }))] : []),
          new TableOfContents(t('report.contents'), { hyperlink: true, headingStyleRange: '1-1' }),
          heading(t('report.h.subject')),
          ...pairs(subjectPairs(head, context)),
          heading(t('report.h.dates')),
          ...pairs(datePairs(head, context)),
          heading(t('report.h.numbers')),
          ...(head.details.forms ? lines(head.details.forms) : []),
          ...numbers(head, context),
          heading(t('report.h.meetings')),
          ...(head.meetings.length === 0
            ? [text(t('meetings.none'))]
            : head.meetings.flatMap((meeting) => [
                new Paragraph({ text: meeting.title, heading: HeadingLevel.HEADING_2 }),
                text(meetingWords(meeting, context)),
                ...lines(meeting.minutes),
              ])),
          heading(t('report.h.lines')),
          ...(total === 0 ? [text(t('report.no-remarks'))] : [text(t('report.privacy')), remarkTable(t)]),
          heading(t('report.h.changes')),
          ...changes(head, context),
          heading(t('report.h.next')),
          ...(head.details.nextSteps ? lines(head.details.nextSteps) : [text(t('report.not-entered'))]),
          ...(report.corrections.length > 0
            ? [heading(t('report.h.corrections')), ...pairs(correctionPairs(report.corrections, context))]
            : []),
          heading(t('report.h.signatures')),
          ...pairs(signaturePairs(head, context, final)),
        ],
      },
    ],
  });
}

const heading = (words: string) => new Paragraph({ text: words, heading: HeadingLevel.HEADING_1 });
const text = (words: string) => new Paragraph({ text: words });
const lines = (words: string) => words.split('\n').filter(Boolean).map(text);
const pairs = (rows: readonly Pair[]) =>
  rows.map(
    ([name, words]) => new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), ...breaks(words)] }),
  );
const breaks = (words: string) =>
  words.split('\n').map((line, at) => new TextRun(at === 0 ? { text: line } : { text: line, break: 1 }));

function numbers(head: ReportHead, context: Context): (Paragraph | Table)[] {
  const { t } = context;
  const sum = Object.values(head.numbers.states).reduce((total, count) => total + count, 0);
  return [
    grid([t('report.figure'), t('report.count')], numberPairs(head, context)),
    new Paragraph({ text: t('report.channels'), heading: HeadingLevel.HEADING_2 }),
    grid(
      [t('report.channel'), t('report.n.filings'), t('report.n.people-all'), t('report.n.received')],
      channelRows(head, context).map((row) => [row.name, String(row.filings), String(row.people), String(row.remarks)]),
    ),
    new Paragraph({ text: t('report.states'), heading: HeadingLevel.HEADING_2 }),
    grid(
      [t('report.state'), t('report.count')],
      [...stateRows(head, context).map((row): Pair => [row.name, String(row.count)]), [t('report.sum'), String(sum)]],
    ),
    text(t('report.people-note')),
  ];
}

function changes(head: ReportHead, { t }: Context): (Paragraph | Table)[] {
  if (head.changes.length === 0) return [text(t('report.no-changes'))];
  const side = (words: ReportWords, none: string) =>
    new TableCell({
      children: [
        new Paragraph({
          children:
            words.length === 0
              ? [new TextRun(none)]
              : words.flatMap((part) =>
                  breaks(part.text).map(
                    (_, at, all) =>
                      new TextRun({
                        text: part.text.split('\n')[at] ?? '',
                        bold: part.strong,
                        ...(at > 0 && all.length > 1 ? { break: 1 } : {}),
                      }),
                  ),
                ),
        }),
      ],
    });
  const why = (change: ReportHead['changes'][number]) => change.why.map((cause) => causeWords(t, cause)).join('\n');
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        headRow([t('wasis.unit'), t('wasis.was'), t('wasis.is'), t('wasis.why')]),
        ...head.changes.map(
          (change) =>
            new TableRow({
              cantSplit: true,
              children: [
                cell(
                  change.oldUnit ? `${change.unit} (${t('wasis.was-number', { unit: change.oldUnit })})` : change.unit,
                ),
                side(change.was, t('wasis.nothing')),
                side(change.is, t('wasis.deleted')),
                cell(why(change)),
              ],
            }),
        ),
      ],
    }),
    ...renumberedLines(head, t).map((line) => text(line)),
  ];
}

const cell = (words: string) =>
  new TableCell({ children: words.split('\n').map((line) => new Paragraph({ text: line })) });
const headRow = (names: readonly string[]) =>
  new TableRow({
    tableHeader: true,
    children: names.map(
      (name) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text: name, bold: true })] })] }),
    ),
  });

function grid(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 60, type: WidthType.PERCENTAGE },
    rows: [headRow(head), ...rows.map((row) => new TableRow({ children: row.map(cell) }))],
  });
}

/** The table of remarks with its repeated head, and one row that marks where the lines go. */
function remarkTable(t: Translate): Table {
  return new Table({
    columnWidths: columns,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      headRow((['lp', 'unit', 'words', 'decision', 'reason'] as const).map((name) => t(`report.col.${name}`))),
      new TableRow({ children: [cell(placeholder)] }),
    ],
  });
}

/** The document before and after the row of the placeholder; all of it stands before when there are no remarks. */
function aroundPlaceholder(xml: string): { before: string; after: string } {
  const at = xml.indexOf(placeholder);
  if (at < 0) return { before: xml, after: '' };
  return {
    before: xml.slice(0, Math.max(xml.lastIndexOf('<w:tr>', at), xml.lastIndexOf('<w:tr ', at))),
    after: xml.slice(xml.indexOf('</w:tr>', at) + '</w:tr>'.length),
  };
}

function rowXml(line: ReportLine, t: Translate): string {
  const cells = [
    [`${line.lp}.`, line.receivedOn, t('report.remark-number', { number: line.number }), pointWords(t, line)],
    [unitWords(t, line)],
    [
      authorWords(t, line),
      line.words,
      ...line.operations.map((operation) => operationWords(t, operation)),
      attachmentWords(t, line),
    ].filter(Boolean),
    [
      decisionWords(t, line),
      line.ruling?.version ? t('report.in-version', { version: line.ruling.version }) : '',
      line.group === null ? '' : t('report.group', { group: line.group }),
    ],
    [reasonWords(t, line)],
  ];
  return `<w:tr>${cells
    .map(
      (words, at) =>
        `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${columns[at]}"/></w:tcPr>${
          words
            .filter(Boolean)
            .flatMap((each) => each.split('\n'))
            .map(paragraphXml)
            .join('') || '<w:p/>'
        }</w:tc>`,
    )
    .join('')}</w:tr>`;
}

function paragraphXml(words: string): string {
  // Control characters do not exist in XML; the database keeps none of them but tabs.
  const safe = words
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
  return `<w:p><w:r><w:t xml:space="preserve">${safe}</w:t></w:r></w:p>`;
}
