import { sha256 } from '#app/hash/sha256.server.ts';
import { sameWritten, type Difference } from '#app/record/difference.ts';
import type { Db } from '#app/db/client.server.ts';
import type { DraftHead } from '../acts/draft.ts';
import { correctedHead } from '../acts/corrected-basis.server.ts';
import { loadUnits } from '../acts/load-draft.server.ts';
import { draftText } from '../acts/unit-tree.ts';

/**
 * What was proposed or sent to the council is the version it names, made again; what the council adopted has the hash of its words, which
 * came from outside and are nowhere else. Days and states agree with the consultation and the lines of the record.
 */
export async function verifyUnified(db: Db, consultationId: string): Promise<Difference[]> {
  const { head, sentAt, adoptedOn, version } = await db.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { head: true, sentAt: true, adoptedOn: true, version: true },
  });
  const texts = await db.unifiedText.findMany({
    where: { consultationId },
    orderBy: { id: 'asc' },
    include: { adopted: { orderBy: { number: 'asc' } } },
  });
  const lines = await db.event.findMany({
    where: { consultationId, kind: { in: ['unified-frozen', 'text-adopted', 'adopted-corrected'] } },
    select: { kind: true, subjectId: true, actorId: true, data: true },
  });
  const found: Difference[] = [];
  for (const { id, text, hash, state, adopted, ...row } of texts) {
    const complain = (line: string) => void found.push({ line: `UnifiedText ${id}: ${line}`, words: text });
    if (sha256(text) !== hash) complain('its text is not the one that was hashed');
    const given = await correctedHead(db, { consultationId, head: head as DraftHead, at: row.proposedAt });
    if (row.version > version || !sameWritten(text, draftText(given, await loadUnits(db, consultationId, row.version))))
      complain(`it is not the text of version ${row.version}`);
    const frozen = lines.find(({ kind, subjectId }) => kind === 'unified-frozen' && subjectId === id);
    if ((row.frozenAt !== null) !== (frozen !== undefined))
      complain(
        frozen ? 'the record says that it was sent to the council' : 'no line of the record says that it was sent',
      );
    const told = (frozen?.data ?? {}) as { version?: unknown; hash?: unknown };
    if (frozen && (told.version !== row.version || told.hash !== hash))
      complain('the record says that another text was sent');
    if (frozen?.actorId != null && frozen.actorId !== row.frozenById)
      complain('the record names another official who sent it');
    if ((state === 'frozen' && row.frozenAt === null) || (state === 'proposed' && row.frozenAt !== null))
      complain(`its state is ${state}, its dates say otherwise`);
    if (state !== 'replaced' && row.version !== version)
      complain(`it is ${state}, but the text is at version ${version}`);
    for (const [at, entry] of adopted.entries()) {
      const wrong = (line: string) => void found.push({ line: `AdoptedText ${entry.id}: ${line}`, words: entry.text });
      if (sha256(entry.text) !== entry.hash) wrong('its text is not the one that was hashed');
      if (entry.number !== at + 1) wrong(`it is entry ${entry.number}, but ${at} come before it`);
      const line = lines.find(
        ({ kind, subjectId }) =>
          subjectId === entry.id && kind === (entry.number === 1 ? 'text-adopted' : 'adopted-corrected'),
      );
      if (!line) wrong('no line of the record says that it was entered');
      else if ((line.data as { adoptedOn?: unknown }).adoptedOn !== entry.adoptedOn)
        wrong('the record says another day');
      if (line?.actorId != null && line.actorId !== entry.enteredById)
        wrong('the record names another official who entered it');
    }
  }
  const sent = texts.filter(({ state }) => state === 'frozen');
  const of = (line: string) => void found.push({ line: `Consultation ${consultationId}: ${line}` });
  if (sent.length > 1 || (sent[0]?.frozenAt?.getTime() ?? null) !== (sentAt?.getTime() ?? null))
    of(
      `it says that its text was sent ${sentAt?.toISOString() ?? 'never'}, the text says ${sent[0]?.frozenAt?.toISOString() ?? 'never'}`,
    );
  const last = sent[0]?.adopted.at(-1)?.adoptedOn ?? null;
  if (last !== adoptedOn)
    of(`it says that the council adopted it ${adoptedOn ?? 'never'}, the entry says ${last ?? 'never'}`);
  return found;
}
