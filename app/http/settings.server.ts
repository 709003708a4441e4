import { getDb } from '#app/db/client.server.ts';

/** True where the demonstration set was loaded: every page says so. */
export async function isDemonstration(): Promise<boolean> {
  return (await getDb().municipality.count({ where: { isDemo: true } })) > 0;
}

/** Without SMTP_URL mails are read on a page, but only in development and demonstration: elsewhere it would leak them. `demo` where it is known already. */
export async function usesMailbox(demo?: boolean): Promise<boolean> {
  if (process.env.SMTP_URL) return false;
  return process.env.NODE_ENV === 'development' || (demo ?? isDemonstration());
}
