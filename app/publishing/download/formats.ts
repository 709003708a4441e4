import type { TableFormat } from '../csv/table-shape.ts';
import type { MessageKey } from '#app/i18n/translate.ts';

/** One file or address that tells the same in another form, with what that form keeps. `size` is in bytes, where it is known without making the file. */
export type Format = { label: MessageKey; note: MessageKey; href: string; extension: string; size?: number };
export type FormatGroup = { id: string; title: MessageKey; formats: Format[] };

/** Address in the open interface. */
export const api = (path: string) => `/api/v1${path}`;
export const at = (...parts: (string | number)[]) => parts.map((part) => `/${encodeURIComponent(part)}`).join('');

/** Address of a table in another of its forms. */
export const inFormat = (href: string, format: TableFormat) =>
  `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
