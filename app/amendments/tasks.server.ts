/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const viewChanges = heavyWork('view-changes', async () => (await import('./text-tasks.ts')).viewChanges);
export const viewVersionChanges = heavyWork('view-version-changes', async () => (await import('./text-tasks.ts')).viewVersionChanges);
export const viewMoved = heavyWork('view-moved', async () => (await import('./text-tasks.ts')).viewMoved);
export const markInsertion = heavyWork('mark-insertion', async () => (await import('./text-tasks.ts')).markInsertion);
export const carryLateOnes = heavyWork('carry-late', async () => (await import('./text-tasks.ts')).carryLateOnes);
export const traceWords = heavyWork('trace-words', async () => (await import('./text-tasks.ts')).traceWords);
export const followWords = heavyWork('follow-words', async () => (await import('./text-tasks.ts')).followWords);
export const stateComments = heavyWork('state-comments', async () => (await import('./text-tasks.ts')).stateComments);
export const planRulings = heavyWork('plan-rulings', async () => (await import('./text-tasks.ts')).planRulings);
export const editText = heavyWork('edit-text', async () => (await import('./text-tasks.ts')).editText);
export const bringTogether = heavyWork('bring-together', async () => (await import('./text-tasks.ts')).bringTogether);
export const viewConflicts = heavyWork('view-conflicts', async () => (await import('./text-tasks.ts')).viewConflictsOf);
export const viewChangedUnits = heavyWork('view-changed-units', async () => (await import('./text-tasks.ts')).viewChangedUnits);
export const carryAmendments = heavyWork('carry-amendments', async () => (await import('./text-tasks.ts')).carryAmendments);
export const adjustProposals = heavyWork('adjust-proposals', async () => (await import('./text-tasks.ts')).adjust);
export const wordVersionChanges = heavyWork('word-version-changes', async () => (await import('./text-tasks.ts')).viewVersionChanges);
export const viewImportedTable = heavyWork('view-import', async () => (await import('./text-tasks.ts')).viewImportedTable);
