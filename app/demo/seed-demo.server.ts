import { join } from 'node:path';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { seedCourseDemo } from './course-demo.server.ts';
import { seedDraftingDemo } from './drafting-demo.server.ts';
import { seedMonitoringDemo } from './monitoring-demo.server.ts';
import { seedDemoPeople } from './people-demo.server.ts';

/** True when nobody has used this database yet. */
export async function isUnused(db: PrismaClient): Promise<boolean> {
  const [users, consultations, editions] = await Promise.all([db.user.count(), db.consultation.count(), db.edition.count()]);
  return users + consultations + editions === 0;
}

/** Fills an empty database with the demonstration set; `note` tells how far it is. */
export async function seedDemo(db: PrismaClient, root: string, note: (text: string) => void): Promise<void> {
  note('people of Jurowice');
  const people = await seedDemoPeople(db);
  note('two draft resolutions with remarks and rulings');
  await seedDraftingDemo(db, people, join(root, 'app/demo/texts'));
  await seedCourseDemo(db, people);
  await seedMonitoringDemo(db, note);
}
