import type { Db } from '#app/db/client.server.ts';

/**
 * Whether the account is open and its password the one that was proved a moment ago; its row is locked until the transaction ends.
 * A password is compared outside of any transaction and may wait for its turn: what was proved with the old one does nothing after
 * a change or a reset.
 */
export async function holdAccount(
  tx: Db,
  { userId, passwordHash }: { userId: string; passwordHash: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "User" where id = ${userId}::uuid and "disabledAt" is null and "closedAt" is null and "passwordHash" = ${passwordHash} for update`;
  return rows.length === 1;
}
