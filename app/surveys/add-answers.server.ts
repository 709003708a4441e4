import { randomUUID } from 'node:crypto';
import type { Db } from '#app/db/client.server.ts';
import { sha256 } from '#app/hash/sha256.server.ts';
import { readWhole, type Typed } from './answers.ts';
import { loadDefinition } from './load-definition.server.ts';
import type { Channel } from './results.ts';

/** Answers written in one statement. */
const batch = 500;

/**
 * Keeps many answers at once: those collected elsewhere, the demonstration, a measurement. Each is read like one that is sent; what cannot be
 * taken is counted and left out. `once` of an answer makes it known again, so that the same file twice is not twice the answers.
 */
export async function addAnswers(
  tx: Db,
  survey: { id: string; version: number },
  answers: readonly { typed: Typed; channel: Channel; once?: string; isRepeat?: boolean }[],
): Promise<{ added: number; refused: number }> {
  const asked = await loadDefinition(tx, survey);
  const rows = answers.flatMap(({ typed, channel, once, isRepeat = false }) => {
    const { answers: values, problems } = readWhole(asked, typed);
    if (problems.length > 0 || Object.keys(values).length === 0) return [];
    return [
      {
        surveyId: survey.id,
        version: survey.version,
        channel,
        isRepeat,
        values,
        unreadable: [],
        once: sha256(`${survey.id} ${once ?? randomUUID()}`),
      },
    ];
  });
  let added = 0;
  for (let from = 0; from < rows.length; from += batch) {
    const { count } = await tx.surveyAnswer.createMany({ data: rows.slice(from, from + batch), skipDuplicates: true });
    added += count;
  }
  return { added, refused: answers.length - rows.length };
}
