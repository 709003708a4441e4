import type { Db } from '#app/db/client.server.ts';
import { drawDoubleCells } from './double-draw.ts';

type Options = {
  editionId: string;
  teryts: readonly string[];
  indicators: readonly string[];
  share: number;
  seed: number;
};

/** Writes the drawn double-coded cells of municipalities that join an edition; part of the transaction that adds them. */
export async function drawCells(tx: Db, { editionId, teryts, indicators, share, seed }: Options): Promise<void> {
  if (share === 0 || teryts.length === 0) return;
  await tx.doubleCell.createMany({
    data: teryts.flatMap((teryt) =>
      drawDoubleCells({ seed, teryt, indicators, share }).map((indicator) => ({
        editionId,
        teryt,
        indicator,
        cause: 'drawn',
      })),
    ),
  });
}
