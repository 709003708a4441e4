/**
 * The part of a client's address that one subscriber has: an IPv4 address, or the /64 of an IPv6 one, in which he has as many
 * addresses as he likes. IPv4 written as IPv6 (`::ffff:192.0.2.1`, `64:ff9b::192.0.2.1`, also in hexadecimal) is the IPv4 address. Anything else
 * comes back as it is.
 */
export function networkOf(address: string): string {
  const plain = (address.split('%')[0] ?? '').trim().toLowerCase();
  if (!plain.includes(':')) return plain;
  const groups = groupsOf(plain);
  if (!groups) return plain;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  // 64:ff9b::/96 (RFC 6052): everybody who comes through a translator would be one network.
  const isTranslated = groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if (isMapped || isTranslated)
    return [groups[6], groups[7]].flatMap((group = 0) => [group >> 8, group & 255]).join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address as numbers, or null. */
function groupsOf(address: string): number[] | null {
  const [head = '', tail, more] = address.split('::');
  if (more !== undefined) return null;
  const before = numbersOf(head);
  const after = numbersOf(tail ?? '');
  if (!before || !after) return null;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

function numbersOf(part: string): number[] | null {
  if (part === '') return [];
  const numbers: number[] = [];
  for (const group of part.split(':')) {
    const quad = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(group)?.slice(1).map(Number);
    if (quad) {
      const [a = 0, b = 0, c = 0, d = 0] = quad;
      if (quad.some((byte) => byte > 255)) return null;
      numbers.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-f]{1,4}$/.test(group)) numbers.push(Number.parseInt(group, 16));
    else return null;
  }
  return numbers;
}
