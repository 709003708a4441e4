import type { MessageKey } from '#app/i18n/translate.ts';

const gigabyte = 1_000_000_000;

/** Bytes that one person's uploads, one edition's, those of guests whose letters wait, and all uploads may take. The last is the setting UPLOADS_MAX_GB. */
export const uploadRoom = {
  person: 2 * gigabyte,
  edition: 10 * gigabyte,
  guests: 2 * gigabyte,
  installation: 20 * gigabyte,
} as const;

export type UploadQuota = keyof typeof uploadRoom;
export type StoreFileError = { code: 'file-size' | 'file-type' | 'file-empty' | 'file-broken' } | RoomError;
export type RoomError = { code: `quota-${UploadQuota}`; /** Bytes there is room for in all. */ max: number };

/** Bytes of all uploads together, as UPLOADS_MAX_GB says; null when what it says is no number. */
export function roomOfInstallation(setting: string | undefined): number | null {
  const text = setting?.trim();
  if (!text) return uploadRoom.installation;
  return /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) * gigabyte : null;
}

/** What is said at the field of a file that cannot be taken. */
export function fileComplaint(error: StoreFileError): { key: MessageKey; params?: { max: number } } {
  return {
    key: `fieldwork.file.error.${error.code}`,
    ...('max' in error ? { params: { max: Math.floor(error.max / 1_000_000) } } : {}),
  };
}
