/**
 * Where two JSON values first differ, as "municipalities.0.total.display is "49.5", not "50.1"" (the stored value first); null when
 * they are equal. Order of keys does not matter.
 */
export function firstDifference(stored: unknown, computed: unknown, path = ''): string | null {
  if (isBranch(stored) && isBranch(computed) && Array.isArray(stored) === Array.isArray(computed)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(computed)])].sort();
    for (const key of keys) {
      const found = firstDifference(stored[key], computed[key], path ? `${path}.${key}` : key);
      if (found) return found;
    }
    return null;
  }
  return Object.is(stored, computed) ? null : `${path || 'the whole'} is ${shown(stored)}, not ${shown(computed)}`;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value).slice(0, 80);
}
