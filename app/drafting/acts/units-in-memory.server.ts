import type { DraftUnit } from '#app/drafting/acts/draft.ts';

/**
 * Which text is meant. A version never changes its words, with one exception: words are covered in it, or shown again. Each such
 * act leaves a row, so that `covers`, counted over these rows, is another for every state that the words of a version were in.
 */
export type TextKey = { consultationId: string; version: number; versionId: string; covers: string };

type KeptText = { key: TextKey; units: readonly DraftUnit[] };

export type TextMemory = {
  get(key: TextKey): readonly DraftUnit[] | undefined;
  /** The text of the same consultation whose version is nearest, to begin with; null where nothing is at hand. */
  nearest(key: TextKey): KeptText | null;
  put(key: TextKey, units: readonly DraftUnit[]): void;
  readonly units: number;
};

const nameOf = ({ versionId, covers }: TextKey) => `${versionId} ${covers}`;

/** Texts in memory, at most so many units together; who was asked for longest ago goes first. A text larger than that is not kept. */
export function textMemory(maxUnits: number): TextMemory {
  const kept = new Map<string, KeptText>();
  let units = 0;
  const drop = (name: string) => {
    units -= kept.get(name)?.units.length ?? 0;
    kept.delete(name);
  };
  return {
    get(key) {
      const name = nameOf(key);
      const found = kept.get(name);
      if (!found) return undefined;
      // A Map keeps the order of insertion.
      kept.delete(name);
      kept.set(name, found);
      return found.units;
    },
    nearest({ consultationId, version, covers }) {
      const others = [...kept.values()].filter(
        ({ key }) => key.consultationId === consultationId && key.covers === covers,
      );
      return others.reduce<KeptText | null>(
        (best, each) =>
          best && Math.abs(best.key.version - version) <= Math.abs(each.key.version - version) ? best : each,
        null,
      );
    },
    put(key, text) {
      drop(nameOf(key));
      if (text.length > maxUnits) return;
      kept.set(nameOf(key), { key, units: text });
      units += text.length;
      for (const name of kept.keys()) {
        if (units <= maxUnits) break;
        drop(name);
      }
    },
    get units() {
      return units;
    },
  };
}
