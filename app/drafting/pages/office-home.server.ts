import type { Db } from '#app/db/client.server.ts';
import { officialTeryts, type Viewer } from '#app/people/viewer.ts';
import { officeTasks, type OfficeTask } from './office-tasks.server.ts';
import { stageAt, type CouncilDates, type Stage, type StageDates } from '../state/stage.ts';

export type OfficeHome = {
  municipalities: { teryt: string; name: string }[];
  /** What waits for this official, the most pressing first. */
  tasks: OfficeTask[];
  /** Letters of these municipalities that were given up. */
  unsent: number;
  imports: {
    id: string;
    sourceName: string;
    municipality: string;
    updatedAt: Date;
    slug: string | null;
    title: string | null;
  }[];
  consultations: (StageDates &
    CouncilDates & { slug: string; title: string; municipality: string; stage: Stage; waiting: number })[];
};

/** What an official has at hand: municipalities, texts being read in, consultations with what waits for a ruling. */
export async function officeHome(db: Db, { viewer, now }: { viewer: Viewer; now: Date }): Promise<OfficeHome> {
  const teryt = { in: officialTeryts(viewer) };
  const municipalities = await db.municipality.findMany({
    where: { teryt },
    select: { teryt: true, name: true },
    orderBy: { name: 'asc' },
  });
  const consultations = await db.consultation.findMany({
    where: { teryt },
    select: {
      id: true,
      teryt: true,
      slug: true,
      title: true,
      fourEyes: true,
      opensAt: true,
      closesAt: true,
      answersDueAt: true,
      sentAt: true,
      adoptedOn: true,
      municipality: { select: { name: true } },
      _count: { select: { remarks: { where: { state: 'open' } } } },
    },
    orderBy: { closesAt: 'desc' },
  });
  const drafts = await db.importDraft.findMany({
    where: { teryt },
    select: {
      id: true,
      sourceName: true,
      updatedAt: true,
      consultationId: true,
      municipality: { select: { name: true } },
    },
    orderBy: { updatedAt: 'desc' },
    take: 50,
  });
  return {
    municipalities,
    tasks: await officeTasks(db, { viewer, places: consultations, now }),
    unsent: await db.mailMessage.count({ where: { teryt, failedAt: { not: null } } }),
    imports: drafts.map(({ consultationId, municipality, ...draft }) => {
      const published = consultations.find((consultation) => consultation.id === consultationId);
      return {
        ...draft,
        municipality: municipality.name,
        slug: published?.slug ?? null,
        title: published?.title ?? null,
      };
    }),
    consultations: consultations.map(
      ({ _count, municipality, id: _id, teryt: _teryt, fourEyes: _eyes, ...consultation }) => ({
        ...consultation,
        municipality: municipality.name,
        waiting: _count.remarks,
        stage: stageAt(consultation, now, _count.remarks),
      }),
    ),
  };
}
