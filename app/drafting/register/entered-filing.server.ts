import type { Db } from '#app/db/client.server.ts';
import { officeChannels, type OfficeChannel } from '../state/channels.ts';

/** What the form for the next letter begins with: as the last one came, and when. */
export type KeptOfLetter = { channel: OfficeChannel | null; receivedOn: string | null };

/** Reads it from the address; nonsense keeps nothing. */
export function keptOfLetter(params: URLSearchParams): KeptOfLetter {
  const day = params.get('wplynelo') ?? '';
  return {
    channel: officeChannels.find((channel) => channel === params.get('kanal')) ?? null,
    receivedOn: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
  };
}

/** A letter entered by the office, and the numbers its remarks got. Ask for officials of the municipality alone. */
export type EnteredFiling = { number: number; remarks: number[] };

export async function loadEntered(
  db: Db,
  { consultationId, number }: { consultationId: string; number: string | null },
): Promise<EnteredFiling | null> {
  if (!number || !/^[1-9]\d{0,8}$/.test(number)) return null;
  const filing = await db.filing.findFirst({
    where: { consultationId, number: Number(number), enteredById: { not: null } },
    select: { number: true, remarks: { orderBy: { number: 'asc' }, select: { number: true } } },
  });
  return filing && { number: filing.number, remarks: filing.remarks.map((remark) => remark.number) };
}
