/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const readWordText = heavyWork('read-word-text', async () => (await import('./read-word-text.ts')).readWordText);
export const readHtmlText = heavyWork('read-html-text', async () => (await import('./read-html-text.ts')).readHtmlText);
export const reviewText = heavyWork('review-text', async () => (await import('./text-work.ts')).review);
export const previewText = heavyWork('preview-text', async () => (await import('./text-work.ts')).preview);
export const readText = heavyWork('read-text', async () => (await import('./text-work.ts')).read);
export const carryRoles = heavyWork('carry-roles', async () => (await import('./text-work.ts')).carryRoles);
export const diffVersions = heavyWork('diff-versions', async () => (await import('./text-work.ts')).diff);
export const parseText = heavyWork('parse-text', async () => (await import('./text-work.ts')).parseText);
export const checkUnits = heavyWork('check-units', async () => (await import('./brought-work.ts')).checkUnits);
export const makeNextText = heavyWork('make-next-text', async () => (await import('./text-work.ts')).makeNextText);

/** Heavy work of this folder, done by `runTask`. */

export const markInsertion = heavyWork(
  'mark-insertion',
  async () => (await import('./numbered-text.ts')).markInsertion,
);
