/** Results by what they were made from: whoever asks for the same while it is made waits for that one run. */
export type KeptResults = { of: <T>(key: string, make: () => Promise<T>) => Promise<T>; bytes: () => number };

/** Keeps at most `maxBytes` of results, the ones asked for last; failures are not kept. */
export function createKeptResults(maxBytes: number): KeptResults {
  const inFlight = new Map<string, Promise<unknown>>();
  const kept = new Map<string, { value: unknown; size: number }>();
  let bytes = 0;
  const forget = (key: string): void => {
    bytes -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, value: unknown): void => {
    const size = sizeOf(value);
    if (size > maxBytes / 4) return;
    forget(key);
    kept.set(key, { value, size });
    bytes += size;
    // A Map keeps the order of insertion: the first is the one asked for longest ago.
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) break;
      forget(oldest);
    }
  };
  const run = async <T>(key: string, make: () => Promise<T>): Promise<T> => {
    try {
      const value = await make();
      keep(key, value);
      return value;
    } finally {
      inFlight.delete(key);
    }
  };
  const of = async <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known.value as T;
    }
    const running = inFlight.get(key) ?? run(key, make);
    inFlight.set(key, running);
    return running as Promise<T>;
  };
  return { of, bytes: () => bytes };
}

/** Bytes of a file or of a text; anything else counts as what its JSON takes. */
function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  return 2 * (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).length;
}
