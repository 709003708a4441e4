import { z } from 'zod';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { causeIn } from '#app/drafting/acts/cause-words.ts';
import { clauseSteps } from '#app/drafting/acts/unit-causes.ts';
import { nameCauses } from '#app/drafting/acts/unit-causes.server.ts';
import { causesOfVersions } from '#app/drafting/acts/version-causes.server.ts';
import { listVersions as versionsOf } from '#app/drafting/acts/version-list.server.ts';
import { coveredVersions } from '#app/drafting/acts/covered-versions.server.ts';
import { loadDraft, loadUnits } from '#app/drafting/acts/load-draft.server.ts';
import { citationsOf, draftText } from '#app/drafting/acts/unit-tree.ts';
import { versionChangeSchema } from '#app/drafting/acts/version-note.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { consultationBySlug, slug } from './consultation-endpoints.server.ts';
import { after, endpoint, listAnswer, type ApiContext, type Db } from './endpoint.server.ts';
import { langQuery, listQuery } from './schemas/common.ts';
import {
  clause,
  clauseList,
  clauseWithHistory,
  version,
  versionList,
  versionWithText,
} from './schemas/consultations.ts';

const versionSelect = {
  id: true,
  number: true,
  kind: true,
  note: true,
  changes: true,
  hash: true,
  createdAt: true,
} as const satisfies Prisma.VersionSelect;
type VersionRow = Prisma.VersionGetPayload<{ select: typeof versionSelect }>;
type In = Pick<ApiContext, 'to'> & { params: { slug: string } };

const kinds = ['import', 'ruling', 'editorial'] as const;

/** The rulings behind versions, and the versions in which words were covered since. */
type Beside = { causes: Awaited<ReturnType<typeof causesOfVersions>>; covered: ReadonlySet<number> };

function viewVersion(row: VersionRow, { causes, covered }: Beside, { to, params }: In): z.input<typeof version> {
  const remarks = (causes.get(row.number) ?? []).map(({ remark }) => remark);
  return {
    id: row.id,
    number: row.number,
    kind: kinds.find((kind) => kind === row.kind) ?? 'editorial',
    note: row.note,
    changes: z.array(versionChangeSchema).parse(row.changes),
    remark: remarks[0] ?? null,
    remarks,
    sha256: row.hash,
    isRedacted: covered.has(row.number),
    createdAt: row.createdAt.toISOString(),
    url: absoluteUrl(to.version(params.slug, row.number)),
  };
}

/** What is said of these versions beside their rows. */
async function besideOf(db: Db, consultationId: string, rows: readonly VersionRow[]): Promise<Beside> {
  return {
    causes: await causesOfVersions(db, { consultationId, versions: rows.map(({ number }) => number) }),
    covered: await coveredVersions(db, consultationId),
  };
}

const versionNumber = z.coerce.number().int().min(1).max(1_000_000).meta({ example: 2 });

const listVersions = endpoint({
  id: 'listVersions',
  path: '/consultations/{slug}/versions',
  tag: 'consultations',
  summary: 'api.op.listVersions',
  params: z.object({ slug }),
  query: listQuery,
  answer: versionList,
  run: async (context) => {
    const { id } = await consultationBySlug(context.db, context.params.slug);
    const last = after(context.query, z.tuple([z.int()]));
    const rows = await context.db.version.findMany({
      where: { consultationId: id, ...(last ? { number: { gt: last[0] } } : {}) },
      orderBy: { number: 'asc' },
      take: context.query.limit + 1,
      select: versionSelect,
    });
    const beside = await besideOf(context.db, id, rows);
    return listAnswer(`/consultations/${context.params.slug}/versions`, context, rows, {
      key: (row) => [row.number],
      view: (row) => viewVersion(row, beside, context),
    });
  },
});

const getVersion = endpoint({
  id: 'getVersion',
  path: '/consultations/{slug}/versions/{number}',
  tag: 'consultations',
  summary: 'api.op.getVersion',
  params: z.object({ slug, number: versionNumber }),
  query: langQuery,
  answer: versionWithText,
  run: async (context) => {
    const draft = await loadDraft(context.db, { slug: context.params.slug }, context.params.number);
    const row = await context.db.version.findFirst({
      where: { consultationId: draft.consultationId, number: draft.version },
      select: versionSelect,
    });
    if (!row) throw notFound('no such version');
    return {
      ...viewVersion(row, await besideOf(context.db, draft.consultationId, [row]), context),
      text: draftText(draft.head, draft.units),
    };
  },
});

