import { remarkStates, type RemarkState } from '../state/remark-state.ts';
import { filerOf, type Filer } from '../state/filer.ts';
import type { FiledCounts, ReportHead, ReportLine, ReportNumbers } from './report-document.ts';

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
  | 'by'
  | 'groups'
  | 'grouped'
  | 'states'
> & {
  channels: { channel: string; filings: number; remarks: number }[];
};

/** Counts by who filed, each of the three there. */
export function byFiler(
  rows: readonly ({ channel: string; isOrganisation: boolean } & FiledCounts)[],
): Record<Filer, FiledCounts> {
  const none = (): FiledCounts => ({ filings: 0, remarks: 0, amendments: 0 });
  const by: Record<Filer, FiledCounts> = { residents: none(), organisations: none(), office: none() };
  for (const row of rows) {
    const of = by[filerOf(row)];
    of.filings += row.filings;
    of.remarks += row.remarks;
    of.amendments += row.amendments;
  }
  return by;
}

const isOrganisation = ({ author }: ReportLine) => author.kind === 'organisation';

/**
 * Counts the table of remarks of a report. Withdrawn remarks are counted apart and nowhere else. The first two forms took the office for an
 * organisation, and told nobody apart.
 */
export function numbersOfLines(
  lines: readonly ReportLine[],
  schema: ReportHead['schema'] = 'paragraf-report/3',
): CountedNumbers {
  const isNew = schema === 'paragraf-report/3';
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
      live.flatMap(({ author, channel }) =>
        author.kind === 'organisation' && (channel !== 'word' || !isNew) ? [author.name.toLowerCase()] : [],
      ),
    ),
    ...(isNew
      ? {
          by: byFiler(
            [...new Set(live.map((line) => `${line.channel} ${isOrganisation(line)}`))].map((group) => {
              const of = live.filter((line) => `${line.channel} ${isOrganisation(line)}` === group);
              return {
                channel: of[0]!.channel,
                isOrganisation: isOrganisation(of[0]!),
                filings: filings(of),
                remarks: of.filter(({ kind }) => kind !== 'amendment').length,
                amendments: of.filter(({ kind }) => kind === 'amendment').length,
              };
            }),
          ),
        }
      : {}),
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
