/** What anything that is no string counts as: many small things are work too. */
const thing = 4;

/** Whether the words in plain data are `most` characters or fewer; looks no further than it needs to. What stands in it twice counts once. */
export function weighsAtMost(input: unknown, most: number): boolean {
  const seen = new Set<object>();
  const left: unknown[] = [input];
  let weight = 0;
  while (left.length > 0) {
    const value = left.pop();
    weight += typeof value === 'string' ? value.length : thing;
    if (weight > most) return false;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (ArrayBuffer.isView(value)) weight += value.byteLength;
    else if (value instanceof Map) left.push(...value.keys(), ...value.values());
    else if (Array.isArray(value) || value instanceof Set) {
      // Each counts as something, so that a longer list is over the bound by its length alone.
      if (Array.isArray(value) ? value.length > most : value.size > most) return false;
      left.push(...value);
    } else left.push(...Object.values(value));
  }
  return weight <= most;
}
