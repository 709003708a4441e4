import type { Db } from '#app/db/client.server.ts';

export type LockedConsultation = {
  version: number;
  opensAt: Date;
  closesAt: Date;
  answersDueAt: Date;
  sentAt: Date | null;
  adoptedOn: string | null;
  fourEyes: boolean;
};

/**
 * Makes this transaction the only one that writes remarks, rulings and text of a consultation until it ends. Every write
 * of these goes through here first, so that a proposal cannot slip in between a ruling and the carrying-over of the
 * others, and no two transactions can wait for each other. Null when there is no such consultation.
 */
export async function lockConsultation(tx: Db, id: string): Promise<LockedConsultation | null> {
  // Rows that merely refer to the consultation (comments) do not have to wait for this kind of lock.
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`select id from "Consultation" where id = ${id}::uuid for no key update`;
  if (rows.length === 0) return null;
  return tx.consultation.findUnique({
    where: { id },
    select: {
      version: true,
      opensAt: true,
      closesAt: true,
      answersDueAt: true,
      sentAt: true,
      adoptedOn: true,
      fourEyes: true,
    },
  });
}
