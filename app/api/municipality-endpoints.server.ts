import { z } from 'zod';
import { notFound } from '#app/errors/app-error.ts';
import { nameFilters } from '#app/municipalities/search.server.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { after, apiAddress, endpoint, listAnswer, noParams, type ApiContext } from './endpoint.server.ts';
import { langQuery, listQuery, teryt } from './schemas/common.ts';
import { municipality, municipalityList } from './schemas/consultations.ts';

const select = {
  teryt: true,
  name: true,
  kind: true,
  county: true,
  voivodeship: true,
  countyRights: true,
  population: true,
  areaKm2: true,
  stateOn: true,
  isDemo: true,
} as const;
type Row = Omit<z.infer<typeof municipality>, 'kind' | 'areaKm2' | 'url' | 'links'> & {
  kind: string;
  areaKm2: { toString(): string } | null;
};

function view(row: Row, { to }: Pick<ApiContext, 'to'>): z.input<typeof municipality> {
  return {
    ...row,
    kind: row.kind as 'rural',
    areaKm2: row.areaKm2 === null ? null : Number(row.areaKm2),
    url: absoluteUrl(to.municipality(row.teryt)),
    links: {
      consultations: apiAddress('/consultations', { teryt: row.teryt }),
      calendar: absoluteUrl(to.municipalityCalendar(row.teryt)),
      feed: absoluteUrl(to.municipalityFeed(row.teryt)),
    },
  };
}

const list = endpoint({
  id: 'listMunicipalities',
  path: '/municipalities',
  tag: 'municipalities',
  summary: 'api.op.listMunicipalities',
  params: noParams,
  query: listQuery.extend({
    q: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'Beginning of a word of the name or the county, or of the code.', example: 'juro' }),
  }),
  answer: municipalityList,
  run: async (context) => {
    const last = after(context.query, z.tuple([teryt]));
    const rows = await context.db.municipality.findMany({
      where: {
        AND: nameFilters(context.query.q ?? ''),
        ...(last ? { teryt: { gt: last[0] } } : {}),
      },
      orderBy: { teryt: 'asc' },
      take: context.query.limit + 1,
      select,
    });
    return listAnswer('/municipalities', context, rows, {
      key: (row) => [row.teryt],
      view: (row) => view(row, context),
    });
  },
});

const one = endpoint({
  id: 'getMunicipality',
  path: '/municipalities/{teryt}',
  tag: 'municipalities',
  summary: 'api.op.getMunicipality',
  params: z.object({ teryt }),
  query: langQuery,
  answer: municipality,
  run: async (context) => {
    const row = await context.db.municipality.findUnique({ where: { teryt: context.params.teryt }, select });
    if (!row) throw notFound('no such municipality');
    return view(row, context);
  },
});

export const municipalityEndpoints = [list, one];
