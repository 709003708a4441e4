import type { Db } from '#app/db/client.server.ts';
import { remarkCounts, type RemarkCounts } from '../acts/consultation-facts.server.ts';
import { stageAt, type CouncilDates, type Stage, type StageDates } from '../state/stage.ts';

export type ListedConsultation = StageDates &
  CouncilDates & {
    slug: string;
    title: string;
    summary: string;
    municipality: string;
    isDemo: boolean;
    version: number;
    stage: Stage;
    counts: RemarkCounts;
  };

/** Consultations by stage, those sent to the council and adopted among the closed: open ones by their term, announced ones by their start, the others newest first. */
export type ConsultationList = Record<Exclude<Stage, 'sent' | 'adopted'>, ListedConsultation[]>;

/** All consultations, or those of one municipality, by stage. Closed ones are bounded to the newest 100. */
export async function listConsultations(
  db: Db,
  { now, teryt }: { now: Date; teryt?: string },
): Promise<ConsultationList> {
  const rows = await db.consultation.findMany({
    where: teryt === undefined ? {} : { teryt },
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      isDemo: true,
      version: true,
      opensAt: true,
      closesAt: true,
      answersDueAt: true,
      sentAt: true,
      adoptedOn: true,
      municipality: { select: { name: true } },
    },
    orderBy: { closesAt: 'desc' },
    take: 500,
  });
  const counts = await remarkCounts(
    db,
    rows.map((row) => row.id),
  );
  const list: ConsultationList = { preparation: [], open: [], deciding: [], closed: [] };
  for (const { id, municipality, ...row } of rows) {
    const of = counts.get(id)!;
    const stage = stageAt(row, now, of.waiting);
    list[stage === 'sent' || stage === 'adopted' ? 'closed' : stage].push({
      ...row,
      municipality: municipality.name,
      stage,
      counts: of,
    });
  }
  list.open.reverse();
  list.preparation.sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  list.closed = list.closed.slice(0, 100);
  return list;
}
