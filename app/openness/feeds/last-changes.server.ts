import type { Db } from '#app/db/client.server.ts';
import { feedLength } from '#app/publishing/feeds/feed-entry.ts';
import type { EventKind } from '#app/record/event-kinds.ts';

type Asked = {
  kinds: readonly EventKind[];
  /** Type of what the lines are about. */
  subject: 'remark' | 'meeting' | 'unified-text';
} & ({ ids: readonly string[] } | { consultationIds: readonly string[] });

/** When things were last changed, by id, as the record has it: of these, or the newest of some consultations. */
export async function lastChanges(db: Db, asked: Asked): Promise<Map<string, Date>> {
  const rows = await db.event.groupBy({
    by: ['subjectId'],
    where: {
      kind: { in: [...asked.kinds] },
      subjectType: asked.subject,
      ...('ids' in asked
        ? { subjectId: { in: [...asked.ids] } }
        : { consultationId: { in: [...asked.consultationIds] } }),
    },
    _max: { at: true },
    orderBy: { _max: { at: 'desc' } },
    take: 'ids' in asked ? Math.max(asked.ids.length, 1) : feedLength,
  });
  return new Map(rows.flatMap(({ subjectId, _max }) => (_max.at ? [[subjectId, _max.at] as const] : [])));
}
