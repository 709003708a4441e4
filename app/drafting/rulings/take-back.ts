import { subtreeOf, unitsByClause, type DraftChange, type DraftUnit } from '#app/drafting/acts/draft.ts';
import { nextText } from '#app/drafting/acts/next-text.ts';
import { sameWording } from '#app/text/diff/tokens.ts';
import { mergeText } from '#app/text/merge/merge-text.ts';
import { adjustProposals } from '../carry/proposal-references.ts';

/** What a ruling did: the text it was made on, its changes, and the text right after. */
export type Effect = { base: readonly DraftUnit[]; changes: readonly DraftChange[]; after: readonly DraftUnit[] };

/** A unit whose words were changed again since, so that nobody but a person can say how they read without the ruling. */
export type TakeBackConflict = { clauseId: string; was: string; ruled: string; now: string };

export type TakenBack =
  | {
      ok: true;
      changes: DraftChange[];
      /** Units that were changed again in other words since: both changes are kept in what they get. */
      adapted: string[];
    }
  | { ok: false; error: { code: 'cannot-undo' } | { code: 'conflict'; conflicts: TakeBackConflict[] } };

type Numbering = 'draft' | 'adopted';

/**
 * The changes that take what a ruling did out of the newest text again. They are those that lead from the text after it exactly to the
 * one before, carried over what was changed since by the same rules as an amendment; words that others wrote since are never taken
 * along: that is a conflict.
 */
export function takeBack(effect: Effect, now: readonly DraftUnit[], numbering: Numbering): TakenBack {
  const inverse = inverseOf(effect);
  if (!inverse || !leadsTo(effect.base, { units: effect.after, numbering, changes: inverse }))
    return { ok: false, error: { code: 'cannot-undo' } };
  const carried = inverse.map((change) => carryBack(change, effect.after, now));
  const conflicts = carried.flatMap((each) => (each.kind === 'conflict' ? [each.conflict] : []));
  if (conflicts.length > 0) return { ok: false, error: { code: 'conflict', conflicts } };
  const changes = carried.flatMap((each) => (each.kind === 'change' ? [each.change] : []));
  if (!nextText({ units: now, numbering }, changes, { isReplay: true }).ok)
    return { ok: false, error: { code: 'cannot-undo' } };
  return {
    ok: true,
    changes,
    adapted: carried.flatMap((each) => (each.kind === 'change' && each.isAdapted ? [each.change.clauseId] : [])),
  };
}

/** Each change undone, on the text right after; null where one is of a kind that has no way back. */
function inverseOf({ base, changes, after }: Effect): DraftChange[] | null {
  const [old, now] = [unitsByClause(base), unitsByClause(after)];
  const added = after.filter(({ clauseId }) => !old.has(clauseId));
  const found: DraftChange[] = [];
  for (const change of changes) {
    const undone = inverse(change, { base, old, now, added });
    if (!undone) return null;
    found.push(...undone);
  }
  const words = new Map(
    adjustProposals(
      base,
      after,
      found.flatMap((change) =>
        change.op === 'replace' || change.op === 'merge'
          ? [
              {
                id: change.clauseId,
                clauseId: change.clauseId,
                type: old.get(change.clauseId)?.type ?? ('text' as const),
                after: change.text,
                rest: null,
              },
            ]
          : [],
      ),
    ),
  );
  return found.map((change) =>
    'text' in change ? { ...change, text: words.get(change.clauseId)?.after ?? change.text } : change,
  );
}

type Around = {
  base: readonly DraftUnit[];
  old: ReadonlyMap<string, DraftUnit>;
  now: ReadonlyMap<string, DraftUnit>;
  /** Units that came with the ruling; each is used once. */
  added: DraftUnit[];
};

function inverse(change: DraftChange, around: Around): DraftChange[] | null {
  const { clauseId } = change;
  const { base, old, now, added } = around;
  const unit = old.get(clauseId);
  const take = (text: string) => {
    const at = added.findIndex((each) => sameWording(each.text, text));
    return at < 0 ? undefined : added.splice(at, 1)[0];
  };
  switch (change.op) {
    case 'replace':
      return unit ? [{ op: 'replace', clauseId, text: unit.text, heading: unit.heading }] : null;
    case 'insert-after': {
      const made = take(change.text);
      return made ? [{ op: 'delete', clauseId: made.clauseId }] : null;
    }
    case 'delete':
      return unit ? [restored(base, unit)] : null;
    case 'restore':
      return [{ op: 'delete', clauseId }];
    case 'split': {
      const second = take(change.rest);
      return unit && second ? [{ op: 'merge', clauseId, targetId: second.clauseId, text: unit.text }] : null;
    }
    case 'merge': {
      const taken = old.get(change.targetId);
      if (!unit || !taken || !now.has(clauseId)) return null;
      return [{ op: 'replace', clauseId, text: unit.text, heading: unit.heading }, restored(base, taken)];
    }
    case 'move': {
      const target = unit && beforeIt(base, unit, ({ type }) => type === unit.type);
      const targetId = target?.clauseId ?? unit?.parentClauseId ?? null;
      return targetId === null ? null : [{ op: 'move', clauseId, targetId }];
    }
  }
}

