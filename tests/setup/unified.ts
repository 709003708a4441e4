import { freezeUnified } from '#app/drafting/unified/freeze-unified.server.ts';
import { withdrawUnified } from '#app/drafting/unified/propose-unified.server.ts';
import { officeUnified } from '#app/drafting/unified/unified-page.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Viewer } from '#app/people/viewer.ts';

type Named = { viewer: Viewer; slug: string; id: string };

const stampNow = async (db: PrismaClient, named: Named) => (await officeUnified(db, named)).proposed?.stamp ?? '';

/** Freezes a proposal as it is now: whoever does it has just looked. */
export async function freezeNow(db: PrismaClient, input: Named & { now: Date }) {
  return freezeUnified(db, { ...input, stamp: await stampNow(db, input) });
}

/** Takes a proposal back as it is now. */
export async function withdrawNow(db: PrismaClient, input: Named) {
  return withdrawUnified(db, { ...input, stamp: await stampNow(db, input) });
}
