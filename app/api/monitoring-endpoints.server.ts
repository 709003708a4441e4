import { coveredInIssue } from '#app/record/covered/covered-rows.server.ts';
import { z } from 'zod';
import { getPublishedEdition, getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { getMethodology, readMethodology } from '#app/monitoring/access/methodologies.server.ts';
import type { Methodology } from '#app/monitoring/methodology/methodology-schema.ts';
import { publicAt } from '#app/monitoring/access/release-stage.ts';
import type { Score } from '#app/monitoring/scoring/score.ts';
import type { EditionManifest, ManifestRow, Standing } from '#app/monitoring/cards/scorecard-document.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { after, apiAddress, endpoint, listAnswer, noParams, type ApiContext } from './endpoint.server.ts';
import { langQuery, listQuery, teryt } from './schemas/common.ts';
import {
  edition,
  editionList,
  evidenceList,
  methodology,
  methodologyList,
  methodologyWithIndicators,
  municipalityScore,
  score,
  scoreList,
  scoreWithIndicators,
  standing,
} from './schemas/monitoring.ts';

const slug = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'Name in the address of the edition.', example: 'jurowice-2026' });
type In = Pick<ApiContext, 'to' | 'locale'>;

function viewMethodology(
  row: { id: string; hash: string; methodology: Methodology; team: string | null },
  { to, locale }: In,
): z.input<typeof methodology> {
  const { key, version } = keyOf(row.methodology);
  return {
    id: row.id,
    key,
    version,
    title: row.methodology.title[locale],
    status: row.methodology.status,
    sha256: row.hash,
    team: row.team,
    url: absoluteUrl(to.methodology(key, version)),
    file: absoluteUrl(to.methodologyFile(key, version)),
  };
}
const keyOf = ({ id, version }: Methodology) => ({ key: id, version });

const listMethodologies = endpoint({
  id: 'listMethodologies',
  path: '/methodologies',
  tag: 'monitoring',
  summary: 'api.op.listMethodologies',
  params: noParams,
  query: listQuery,
  answer: methodologyList,
  run: async (context) => {
    const last = after(context.query, z.tuple([z.uuid()]));
    const rows = await context.db.methodology.findMany({
      where: last ? { id: { gt: last[0] } } : {},
      orderBy: { id: 'asc' },
      take: context.query.limit + 1,
      select: { id: true, hash: true, team: { select: { name: true } } },
    });
    const read = await Promise.all(
      rows.map(async ({ team, ...row }) => ({
        ...row,
        team: team?.name ?? null,
        methodology: await readMethodology(context.db, row),
      })),
    );
    return listAnswer('/methodologies', context, read, {
      key: (row) => [row.id],
      view: (row) => viewMethodology(row, context),
    });
  },
});

const getOneMethodology = endpoint({
  id: 'getMethodology',
  path: '/methodologies/{key}/{version}',
  tag: 'monitoring',
  summary: 'api.op.getMethodology',
  params: z.object({
    key: z.string().min(1).max(100).meta({ example: 'gmina-2026' }),
    version: z.string().min(1).max(100).meta({ example: '1.0.0' }),
  }),
  query: langQuery,
  answer: methodologyWithIndicators,
  run: async (context) => {
    const { locale } = context;
    const stored = await getMethodology(context.db, context.params);
    return {
      ...viewMethodology(stored, context),
      areas: stored.methodology.areas.map((area) => ({ id: area.id, name: area[locale], weight: area.weight })),
      indicators: stored.methodology.indicators.map((indicator) => ({
        id: indicator.id,
        area: indicator.area,
        weight: indicator.weight,
        question: indicator.question[locale],
        applicability: indicator.applicability,
        levels: indicator.scale.levels.map((level) => ({ value: level.value, words: level[locale] })),
      })),
    };
  },
});

function viewEdition(
  { manifest, hash, isRedacted }: { manifest: EditionManifest; hash: string; isRedacted: boolean },
  { to, locale }: In,
): z.input<typeof edition> {
  const facts = manifest.edition;
  return {
    slug: facts.slug,
    title: facts.title[locale],
    team: facts.team.name,
    measuredFrom: facts.measuredFrom,
    measuredTo: facts.measuredTo,
    publishedAt: facts.publishedAt,
    methodology: { key: facts.methodology.key, version: facts.methodology.version },
    municipalities: manifest.municipalities.length,
    licence: facts.licence.id,
    sha256: hash,
    isRedacted,
    isDemo: facts.isDemo,
    url: absoluteUrl(to.edition(facts.slug)),
    links: {
      scores: apiAddress(`/editions/${encodeURIComponent(facts.slug)}/scores`),
      csv: absoluteUrl(to.editionFile(facts.slug, 'csv')),
      json: absoluteUrl(to.editionFile(facts.slug, 'json')),
    },
  };
}

const listEditions = endpoint({
  id: 'listEditions',
  path: '/editions',
  tag: 'monitoring',
  summary: 'api.op.listEditions',
  params: noParams,
  query: listQuery,
  answer: editionList,
  run: async (context) => {
    const last = after(context.query, z.tuple([z.string(), z.uuid()]));
    const published = publicAt(new Date());
    const rows = await context.db.edition.findMany({
      // Published later is later in the list, whenever it was begun.
      where: last
        ? {
            ...published,
            OR: [{ publishedAt: { gt: new Date(last[0]) } }, { publishedAt: new Date(last[0]), id: { gt: last[1] } }],
          }
        : published,
      orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
      take: context.query.limit + 1,
      select: {
        id: true,
        publishedAt: true,
        issues: { orderBy: { issue: 'desc' }, take: 1, select: { issue: true, manifest: true, manifestHash: true } },
      },
    });
    const redacted = new Set<string>();
    for (const {
      id,
      issues: [own],
    } of rows)
      if (own && (await coveredInIssue(context.db, { editionId: id, issue: own.issue })).any) redacted.add(id);
    return listAnswer('/editions', context, rows, {
      key: (row) => [row.publishedAt?.toISOString() ?? '', row.id],
      view: (row) =>
        viewEdition(
          {
            manifest: row.issues[0]?.manifest as unknown as EditionManifest,
            hash: row.issues[0]?.manifestHash ?? '',
            isRedacted: redacted.has(row.id),
          },
          context,
        ),
    });
  },
});