function viewClauses(units: readonly DraftUnit[], { to, params }: In): z.input<typeof clause>[] {
  const citations = citationsOf(units);
  const codes = new Map(units.map(({ clauseId, code }) => [clauseId, code]));
  return units.map((unit, at) => ({
    id: unit.clauseId,
    code: unit.code,
    revision: unit.revisionId,
    citation: citations[at] ?? '',
    type: unit.type,
    label: unit.label,
    heading: unit.heading,
    text: unit.text,
    parent: (unit.parentClauseId && codes.get(unit.parentClauseId)) || null,
    depth: unit.depth,
    quoted: unit.quoted,
    url: absoluteUrl(to.clause(params.slug, unit.code)),
  }));
}

const listClauses = endpoint({
  id: 'listClauses',
  path: '/consultations/{slug}/clauses',
  tag: 'consultations',
  summary: 'api.op.listClauses',
  params: z.object({ slug }),
  query: listQuery.extend({
    version: versionNumber
      .optional()
      .meta({ description: 'The newest one when left out; a cursor stays with the version it began in.', example: 2 }),
  }),
  answer: clauseList,
  run: async (context) => {
    const last = after(context.query, z.tuple([z.int(), z.int()]));
    const draft = await loadDraft(context.db, { slug: context.params.slug }, last?.[0] ?? context.query.version);
    // A version never changes, so a place in it is a place for good.
    const all = viewClauses(draft.units, context).map((item, at) => ({ item, at }));
    const from = last ? last[1] + 1 : 0;
    return listAnswer(
      `/consultations/${context.params.slug}/clauses`,
      context,
      all.slice(from, from + context.query.limit + 1),
      { key: ({ at }) => [draft.version, at], view: ({ item }) => item },
    );
  },
});

const clauseCode = z.coerce.number().int().min(1).max(2_000_000_000).meta({ example: 3 });

const getClause = endpoint({
  id: 'getClause',
  path: '/consultations/{slug}/clauses/{code}',
  tag: 'consultations',
  summary: 'api.op.getClause',
  params: z.object({ slug, code: clauseCode }),
  query: langQuery,
  answer: clauseWithHistory,
  run: async (context) => {
    const { id, version: newest } = await consultationBySlug(context.db, context.params.slug);
    const row = await context.db.clause.findFirst({
      where: { consultationId: id, code: context.params.code },
      select: {
        id: true,
        revisions: { orderBy: { version: 'asc' }, select: { id: true, version: true, heading: true, text: true } },
        placements: { orderBy: { fromVersion: 'desc' } },
      },
    });
    const placement = row?.placements[0];
    if (!row || !placement) throw notFound('no such clause');
    // A clause that is gone is shown as it last stood.
    const shown = placement.toVersion === null ? newest : placement.toVersion - 1;
    const item = viewClauses(await loadUnits(context.db, id, shown), context).find(
      ({ code }) => code === context.params.code,
    );
    if (!item) throw notFound('no such clause');
    const versions = await versionsOf(context.db, id);
    const steps = clauseSteps(row.placements).filter(({ version: number }) => number > 1);
    const { [row.id]: causes = [] } = await nameCauses(context.db, id, {
      [row.id]: steps.map(({ version: number, ways }) => ({ version: number, ways })),
    });
    return {
      ...item,
      isInForce: placement.toVersion === null,
      history: row.revisions.map((revision) => ({
        revision: revision.id,
        version: revision.version,
        heading: revision.heading ?? '',
        text: revision.text,
      })),
      changes: causes.map((each) => {
        const made = versions.find(({ number }) => number === each.version);
        const cause = causeIn(made, each);
        return {
          version: each.version,
          ways: each.ways,
          remark: cause?.remark ?? null,
          decision: cause?.decision ?? null,
          reason: cause?.reason ?? made?.note ?? '',
        };
      }),
    };
  },
});

export const textEndpoints = [listVersions, getVersion, listClauses, getClause];
