import { join } from 'node:path';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { withoutLimits } from '#app/limits/asker.server.ts';
import { seedBoardsDemo } from './boards-demo.server.ts';
import { seedCourseDemo } from './course-demo.server.ts';
import { demoRemoved, isDemoAsked, makesDemo, type Settings } from '#app/people/demo/demonstration.server.ts';
import { seedDraftingDemo } from './drafting-demo.server.ts';
import { seedMonitoringDemo } from './monitoring-demo.server.ts';
import { seedDemoPeople } from './people-demo.server.ts';
import { seedSurveyDemo } from './survey-demo.server.ts';

/** True when nobody has used this database yet. */
export async function isUnused(db: PrismaClient): Promise<boolean> {
  const [users, consultations, editions] = await Promise.all([
    db.user.count(),
    db.consultation.count(),
    db.edition.count(),
  ]);
  return users + consultations + editions === 0;
}

/** Whether a start fills it: nobody has used it yet, and nobody took a demonstration away before, unless one is asked for in so many words. */
export async function awaitsDemo(db: PrismaClient, env: Settings = process.env): Promise<boolean> {
  if (!makesDemo(env) || !(await isUnused(db))) return false;
  return isDemoAsked(env) || (await db.event.count({ where: { kind: demoRemoved } })) === 0;
}

/** Milliseconds that a slow machine may take for the whole set. */
const longestFill = 30 * 60_000;

/**
 * Fills an empty database with the demonstration set; `note` tells how far it is. One transaction: a start that is stopped while
 * it fills leaves nothing, so the next one begins anew and never meets half of a story.
 */
export async function seedDemo(db: PrismaClient, root: string, note: (text: string) => void): Promise<void> {
  await withoutLimits(() => transaction(db, (tx) => seedAll(tx, root, note), longestFill));
}

async function seedAll(db: Db, root: string, note: (text: string) => void): Promise<void> {
  note('people of Jurowice');
  const people = await seedDemoPeople(db);
  note('two draft resolutions with remarks and rulings');
  await seedDraftingDemo(db, people, join(root, 'app/demo/texts'));
  await seedCourseDemo(db, people);
  note('two diagnosis boards');
  await seedBoardsDemo(db, people);
  await seedMonitoringDemo(db, note);
  note('a finished survey and an open one');
  await seedSurveyDemo(db, people);
}
