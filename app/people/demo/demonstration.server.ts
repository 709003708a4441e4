/** When there is a demonstration: its accounts share a password that everybody knows, one of them an administrator's. */

export type Settings = Readonly<Record<string, string | undefined>>;

/** Kind of the line of the record that says that a demonstration was taken away: it does not come back by itself. */
export const demoRemoved = 'demo.removed' as const;

const said = (value: string | undefined) => /^(?:1|yes|true)$/i.test(value ?? '');

/** Somebody asked for it in so many words: `npm start -- --demo`, or PARAGRAF_DEMO=yes. */
export function isDemoAsked(env: Settings = process.env): boolean {
  return said(env.PARAGRAF_DEMO);
}

/** The address people use is not of this machine alone. What cannot be read as an address is taken for a public one. */
export function hasPublicAddress(env: Settings = process.env): boolean {
  const address = env.PUBLIC_URL?.trim();
  if (!address) return false;
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol !== 'http:' || !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(url.hostname);
}

/** An unused database is filled with the demonstration: on a machine of one's own, and elsewhere when asked. */
export function makesDemo(env: Settings = process.env): boolean {
  return isDemoAsked(env) || (!env.DATABASE_URL && !hasPublicAddress(env));
}

/** The password that everybody knows opens the demonstration accounts. */
export function admitsDemoPassword(env: Settings = process.env): boolean {
  return isDemoAsked(env) || !hasPublicAddress(env);
}
