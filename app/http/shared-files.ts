/** Whose addresses hold what is somebody's own: no page elsewhere reads them. */
const own = /^\/(?:en\/)?(?:konto|urzad|zespol|skrzynka|embargo)(?:\/|$)/;

/**
 * Whether an address is a public file: data, documents, feeds, pictures. Any page may read those from a browser, as it may read the
 * interface; what a cookie opens is not among them, for a reading without cookies gets what everybody gets.
 */
export function isPublicFile(path: string): boolean {
  return /\.[a-z0-9]{2,11}$/.test(path) && !path.endsWith('.data') && !own.test(path);
}

export const sharedHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Content-Disposition, Content-Language, Retry-After',
} as const;
