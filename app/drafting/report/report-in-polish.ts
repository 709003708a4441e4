import { inPolish } from '#app/i18n/in-polish.ts';
import type { ReportCorrection, ReportHead, ReportLine } from './report-document.ts';

const orNull = (words: string | null) => (words ? inPolish(words) : null);

/** The head of a report with what people wrote marked, for pages in any language. Counts stay as they are. */
export function headInPolish(head: ReportHead): ReportHead {
  const { consultation, act, details } = head;
  return {
    ...head,
    consultation: { ...consultation, title: inPolish(consultation.title) },
    act: { title: inPolish(act.title), legalBasis: inPolish(act.legalBasis) },
    termChanges: head.termChanges.map((change) => ({ ...change, reason: inPolish(change.reason) })),
    details: {
      ...details,
      legalBasis: inPolish(details.legalBasis),
      order: inPolish(details.order),
      conductedBy: inPolish(details.conductedBy),
      aim: inPolish(details.aim),
      announcement: inPolish(details.announcement),
      preparedBy: inPolish(details.preparedBy),
      approvedBy: inPolish(details.approvedBy),
    },
    meetings: head.meetings.map((meeting) => ({
      ...meeting,
      title: inPolish(meeting.title),
      place: inPolish(meeting.place),
      minutes: inPolish(meeting.minutes),
    })),
  };
}

/** The same of a line of its table. */
export function lineInPolish(line: ReportLine): ReportLine {
  const { author, ruling } = line;
  return {
    ...line,
    author: author.kind === 'organisation' ? { ...author, name: inPolish(author.name) } : author,
    place: orNull(line.place),
    words: inPolish(line.words),
    operations: line.operations.map((one) => ({ ...one, after: inPolish(one.after), rest: inPolish(one.rest) })),
    ruling: ruling && {
      ...ruling,
      words: orNull(ruling.words),
      reason: inPolish(ruling.reason),
      ...(ruling.earlier
        ? {
            earlier: ruling.earlier.map((before) => ({
              ...before,
              words: orNull(before.words),
              reason: inPolish(before.reason),
              why: inPolish(before.why),
            })),
          }
        : {}),
    },
  };
}

/** The same of a correction after a report was closed. */
export function correctionInPolish(correction: ReportCorrection): ReportCorrection {
  return { ...correction, reason: inPolish(correction.reason) };
}
