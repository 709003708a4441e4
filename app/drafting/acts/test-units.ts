import { parse } from '#app/text/parse/parse.ts';
import { freshKeys, type DraftUnit } from './draft.ts';
import { toFlat } from './unit-tree.ts';

/** Units of a short text as version 1 has them; clause ids are "c1", "c2" … in the order of the text. For tests. */
export function unitsOf(source: string): DraftUnit[] {
  const flat = toFlat(parse(source));
  const keys = freshKeys(flat.length);
  const path: DraftUnit[] = [];
  return flat.map((row, at) => {
    while (path.length > 0 && path.at(-1)!.depth >= row.depth) path.pop();
    const unit: DraftUnit = {
      ...row,
      clauseId: `c${at + 1}`,
      revisionId: `r${at + 1}`,
      code: at + 1,
      parentClauseId: path.at(-1)?.clauseId ?? null,
      orderKey: keys[at]!,
    };
    path.push(unit);
    return unit;
  });
}

/** A change applied and numbered anew, with ids for what is new: the next version without a database. */
export function withIds(
  next: readonly (Omit<DraftUnit, 'clauseId' | 'code' | 'revisionId' | 'parentClauseId'> & {
    clauseId: string | null;
    code: number | null;
    revisionId: string | null;
    parent: number | null;
  })[],
): DraftUnit[] {
  const units: DraftUnit[] = [];
  next.forEach(({ parent, ...unit }, at) => {
    units.push({
      ...unit,
      clauseId: unit.clauseId ?? `new${at}`,
      code: unit.code ?? 1000 + at,
      revisionId: unit.revisionId ?? `rev${at}`,
      parentClauseId: parent === null ? null : units[parent]!.clauseId,
    });
  });
  return units;
}

export const sample = `UCHWAŁA NR 1/2026
RADY MIEJSKIEJ W JUROWICACH
z dnia 5 stycznia 2026 r.
w sprawie próby

Na podstawie art. 5a ust. 2 ustawy o samorządzie gminnym uchwala się, co następuje:

Rozdział 1
Przepisy ogólne

§ 1. Uchwała określa zasady prób.

§ 2. 1. Próby trwają co najmniej 14 dni.

2. Próbę ogłasza się:

1) w Biuletynie Informacji Publicznej;

2) na tablicy ogłoszeń.

3. Wynik próby podaje się do wiadomości.

Rozdział 2
Przepisy końcowe

§ 3. Wykonanie uchwały powierza się Burmistrzowi.

§ 4. Uchwała wchodzi w życie z dniem podjęcia.
`;
