import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { Ground } from '#app/record/covered/grounds.ts';
import { loadSubject, type SubjectText } from './load-subject.server.ts';
import { findPersonalData, type PersonalDataKind } from '#app/record/covered/personal-data.ts';
import { suggestWording } from '#app/record/covered/public-wording.ts';
import { subjects, type SubjectType } from '#app/record/covered/subjects.ts';
import { secondOf, type SecondOfficial } from '#app/record/covered/second-official.ts';

export type RedactionField = Pick<SubjectText, 'name' | 'table' | 'column' | 'shown' | 'original'> & {
  /** The words as written, cut where something looks like personal data. */
  parts: { text: string; kind: PersonalDataKind | null }[];
  suggested: string | null;
};
export type RedactionStep = {
  id: string;
  ground: Ground;
  note: string;
  marks: number;
  at: Date;
  by: string;
  undoneAt: Date | null;
  undoneBy: string;
  undoReason: string;
  second: SecondOfficial;
};
export type RedactionPage = {
  type: SubjectType;
  id: string;
  number: number | null;
  /** What it belongs to. */ within: 'consultation' | 'edition' | 'board' | 'survey';
  slug: string;
  teryt: string;
  title: string;
  stamp: string;
  fields: RedactionField[];
  active: RedactionStep | null;
  /** Who looks covered it: somebody else confirms. */ isOwn: boolean;
  earlier: RedactionStep[];
};

/** A text as it was written and as the public reads it, with everything that was ever covered in it. For those who may cover words alone. */
export async function loadRedactionPage(
  db: Db,
  where: { viewer: Viewer; type: SubjectType; id: string },
): Promise<RedactionPage> {
  const { type, id, number, editionId, slug, teryt, title, stamp, texts } = await loadSubject(db, where);
  const acts = await db.redaction.findMany({
    where: { subjectType: type, subjectId: id },
    orderBy: { madeAt: 'desc' },
  });
  const steps = acts.map((act): RedactionStep => ({
    id: act.id,
    ground: act.ground as Ground,
    note: act.note,
    marks: act.marks,
    at: act.madeAt,
    by: act.madeByName,
    undoneAt: act.undoneAt,
    undoneBy: act.undoneByName ?? '',
    undoReason: act.undoReason,
    second: secondOf(act),
  }));
  return {
    type,
    id,
    number,
    within: subjects[type].before?.of ?? (editionId === null ? 'consultation' : 'edition'),
    slug,
    teryt,
    title,
    stamp,
    fields: texts.map(fieldOf),
    active: steps.find(({ undoneAt }) => undoneAt === null) ?? null,
    isOwn: acts.some(({ undoneAt, madeById }) => undoneAt === null && madeById === where.viewer.id),
    earlier: steps.filter(({ undoneAt }) => undoneAt !== null),
  };
}

function fieldOf({ name, table, column, shown, original }: SubjectText): RedactionField {
  const suspects = findPersonalData(original);
  const parts: RedactionField['parts'] = [];
  let at = 0;
  for (const { from, to, kind } of suspects) {
    parts.push({ text: original.slice(at, from), kind: null }, { text: original.slice(from, to), kind });
    at = to;
  }
  parts.push({ text: original.slice(at), kind: null });
  return {
    name,
    table,
    column,
    shown,
    original,
    parts: parts.filter(({ text }) => text !== ''),
    suggested: suspects.length > 0 ? suggestWording(original, suspects) : null,
  };
}
