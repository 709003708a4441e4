/** In which form it goes out; `known`: to whoever has it already. */
export type Answered = 'br' | 'gzip' | 'plain' | 'known';

export type KeptDocument = {
  headers: Record<string, string>;
  /** Headers of each way it is answered, name and value in turn, behind room for the name of the request: made once, sent many times. */
  heads?: Partial<Record<Answered, string[]>>;
  etag: string;
  /** Counters of what it shows, when it was made. */
  revision: string;
  body: Buffer;
  /** The same bytes compressed, where that makes them fewer. */
  packed: Partial<Record<'br' | 'gzip', Buffer>>;
  forEverybody: boolean;
  /** When it was made or last known to be current, in milliseconds. */
  at: number;
  scopes: readonly string[];
};

export type DocumentStore = {
  get(address: string): KeptDocument | undefined;
  put(address: string, document: KeptDocument): void;
  readonly bytes: number;
  readonly entries: number;
};

/** What an entry takes beside its bytes: headers, address, the map itself. */
const overhead = 2_048;

/** Documents in memory, at most so many and of so many bytes together: who was asked for longest ago goes first. */
export function documentStore({ maxBytes, maxEntries }: { maxBytes: number; maxEntries: number }): DocumentStore {
  const kept = new Map<string, { document: KeptDocument; weight: number }>();
  let bytes = 0;
  const drop = (address: string) => {
    bytes -= kept.get(address)?.weight ?? 0;
    kept.delete(address);
  };
  const shrink = () => {
    for (const address of kept.keys()) {
      if (bytes <= maxBytes && kept.size <= maxEntries) break;
      drop(address);
    }
  };
  return {
    get(address) {
      const entry = kept.get(address);
      if (!entry) return undefined;
      // A Map keeps the order of insertion.
      kept.delete(address);
      kept.set(address, entry);
      return entry.document;
    },
    put(address, document) {
      drop(address);
      const weight = weightOf(address, document);
      kept.set(address, { document, weight });
      bytes += weight;
      shrink();
    },
    get bytes() {
      return bytes;
    },
    get entries() {
      return kept.size;
    },
  };
}

function weightOf(address: string, { body, packed }: KeptDocument): number {
  return overhead + 2 * address.length + body.length + (packed.br?.length ?? 0) + (packed.gzip?.length ?? 0);
}
