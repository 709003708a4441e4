import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import type { EditionManifest, ScorecardDocument } from '../cards/scorecard-document.ts';
import type { BuiltIssue } from './build-issue.server.ts';

/** Writes an issue; cards and files that the issue before had already, byte for byte, are not written again. */
export async function storeIssue(
  tx: Db,
  editionId: string,
  built: BuiltIssue,
  previous: Pick<EditionManifest, 'files'> | null,
): Promise<{ cards: number }> {
  const { issue, manifest, manifestHash } = built;
  const isNew = (path: string, hash: string) => previous?.files[path] !== hash;
  const cards = built.cards.filter(({ document, hash }) => isNew(`${document.municipality.teryt}.json`, hash));
  await tx.scorecard.createMany({
    data: cards.map(({ document, hash }) => ({
      editionId,
      issue,
      teryt: document.municipality.teryt,
      json: storable(document),
      hash,
    })),
  });
  await tx.editionFile.createMany({
    data: built.files
      .filter(({ path, hash }) => isNew(path, hash))
      .map(({ body, ...file }) => ({ editionId, issue, ...file, body: new TextEncoder().encode(body) })),
  });
  await tx.editionIssue.create({ data: { editionId, issue, manifest: storable(manifest), manifestHash } });
  return { cards: cards.length };
}

/** Exactly what was hashed, as a JSON column takes it. */
function storable(document: ScorecardDocument | EditionManifest): Prisma.InputJsonObject {
  return JSON.parse(canonicalJson(document)) as Prisma.InputJsonObject;
}
