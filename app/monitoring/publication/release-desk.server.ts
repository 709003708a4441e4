import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import type { CorrectionNote } from '../cards/correction-note.ts';
import { releaseStageOf, type ReleaseStage } from '../access/release-stage.ts';

type EmbargoRow = {
  id: string;
  name: string;
  outlet: string;
  email: string;
  /** ISO instants. */ createdAt: string;
  revokedAt: string | null;
  openings: string[];
};

export type ReleaseDesk = {
  slug: string;
  titlePl: string;
  titleEn: string;
  stage: ReleaseStage;
  publishedAt: string | null;
  issue: number;
  manifestHash: string | null;
  links: EmbargoRow[];
  pressAddresses: number;
  corrections: CorrectionNote[];
  municipalities: { teryt: string; name: string }[];
};

/** What the lead needs around a release: its hour, who may look before it, who will hear of it, what was corrected. */
export async function getReleaseDesk(
  db: Db,
  { viewer, slug, now = new Date() }: { viewer: Viewer; slug: string; now?: Date },
): Promise<ReleaseDesk> {
  const { id, titlePl, titleEn } = await getLedEdition(db, { slug, viewer });
  const row = await db.edition.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      publishedAt: true,
      issue: true,
      issues: { orderBy: { issue: 'desc' }, take: 1 },
      embargoLinks: {
        orderBy: { createdAt: 'asc' },
        include: { openings: { orderBy: { at: 'asc' }, select: { at: true } } },
      },
      _count: { select: { subscriptions: { where: { confirmedAt: { not: null }, endedAt: null } } } },
    },
  });
  const manifest = (row.issues[0]?.manifest ?? null) as unknown as EditionManifest | null;
  return {
    slug,
    titlePl,
    titleEn,
    stage: releaseStageOf(row, now),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    issue: row.issue,
    manifestHash: row.issues[0]?.manifestHash ?? null,
    links: row.embargoLinks.map((link) => ({
      id: link.id,
      name: link.name,
      outlet: link.outlet,
      email: link.email,
      createdAt: link.createdAt.toISOString(),
      revokedAt: link.revokedAt?.toISOString() ?? null,
      openings: link.openings.map(({ at }) => at.toISOString()),
    })),
    pressAddresses: row._count.subscriptions,
    corrections: manifest?.corrections ?? [],
    municipalities: manifest?.municipalities.map(({ teryt, name }) => ({ teryt, name })) ?? [],
  };
}
