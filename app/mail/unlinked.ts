/** Looks like a full stop, and no program takes it for a part of an address. */
const dot = '\u2024';

/** Where an address may be: a scheme, or a dot between a letter or digit and a word of letters. */
const addressSign = /:\/\/|\.(?=\p{L}{2})/gu;

/**
 * A letter's words without anything that a mail program turns into a link, but for the addresses of this installation (`own`), which
 * the product writes itself. What people typed – a reason, a title, the name of a team – can be read and not pressed. Linear.
 */
export function unlinked(text: string, own: string): string {
  const parts: string[] = [];
  let [at, from] = [0, 0];
  for (let found = text.indexOf(own); found !== -1; found = text.indexOf(own, from)) {
    const end = found + own.length;
    from = end;
    // „https://gmina.example.zly.org” begins like ours and is not; „zhttps://…” is no address.
    if (
      !/^(?:[/\s?#]|$)/.test(text.slice(end, end + 1)) ||
      /[\p{L}\p{N}@]$/u.test(text.slice(Math.max(0, found - 2), found))
    )
      continue;
    from = endOfAddress(text, end);
    parts.push(broken(text.slice(at, found)), text.slice(found, from));
    at = from;
  }
  return parts.join('') + broken(text.slice(at));
}

function endOfAddress(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/\s/.test(text[end]!)) end += 1;
  return end;
}

function broken(text: string): string {
  return text.replace(addressSign, (sign, at: number) => {
    if (sign === '://') return ': //';
    return /[\p{L}\p{N}_-]/u.test(text[at - 1] ?? '') ? dot : sign;
  });
}
