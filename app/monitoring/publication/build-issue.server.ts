import { sha256 } from '#app/hash/sha256.server.ts';
import { locales } from '#app/i18n/locale.ts';
import { buildManifest } from '../cards/build-manifest.ts';
import { buildScorecards } from '../cards/build-scorecards.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { editionSvg } from '../charts/edition-svg.server.tsx';
import { scorecardSvg } from '../charts/scorecard-svg.server.tsx';
import { editionCsv, scorecardCsv } from '../cards/csv.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import { type CoderCounts, countDisagreements } from '../scoring/coder-rates.ts';
import type { EditionManifest, ScorecardDocument } from '../cards/scorecard-document.ts';
import { applyCorrections, type FiledCorrection } from './apply-corrections.ts';
import { codingsCsv, codingsDocument } from './codings-file.ts';
import type { EditionSource } from './source.ts';
import { withdrawnCards, withoutCards, type FiledWithdrawal } from './without-cards.ts';

export type BuiltFile = { path: string; teryt: string | null; type: string; body: string; hash: string };
export type BuiltCard = { document: ScorecardDocument; hash: string };
export type BuiltIssue = {
  issue: number;
  manifest: EditionManifest;
  manifestHash: string;
  cards: BuiltCard[];
  files: BuiltFile[];
};

/** An order for an issue, as plain data. */
export type IssueOrder = {
  source: EditionSource;
  corrections: readonly FiledCorrection[];
  /** Cards taken out, the oldest first; left out where there are none. */
  withdrawals?: readonly FiledWithdrawal[];
  previous: Pick<BuiltIssue, 'manifest' | 'manifestHash' | 'cards'> | null;
};

/**
 * The issue after so many corrections and withdrawals of an edition: each of them made one. What was withdrawn is as if it had not been
 * measured, but for its place and its hashes. A card whose content the newest correction leaves alone keeps the bytes and
 * the number of the issue that brought it. The same source and corrections give the same bytes.
 */
export function buildIssue({ source: whole, corrections, withdrawals = [], previous }: IssueOrder): BuiltIssue {
  const { methodology } = whole;
  const issue = corrections.length + withdrawals.length + 1;
  const corrected = applyCorrections(methodology, whole.units, corrections);
  const source = withoutCards(whole, withdrawals);
  const isLeft = ({ teryt }: { teryt: string }) => withdrawals.every((each) => each.teryt !== teryt);
  const units = corrected.units.filter(({ municipality }) => isLeft(municipality));
  const notes = corrected.notes.filter(isLeft);
  const earlier = new Map(previous?.cards.map((card) => [card.document.municipality.teryt, card]));
  const { documents, uncertainty } = buildScorecards({
    ...source,
    units,
    reliability: source.record.reliability,
    coders: coderCounts(source),
    issue,
    corrections: notes,
  });
  const cards = documents.map(
    (document) => unchanged(document, earlier.get(document.municipality.teryt)) ?? { document, hash: hashOf(document) },
  );
  const manifest = buildManifest({
    format: source.format,
    issue,
    previous: previous?.manifestHash ?? null,
    scorecards: cards,
    corrections: notes,
    bands: methodology.scoring.bands,
    decimals: methodology.scoring.rounding.display,
    uncertainty,
    withdrawn: withdrawnCards(withdrawals, previous?.manifest ?? null),
  });
  const files = [
    ...editionFiles(manifest),
    ...codingFiles(source),
    ...cards.flatMap((card) => cardFiles(card, manifest)),
  ];
  manifest.files = Object.fromEntries([
    ...files.map(({ path, hash }) => [path, hash] as const),
    ...cards.map(({ document, hash }) => [`${document.municipality.teryt}.json`, hash] as const),
  ]);
  return { issue, manifest, manifestHash: hashOf(manifest), cards, files };
}

/** How far apart the levels of the drawn pairs are that both coders handed in. */
function coderCounts({ methodology, record }: EditionSource): CoderCounts[] {
  const areas = new Map(methodology.indicators.map(({ id, area }) => [id, area]));
  return countDisagreements(
    methodology.areas.map(({ id }) => id),
    record.cells.flatMap(({ cause, indicator, codings: [a, b] }) => {
      const area = areas.get(indicator);
      if (cause !== 'drawn' || !area || !a?.submittedAt || !b?.submittedAt || a.level === null || b.level === null)
        return [];
      return a.state === 'scored' && b.state === 'scored' ? [{ area, levels: [a.level, b.level] as const }] : [];
    }),
  );
}

function unchanged(document: ScorecardDocument, earlier: BuiltCard | undefined): BuiltCard | null {
  return earlier && canonicalJson({ ...document, issue: earlier.document.issue }) === canonicalJson(earlier.document)
    ? earlier
    : null;
}

function editionFiles(manifest: EditionManifest): BuiltFile[] {
  return [
    file('edition.csv', null, 'text/csv; charset=utf-8', editionCsv(manifest)),
    ...locales.map((locale) =>
      file(`edition.${locale}.svg`, null, 'image/svg+xml; charset=utf-8', editionSvg(manifest, locale)),
    ),
  ];
}

/** Both codings of what was coded twice; an edition without any has no such files. */
function codingFiles(source: EditionSource): BuiltFile[] {
  const document = codingsDocument(source);
  if (!document) return [];
  return [
    file('codings.csv', null, 'text/csv; charset=utf-8', codingsCsv(document)),
    file('codings.json', null, 'application/json; charset=utf-8', canonicalJson(document)),
  ];
}

function cardFiles({ document, hash }: BuiltCard, manifest: EditionManifest): BuiltFile[] {
  const { teryt } = document.municipality;
  return locales.flatMap((locale) => [
    file(`${teryt}.${locale}.csv`, teryt, 'text/csv; charset=utf-8', scorecardCsv(document, hash, locale)),
    file(`${teryt}.${locale}.svg`, teryt, 'image/svg+xml; charset=utf-8', scorecardSvg({ document, manifest, locale })),
  ]);
}

function file(path: string, teryt: string | null, type: string, body: string): BuiltFile {
  return { path, teryt, type, body, hash: sha256(body) };
}
