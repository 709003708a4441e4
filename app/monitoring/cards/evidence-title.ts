import type { EvidenceItem } from './evidence.ts';

/** The coder's words for an item of evidence, else its address, else the name of its file. */
export function titleOf(item: EvidenceItem): string {
  return item.note || addressOf(item.url) || (item.file?.name ?? '');
}

/** An address as people read it: without the protocol. */
export function addressOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
