/** A font file of the given tables: directory, then the tables one after another. */
export function assembleTtf(flavor: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + 16 * sorted.length;
  const size = sorted.reduce((sum, [, table]) => sum + ((table.length + 3) & ~3), start);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, flavor);
  [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].forEach((value, i) => view.setUint16(4 + i * 2, value));
  let at = start;
  sorted.forEach(([tag, table], i) => {
    const entry = 12 + i * 16;
    for (let k = 0; k < 4; k += 1) view.setUint8(entry + k, tag.charCodeAt(k));
    out.set(table, at);
    view.setUint32(entry + 4, checksum(view, at, (table.length + 3) & ~3));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    at += (table.length + 3) & ~3;
  });
  return out;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
