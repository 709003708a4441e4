/** An uploaded copy of a source: `hash` is the SHA-256 of its bytes, hex; `size` is in bytes. */
export type CaptureFile = { hash: string; name: string; type: string; size: number };

export type EvidenceItem = {
  url: string;
  place: string;
  note: string;
  /** ISO instant. */
  capturedAt: string;
  /** Left out where nothing was uploaded. */
  file?: CaptureFile;
  /** True for a fact that this installation itself recorded; left out otherwise. */
  isPlatform?: true;
};

/** The coder's words for an item of evidence, else its address, else the name of its file. */
export function titleOf(item: EvidenceItem): string {
  return item.note || addressOf(item.url) || (item.file?.name ?? '');
}

/** An address as people read it: without the protocol. */
export function addressOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
