type Picture = 'image/jpeg' | 'image/png' | 'image/tiff';
type Bytes = Uint8Array<ArrayBuffer>;

const isPicture = (type: string): type is Picture => type in takeOut;

/**
 * A picture without what is written beside it: place, time, camera, names, remarks, thumbnails and whatever stands behind its end. What is seen
 * does not change, and how it is turned stays. Files of other types pass as they are; null for a picture that cannot be read. One pass over the bytes.
 */
export function withoutMetadata(bytes: Bytes, type: string): Bytes | null {
  return isPicture(type) ? takeOut[type](bytes) : bytes;
}

const takeOut: Record<Picture, (bytes: Bytes) => Bytes | null> = {
  'image/jpeg': plainJpeg,
  'image/png': plainPng,
  'image/tiff': plainTiff,
};

const startsWith = (bytes: Uint8Array, at: number, words: string): boolean =>
  Array.from(words).every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Segments of the picture itself (ITU T.81, table B.1) and of its colours; every other APPn and COM is left out. */
function isOfPicture(bytes: Uint8Array, marker: number, at: number): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return startsWith(bytes, at, 'JFIF\0');
  if (marker === 0xe2) return startsWith(bytes, at, 'ICC_PROFILE\0');
  return marker === 0xee && startsWith(bytes, at, 'Adobe');
}

const [startOfImage, endOfImage, startOfScan, exif] = [0xd8, 0xd9, 0xda, 0xe1];
/** Markers without a segment: TEM and the restarts. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

function plainJpeg(bytes: Bytes): Bytes | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  const out = new Uint8Array(bytes.length + turnedSegment(1).length);
  let length = 0;
  const put = (piece: Uint8Array) => {
    out.set(piece, length);
    length += piece.length;
  };
  put(bytes.subarray(0, 2));
  let turning = 0;
  let hasScan = false;
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) return null;
    // Any number of fill bytes may stand before a marker.
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined || marker === 0) return null;
    if (marker === endOfImage) {
      put(bytes.subarray(at, at + 2));
      return hasScan ? out.slice(0, length) : null;
    }
    if (standsAlone(marker)) {
      put(bytes.subarray(at, at + 2));
      at += 2;
      continue;
    }
    const size = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + size;
    if (size < 2 || end > bytes.length) return null;
    if (marker === exif && turning === 0) {
      turning = turnedBy(bytes.subarray(at + 4, end));
      if (turning > 1) put(turnedSegment(turning));
    }
    if (isOfPicture(bytes, marker, at + 4)) put(bytes.subarray(at, end));
    at = end;
    if (marker !== startOfScan) continue;
    hasScan = true;
    const next = endOfScan(bytes, at);
    put(bytes.subarray(at, next));
    // A picture that was cut off is shown as far as it goes.
    if (next === bytes.length) return out.slice(0, length);
    at = next;
  }
}

/** Where the drawn data ends: at a marker that is neither a stuffed FF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const orientation = 0x0112;

/** How an Exif segment says that the picture is to be turned, 1 to 8; 0 where it says nothing. */
function turnedBy(segment: Bytes): number {
  if (!startsWith(segment, 0, 'Exif\0\0')) return 0;
  const tiff = segment.subarray(6);
  const view = viewOf(tiff);
  const directory = view && readDirectory(view, view.long(4));
  const entry = directory?.entries.find(({ tag }) => tag === orientation);
  const value = entry && view ? view.short(entry.at + 8) : 0;
  return value >= 1 && value <= 8 ? value : 0;
}

/** The smallest Exif segment that says only how the picture is turned: big end first, one entry. */
const turned = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');

function turnedSegment(value: number): Uint8Array {
  const segment = Uint8Array.from(turned);
  segment[29] = value;
  return segment;
}

/** Chunks of the picture, its colours and its frames (PNG, third edition, 4.8); words, time, Exif and private ones are left out. */
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

function plainPng(bytes: Bytes): Bytes | null {
  if (!startsWith(bytes, 0, '\u0089PNG\r\n\u001a\n')) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Uint8Array(bytes.length);
  out.set(bytes.subarray(0, 8));
  let length = 8;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (pngChunks.has(name)) {
      out.set(bytes.subarray(at, end), length);
      length += end - at;
    }
    if (name === 'IEND') return out.slice(0, length);
    at = end;
  }
  return null;
}

