import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { fold, slugify } from '#app/i18n/typography.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { warsawEnd, warsawInstant } from '#app/i18n/dates.ts';
import { historicalSchema } from './historical.ts';

export type LoadedSurvey =
  | { ok: true; slug: string; isNew: boolean; valid: number | null; questions: number; unknown: number }
  | { ok: false; error: { code: 'shape'; at: string } | { code: 'municipality' } };

/** Takes a survey held elsewhere over from a file: its dates, its ways, its number of valid answers and the questions that are known. Loading it again replaces it. */
export async function loadHistorical(db: Db, { file, teryt }: { file: unknown; teryt: string }): Promise<LoadedSurvey> {
  const read = historicalSchema.safeParse(file);
  if (!read.success) return { ok: false, error: { code: 'shape', at: read.error.issues[0]?.path.join('.') ?? '' } };
  const { title, facts, questions } = read.data;
  if (!(await db.municipality.findUnique({ where: { teryt }, select: { teryt: true } })))
    return { ok: false, error: { code: 'municipality' } };
  return transaction(db, async (tx) => {
    const slug = slugify(title, 80);
    const known = await tx.survey.findUnique({ where: { slug }, select: { id: true, state: true } });
    const data = {
      teryt,
      title,
      state: 'historical',
      opensAt: facts.collected_from ? warsawInstant(facts.collected_from, '00:00') : null,
      closesAt: facts.collected_to ? warsawEnd(facts.collected_to, '23:59') : null,
      facts: read.data,
      onWeb: false,
    };
    const at = known && known.state === 'historical' ? slug : known ? `${slug}-historia` : slug;
    const { id } = await tx.survey.upsert({
      where: { slug: at },
      create: { slug: at, ...data },
      update: data,
      select: { id: true },
    });
    await recordEvent(tx, { teryt, actorId: null, kind: 'survey-loaded', subject: { type: 'survey', id } });
    await bumpRevision(tx);
    return {
      ok: true as const,
      slug: at,
      isNew: known === null,
      valid: facts.valid_answers ?? null,
      questions: questions.length,
      unknown: questions.filter(({ complete }) => !complete).length,
    };
  });
}

/** The municipality whose name stands in the addresses a file was taken from; null where none or several do. */
export async function placeOfSources(db: Db, file: unknown): Promise<string | null> {
  const read = historicalSchema.safeParse(file);
  if (!read.success) return null;
  const labels = new Set(read.data.source.flatMap((address) => new URL(address).hostname.split('.')));
  const rows = await db.municipality.findMany({
    where: { OR: [...labels].map((label) => ({ searchKey: { startsWith: `${label} ` } })) },
    select: { teryt: true, name: true },
  });
  const found = rows.filter(({ name }) => labels.has(fold(name).replaceAll(' ', '-')));
  return found.length === 1 ? (found[0]?.teryt ?? null) : null;
}
