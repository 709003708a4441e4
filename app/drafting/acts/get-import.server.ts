import { validate } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { officialTeryts, type Viewer } from '#app/people/viewer.ts';
import { readReport, type ImportReport } from './import-report.ts';
import { readOverrides, type Overrides } from './import-lines.ts';

export type ImportDraft = {
  id: string;
  teryt: string;
  municipality: string;
  isDemo: boolean;
  sourceName: string;
  source: string;
  overrides: Overrides;
  /** What reading the file did; null for pasted and plain text. */
  report: ImportReport | null;
  revision: number;
  createdAt: Date;
  /** Address of the consultation it was published as, null before. */
  slug: string | null;
};

/** A text being read in, for officials of its municipality. Throws not-found to everybody else. */
export async function getImport(db: Db, where: { viewer: Viewer; id: string }): Promise<ImportDraft> {
  if (!validate(where.id)) throw notFound('malformed id');
  const row = await db.importDraft.findFirst({
    where: { id: where.id, teryt: { in: officialTeryts(where.viewer) } },
    select: {
      id: true,
      teryt: true,
      sourceName: true,
      source: true,
      overrides: true,
      notes: true,
      revision: true,
      createdAt: true,
      consultationId: true,
      municipality: { select: { name: true, isDemo: true } },
    },
  });
  if (!row) throw notFound('no such import here');
  const { consultationId, municipality, overrides, notes, ...draft } = row;
  const published = consultationId
    ? await db.consultation.findFirst({ where: { id: consultationId }, select: { slug: true } })
    : null;
  return {
    ...draft,
    municipality: municipality.name,
    isDemo: municipality.isDemo,
    overrides: readOverrides(overrides),
    report: readReport(notes),
    slug: published?.slug ?? null,
  };
}
