import type { Bridge } from '../scoring/compare.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { bridgeOf, commonPairs, type BridgeMapping } from './bridge.ts';

/** A version with what the team mapped by hand from the version before it. */
export type ChainedVersion = { methodology: Methodology; mapping: BridgeMapping };

/**
 * Common indicators between one version and every other of the same methodology, by the other's number. Versions come in their order; far
 * ones are linked through all between, since each bridge says only what two neighbours have in common. Empty for a version not in the chain.
 */
export function bridgesTo(version: string, chain: readonly ChainedVersion[]): Map<string, Bridge> {
  const own = chain.findIndex(({ methodology }) => methodology.version === version);
  const found = new Map<string, Bridge>();
  const ids = chain[own]?.methodology.indicators.map(({ id }) => id) ?? [];
  const walk = (step: 1 | -1) => {
    // Code in the version that is looked at → code in the own version.
    let link = new Map(ids.map((id) => [id, id]));
    for (let at = own + step; own >= 0 && at >= 0 && at < chain.length; at += step) {
      const pairs = neighbourPairs(chain, step === 1 ? at : at + 1);
      link = new Map(
        pairs.flatMap(([from, to]) => {
          const [here, there] = step === 1 ? [to, from] : [from, to];
          const end = link.get(there);
          return end === undefined ? [] : [[here, end] as const];
        }),
      );
      const { version: other = '' } = chain[at]?.methodology ?? {};
      found.set(
        other,
        [...link].map(([before, after]) => ({ before, after })),
      );
    }
  };
  walk(-1);
  walk(1);
  return found;
}

/** Pairs from the version before `at` to the one at `at`. */
function neighbourPairs(chain: readonly ChainedVersion[], at: number): [from: string, to: string][] {
  const [older, newer] = [chain[at - 1], chain[at]];
  return older && newer ? commonPairs(bridgeOf(older.methodology, newer.methodology, newer.mapping)) : [];
}