/** Description, maker, model, program, time, artist, computer; XMP, IPTC, Photoshop, Exif, place; what Windows writes. */
const toldTags = new Set([
  270, 271, 272, 305, 306, 315, 316, 700, 33_723, 34_377, 34_665, 34_853, 37_510, 40_091, 40_092, 40_093, 40_094,
  40_095,
]);
/** Directories that such a tag leads to. */
const directoryTags = new Set([34_665, 34_853, 40_965]);
const subDirectories = 330;
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** Directories of one file: pages, and pictures in a picture. */
const mostDirectories = 2_000;

type Entry = { at: number; tag: number; value: { at: number; size: number } };
type View = {
  short: (at: number) => number;
  long: (at: number) => number;
  size: number;
  write: DataView;
  isLittle: boolean;
};

function viewOf(bytes: Bytes): View | null {
  const isLittle = bytes[0] === 0x49 && bytes[1] === 0x49;
  if (bytes.length < 8 || !(isLittle || (bytes[0] === 0x4d && bytes[1] === 0x4d))) return null;
  const write = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inside = (at: number, size: number) => at >= 0 && at + size <= bytes.length;
  return {
    short: (at) => (inside(at, 2) ? write.getUint16(at, isLittle) : 0),
    long: (at) => (inside(at, 4) ? write.getUint32(at, isLittle) : 0),
    size: bytes.length,
    write,
    isLittle,
  };
}

function readDirectory(view: View, at: number): { entries: Entry[]; next: number } | null {
  const count = view.short(at);
  const end = at + 2 + count * 12;
  if (at < 8 || end + 4 > view.size) return null;
  const entries = Array.from({ length: count }, (_, index): Entry => {
    const entry = at + 2 + index * 12;
    const size = (sizes[view.short(entry + 2)] ?? 0) * view.long(entry + 4);
    return { at: entry, tag: view.short(entry), value: { at: size <= 4 ? entry + 8 : view.long(entry + 8), size } };
  });
  return { entries, next: view.long(end) };
}

/** Entries are taken out of their directories and what they pointed at is overwritten: offsets stay, so that nothing has to be moved. */
function plainTiff(source: Bytes): Bytes | null {
  const bytes = source.slice();
  const view = viewOf(bytes);
  if (!view) return null;
  const seen = new Set<number>();
  const waiting: { at: number; isTold: boolean }[] = [{ at: view.long(4), isTold: false }];
  // Overlapping values could ask for the whole file to be overwritten again and again.
  let room = bytes.length;
  const wipe = (at: number, size: number): boolean => {
    const end = Math.min(at + size, bytes.length);
    room -= Math.max(0, end - at);
    if (at >= 8 && room >= 0) bytes.fill(0, at, end);
    return room >= 0;
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { at, isTold } = next;
    if (at === 0 || seen.has(at)) continue;
    seen.add(at);
    const directory = seen.size <= mostDirectories ? readDirectory(view, at) : null;
    if (!directory) return null;
    const { entries } = directory;
    room -= entries.length * 12;
    if (room < 0) return null;
    const told = isTold ? entries : entries.filter(({ tag }) => toldTags.has(tag));
    for (const { tag, value } of entries) {
      if (directoryTags.has(tag)) waiting.push({ at: view.long(value.at), isTold: true });
      else if (tag === subDirectories)
        for (let index = 0; index * 4 < Math.min(value.size, mostDirectories * 4); index += 1)
          waiting.push({ at: view.long(value.at + index * 4), isTold: false });
    }
    for (const { value } of told) if (value.size > 4 && !wipe(value.at, value.size)) return null;
    if (!isTold) waiting.push({ at: directory.next, isTold: false });
    if (isTold) bytes.fill(0, at + 2, at + 2 + entries.length * 12);
    else if (told.length > 0)
      keepEntries(view, bytes, { at, entries, kept: entries.filter((each) => !told.includes(each)) });
  }
  return bytes;
}

function keepEntries(
  view: View,
  bytes: Bytes,
  { at, entries, kept }: { at: number; entries: readonly Entry[]; kept: readonly Entry[] },
): void {
  const after = view.long(at + 2 + entries.length * 12);
  kept.forEach((entry, index) => bytes.copyWithin(at + 2 + index * 12, entry.at, entry.at + 12));
  const end = at + 2 + kept.length * 12;
  view.write.setUint16(at, kept.length, view.isLittle);
  view.write.setUint32(end, after, view.isLittle);
  bytes.fill(0, end + 4, at + 2 + entries.length * 12 + 4);
}
