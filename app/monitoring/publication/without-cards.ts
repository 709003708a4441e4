import { reliabilityOf } from '../fieldwork/reliability-of.ts';
import type { FieldCell } from '../cards/cells.ts';
import type { RecordedCell } from '../cards/record.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import type { WithdrawnCard } from '../cards/withdrawal.ts';
import type { EditionSource } from './source.ts';

/** A withdrawal of one card as it is stored. */
export type FiledWithdrawal = Omit<WithdrawnCard, 'name' | 'files'>;

/** What an edition is computed from when some municipalities are as if they had not been measured; agreement of coders is measured again without them. */
export function withoutCards(source: EditionSource, withdrawals: readonly FiledWithdrawal[]): EditionSource {
  if (withdrawals.length === 0) return source;
  const { methodology, units, record } = source;
  const gone = new Set(withdrawals.map(({ teryt }) => teryt));
  const cells = record.cells.filter(({ teryt }) => !gone.has(teryt));
  const lost = units
    .filter(({ municipality }) => gone.has(municipality.teryt))
    .reduce((sum, { answers }) => sum + answers.size, 0);
  return {
    ...source,
    units: units.filter(({ municipality }) => !gone.has(municipality.teryt)),
    record: {
      ...record,
      cells,
      reliability: {
        ...reliabilityOf({
          methodology,
          cells: cells.map(fieldCell),
          seed: record.reliability.seed,
          withBorder: record.reliability.twice === undefined,
        }),
        answered: record.reliability.answered - lost,
      },
    },
  };
}

/** Of a recorded cell, as far as agreement is measured by it. */
function fieldCell({ teryt, indicator, cause, codings }: RecordedCell): FieldCell {
  return {
    teryt,
    indicator,
    cause,
    adjudication: null,
    reply: null,
    codings: codings.map(({ evidence, coder, submittedAt, ...answer }, at) => ({
      ...answer,
      id: '',
      slot: at + 1,
      coder,
      coderId: '',
      codedAt: '',
      revision: 1,
      evidence,
      submittedAt,
    })),
  };
}

/** The places of withdrawn cards in an issue: those of the issue before, and the new ones with the hashes that issue named. */
export function withdrawnCards(
  withdrawals: readonly FiledWithdrawal[],
  previous: EditionManifest | null,
): WithdrawnCard[] {
  const known = previous?.withdrawn ?? [];
  return withdrawals.map((each) => {
    const before = known.find(({ teryt }) => teryt === each.teryt);
    if (before) return before;
    const { teryt, ground, reason, at, issue } = each;
    return {
      teryt,
      name: previous?.municipalities.find((row) => row.teryt === teryt)?.name ?? teryt,
      ground,
      reason,
      at,
      issue,
      files: Object.fromEntries(Object.entries(previous?.files ?? {}).filter(([path]) => path.startsWith(`${teryt}.`))),
    };
  });
}
