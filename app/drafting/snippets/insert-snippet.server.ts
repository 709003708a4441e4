import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate, translator } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { placeWords } from '../remarks/filed-place.ts';
import { filedPlaces } from '../remarks/filed-places.server.ts';
import { fillSnippet, type Filled } from './fill-snippet.ts';

/**
 * A text of the office filled in for one remark. A reason is public: of the author stands in it what the public reads, and words
 * for a person where they are not named.
 */
export async function insertSnippet(
  db: Db,
  { viewer, slug, number, id, locale }: { viewer: Viewer; slug: string; number: number; id: string; locale: Locale },
): Promise<Filled | { ok: false; error: { code: 'gone' } }> {
  const consultation = await findForOffice(db, { viewer, slug });
  const snippet = isUuid(id)
    ? await db.snippet.findFirst({ where: { id, teryt: consultation.teryt }, select: { text: true } })
    : null;
  if (!snippet) return { ok: false, error: { code: 'gone' } };
  const remark = await db.remark.findFirst({
    where: { consultationId: consultation.id, number },
    select: {
      authorName: true,
      organisation: true,
      againstVersion: true,
      operations: { orderBy: { seq: 'asc' }, take: 1, select: { clauseId: true } },
    },
  });
  if (!remark) throw notFound('no such remark');
  const { name } = await db.municipality.findUniqueOrThrow({
    where: { teryt: consultation.teryt },
    select: { name: true },
  });
  const places = await filedPlaces(db, await loadDraft(db, { id: consultation.id }), [remark.againstVersion]);
  const [first] = remark.operations;
  return fillSnippet(snippet.text, {
    numer: String(number),
    jednostka: first
      ? placeWords(translator(locale), places.of(first.clauseId, remark.againstVersion))
      : translate(locale, 'deciding.desk.whole'),
    'imię i nazwisko autora': remark.authorName || remark.organisation || translate(locale, 'office.snippet.author'),
    tytuł: consultation.title,
    gmina: name,
  });
}
