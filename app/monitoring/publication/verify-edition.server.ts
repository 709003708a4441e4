import { sha256 } from '#app/hash/sha256.server.ts';
import { onOriginals } from '#app/record/covered/on-originals.server.ts';
import { marksIn } from '#app/record/covered/grounds.ts';
import type { Db } from '#app/db/client.server.ts';
import { isImported } from '#app/db/record/verify-record.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import type { BuiltIssue } from './build-issue.server.ts';
import { firstDifference } from './first-difference.ts';
import { readEditionSource } from './edition-source.server.ts';
import { nextIssue } from './next-issue.server.ts';
import { verifyFieldwork } from './verify-fieldwork.server.ts';

export type Verification = {
  slug: string;
  issues: number;
  /** Files whose bytes were hashed again, scorecards computed again from the answers. */
  files: number;
  scorecards: number;
  /** One line for everything that does not agree; empty when all does. */
  differences: string[];
  /** What cannot be proved again here, since an archive brought the edition without it. */
  unproved: string[];
};

/** Frozen editions by address, the oldest first. */
export async function listFrozen(db: Db): Promise<string[]> {
  return (
    await db.edition.findMany({ where: { state: 'frozen' }, orderBy: { publishedAt: 'asc' }, select: { slug: true } })
  ).map(({ slug }) => slug);
}

/**
 * Checks a frozen edition against its manifests. Every stored byte is hashed again and compared with what its issue names; the chain
 * of issues is followed; where words were covered since, what stood there before is compared; and every issue is computed again from
 * answers, methodology, seed and corrections. An edition that an archive brought has the files of one municipality and no answers: they are
 * held against the manifest. Null without such an edition.
 */
export function verifyEdition(db: Db | PrismaClient, { slug }: { slug: string }): Promise<Verification | null> {
  return onOriginals(db, (reading) => verify(reading, slug));
}

async function verify(db: Db, slug: string): Promise<Verification | null> {
  const edition = await db.edition.findFirst({
    where: { slug, state: 'frozen' },
    select: {
      id: true,
      issue: true,
      publishedAt: true,
      issues: { orderBy: { issue: 'asc' } },
      scorecards: {
        orderBy: [{ teryt: 'asc' }, { issue: 'asc' }],
        select: { teryt: true, issue: true, json: true, hash: true },
      },
      files: {
        orderBy: [{ path: 'asc' }, { issue: 'asc' }],
        select: { path: true, issue: true, body: true, hash: true },
      },
      methodology: { select: { json: true, hash: true } },
    },
  });
  if (!edition) return null;
  const differences: string[] = [];
  const complain = (text: string) => void differences.push(text);
  if (hashOf(edition.methodology.json) !== edition.methodology.hash)
    complain('methodology: its text is not the one that was hashed');
  const isElsewhere = await isImported(db, `edition:${edition.id}`);
  // What stood there before is where the archive was made.
  const isMarked = (text: string) => isElsewhere && marksIn(text) > 0;
  const stored: Stored[] = [
    ...edition.files.map(({ path, issue, body, hash }) => ({
      path,
      issue,
      hash,
      actual: sha256(body),
      isCovered: isMarked(new TextDecoder().decode(body)),
    })),
    ...edition.scorecards.map(({ teryt, issue, json, hash }) => ({
      path: `${teryt}.json`,
      issue,
      hash,
      actual: hashOf(json),
      isCovered: isMarked(JSON.stringify(json)),
    })),
  ];
  const unproved: string[] = [];
  for (const { issue, path, actual, hash, isCovered } of stored) {
    if (actual === hash) continue;
    if (isCovered) unproved.push(`issue ${issue}, ${path}: words were covered in it where the archive was made`);
    else complain(`issue ${issue}, ${path}: the stored file is not the one that was hashed`);
  }
  const { source, corrections, withdrawals } = isElsewhere
    ? { source: null, corrections: [], withdrawals: [] }
    : await readEditionSource(db, edition.id);
  if (
    edition.issues.length !== edition.issue ||
    (source && corrections.length + withdrawals.length !== edition.issue - 1)
  )
    complain(
      `the edition is at issue ${edition.issue}, but there are ${edition.issues.length} issues, ${corrections.length} corrections and ${withdrawals.length} withdrawn cards`,
    );
  let built: BuiltIssue | null = null;
  let previous: string | null = null;
  let before: EditionManifest | null = null;
  for (const row of edition.issues) {
    const manifest = row.manifest as unknown as EditionManifest;
    const name = `issue ${row.issue}`;
    if (row.issue === 1 && manifest.edition.publishedAt !== edition.publishedAt?.toISOString())
      complain(
        `${name}, manifest: released at ${manifest.edition.publishedAt}, the edition says ${edition.publishedAt?.toISOString() ?? 'never'}`,
      );
    if (hashOf(manifest) !== row.manifestHash && isMarked(JSON.stringify(manifest)))
      unproved.push(`${name}, manifest: words were covered in it where the archive was made`);
    else if (hashOf(manifest) !== row.manifestHash) complain(`${name}, manifest: it is not the one that was hashed`);
    if (manifest.previous !== previous) complain(`${name}, manifest: it does not name the hash of the issue before`);
    const files = fileDifferences(manifest, stored, row.issue);
    for (const { line } of files.filter(({ isMissing }) => !isElsewhere || !isMissing)) complain(`${name}, ${line}`);
    previous = row.manifestHash;
    if (!source) {
      unproved.push(
        `${name}: ${files.filter(({ isMissing }) => isMissing).length} of its files and the answers it was computed from are not here`,
      );
      continue;
    }
    const upTo = (each: { issue: number }) => each.issue <= row.issue;
    built = await nextIssue({
      source,
      corrections: corrections.filter(upTo),
      withdrawals: withdrawals.filter(upTo),
      // The hashes of withdrawn files are those that were released: a newer program may draw otherwise.
      previous: before && built && { ...built, manifest: before },
    });
    before = manifest;
    for (const difference of [
      ...resultDifferences(manifest, built, edition.scorecards),
      ...codingDifferences(manifest, built),
    ])
      complain(`${name}, ${difference}`);
  }
  if (source) differences.push(...(await verifyFieldwork(db, edition.id, source)));
  return {
    slug,
    issues: edition.issues.length,
    files: stored.length,
    scorecards: source ? edition.scorecards.length : 0,
    differences,
    unproved,
  };
}

