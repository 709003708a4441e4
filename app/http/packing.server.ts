import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Packing = 'br' | 'gzip';
export type Packed = Partial<Record<Packing, Buffer>>;

/** Below it the headers weigh more than what is saved. */
const leastBytes = 1_024;
const packable = /^(?:text\/|application\/(?:[\w.+-]*(?:json|xml|javascript))|image\/svg)/i;
const [br, gz] = [promisify(brotliCompress), promisify(gzip)];

/** Compresses once, on other threads, what is then sent many times. Nothing for what is compressed already. */
export async function pack(body: Buffer, type: string): Promise<Packed> {
  if (body.length < leastBytes || !packable.test(type)) return {};
  const [brotli, gzipped] = await Promise.all([
    br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    gz(body, { level: 6 }),
  ]);
  return { br: brotli, gzip: gzipped };
}

/** The smallest form a reader takes; null for the plain bytes. */
export function packingFor(accepted: string | undefined, packed: Packed): Packing | null {
  if (!accepted || accepted.length > longest) return null;
  return packingsIn(accepted).find((packing) => packed[packing]) ?? null;
}

const longest = 200;
const mostRead = 500;
const read = new Map<string, readonly Packing[]>();

/** The forms that a header takes, the smallest first. Readers send the same few over and over. */
function packingsIn(accepted: string): readonly Packing[] {
  const known = read.get(accepted);
  if (known) return known;
  const taken = accepted
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  const packings = (['br', 'gzip'] as const).filter((packing) => taken.includes(packing));
  if (read.size >= mostRead) read.clear();
  read.set(accepted, packings);
  return packings;
}
