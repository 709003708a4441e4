import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { ImportReport } from './import-report.ts';

export type ImportText = {
  viewer: Viewer;
  teryt: string;
  sourceName: string;
  source: string;
  report?: ImportReport | null;
};

/** Takes a text in as a draft for review, for an official of the municipality; returns its id. Throws not-found to others. */
export async function importText(
  db: Db,
  { viewer, teryt, sourceName, source, report = null }: ImportText,
): Promise<string> {
  if (!isOfficialOf(viewer, teryt)) throw notFound('not an official of this municipality');
  await requireLimit(db, 'office-preview', { person: viewer.id });
  const draft = await db.importDraft.create({
    data: {
      teryt,
      createdById: viewer.id,
      sourceName: sourceName.slice(0, 200),
      source: source.replace(/\r\n?/g, '\n'),
      ...(report === null ? {} : { notes: report }),
    },
    select: { id: true },
  });
  await recordEvent(db, {
    teryt,
    actorId: viewer.id,
    kind: 'import-started',
    subject: { type: 'import', id: draft.id },
    data: { characters: source.length },
  });
  return draft.id;
}
