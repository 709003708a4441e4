import type { Db } from '#app/db/client.server.ts';
import { readDefinition, type Definition } from './definition.ts';

/** What one version of a survey asks. */
export async function loadDefinition(db: Db, survey: { id: string; version: number }): Promise<Definition> {
  const { definition } = await db.surveyVersion.findUniqueOrThrow({
    where: { surveyId_number: { surveyId: survey.id, number: survey.version } },
    select: { definition: true },
  });
  return readDefinition(definition);
}

/** What a survey asks now; of one that was never published its first version. */
export function loadAsked(db: Db, survey: { id: string; version: number }): Promise<Definition> {
  return loadDefinition(db, { id: survey.id, version: Math.max(1, survey.version) });
}
