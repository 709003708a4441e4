/** Collects numbers in the byte order of fonts. */
export class ByteWriter {
  private readonly out: number[] = [];

  u8(value: number): void {
    this.out.push(value & 0xff);
  }

  i16(value: number): void {
    this.out.push((value >> 8) & 0xff, value & 0xff);
  }

  u32(value: number): void {
    this.i16(value >>> 16);
    this.i16(value & 0xffff);
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.out.push(value);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.out);
  }
}

/** Fills up to a multiple of four bytes. */
export function padded(glyph: Uint8Array): Uint8Array {
  const out = new Uint8Array((glyph.length + 3) & ~3);
  out.set(glyph);
  return out;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