type Stored = {
  path: string;
  issue: number;
  hash: string;
  actual: string;
  /** Words were covered in it, and what stood there before is elsewhere: it cannot be held against its hash. */ isCovered: boolean;
};

/** Every file the manifest names is there with that content, and there is none that it does not name. */
function fileDifferences(
  manifest: EditionManifest,
  stored: readonly Stored[],
  issue: number,
): { line: string; isMissing: boolean }[] {
  const current = new Map(
    stored
      .filter((file) => file.issue <= issue)
      .sort((a, b) => a.issue - b.issue)
      .map((file) => [file.path, file]),
  );
  const missing = Object.entries(manifest.files).flatMap(([path, hash]) => {
    const file = current.get(path);
    if (!file) return [{ line: `${path}: the manifest names it, but it is not there`, isMissing: true }];
    return file.actual === hash || (file.isCovered && file.hash === hash)
      ? []
      : [{ line: `${path}: SHA-256 is ${file.actual}, the manifest says ${hash}`, isMissing: false }];
  });
  const withdrawn = new Map((manifest.withdrawn ?? []).flatMap(({ files }) => Object.entries(files)));
  const changed = [...withdrawn].flatMap(([path, hash]) => {
    const file = current.get(path);
    return !file || file.actual === hash || (file.isCovered && file.hash === hash)
      ? []
      : [{ line: `${path}: it was withdrawn with SHA-256 ${hash}, it has ${file.actual}`, isMissing: false }];
  });
  return [
    ...missing,
    ...changed,
    ...[...current.keys()]
      .filter((path) => !Object.hasOwn(manifest.files, path) && !withdrawn.has(path))
      .map((path) => ({ line: `${path}: the manifest does not name it`, isMissing: false })),
  ];
}

/** The raw codings as the database has them are those of the file; editions released before there was one name none. */
function codingDifferences(manifest: EditionManifest, again: BuiltIssue): string[] {
  const path = 'codings.json';
  const named = manifest.files[path];
  return named === undefined || named === again.manifest.files[path]
    ? []
    : [`${path}: made again from the stored codings, it is another file`];
}

type StoredCard = { teryt: string; issue: number; json: unknown };

/** Figures of the table and whole cards, computed again; drawings are checked by their stored bytes, since a newer program may draw otherwise. */
function resultDifferences(manifest: EditionManifest, again: BuiltIssue, cards: readonly StoredCard[]): string[] {
  const compare = (name: string, stored: unknown, computed: unknown): string[] => {
    const difference = firstDifference(stored, JSON.parse(canonicalJson(computed)));
    return difference ? [`${name}: computed again, ${difference}`] : [];
  };
  const table = compare(
    'manifest',
    { ...manifest, files: {}, previous: null },
    { ...again.manifest, files: {}, previous: null },
  );
  return [
    ...table,
    ...again.cards
      .filter(({ document }) => document.issue === again.issue)
      .flatMap(({ document }) => {
        const { teryt } = document.municipality;
        const card = cards.find((each) => each.teryt === teryt && each.issue === again.issue);
        return card
          ? compare(`${teryt}.json`, card.json, document)
          : [`${teryt}.json: computed again it changed, but this issue has no card of it`];
      }),
  ];
}
