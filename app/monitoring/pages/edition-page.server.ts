import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { fold } from '#app/i18n/typography.ts';
import { AppError } from '#app/errors/app-error.ts';
import { getPublishedEdition } from '../access/edition-queries.server.ts';
import { editionFigures, pageOf, tableRows, tableViewOf, viewParams } from '../cards/edition-table.ts';
import type { EditionPageProps } from './edition-view.tsx';
import { byBand, overviewOf } from '../overview/overview.ts';
import { editionPack } from '../press/edition-pack.ts';
import { findAnnounced, type AnnouncedEdition } from '../publication/announced-editions.server.ts';
import type { EditionReader } from '../access/release-stage.ts';
import { readerWeightsOf, scoreWithWeights, weightParams } from '../cards/reader-weights.ts';
import { schemaDataset } from '../standards/schema-dataset.ts';

export type EditionPage =
  | { kind: 'announced'; title: string; edition: AnnouncedEdition }
  | {
      kind: 'released';
      title: string;
      page: EditionPageProps;
      schema: Record<string, unknown>;
      /** A shorter address with the same weights, when there is one. */ shortest: Record<string, string> | null;
    };

type Request = {
  slug: string;
  reader: EditionReader;
  issue: number | null;
  params: URLSearchParams;
  origin: string;
  locale: Locale;
};

/** The page of an edition as an address asks for it: issue, filters, order, weights. Before the release most readers learn only its hour. */
export async function getEditionPage(
  db: Db,
  { slug, reader, issue, params, origin, locale }: Request,
): Promise<EditionPage> {
  const found = await getPublishedEdition(db, { slug, reader, issue }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return error;
    throw error;
  });
  if (found instanceof AppError) {
    const edition = await findAnnounced(db, { slug, now: reader.now });
    if (!edition) throw found;
    return { kind: 'announced', title: edition.title[locale], edition };
  }
  const { manifest } = found;
  const view = tableViewOf(params, manifest);
  const weights = readerWeightsOf(params, manifest);
  const own = weights && scoreWithWeights(manifest, weights);
  const rows = tableRows(manifest, view, { fold, collator: new Intl.Collator(locale), own });
  const figures = editionFigures({
    municipalities: manifest.municipalities.map((row) => ({
      total: (own?.get(row.teryt) ?? row).total,
      band: row.band,
    })),
  });
  const {
    covered: { any },
    ...published
  } = found;
  const page = {
    ...published,
    covered: { any },
    view,
    weights,
    table: pageOf(rows, view.page),
    figures,
    overview: { rows: overviewOf(manifest, own), bands: byBand(manifest, own) },
    pack: editionPack(manifest, { origin, locale }),
  };
  return {
    kind: 'released',
    title: manifest.edition.title[locale],
    page,
    schema: schemaDataset(manifest, { absolute: (path) => origin + path, locale, asked: issue }),
    shortest: shortestOf(),
  };

  function shortestOf(): Record<string, string> | null {
    const given = [...params.keys()].filter((key) => key.startsWith('w-')).sort();
    const needed = weightParams(weights);
    if (given.join() === Object.keys(needed).sort().join()) return null;
    const sort = params.get('sort');
    return {
      ...(sort ? { sort } : {}),
      ...viewParams(view),
      ...(view.page > 1 ? { strona: String(view.page) } : {}),
      ...(issue === null ? {} : { wydanie: String(issue) }),
      ...needed,
    };
  }
}
