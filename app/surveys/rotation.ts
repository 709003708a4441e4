import type { Option } from './definition.ts';

/**
 * Choices in an order of the reader's own, the same for the same seed: none of them gains from standing first. What is „other” stays at the
 * end, where people look for it.
 */
export function rotated(options: readonly Option[], seed: string): Option[] {
  const plain = options.filter(({ other }) => !other);
  if (plain.length === 0) return [...options];
  let number = 2_166_136_261;
  for (const letter of seed) number = Math.imul(number ^ letter.codePointAt(0)!, 16_777_619) >>> 0;
  const from = number % plain.length;
  return [...plain.slice(from), ...plain.slice(0, from), ...options.filter(({ other }) => other)];
}
