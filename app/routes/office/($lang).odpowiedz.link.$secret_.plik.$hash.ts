import { fileHandler } from '#app/http/handlers.server.ts';
import { strangersFile } from '#app/http/files.server.ts';
import { getStoredFile } from '#app/monitoring/fieldwork/get-file.server.ts';
import { getOfficeRound } from '#app/monitoring/fieldwork/office-round.server.ts';

/** A stored capture, for an office that reads its proposed answers by a link. */
export const loader = fileHandler(async ({ params, db }) => {
  const { edition, municipality } = await getOfficeRound(db, { secret: params.secret ?? '' });
  return strangersFile(
    await getStoredFile(db, {
      viewer: null,
      office: municipality.teryt,
      slug: edition.slug,
      hash: params.hash ?? '',
    }),
  );
});