function restored(base: readonly DraftUnit[], unit: DraftUnit): DraftChange {
  return {
    op: 'restore',
    clauseId: unit.clauseId,
    parentId: unit.parentClauseId,
    afterId: beforeIt(base, unit, () => true)?.clauseId ?? null,
    units: subtreeOf(base, unit.clauseId),
  };
}

/** The nearest sibling in front of a unit that passes. */
function beforeIt(units: readonly DraftUnit[], unit: DraftUnit, passes: (each: DraftUnit) => boolean) {
  return units
    .slice(
      0,
      units.findIndex(({ clauseId }) => clauseId === unit.clauseId),
    )
    .findLast((each) => each.parentClauseId === unit.parentClauseId && passes(each));
}

/** Whether the changes make of one text exactly the other: units, marks, headings and words. */
function leadsTo(
  wanted: readonly DraftUnit[],
  { units, numbering, changes }: { units: readonly DraftUnit[]; numbering: Numbering; changes: readonly DraftChange[] },
): boolean {
  const made = nextText({ units, numbering }, changes, { isReplay: true });
  return (
    made.ok &&
    made.value.units.length === wanted.length &&
    wanted.every((unit, at) => {
      const other = made.value.units[at]!;
      return (['type', 'label', 'heading', 'text', 'depth'] as const).every((name) => unit[name] === other[name]);
    })
  );
}

type CarriedBack =
  | { kind: 'done' }
  | { kind: 'change'; change: DraftChange; isAdapted: boolean }
  | { kind: 'conflict'; conflict: TakeBackConflict };

function carryBack(change: DraftChange, after: readonly DraftUnit[], now: readonly DraftUnit[]): CarriedBack {
  const { clauseId } = change;
  const [then, present] = [unitsByClause(after).get(clauseId), unitsByClause(now).get(clauseId)];
  const conflict = (was: string): CarriedBack => ({
    kind: 'conflict',
    conflict: { clauseId, was, ruled: then?.text ?? '', now: present?.text ?? '' },
  });
  const as = (made: DraftChange, isAdapted = false): CarriedBack => ({ kind: 'change', change: made, isAdapted });
  switch (change.op) {
    case 'replace': {
      if (!then || !present) return conflict(change.text);
      const [text] = adjusted(after, now, present, change.text);
      const heading = present.heading === then.heading ? { heading: change.heading ?? present.heading } : {};
      if (sameWording(text, present.text) && (heading.heading ?? present.heading) === present.heading)
        return { kind: 'done' };
      if (present.text === then.text) return as({ op: 'replace', clauseId, text, ...heading });
      const merged = mergeText(then.text, [present.text, text]);
      return merged.text === null
        ? conflict(text)
        : as({ op: 'replace', clauseId, text: merged.text, ...heading }, true);
    }
    case 'delete': {
      if (!present) return { kind: 'done' };
      return sameUnits(subtreeOf(after, clauseId), subtreeOf(now, clauseId)) ? as(change) : conflict('');
    }
    case 'restore': {
      const known = unitsByClause(now);
      if (present) return { kind: 'done' };
      const words = change.units.map(({ text }) => text).join(' ');
      if (change.parentId !== null && !known.has(change.parentId)) return conflict(words);
      const anchor = change.afterId === null ? undefined : known.get(change.afterId);
      if (change.afterId !== null && anchor?.parentClauseId !== change.parentId) return conflict(words);
      return as(change);
    }
    case 'merge': {
      const [target, taken] = [unitsByClause(now).get(change.targetId), unitsByClause(after).get(change.targetId)];
      const isSame = then?.text === present?.text && target?.text === taken?.text;
      return present && target && isSame ? as(change) : conflict(change.text);
    }
    case 'move': {
      const stands = (units: readonly DraftUnit[]) => {
        const unit = unitsByClause(units).get(clauseId);
        return unit && [unit.parentClauseId, beforeIt(units, unit, () => true)?.clauseId ?? null].join(' ');
      };
      return stands(after) === stands(now) && unitsByClause(now).has(change.targetId) ? as(change) : conflict('');
    }
    default:
      return conflict('');
  }
}

/** Words written for one text with their references as they are called in another. */
function adjusted(
  after: readonly DraftUnit[],
  now: readonly DraftUnit[],
  { clauseId, type }: DraftUnit,
  text: string,
): [string] {
  const found = adjustProposals(after, now, [{ id: clauseId, clauseId, type, after: text, rest: null }]);
  return [found.get(clauseId)?.after ?? text];
}

const sameUnits = (one: readonly DraftUnit[], other: readonly DraftUnit[]) =>
  one.length === other.length &&
  one.every(({ clauseId, text, heading }, at) => {
    const unit = other[at]!;
    return unit.clauseId === clauseId && unit.text === text && unit.heading === heading;
  });
