import { AppError } from '#app/errors/app-error.ts';

/** A version number of the address; null when it is not given, bad-request when it is not a number. */
export function versionNumber(url: URL, name: string): number | null {
  const text = url.searchParams.get(name);
  if (text === null || text === '') return null;
  if (!/^\d{1,6}$/.test(text)) throw new AppError('bad-request', 'not a version number');
  return Number(text);
}

export const redlineViews = ['obok', 'bylo-jest'] as const;
export type RedlineView = 'tekst' | (typeof redlineViews)[number];

/** How two versions are shown: in the text, side by side or as a plain list. Throws bad-request for another one. */
export function redlineView(url: URL): RedlineView {
  const asked = url.searchParams.get('widok');
  if (asked === null || asked === '') return 'tekst';
  const view = redlineViews.find((each) => each === asked);
  if (!view) throw new AppError('bad-request', 'unknown view');
  return view;
}
