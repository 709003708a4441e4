import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { Words } from '../cards/scorecard-document.ts';
import { readEditionSource } from './edition-source.server.ts';
import { getReleaseDesk, type ReleaseDesk } from './release-desk.server.ts';

export type CorrectionPage = {
  desk: ReleaseDesk;
  indicators: { id: string; question: Words }[];
  /** The answer to correct, as it stands after the corrections so far; null until one is chosen. */
  chosen: { teryt: string; name: string; indicator: Indicator; current: RecordedAnswer | null } | null;
};

/** What the lead needs to correct an answer; `teryt` and `indicator` choose it, unknown ones choose none. */
export async function getCorrectionPage(
  db: Db,
  input: { viewer: Viewer; slug: string; teryt: string | null; indicator: string | null },
): Promise<CorrectionPage> {
  const edition = await getLedEdition(db, input);
  const desk = await getReleaseDesk(db, input);
  const { indicators } = edition.methodology;
  const unit = desk.municipalities.find((row) => row.teryt === input.teryt);
  const indicator = indicators.find((one) => one.id === input.indicator);
  const page = { desk, indicators: indicators.map(({ id, question }) => ({ id, question })) };
  if (!unit || !indicator || desk.stage === 'coding') return { ...page, chosen: null };
  const { source, corrections } = await readEditionSource(db, edition.id);
  const released =
    source.units.find((each) => each.municipality.teryt === unit.teryt)?.answers.get(indicator.id) ?? null;
  const current =
    corrections.filter((each) => each.teryt === unit.teryt && each.indicator === indicator.id).at(-1)?.after ??
    released;
  return { ...page, chosen: { ...unit, indicator, current } };
}