const getEdition = endpoint({
  id: 'getEdition',
  path: '/editions/{slug}',
  tag: 'monitoring',
  summary: 'api.op.getEdition',
  params: z.object({ slug }),
  query: langQuery,
  answer: edition,
  run: async (context) => {
    const { manifest, manifestHash, covered } = await getPublishedEdition(context.db, context.params);
    return viewEdition({ manifest, hash: manifestHash, isRedacted: covered.any }, context);
  },
});

function viewScore(of: Score): z.input<typeof score> {
  // Where no figure is published there is none to copy out of the file either.
  return {
    display: of.display,
    exact: of.display === null ? null : of.exact,
    coverage: of.coverage,
    low: of.lowDisplay,
    high: of.highDisplay,
  };
}

function viewStanding(of: Standing): z.input<typeof standing> | null {
  return of && { rank: of.rank, of: of.of, from: of.p05, to: of.p95 };
}

function viewRow(
  row: ManifestRow & { isRedacted: boolean },
  manifest: EditionManifest,
  { to, locale }: In,
): z.input<typeof municipalityScore> {
  const { slug: name } = manifest.edition;
  return {
    municipality: { teryt: row.teryt, name: row.name },
    total: viewScore(row.total),
    standing: viewStanding(row.standing),
    band: row.band?.id ?? null,
    areas: manifest.areas.flatMap((area) => {
      const own = row.areas[area.id];
      return own ? [{ id: area.id, name: area.name[locale], score: viewScore(own) }] : [];
    }),
    sha256: row.hash,
    isRedacted: row.isRedacted,
    url: absoluteUrl(to.scorecard(name, row.teryt)),
    file: absoluteUrl(to.scorecardFile(name, row.teryt, 'json')),
  };
}

const listScores = endpoint({
  id: 'listScores',
  path: '/editions/{slug}/scores',
  tag: 'monitoring',
  summary: 'api.op.listScores',
  params: z.object({ slug }),
  query: listQuery,
  answer: scoreList,
  run: async (context) => {
    const { manifest, covered } = await getPublishedEdition(context.db, context.params);
    const last = after(context.query, z.tuple([teryt]));
    const rows = [...manifest.municipalities]
      .sort((a, b) => (a.teryt < b.teryt ? -1 : 1))
      .filter((row) => !last || row.teryt > last[0])
      .slice(0, context.query.limit + 1);
    return listAnswer(`/editions/${context.params.slug}/scores`, context, rows, {
      key: (row) => [row.teryt],
      view: (row) => viewRow({ ...row, isRedacted: covered.cards.has(row.teryt) }, manifest, context),
    });
  },
});

const getScore = endpoint({
  id: 'getScore',
  path: '/editions/{slug}/scores/{teryt}',
  tag: 'monitoring',
  summary: 'api.op.getScore',
  params: z.object({ slug, teryt }),
  query: langQuery,
  answer: scoreWithIndicators,
  run: async (context) => {
    const { document, hash, isCovered, manifest } = await getScorecard(context.db, context.params);
    const { locale, to } = context;
    const areas = Object.fromEntries(document.areas.map((area) => [area.id, area.score]));
    return {
      ...viewRow(
        {
          ...document.municipality,
          total: document.total,
          standing: document.standing,
          band: document.band,
          areas,
          answers: {},
          hash,
          isRedacted: isCovered,
        },
        manifest,
        context,
      ),
      indicators: document.indicators.map((indicator) => ({
        id: indicator.id,
        area: indicator.area,
        weight: indicator.weight,
        question: indicator.question[locale],
        state: indicator.state,
        level: indicator.level,
        points: indicator.points,
        evidence: indicator.evidence.length,
        url: absoluteUrl(to.indicator(context.params.slug, context.params.teryt, indicator.id)),
      })),
    };
  },
});

const listEvidence = endpoint({
  id: 'listEvidence',
  path: '/editions/{slug}/scores/{teryt}/evidence',
  tag: 'monitoring',
  summary: 'api.op.listEvidence',
  params: z.object({ slug, teryt }),
  query: listQuery.extend({ indicator: z.string().max(100).optional().meta({ example: 'T01' }) }),
  answer: evidenceList,
  run: async (context) => {
    const { document } = await getScorecard(context.db, context.params);
    const last = after(context.query, z.tuple([z.int()]));
    // A published scorecard never changes, so a place in it is a place for good.
    const all = document.indicators
      .flatMap((indicator) => indicator.evidence.map((item) => ({ ...item, indicator: indicator.id })))
      .map((item, at) => ({ item, at }));
    const rows = all
      .filter(
        ({ item, at }) =>
          (!last || at > last[0]) && (!context.query.indicator || item.indicator === context.query.indicator),
      )
      .slice(0, context.query.limit + 1);
    return listAnswer(`/editions/${context.params.slug}/scores/${context.params.teryt}/evidence`, context, rows, {
      key: ({ at }) => [at],
      view: ({ item }) => item,
    });
  },
});

export const monitoringEndpoints = [
  listMethodologies,
  getOneMethodology,
  listEditions,
  getEdition,
  listScores,
  getScore,
  listEvidence,
];
