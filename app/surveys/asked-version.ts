/** Version of a survey that an address asks for; null for the one that is asked now. */
export function askedVersion(search: URLSearchParams): number | null {
  const given = /^[1-9]\d{0,3}$/.exec(search.get('wersja') ?? '')?.[0];
  return given ? Number(given) : null;
}
