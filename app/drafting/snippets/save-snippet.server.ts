import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { unknownPlaceholders } from './fill-snippet.ts';
import { mostSnippets } from './snippet.ts';

type SaveSnippet = {
  viewer: Viewer;
  teryt: string;
  name: string;
  text: string;
  /** Which one is changed, in the revision on the page; null: a new one. */
  meant: { id: string; revision: number } | null;
};
export type SnippetError = { code: 'unknown-placeholder'; names: string[] } | { code: 'too-many' } | { code: 'moved' };
type SnippetResult = { ok: true; value: { id: string } } | { ok: false; error: SnippetError };

/** Keeps a text for the officials of a municipality, or changes one. Refused when somebody else changed or removed it since the page was made. */
export async function saveSnippet(db: Db, { viewer, teryt, name, text, meant }: SaveSnippet): Promise<SnippetResult> {
  if (!isOfficialOf(viewer, teryt)) throw notFound('not an official here');
  const names = unknownPlaceholders(text);
  if (names.length > 0) return { ok: false, error: { code: 'unknown-placeholder', names } };
  const words = { name, text, changedById: viewer.id, changedByName: viewer.displayName, changedAt: new Date() };
  return transaction(db, async (tx): Promise<SnippetResult> => {
    // One at a time for a municipality, so that the bound holds.
    await tx.$queryRaw`select teryt from "Municipality" where teryt = ${teryt} for no key update`;
    if (meant) {
      const { count } = await tx.snippet.updateMany({
        where: { id: meant.id, teryt, revision: meant.revision },
        data: { ...words, revision: { increment: 1 } },
      });
      if (count !== 1) return { ok: false, error: { code: 'moved' } };
      await record(tx, { viewer, teryt, id: meant.id, kind: 'snippet-changed' });
      return { ok: true, value: { id: meant.id } };
    }
    if ((await tx.snippet.count({ where: { teryt } })) >= mostSnippets)
      return { ok: false, error: { code: 'too-many' } };
    const { id } = await tx.snippet.create({ data: { teryt, ...words }, select: { id: true } });
    await record(tx, { viewer, teryt, id, kind: 'snippet-added' });
    return { ok: true, value: { id } };
  });
}

/** Removes a text of the office; nothing where somebody changed it since the page was made. */
export async function removeSnippet(
  db: Db,
  { viewer, teryt, id, revision }: { viewer: Viewer; teryt: string; id: string; revision: number },
): Promise<{ ok: true } | { ok: false; error: { code: 'moved' } }> {
  if (!isOfficialOf(viewer, teryt)) throw notFound('not an official here');
  return transaction(db, async (tx) => {
    const { count } = await tx.snippet.deleteMany({ where: { id, teryt, revision } });
    if (count !== 1) return { ok: false as const, error: { code: 'moved' as const } };
    await record(tx, { viewer, teryt, id, kind: 'snippet-removed' });
    return { ok: true as const };
  });
}

async function record(
  tx: Db,
  {
    viewer,
    teryt,
    id,
    kind,
  }: { viewer: Viewer; teryt: string; id: string; kind: 'snippet-added' | 'snippet-changed' | 'snippet-removed' },
): Promise<void> {
  await recordEvent(tx, { teryt, kind, actorId: viewer.id, subject: { type: 'snippet', id } });
}
