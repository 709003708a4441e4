import { remarkStates, type RemarkState } from '../state/remark-state.ts';
import type { ReportLine, ReportNumbers } from './report-document.ts';

/** Counts of a report that its own table of remarks gives; how many people there are it does not say, since those named have no number in it. */
export type CountedNumbers = Pick<
  ReportNumbers,
  | 'received'
  | 'withdrawn'
  | 'remarks'
  | 'amendments'
  | 'late'
  | 'filings'
  | 'organisations'
  | 'groups'
  | 'grouped'
  | 'states'
> & {
  channels: { channel: string; filings: number; remarks: number }[];
};

/** Counts the table of remarks of a report. Withdrawn remarks are counted apart and nowhere else. */
export function numbersOfLines(lines: readonly ReportLine[]): CountedNumbers {
  const live = lines.filter(({ state }) => state !== 'withdrawn');
  const distinct = (values: readonly (string | number)[]) => new Set(values).size;
  const filings = (of: readonly ReportLine[]) => distinct(of.map(({ filing }) => filing));
  const groups = live.flatMap(({ group }) => (group === null ? [] : [group]));
  const channels = [...new Set(live.map(({ channel }) => channel))].sort();
  return {
    received: live.length,
    withdrawn: lines.length - live.length,
    remarks: live.filter(({ kind }) => kind !== 'amendment').length,
    amendments: live.filter(({ kind }) => kind === 'amendment').length,
    late: filings(live.filter(({ isLate }) => isLate)),
    filings: filings(live),
    organisations: distinct(
      live.flatMap(({ author }) => (author.kind === 'organisation' ? [author.name.toLowerCase()] : [])),
    ),
    groups: distinct(groups),
    grouped: groups.length,
    states: Object.fromEntries(
      remarkStates.map((state) => [state, lines.filter((line) => line.state === state).length]),
    ) as Record<RemarkState, number>,
    channels: channels.map((channel) => ({
      channel,
      filings: filings(live.filter((line) => line.channel === channel)),
      remarks: live.filter((line) => line.channel === channel).length,
    })),
  };
}
