import { formatDate, formatDateTime, formatSpan } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { meetingFormKeys } from '../course/meetings/meeting.ts';
import { filers } from '../state/filer.ts';
import { remarkStates, stateKeys } from '../state/remark-state.ts';
import { detailKeys, type DetailField } from './details.ts';
import type { ReportCorrection, ReportHead, ReportMeeting } from './report-document.ts';
import { channelWords } from './report-words.ts';

/** A name with its words, as both the page and the document print them. */
export type Pair = [name: string, words: string];

type Context = { t: Translate; locale: Locale };

const day = (locale: Locale, iso: string) => formatDate(locale, new Date(iso));
const moment = (locale: Locale, iso: string) => formatDateTime(locale, new Date(iso));

function details({ details: entered }: ReportHead, names: readonly DetailField[], t: Translate): Pair[] {
  return names.filter((name) => entered[name] !== '').map((name) => [t(detailKeys[name]), entered[name]]);
}

/** Subject, legal basis, aim, who leads it. */
export function subjectPairs(head: ReportHead, { t }: Context): Pair[] {
  const { consultation, act } = head;
  return [
    [t('report.draft'), act.title || consultation.title],
    ...details(head, ['legalBasis', 'order', 'conductedBy', 'aim'], t),
    ...(act.legalBasis ? [[t('report.act-basis'), act.legalBasis] as Pair] : []),
  ];
}

export function datePairs(head: ReportHead, { t, locale }: Context): Pair[] {
  const { dates, termChanges } = head;
  return [
    [t('report.published'), day(locale, dates.publishedAt)],
    ...details(head, ['announcement'], t),
    [
      t('report.collecting'),
      t('report.from-until', { from: moment(locale, dates.opensAt), until: moment(locale, dates.closesAt) }),
    ],
    [t('report.answers-due'), moment(locale, dates.answersDueAt)],
    ...(dates.firstRulingOn && dates.lastRulingOn
      ? [
          [
            t('report.rulings-made'),
            t('report.from-until', { from: day(locale, dates.firstRulingOn), until: day(locale, dates.lastRulingOn) }),
          ] as Pair,
        ]
      : []),
    ...termChanges.map(({ term, before, after, reason }): Pair => [
      t('terms.changes'),
      `${t(`terms.changed.${term}`, { before: moment(locale, before), after: moment(locale, after) })} ${reason}`,
    ]),
  ];
}

/** What residents, organisations and the office itself filed, apart; nothing in reports that counted them together. */
function byPairs({ by }: ReportHead['numbers'], t: Translate): [string, number][] {
  if (!by) return [];
  return filers.flatMap((filer): [string, number][] => [
    [t(`report.n.by.${filer}`), by[filer].remarks + by[filer].amendments],
    ...(by[filer].amendments > 0
      ? [[t(`report.n.by.${filer}.amendments`), by[filer].amendments] as [string, number]]
      : []),
  ]);
}

/** Every count of the report with its name. */
export function numberPairs({ numbers, details: { pageVisits } }: ReportHead, { t }: Context): Pair[] {
  const pairs: [string, number][] = [
    [t('report.n.received'), numbers.received],
    [t('report.n.remarks'), numbers.remarks],
    [t('report.n.amendments'), numbers.amendments],
    ...byPairs(numbers, t),
    [t('report.n.filings'), numbers.filings],
    [t('report.n.late'), numbers.late],
    [t('report.n.withdrawn'), numbers.withdrawn],
    [t('report.n.people'), numbers.people],
    [t('report.n.organisations'), numbers.organisations],
    [t('report.n.groups'), numbers.groups],
    [t('report.n.grouped'), numbers.grouped],
    [t('report.n.comments'), numbers.comments],
    [t('report.n.supports'), numbers.supports],
    [t('report.n.objections'), numbers.objections],
    [t('report.n.meetings'), numbers.meetings],
    [t('report.n.attendance'), numbers.attendance],
  ];
  return [
    ...pairs.map(([name, count]): Pair => [name, String(count)]),
    ...(pageVisits ? [[t('report.n.visits'), pageVisits] as Pair] : []),
  ];
}

export function channelRows(
  { numbers }: ReportHead,
  { t }: Context,
): { name: string; filings: number; people: number; remarks: number }[] {
  return numbers.channels.map(({ channel, ...counts }) => ({ name: channelWords(t, channel), ...counts }));
}

/** Remarks by what became of them; the sum is that of all, withdrawn ones too. */
export function stateRows({ numbers }: ReportHead, { t }: Context): { name: string; count: number }[] {
  return remarkStates
    .filter((state) => numbers.states[state] > 0)
    .map((state) => ({ name: t(stateKeys[state]), count: numbers.states[state] }));
}

export function meetingWords(
  { startsAt, endsAt, form, place, attendance, isCancelled }: ReportMeeting,
  { t, locale }: Context,
): string {
  const when = formatSpan(locale, new Date(startsAt), endsAt === null ? null : new Date(endsAt));
  const parts = [
    when,
    t(meetingFormKeys[form]),
    place,
    attendance === null ? '' : t('meetings.attendance-count', { count: attendance }),
    isCancelled ? t('meetings.cancelled') : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** Who wrote the report and when; the closing lines. */
export function signaturePairs(
  head: ReportHead,
  { t, locale }: Context,
  final: { madeByName: string; madeAt: Date } | null,
): Pair[] {
  return [
    ...details(head, ['preparedBy', 'approvedBy'], t),
    final
      ? [t('report.closed-by'), `${final.madeByName}, ${formatDateTime(locale, final.madeAt)}`]
      : [t('report.as-of-name'), moment(locale, head.asOf)],
  ];
}

/** One line for each change after the report was closed. */
export function correctionPairs(corrections: readonly ReportCorrection[], { t, locale }: Context): Pair[] {
  return corrections.map(({ at, what, version, remark, reason, by }): Pair => [
    t(`report.correction.${what}`, { at: moment(locale, at), version: version ?? 0, remark: remark ?? 0 }),
    [reason, by.join(', ')].filter(Boolean).join('\n'),
  ]);
}
