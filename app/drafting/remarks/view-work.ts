import { type ChangeStep, type ChangeView, viewChange } from './change-view.ts';

export const viewChanges = (steps: readonly ChangeStep[]): (ChangeView | null)[] => steps.map(viewChange);
