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
