import type { MessageKey } from '#app/i18n/translate.ts';

/** What a file of a letter is; a copy without personal data is the one that may be shown to everybody. */
export const attachmentKinds = ['letter', 'copy', 'map', 'reasons', 'other'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What its author may send; a scan and a copy of a letter are the office's. */
export const authorKinds: readonly AttachmentKind[] = ['map', 'reasons', 'other'];

export const attachmentKeys = {
  letter: 'attachment.kind.letter',
  copy: 'attachment.kind.copy',
  map: 'attachment.kind.map',
  reasons: 'attachment.kind.reasons',
  other: 'attachment.kind.other',
} as const satisfies Record<AttachmentKind, MessageKey>;

/** Files of one letter: how many there may be at a time, how many were ever added, and bytes of those there are. */
export const attachmentLimits = { files: 10, ever: 50, bytes: 60 * 1024 * 1024 } as const;

export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.odt';

/** A file of a letter that is still being written. */
type WaitingFileView = {
  /** By which the form has it. */ secret: string;
  name: string;
  kind: AttachmentKind;
  ending: string;
  size: number;
};

/** What a form of a letter says of its files: those it has, and the names of those that were not taken. */
export type FormFiles = { kept: WaitingFileView[]; refused: string[] };

/** A file of a letter as pages show it. */
export type AttachmentView = {
  id: string;
  number: number;
  kind: AttachmentKind;
  /** Ending of its kind: pdf, png, … */
  ending: string;
  size: number;
  sha256: string;
  isPublic: boolean;
  revision: number;
  /** Covered as a whole: nobody is shown what is in it. */
  isCovered: boolean;
  addedAt: Date;
  byOffice: boolean;
  /** What its sender called it; null for everybody but the office and the author. */
  name: string | null;
  /** The viewer may take it away. */
  isOwn: boolean;
};
