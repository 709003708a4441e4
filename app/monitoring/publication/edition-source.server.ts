import type { Db } from '#app/db/client.server.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import { finalAnswers } from '../cards/cells.ts';
import { loadCells } from '../fieldwork/load-cells.server.ts';
import type { FieldworkRecord } from '../cards/record.ts';
import { readMethodology } from '../access/methodologies.server.ts';
import { FORMATS, NEWEST_FORMAT, type EditionManifest, type ScorecardDocument } from '../cards/scorecard-document.ts';
import type { FiledCorrection } from './apply-corrections.ts';
import { listWithdrawals } from '../access/withdrawals.server.ts';
import type { FiledWithdrawal } from './without-cards.ts';
import type { BuiltCard } from './build-issue.server.ts';
import type { EditionSource } from './source.ts';
import { withFieldwork } from '../cards/fieldwork.ts';

export type StoredEdition = {
  source: EditionSource;
  corrections: FiledCorrection[];
  /** Of single cards, the oldest first. */
  withdrawals: FiledWithdrawal[];
  newest: { manifest: EditionManifest; manifestHash: string; cards: BuiltCard[] };
};

/**
 * What the issues of a frozen edition are computed from: answers as the database has them, and names, dates and seed as the
 * first issue froze them, since a municipality may have another name or number of people today.
 */
export async function readEditionSource(db: Db, editionId: string): Promise<StoredEdition> {
  const row = await db.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: {
      fieldwork: true,
      methodology: { select: { id: true, hash: true } },
      issues: { orderBy: { issue: 'asc' } },
      corrections: { orderBy: { issue: 'asc' } },
    },
  });
  const [first, newest] = [row.issues[0], row.issues.at(-1)];
  if (!first || !newest) throw new RangeError(`The edition ${editionId} has no issue`);
  const frozen = first.manifest as unknown as EditionManifest;
  const methodology = await readMethodology(db, row.methodology);
  const answers = finalAnswers(await loadCells(db, { editionId }));
  const record = row.fieldwork as unknown as FieldworkRecord;
  const units = frozen.municipalities.map(({ teryt, name, kind, county, voivodeship, population }) =>
    withFieldwork(
      {
        municipality: { teryt, name, kind, county, voivodeship, population },
        answers: answers.get(teryt) ?? new Map(),
      },
      record,
    ),
  );
  return {
    source: {
      format: FORMATS.find((format) => frozen.schema === `paragraf-edition/${format}`) ?? NEWEST_FORMAT,
      methodology,
      edition: frozen.edition,
      units,
      record,
    },
    corrections: row.corrections.map((each) => ({
      issue: each.issue,
      teryt: each.teryt,
      indicator: each.indicator,
      reason: each.reason,
      madeAt: each.madeAt.toISOString(),
      madeBy: each.madeByName,
      approvedBy: each.approvedByName,
      before: each.before as unknown as RecordedAnswer | null,
      after: each.after as unknown as RecordedAnswer,
    })),
    withdrawals: (await listWithdrawals(db, editionId)).flatMap(({ teryt, issue, ground, reason, at }) =>
      teryt === null || issue === null ? [] : [{ teryt, issue, ground, reason, at }],
    ),
    newest: {
      manifest: newest.manifest as unknown as EditionManifest,
      manifestHash: newest.manifestHash,
      cards: await newestCards(db, editionId),
    },
  };
}

async function newestCards(db: Db, editionId: string): Promise<BuiltCard[]> {
  const rows = await db.scorecard.findMany({
    where: { editionId },
    orderBy: [{ teryt: 'asc' }, { issue: 'asc' }],
    select: { teryt: true, json: true, hash: true },
  });
  const newest = new Map(
    rows.map((row) => [row.teryt, { document: row.json as unknown as ScorecardDocument, hash: row.hash }]),
  );
  return [...newest.values()];
}
